//! The table of rules is whole, and `diff/RULES.md` is printed from it.

use std::collections::BTreeSet;
use std::path::Path;

use tablature_diff::rules::{all, document, find};

#[test]
fn ids_are_unique_and_kebab_case() {
    let ids: BTreeSet<&str> = all().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), all().len());
    for id in ids {
        assert!(
            id.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase())),
            "{id}"
        );
        assert_eq!(find(id).map(|rule| rule.id), Some(id));
    }
}

#[test]
fn there_are_neither_too_few_rules_to_tell_nor_too_many_to_know() {
    assert!((60..=90).contains(&all().len()), "{} rules", all().len());
}

#[test]
fn every_explanation_is_a_sentence() {
    for rule in all() {
        let text = rule.explanation;
        assert!(text.starts_with(char::is_uppercase) && text.ends_with(['.', '!']) && !text.contains("  "), "{text}");
        assert!(!text.contains('|'), "{}: a table cannot hold it", rule.id);
    }
}

#[test]
fn the_rules_are_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("RULES.md");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, document()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), document(), "write it again with UPDATE_EXPECT=1");
}
