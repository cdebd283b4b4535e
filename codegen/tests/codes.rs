//! Every code is documented and has a case; every case is complete.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tablature_codegen::diag::CODES;
use tablature_codegen::source::SourceFile;

/// Cases that show something beside one code.
const OTHER_CASES: [&str; 35] = [
    "base",
    "consequences",
    "example-action",
    "example-pairs",
    "example-time",
    "foreign-keys",
    "foreign-types",
    "foreign-words",
    "form-enum",
    "form-provider",
    "form-row",
    "form-rules",
    "form-sections",
    "layout",
    "no-mistakes",
    "one-mistake",
    "numbers",
    "request-struct",
    "several-mistakes",
    "syntax-apostrophe",
    "syntax-blank",
    "syntax-brace",
    "syntax-character",
    "syntax-colon",
    "syntax-column",
    "syntax-comment",
    "syntax-document",
    "syntax-escape",
    "syntax-list",
    "syntax-quote",
    "syntax-star",
    "syntax-tab",
    "syntax-wide",
    "truth",
    "unknown-scheme",
];

fn crate_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn cases() -> BTreeSet<String> {
    let entries = fs::read_dir(crate_folder().join("tests/diagnostics")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn names_are_unique_and_kebab_case() {
    let names: BTreeSet<&str> = CODES.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), CODES.len());
    for name in names {
        assert!(
            name.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase())),
            "{name}"
        );
    }
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    // A file of several megabytes is made by a test of its own.
    let codes: BTreeSet<String> =
        CODES.iter().map(|code| code.name().to_owned()).filter(|name| name != "too-large").collect();
    let known: BTreeSet<String> = codes.iter().cloned().chain(OTHER_CASES.map(str::to_owned)).collect();
    assert_eq!(cases(), known);
    for code in codes {
        let expected =
            fs::read_to_string(crate_folder().join("tests/diagnostics").join(&code).join("expected.txt")).unwrap();
        assert!(expected.contains(&format!("[{code}]")), "the case {code} does not show its code");
    }
}

#[test]
fn every_finding_of_a_case_says_what_to_do() {
    for case in cases().iter().filter(|case| *case != "base") {
        let expected =
            fs::read_to_string(crate_folder().join("tests/diagnostics").join(case).join("expected.txt")).unwrap();
        let findings =
            expected.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning[")).count();
        let helps = expected.lines().filter(|line| line.starts_with("help: ")).count();
        assert_eq!(findings, helps, "{case}");
    }
}

#[test]
fn several_mistakes_are_reported_in_one_run() {
    let expected = fs::read_to_string(crate_folder().join("tests/diagnostics/several-mistakes/expected.txt")).unwrap();
    for code in [
        "unknown-key",
        "unknown-type",
        "wrong-type",
        "duplicate-row",
        "limit-order",
        "default-outside",
        "enum-duplicate",
        "unknown-row",
        "rule-impossible",
        "example-request",
    ] {
        assert!(expected.contains(&format!("[{code}]")), "{code}");
    }
}

#[test]
fn a_file_of_megabytes_is_not_read() {
    let text = format!("action: ListThings\ndoc: {}\n", "a".repeat(5 << 20));
    let report = tablature_codegen::check(&[SourceFile::new("acme/box/ListThings.yaml", text)]);
    assert!(
        report
            .diagnostics()
            .iter()
            .any(|diagnostic| diagnostic.code.name() == "too-large" && !diagnostic.help.is_empty())
    );
}

#[test]
fn the_paper_lists_every_code() {
    let mut paper = String::from(
        "# Diagnostics\n\nWhat `cargo xtask check` can find. The names are stable. \
         Written by `UPDATE_EXPECT=1 cargo test -p tablature-codegen --test codes`; the sentences stand in `src/diag/code.rs`.\n\n\
         | code | severity | what is wrong |\n|---|---|---|\n",
    );
    for code in CODES {
        paper.push_str(&format!("| `{}` | {} | {} |\n", code.name(), code.severity().name(), code.explanation()));
    }
    paper.push_str("\n## Rules\n\nThe checks behind them, each a file or folder of `src/check`.\n\n| rule | looks at |\n|---|---|\n");
    for (name, looks_at) in tablature_codegen::check::rules() {
        paper.push_str(&format!("| `{name}` | {looks_at} |\n"));
    }
    let path = crate_folder().join("DIAGNOSTICS.md");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &paper).unwrap();
        return;
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), paper, "UPDATE_EXPECT=1 rewrites DIAGNOSTICS.md");
}
