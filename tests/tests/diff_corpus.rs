//! A diff of many actions, of which one row of a hundred changed: every change is reported once, and nothing else.

use tablature_bench::{Plan, changed, specs};
use tablature_codegen::source::SourceFile;

fn files(texts: &[(String, String)]) -> Vec<SourceFile> {
    texts.iter().map(|(path, text)| SourceFile::new(path.clone(), text.clone())).collect()
}

fn check(actions: usize, at_least: usize) {
    let before = specs(&Plan::new(actions));
    let after = changed(&before);
    assert!(after.changes.len() >= at_least, "only {} changes were made", after.changes.len());
    let (old, new) = (files(&before), files(&after.files));
    let diff = tablature_diff::diff(&old, &new, 2).unwrap_or_else(|error| panic!("{error}"));
    let mut found: Vec<String> =
        diff.changes.iter().map(|change| format!("{}: {}", change.rule.id, change.address)).collect();
    found.sort();
    let missing: Vec<&String> = after.changes.iter().filter(|line| !found.contains(line)).collect();
    let more: Vec<&String> = found.iter().filter(|line| !after.changes.contains(line)).collect();
    assert!(missing.is_empty() && more.is_empty(), "missing: {missing:#?}\nmore: {more:#?}");
    assert_eq!(found.len(), after.changes.len(), "something is reported twice");
    assert_eq!(tablature_diff::diff(&old, &old, 2).expect("it can be read").changes.len(), 0);
    // The same on one thread, and with the files in another order: to the last fingerprint.
    let reversed = |files: &[SourceFile]| files.iter().rev().cloned().collect::<Vec<_>>();
    let again = tablature_diff::diff(&reversed(&old), &reversed(&new), 1).expect("it can be read");
    let prints =
        |diff: &tablature_diff::Diff| diff.changes.iter().map(|change| change.fingerprint()).collect::<Vec<_>>();
    assert_eq!(prints(&diff), prints(&again));
}

#[test]
fn changes_in_forty_actions() {
    check(40, 15);
}

#[test]
#[ignore = "compares 1,171 actions"]
fn changes_in_as_many_actions_as_the_largest_provider_has() {
    check(1_171, 550);
}
