//! Input that was made to break the reader: it ends in diagnostics, quickly, and never in a panic.

use std::time::Duration;

use cpu_time::ThreadTime;
use proptest::prelude::*;
use tablature_codegen::diag::Report;
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Manifest, Options};

const PROVIDER: &str = include_str!("diagnostics/base/acme/provider.yaml");

/// A spec with something of everything.
const SPEC: &str = include_str!("hostile/ListThings.yaml");

fn check(action: impl Into<String>) -> Report {
    let files = [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new("acme/box/ListThings.yaml", action)];
    let report = tablature_codegen::check(&files);
    // Rendering has to survive the same texts.
    report.human(&files, "specs", true);
    report.json(&files, "specs");
    report.github(&files, "specs");
    report
}

/// Fails when the work takes longer than any honest machine would need. Other work of the machine is not counted.
fn quick(name: &str, work: impl FnOnce()) {
    let start = ThreadTime::now();
    work();
    assert!(start.elapsed() < Duration::from_secs(40), "{name} took {:?}", start.elapsed());
}

#[test]
fn the_spec_that_is_mutated_has_no_mistakes() {
    let report = check(SPEC);
    assert!(report.is_empty(), "{:#?}", report.diagnostics());
}

#[test]
fn deep_nesting_is_refused() {
    let deep = 10_000;
    let block: String = (0..deep).map(|depth| format!("{}a:\n", " ".repeat(depth % 2000))).collect();
    let stairs: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for (name, text) in [
        ("flow lists", format!("action: ListThings\nnotes: {}{}\n", "[".repeat(deep), "]".repeat(deep))),
        ("flow maps", format!("action: ListThings\nnotes: {}1{}\n", "{a: ".repeat(deep), "}".repeat(deep))),
        ("open flow", "[".repeat(deep)),
        ("open maps", "{".repeat(deep)),
        ("dashes", "- ".repeat(deep)),
        ("questions", "? ".repeat(deep)),
        ("block", block),
        ("stairs", stairs),
        (
            "with an anchor's look",
            format!("action: ListThings\nnotes: {}' &a'{}\n", "[".repeat(deep), "]".repeat(deep)),
        ),
    ] {
        quick(name, || assert!(check(text).has_errors(), "{name}"));
    }
}

#[test]
fn anchors_never_expand() {
    let mut text = String::from("action: ListThings\nnotes:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let line = format!("*a{}, ", level - 1).repeat(10);
        text.push_str(&format!("  - &a{level} [{}]\n", line.trim_end_matches(", ")));
    }
    quick("bomb", || assert!(check(text).has_errors()));
}

#[test]
fn long_lines_are_cut() {
    let long = "x".repeat(1 << 20);
    quick("a long doc", || assert!(!check(format!("action: ListThings\ndoc: {long}\n")).has_errors()));
    quick("a long key", || assert!(check(format!("action: ListThings\n{long}: 1\n")).has_errors()));
    let keys: String = (0..2_000).map(|index| format!("k{index}: 1, ")).collect();
    quick("many keys in a line", || {
        let files = [
            SourceFile::new("acme/provider.yaml", PROVIDER),
            SourceFile::new("acme/box/ListThings.yaml", format!("{{action: ListThings, {keys}}}")),
        ];
        let report = tablature_codegen::check(&files);
        assert!(report.counts().errors >= 2_000);
        report.human(&files, "specs", false);
    });
}

#[test]
fn control_characters_are_harmless() {
    for text in [
        "\0",
        "action: \0",
        "action: \"\\0\"",
        "\u{202e}: 1",
        "action: \"\u{202e}\"",
        "\u{feff}action: ListThings",
        "action: ListThings\r\ndoc: a\rb\r\n",
        "\u{1b}[31m: 1",
        "doc: \"\\e[2J\"",
    ] {
        let files = [SourceFile::new("acme/box/ListThings.yaml", text)];
        let report = tablature_codegen::check(&files);
        let shown = report.human(&files, "", false);
        assert!(!shown.contains(['\u{1b}', '\0', '\u{202e}']), "{text:?} is shown as {shown:?}");
    }
}

#[test]
fn paths_are_only_names() {
    for path in [
        "",
        "/",
        "../../etc/passwd",
        "a/b/c/d/e.yaml",
        "acme/../x.yaml",
        "acme/box/.yaml",
        "\0/\0/\0",
        "acme/box/ListThings",
    ] {
        let files = [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new(path, "action: ../../x\n")];
        assert!(tablature_codegen::check(&files).has_errors(), "{path:?}");
    }
}

/// A spec of types, each of which holds the next one, with errata and an example at the bottom.
fn chain(types: usize) -> String {
    let mut text = String::from("action: ListThings\nrequest: {}\nresponse:\n  Thing: { type: T0 }\ntypes:\n");
    for number in 1..types {
        text.push_str(&format!("  T{}:\n    F: {{ type: T{number} }}\n    L: {{ type: [T{number}] }}\n", number - 1));
    }
    let way = "F.".repeat(types - 1);
    let says = "attribute: doc, says: { table: a, prose: b }, decision: a";
    text.push_str(&format!("  T{}:\n    Name: {{ type: string }}\nerrata:\n", types - 1));
    text.push_str(&format!("  - {{ about: response Thing.{way}Name, {says} }}\n"));
    text
}

#[test]
fn types_inside_of_types_are_bounded() {
    let files = |text: String| {
        [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new("acme/box/ListThings.yaml", text)]
    };
    let codes = |text| {
        let report = check(text);
        report.diagnostics().iter().map(|found| found.code.name()).collect::<Vec<_>>()
    };
    quick("as deep as may be", || {
        let options = Options { manifest: Manifest::Member, threads: 2, crate_size: Options::CRATE_SIZE };
        assert!(tablature_codegen::generate(&files(chain(32)), &options).is_ok());
    });
    quick("as many as may be", || assert_eq!(codes(chain(1_000)), ["too-deep"]));
    quick("more", || assert_eq!(codes(chain(1_001)), ["too-large"]));
    quick("many more", || assert_eq!(codes(chain(20_000)), ["too-large"]));
}

/// A spec of so many rows, types, enums, rules, errata and example values.
fn large(rows: usize) -> String {
    let mut text = String::from("action: ListThings\nrequest:\n");
    let mut add = |line: String| text.push_str(&line);
    (0..rows).for_each(|row| {
        add(format!("  Name{row}: {{ type: string, max_length: 10, default: a, doc: Name {row}. }}\n"))
    });
    add("response:\n  Things: { type: [Thing] }\ntypes:\n  Thing:\n".to_owned());
    (0..rows)
        .for_each(|row| add(format!("    Field{row}: {{ type: Kind, aliases: [Other{row}], doc: Field {row}. }}\n")));
    add("enums:\n  Kind:\n".to_owned());
    (0..rows).for_each(|row| add(format!("    value{row}: {{ label: label {row} }}\n")));
    add("rules:\n".to_owned());
    (1..rows).for_each(|row| add(format!("  - requires: {{ given: Name{row}, needs: [Name{}] }}\n", row - 1)));
    add("errors:\n".to_owned());
    (0..rows).for_each(|row| add(format!("  - {{ code: Invalid{row}, http: 400, field: Name{row} }}\n")));
    add("examples:\n  - request:\n      - Action=ListThings\n".to_owned());
    (0..rows).for_each(|row| add(format!("      - Name{row}=a\n")));
    add("    response:\n      Things:\n        - Field0: value0\n".to_owned());
    (1..rows).for_each(|row| add(format!("          Other{row}: value{row}\n")));
    add("errata:\n".to_owned());
    (0..rows).for_each(|row| add(format!("  - {{ about: 'response Things[].Field{row}', attribute: doc, says: {{ table: a, prose: b }}, decision: a }}\n")));
    text
}

#[test]
fn time_grows_with_the_size_of_a_spec() {
    let best = |text: &str| {
        let files =
            [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new("acme/box/ListThings.yaml", text)];
        let once = || {
            let start = ThreadTime::now();
            let report = tablature_codegen::check(&files);
            assert!(!report.has_errors(), "{}", report.human(&files, "", false));
            start.elapsed()
        };
        (0..3).map(|_| once()).min().unwrap()
    };
    let (small, big) = (large(200), large(2000));
    let (small, big) = (best(&small), best(&big));
    assert!(big < small * 25, "{small:?} became {big:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        check(text);
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(String::from_utf8_lossy(&bytes).into_owned());
    }

    #[test]
    fn yaml_like_text_is_survived(text in "[\\[\\]{}:,&*!#|>?@`'\"% \n\t\\-a-c0-9.~]{0,200}") {
        check(text);
    }

    #[test]
    fn a_spec_with_a_part_replaced_is_survived(from in 0..SPEC.len(), length in 0..40_usize, patch in "[\\[\\]{}:,&*!#|>'\" \n\\-a-zA-Z0-9.~\u{202e}\u{0}]{0,20}") {
        let start = (0..=from).rev().find(|index| SPEC.is_char_boundary(*index)).unwrap_or(0);
        let end = (start + length..=SPEC.len()).find(|index| SPEC.is_char_boundary(*index)).unwrap_or(SPEC.len());
        check(format!("{}{patch}{}", &SPEC[..start], &SPEC[end..]));
    }

    #[test]
    fn a_spec_with_two_lines_swapped_is_survived(first in 0..80_usize, second in 0..80_usize) {
        let mut lines: Vec<&str> = SPEC.lines().collect();
        let count = lines.len();
        lines.swap(first % count, second % count);
        check(lines.join("\n"));
    }
}

#[test]
fn line_ends_of_windows_are_read_and_not_shown() {
    let text = "action: ListThings\r\nrequest:\r\n  Name: { type: strng }\r\n";
    let files = [SourceFile::new("acme/box/ListThings.yaml", text)];
    let shown = tablature_codegen::check(&files).human(&files, "", false);
    assert!(!shown.contains(['\r', '␍']), "{shown}");
}
