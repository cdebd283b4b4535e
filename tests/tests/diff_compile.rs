//! The verdict on the API, judged by the compiler: for each rule a small program is built against the bindings of both
//! states. All old states are one crate, and all new ones another; each rule has a provider of its own in them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tablature_codegen::source::SourceFile;
use tablature_diff::rules::{Api, find};
use tablature_tests::cargo::Crate;
use tablature_tests::diff_case::{self, Case};
use tablature_tests::tree;

/// Rules under which programs break, of which cargo-semver-checks says nothing, and why.
const UNSEEN: &[(&str, &str)] = &[
    ("paging-items-changed", "associated types of impls are not compared"),
    ("paging-removed", "impls of traits of other crates are not compared"),
    ("request-became-list", TYPES),
    ("request-became-single", TYPES),
    ("request-required-parameter-moved", "types of arguments are not compared, and there are as many as before"),
    ("request-text-became-enum", TYPES),
    ("request-text-became-number", TYPES),
    ("request-type-changed", TYPES),
    ("request-type-widened", TYPES),
    ("response-became-list", TYPES),
    ("response-became-single", TYPES),
    ("response-type-changed", TYPES),
    ("response-type-converted", TYPES),
];

const TYPES: &str = "types of fields and arguments are not compared";

struct Crates {
    old: Crate,
    new: Crate,
    cases: Vec<Case>,
}

/// A name for the rule's provider.
fn module(rule: &str) -> String {
    rule.replace('-', "_")
}

fn crates() -> Crates {
    let cases = diff_case::all();
    let side = |name: &str, files: &dyn Fn(&Case) -> Vec<SourceFile>| {
        let all: Vec<SourceFile> = cases.iter().flat_map(|case| renamed(&files(case), &module(&case.rule))).collect();
        let programs: Vec<(String, String)> = cases.iter().flat_map(programs).collect();
        let programs: Vec<(&str, String)> = programs.iter().map(|(path, text)| (path.as_str(), text.clone())).collect();
        Crate::write(env!("CARGO_TARGET_TMPDIR"), name, &tree::generate(&all), &programs)
    };
    let old = side("diff-old", &|case| case.positive.old.clone());
    let new = side("diff-new", &|case| case.positive.new.clone());
    Crates { old, new, cases }
}

fn renamed(files: &[SourceFile], provider: &str) -> Vec<SourceFile> {
    let path = |path: &str| path.replacen("acme", provider, 1);
    let text = |text: &str| text.replacen("provider: acme", &format!("provider: {provider}"), 1);
    files.iter().map(|file| SourceFile::new(path(&file.path), text(&file.text))).collect()
}

/// The program of a case, and one that notices nothing but that the action is there.
fn programs(case: &Case) -> Vec<(String, String)> {
    let module = module(&case.rule);
    let program = |body: &str| {
        format!(
            "#![allow(unused_imports, unused_must_use, dead_code)]\n\nuse tablature::{module} as acme;\n\
             use tablature::{module}::shop::list_things::*;\n\nfn main() {{\n    {body}\n}}\n"
        )
    };
    let bystander =
        "let _: fn(ListThings, ListThingsResponse) = |request, answer| drop((request.clone(), answer.clone()));";
    vec![
        (format!("examples/{module}.rs"), program(case.caller.as_deref().unwrap_or(bystander))),
        (format!("examples/{module}__bystander.rs"), program(bystander)),
    ]
}

/// What the compiler says of each program that it does not take.
fn errors(bindings: &Crate) -> BTreeMap<String, String> {
    let arguments = ["check", "--examples", "--keep-going", "--message-format=json", "--quiet"];
    let (_, printed) = bindings.try_cargo(&arguments);
    let mut errors = BTreeMap::new();
    for line in printed.lines().filter(|line| line.starts_with('{')) {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        if message["message"]["level"] == "error" {
            let (name, text) = (&message["target"]["name"], &message["message"]["message"]);
            errors.insert(name.as_str().unwrap_or_default().to_owned(), text.as_str().unwrap_or_default().to_owned());
        }
    }
    assert!(!errors.contains_key("tablature"), "the bindings themselves do not compile: {errors:?}");
    assert!(printed.contains("\"reason\":\"build-finished\""), "cargo did not come to its end:\n{printed}");
    errors
}

#[test]
#[ignore = "builds two crates and some hundred programs"]
fn the_compiler_agrees_with_every_verdict() {
    let Crates { old, new, cases } = crates();
    let (old, new) = (errors(&old), errors(&new));
    let mut wrong = Vec::new();
    for case in &cases {
        let name = module(&case.rule);
        let api = find(&case.rule).map(|rule| rule.api).expect("a case is about a rule");
        let expected = match api {
            Api::Breaks => (true, false),
            Api::Adds => (false, true),
            Api::Same => (true, true),
        };
        let found = (!old.contains_key(&name), !new.contains_key(&name));
        if found != expected {
            let said = [old.get(&name), new.get(&name)];
            wrong.push(format!("{}: {api:?}, but it compiles (before, after): {found:?} {said:?}", case.rule));
        }
        let bystander = format!("{name}__bystander");
        if old.contains_key(&bystander) || new.contains_key(&bystander) {
            wrong.push(format!("{}: even a program that uses nothing of it does not compile", case.rule));
        }
        if api != Api::Same && case.caller.is_none() {
            wrong.push(format!("{}: a program that notices is missing", case.rule));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "builds the documentation of two crates"]
fn cargo_semver_checks_agrees_or_the_difference_is_explained() {
    let installed = Command::new("cargo").args(["semver-checks", "--version"]).output();
    if !installed.is_ok_and(|output| output.status.success()) {
        println!("skipped: cargo-semver-checks is not installed (`cargo install cargo-semver-checks`)");
        return;
    }
    let Crates { old, new, cases } = crates();
    let [old, new] = [(&old, "old"), (&new, "new")].map(|(bindings, side)| rustdoc_json(bindings, side));
    let output = Command::new("cargo")
        .args(["semver-checks", "--release-type", "minor", "--color", "never"])
        .args([OsStr::new("--baseline-rustdoc"), old.as_os_str(), OsStr::new("--current-rustdoc"), new.as_os_str()])
        .output()
        .expect("cargo can be run");
    let printed = [output.stdout, output.stderr].map(|stream| String::from_utf8_lossy(&stream).into_owned()).concat();
    assert!(printed.contains("Checked"), "cargo-semver-checks did not come to its end:\n{printed}");
    let mut wrong = Vec::new();
    for case in &cases {
        let breaks = find(&case.rule).is_some_and(|rule| rule.api == Api::Breaks);
        let is_seen = printed.contains(&format!("src/{}/", module(&case.rule)));
        let reason = UNSEEN.iter().find(|(rule, _)| case.rule == *rule).map(|(_, reason)| *reason);
        if is_seen != (breaks && reason.is_none()) {
            wrong.push(format!("{}: breaks: {breaks}, seen: {is_seen}, because: {reason:?}", case.rule));
        }
    }
    assert!(wrong.is_empty(), "{}\n{printed}", wrong.join("\n"));
}

/// The documentation of a crate as data. It is asked for in the compiler's own way of trying what is not stable, so that
/// cargo-semver-checks needs neither another toolchain nor a registry.
fn rustdoc_json(bindings: &Crate, side: &str) -> PathBuf {
    let builds = Path::new(env!("CARGO_TARGET_TMPDIR")).join("builds");
    let arguments = ["--quiet", "--lib", "--", "-Zunstable-options", "--output-format", "json", "--cap-lints", "allow"];
    let status = Command::new("cargo")
        .arg("rustdoc")
        .args(arguments)
        .current_dir(bindings.folder())
        .env("CARGO_TARGET_DIR", &builds)
        .env("CARGO_NET_OFFLINE", "true")
        .env("RUSTC_BOOTSTRAP", "1")
        .status();
    assert!(status.expect("cargo can be run").success(), "the documentation of {side} cannot be made");
    let kept = builds.join(format!("diff-{side}.json"));
    fs::copy(builds.join("doc/tablature.json"), &kept).expect("the documentation can be copied");
    kept
}
