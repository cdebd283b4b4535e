//! The same specs give the same bytes, and a change of one row changes the file of its action alone.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Output, generate};
use tablature_tests::tree;

/// The specs of the repository and all cases: enough files for several threads to matter.
fn everything() -> Vec<SourceFile> {
    let mut files = tree::read(&tree::specs());
    files.extend(tree::read(&tree::cases("features")));
    files
}

fn made(files: &[SourceFile], threads: usize) -> Output {
    generate(files, &tree::standalone(threads))
        .unwrap_or_else(|report| panic!("{}", report.human(files, "specs", false)))
}

#[test]
fn runs_and_threads_make_no_difference() {
    let files = everything();
    let first = made(&files, 1);
    for threads in [1, 2, 3, 8, 64] {
        let again = made(&files, threads);
        assert!(again.files == first.files, "{threads} threads give other bytes");
        assert_eq!(again.report.human(&files, "specs", false), first.report.human(&files, "specs", false));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_files_makes_no_difference(files in Just(everything()).prop_shuffle(), threads in 1..9_usize) {
        prop_assert!(made(&files, threads).files == made(&everything(), 1).files);
    }
}

/// A file of the repository, with a part replaced that must be there exactly once.
fn edited(path: &str, from: &str, to: &str) -> Vec<SourceFile> {
    let mut files = tree::read(&tree::specs());
    let file = files.iter_mut().find(|file| file.path == path).unwrap_or_else(|| panic!("there is no {path}"));
    assert_eq!(file.text.matches(from).count(), 1, "{from} in {path}");
    file.text = file.text.replace(from, to);
    files
}

#[test]
fn a_change_of_a_row_changes_one_file() {
    let before = made(&tree::read(&tree::specs()), 1);
    for (what, from, to) in [
        ("a doc", "Free text about the image.", "Free words about the image."),
        ("another parameter", "\n\nresponse:", "\n  Other: { type: string }\n\nresponse:"),
        ("a bound", "{ type: int, required: false", "{ type: int, max: 100, required: false"),
        ("a default", "{ type: int, required: false", "{ type: int, default: 7, required: false"),
        ("a note", "Free text about the image.", "Free text about the image., notes: [It may be long.]"),
        ("a field of the answer", "\nresponse:", "\nresponse:\n  Other: { type: int }"),
        ("an alias", "ImageID: { ", "ImageID: { aliases: [ImageId], "),
        ("an error", "\nresponse:", "\nerrors:\n  - { code: 8012, doc: No such machine. }\n\nresponse:"),
    ] {
        let after = made(&edited("ucloudstack/image/CreateCustomImage.yaml", from, to), 1);
        assert_eq!(different(&before, &after), ["src/ucloudstack/image/create_custom_image.rs"], "{what}");
    }
}

#[test]
fn a_change_of_a_value_list_changes_one_file() {
    let before = made(&tree::read(&tree::specs()), 1);
    for to in ["      Base:   { doc: Another word. }\n      Old: {}\n      X:   {", "      Old: {}\n      Base:   {"] {
        let after = made(&edited("ucloudstack/image/DescribeImage.yaml", "      Base:   {", to), 1);
        assert_eq!(different(&before, &after), ["src/ucloudstack/image/describe_image.rs"]);
    }
}

/// Paths of the files that differ.
fn different(before: &Output, after: &Output) -> Vec<String> {
    let paths: BTreeSet<&String> = before.files.keys().chain(after.files.keys()).collect();
    paths.into_iter().filter(|path| before.files.get(*path) != after.files.get(*path)).cloned().collect()
}
