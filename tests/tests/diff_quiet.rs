//! Generating again is quiet: a change of one row changes the file of its action, at most the index of its service, and
//! nothing else. Every kind of change that the diff knows is tried.

use std::collections::BTreeSet;

use tablature_codegen::source::SourceFile;
use tablature_tests::{diff_case, tree};

const ACTION: &str = "acme/shop/ListThings.yaml";

/// The files of a state, with a second action that never changes.
fn beside_another(files: &[SourceFile]) -> Vec<SourceFile> {
    let other = "action: Bystander\nrequest:\n  Zone: { type: string, required: true }\n  Count: { type: int }\n";
    let mut files = files.to_vec();
    files.push(SourceFile::new("acme/shop/Bystander.yaml", other));
    files
}

#[test]
fn a_change_of_an_action_touches_its_file_and_its_index_alone() {
    let mut tried = 0;
    for case in diff_case::all() {
        let others = |files: &[SourceFile]| -> Vec<SourceFile> {
            files.iter().filter(|file| file.path != ACTION).cloned().collect()
        };
        let pair = case.positive;
        if others(&pair.old) != others(&pair.new) {
            continue;
        }
        let [old, new] = [pair.old, pair.new].map(|files| tree::generate(&beside_another(&files)).files);
        let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let touched: Vec<&String> = paths.into_iter().filter(|path| old.get(*path) != new.get(*path)).collect();
        let allowed = ["src/acme/shop/list_things.rs", "src/acme/shop/mod.rs"];
        // The docs of the crate begin with a program that lists what the first action with pages lists.
        let is_listed = |path: &str| path == "src/lib.rs" && case.rule.starts_with("paging-");
        for path in &touched {
            assert!(allowed.contains(&path.as_str()) || is_listed(path), "{}: {path} changed, too", case.rule);
        }
        // The index names types, and no rows.
        let has_index = touched.iter().any(|path| path.ends_with("/mod.rs"));
        let names_differ = ["action-", "type-renamed", "table-", "request-text-became-enum", "response-type-converted"]
            .iter()
            .chain(&["request-parameter-nested"])
            .any(|rule| case.rule.starts_with(rule));
        assert!(!has_index || names_differ, "{}: the index changed, too", case.rule);
        tried += 1;
    }
    assert!(tried > 65, "only {tried} kinds of changes were tried");
}
