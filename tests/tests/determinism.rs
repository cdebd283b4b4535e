//! The same specs give the same bytes, and a change of one row changes the file of its action alone.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tablature_codegen::kept::{Kept, service_folder};
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Options, Output, generate, generate_with};
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

/// The files, with a part of one replaced that must be there exactly once.
fn edited(mut files: Vec<SourceFile>, (path, from, to): (&str, &str, &str)) -> Vec<SourceFile> {
    let file = files.iter_mut().find(|file| file.path == path).unwrap_or_else(|| panic!("there is no {path}"));
    assert_eq!(file.text.matches(from).count(), 1, "{from} in {path}");
    file.text = file.text.replace(from, to);
    files
}

#[test]
fn a_change_of_a_row_changes_one_file() {
    let specs = tree::read(&tree::specs());
    let before = made(&specs, 1);
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
        let after = made(&edited(specs.clone(), ("ucloudstack/image/CreateCustomImage.yaml", from, to)), 1);
        assert_eq!(different(&before, &after), ["src/ucloudstack/image/create_custom_image.rs"], "{what}");
    }
}

#[test]
fn a_change_of_a_value_list_changes_one_file() {
    let specs = tree::read(&tree::specs());
    let before = made(&specs, 1);
    for to in ["      Base:   { doc: Another word. }\n      Old: {}\n      X:   {", "      Old: {}\n      Base:   {"] {
        let after = made(&edited(specs.clone(), ("ucloudstack/image/DescribeImage.yaml", "      Base:   {", to)), 1);
        assert_eq!(different(&before, &after), ["src/ucloudstack/image/describe_image.rs"]);
    }
}

/// Paths of the files that differ.
fn different(before: &Output, after: &Output) -> Vec<String> {
    let paths: BTreeSet<&String> = before.files.keys().chain(after.files.keys()).collect();
    paths.into_iter().filter(|path| before.files.get(*path) != after.files.get(*path)).cloned().collect()
}

/// Changes of every kind that a kept service must not hide: texts, findings, and what other services are judged by.
const EDITS: [(&str, &str, &str); 8] = [
    ("acme/paging/ByOffset.yaml", "  TotalCount:", "  Totals:"),
    ("acme/lists/Comma.yaml", "\nrequest:", "\nrequest:\n  Other: { type: int }"),
    ("ucloud/uhost/DescribeImage.yaml", "\nresponse:", "\nresponse:\n  Other: { type: int }"),
    ("ucloudstack/image/DescribeImage.yaml", "\nresponse:", "\nresponse:\n  Other: { type: Nothing }"),
    ("ucloudstack/image/DeleteCustomImage.yaml", "\nresponse:", "\nresponse:\n  Other: { type: string }"),
    ("tencent/cvm/DescribeImages.yaml", "\nresponse:", "\nenums:\n  Unused: { a: the first }\n\nresponse:"),
    ("qingcloud/iaas/DescribeImages.yaml", "  offset:", "  skipped:"),
    ("aliyun/ecs/DescribeImages.yaml", "\n  PageSize:        {", "\n  SizeOfPage:      {"),
];

#[test]
fn what_is_kept_changes_nothing() {
    what_is_kept_changes_nothing_with(&tree::standalone(2));
    what_is_kept_changes_nothing_with(&Options { crate_size: 3, ..tree::standalone(2) });
}

fn what_is_kept_changes_nothing_with(options: &Options) {
    let before_files = everything();
    let before = generate(&before_files, options).expect("the specs are right");
    assert!(before.outlines.len() > 8, "any service can be kept");
    for edit in EDITS {
        let (path, files) = (edit.0, edited(before_files.clone(), edit));
        let changed = BTreeSet::from([path]);
        let kept = Kept::new(before.files.clone(), &before.actions, &before.outlines, &changed);
        assert!(kept.services.len() + 2 > before.outlines.len(), "{path}: only its service is read again");
        match (generate_with(&kept, &files, options), generate(&files, options)) {
            (Ok(partial), Ok(whole)) => {
                assert!(partial.files == whole.files, "{path}: {:?}", different(&whole, &partial));
                assert_eq!(partial.actions, whole.actions, "{path}");
                assert_eq!(partial.outlines, whole.outlines, "{path}");
                let mut found = whole.report.grouped(&files, folder);
                found.retain(|folder, _| !kept.services.contains_key(folder) || partial.report == whole.report);
                assert_eq!(partial.report.grouped(&files, folder), found, "{path}");
            }
            (partial, whole) => {
                assert_eq!(partial.err(), whole.err(), "{path}");
            }
        }
    }
}

fn folder(path: &str) -> String {
    service_folder(path).unwrap_or(path).to_owned()
}

/// No service but the changed one is looked at: a text that is no spec at all goes unnoticed there.
#[test]
fn what_is_kept_is_not_read() {
    let mut files = everything();
    let before = made(&files, 2);
    let changed = BTreeSet::from(["ucloud/uhost/DescribeImage.yaml"]);
    let kept = Kept::new(before.files.clone(), &before.actions, &before.outlines, &changed);
    let file = files.iter_mut().find(|file| file.path == "aliyun/ecs/DescribeImages.yaml").expect("it is there");
    file.text = "no: [spec".to_owned();
    let after = generate_with(&kept, &files, &tree::standalone(2)).expect("it was not read");
    assert!(after.files == before.files);
}
