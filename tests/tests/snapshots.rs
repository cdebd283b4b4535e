//! What each feature of the spec language becomes in Rust: one small case a feature below `cases/features`, its
//! expectation below `cases/expected`. All cases together are a crate, which has to compile without a warning.
//!
//! `INSTA_UPDATE=always` rewrites the expectations.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use libtest_mimic::{Arguments, Failed, Trial};
use tablature_codegen::Output;
use tablature_tests::cargo::Crate;
use tablature_tests::tree;

/// Files of the crate that belong to no case.
const ROOT: &str = "src/";

fn main() {
    let arguments = Arguments::from_args();
    let output = tree::generate(&tree::read(&tree::cases("features")));
    let mut trials: Vec<Trial> = output
        .files
        .iter()
        .map(|(path, text)| {
            let (name, text) = (name(path), text.clone());
            Trial::test(name.clone(), move || matches(&name, &text))
        })
        .collect();
    let names = output.files.keys().map(|path| name(path)).collect();
    trials.push(Trial::test("every_expectation_has_a_case", move || nothing_is_left_over(&names)));
    trials.push(Trial::test("all_cases_compile_without_a_warning", move || compiles(&output)));
    libtest_mimic::run(&arguments, trials).exit();
}

fn expected() -> PathBuf {
    tree::cases("expected")
}

/// `src/acme/lists/comma.rs` is `acme.lists.comma`.
fn name(path: &str) -> String {
    path.trim_start_matches(ROOT).trim_end_matches(".rs").replace('/', ".")
}

fn matches(name: &str, text: &str) -> Result<(), Failed> {
    // The path of the runtime differs from machine to machine.
    let runtime = tree::repository().join("runtime");
    let text = text.replace(&*runtime.to_string_lossy(), "<runtime>");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(expected());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let checked = catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(name, text))));
    checked.map_err(|_| Failed::from(format!("{name} is not as expected; INSTA_UPDATE=always rewrites it")))
}

fn nothing_is_left_over(names: &BTreeSet<String>) -> Result<(), Failed> {
    for entry in fs::read_dir(expected())? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        let known = file.strip_suffix(".snap").is_some_and(|name| names.contains(name));
        if !known && !file.ends_with(".snap.new") {
            return Err(format!("{file} belongs to no case").into());
        }
    }
    Ok(())
}

fn compiles(output: &Output) -> Result<(), Failed> {
    Crate::write(env!("CARGO_TARGET_TMPDIR"), "features", output, &[]).pass_everything();
    Ok(())
}
