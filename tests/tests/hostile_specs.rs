//! Texts of strangers in every place that has a text: what comes out is Rust that compiles without a warning and whose
//! documentation runs no code, or a diagnostic. And no name leads out of the folder.

use proptest::prelude::*;
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Output, generate};
use tablature_tests::cargo::Crate;
use tablature_tests::tree;
use tablature_tests::yaml::{Spec, provider, quoted};

/// Texts that could end a comment, a literal or a paragraph, run as code, or hide.
fn texts() -> Vec<String> {
    let short = [
        "*/",
        "/*",
        "*/ fn main() {} /*",
        "\"",
        "\"#",
        "\"##",
        "r#\"x\"#",
        "\\",
        "\\\\",
        "\\n",
        "\\u{202e}",
        "'",
        "{}",
        "{0:?}",
        "{",
        "%s",
        "```\npanic!()\n```",
        "```rust\npanic!()\n```",
        "```text\nx\n```",
        "~~~\npanic!()\n~~~",
        "```",
        "`",
        "``x``",
        "`a",
        "a`",
        "` a `",
        "    indented();",
        "x\n\n    indented();",
        "\tpanic!();",
        "<b>bold",
        "</details>",
        "<script>alert(1)</script>",
        "<!-- x",
        "&lt;",
        "[std::fs]",
        "[`x`]",
        "[x]",
        "[x](y)",
        "[x][y]",
        "[x]: https://a.example/",
        "![x](javascript:alert)",
        "[^1]",
        "[^1]: x",
        "- [ ] x",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "# Heading",
        "x\n===",
        "x\n---",
        "***",
        "---",
        "___",
        "> quote",
        "1. one",
        "1) one",
        "+ one",
        "* one",
        "- a\n  - b\nc",
        "#![deny(missing_docs)]",
        "#[test]",
        "$x$",
        "$crate",
        "~x~",
        "~~x~~",
        "**x",
        "__x__",
        "_x_",
        "x_",
        ":::",
        "=x",
        "!",
        "https://a.example/b_c_d",
        "x=https://a.example/?a=1&b=2",
        "链接：https://a.example/。",
        "<https://a.example/>",
        "https://",
        "http://a.example/\"onclick=",
        "www.a.example",
        "mailto:a@a.example",
        "a\u{a0}b",
        "\u{3000}x",
        "é\u{301}",
        "x\u{301}",
        "\u{301}",
        "../../etc/passwd",
        "C:\\x",
        "//",
        "///",
        "//!",
        "/** x */",
        "-",
        "=",
        ":",
        ".",
        "。",
        "@param",
        "\\0",
        "0",
        "3.14",
        "null",
        "true",
        "Self",
        "crate",
        "r#fn",
        "a  b",
        "`a - b`",
        "`-",
        "x `- y` z",
        "`[x]`",
        "`<b>`",
        "`\\`",
        "🦀",
        "\u{10ffff}",
        "\u{e000}",
        "A: b. C; d, e",
    ];
    let hidden = [
        "\0",
        "\u{1b}[2J",
        "\r",
        "a\rb",
        "a\r\nb",
        "\u{7f}",
        "\u{85}",
        "\u{ad}",
        "\u{61c}",
        "\u{200b}",
        "\u{200f}x",
        "\u{202e}x",
        "\u{2028}",
        "\u{2029}",
        "\u{2066}x",
        "\u{feff}",
        "\u{fff9}",
        "\u{e0041}",
    ];
    let bullet = "- x ".repeat(60);
    let long = [
        "x".repeat(100_000),
        "word ".repeat(20_000),
        "`".repeat(1_000),
        "[".repeat(1_000),
        "> ".repeat(300),
        "长".repeat(20_000),
        format!("`{bullet}`"),
        format!("{} # x", "word ".repeat(19)),
        "a\n".repeat(300),
        format!("`{}`", "a 1. ".repeat(50)),
        "* ".repeat(200),
    ];
    short
        .iter()
        .chain(&hidden)
        .map(|text| (*text).to_owned())
        .chain(long)
        .chain([String::new(), " ".to_owned(), "\n".to_owned()])
        .collect()
}

/// A spec with the text in every place that takes one; `part` chooses which.
const PARTS: usize = 9;

fn spec(name: &str, text: &str, part: usize) -> SourceFile {
    let text = quoted(text);
    let mut spec = Spec::new(name);
    match part {
        0 => spec.line(&format!("title: {text}\ndoc: {text}\nnotes: [{text}]")),
        1 => spec.line(&format!("source: {{ page: {text}, section: {text}, url: {text}, language: {text} }}\ndeprecated: {{ reason: {text}, use: {text} }}")),
        2 => spec.add("request", "Row", &format!("{{ type: string, doc: {text}, notes: [{text}], unit: {text}, required_for: {text}, only_for: {text} }}")),
        3 => spec
            .add("request", "Default", &format!("{{ type: string, default: {text} }}"))
            .add("request", "Is", &format!("{{ type: string, default_is: {text}, empty: {text}, deprecated: {{ reason: {text} }} }}")),
        4 => spec.add("request", "Row", &format!("{{ type: string, allowed: [{text}, other value] }}")).add("request", "Match", &format!("{{ type: string, pattern: {text} }}")),
        5 => spec
            .add("response", "Kind", "{ type: Kind }")
            .add("enums", "Kind", &format!("{{ doc: {text}, values: {{ {text}: {{ doc: {text}, except: [{text}] }}, other value: {text} }} }}")),
        6 => spec
            .add("tables", "Things", &format!("{{ doc: {text}, columns: {{ a: {{ doc: {text} }} }}, rows: [[{text}]] }}"))
            .line(&format!("errors: [{{ code: Bad, message: {text}, doc: {text} }}, {{ code: {text} }}]")),
        7 => spec.add("request", &text_of(&text), "{ type: string }").add("response", &text_of(&text), &format!("{{ type: Thing, aliases: [{text}] }}")).add(
            "types",
            "Thing",
            &format!("{{ doc: {text}, rows: {{ {text}: {{ type: string, doc: {text} }} }} }}"),
        ),
        _ => spec
            .add("request", "Row", "{ type: string }")
            .add("response", "Row", "{ type: string }")
            .add("response", "Number", "{ type: Rank }")
            .add("enums", "Rank", &format!("{{ 1: {{ label: {text} }} }}"))
            .example(&[format!("Row={}", text_of(&text))], &format!("{{ Row: {text} }}")),
    };
    spec.file("strange/texts")
}

/// What stands in the quotes.
fn text_of(quoted: &str) -> String {
    serde_json::from_str(quoted).expect("a text in quotes")
}

fn attempt(files: &[SourceFile]) -> Option<Output> {
    match generate(files, &tree::standalone(1)) {
        Ok(output) => Some(output),
        Err(report) => {
            assert!(!report.human(files, "specs", false).is_empty());
            None
        }
    }
}

#[test]
#[ignore = "larger suite: lints and documents a large crate"]
fn strange_texts_are_shown_or_refused() {
    let mut files = vec![provider("strange", &["texts"])];
    let mut refused = Vec::new();
    for (index, text) in texts().iter().enumerate() {
        for part in 0..PARTS {
            let one = spec(&format!("Text{index}Part{part}"), text, part);
            if attempt(&[files[0].clone(), one.clone()]).is_some() {
                files.push(one)
            } else {
                refused.push((part, text.chars().take(20).collect::<String>()))
            }
        }
    }
    files.extend(papers());
    // Prose is refused only for what cannot be seen; a wire value for nothing but what YAML cannot say.
    let prose = refused
        .iter()
        .filter(|(part, text)| *part == 0 && !text.trim().is_empty() && !text.chars().any(char::is_control));
    assert!(prose.clone().count() < 16, "{:?}", prose.collect::<Vec<_>>());
    let output = tree::generate(&files);
    Crate::write(env!("CARGO_TARGET_TMPDIR"), "strange", &output, &[]).pass_everything();
}

/// Providers and services with strange texts.
fn papers() -> Vec<SourceFile> {
    let mut files = Vec::new();
    for (index, text) in texts().iter().enumerate() {
        let (name, text) = (format!("paper{index}"), quoted(text));
        let mut paper = provider(&name, &[]);
        paper.text = paper.text.replace(
            "services: {  }",
            &format!("services: {{ texts: {{ title: {text}, doc: {text}, version: {text} }} }}"),
        );
        paper.text.push_str(&format!("title: {text}\ndoc: {text}\nnotes: [{text}]\ndeprecated: {{ reason: {text} }}\nerrors: [{{ code: Bad, message: {text} }}]\n"));
        let action = Spec::new("Go").file(&format!("{name}/texts"));
        if attempt(&[paper.clone(), action.clone()]).is_some() {
            files.extend([paper, action]);
        }
    }
    files
}

#[test]
fn numbers_beyond_reason_are_written_or_refused() {
    let mut files = vec![provider("strange", &["texts"])];
    let numbers = [
        "0",
        "-0",
        "-0.0",
        ".inf",
        "-.inf",
        ".nan",
        "1e400",
        "1e308",
        "5e-324",
        "9223372036854775807",
        "-9223372036854775808",
        "18446744073709551615",
        "1e19",
        "3.14",
        "-3.141592653589793",
        "0.318",
        "2.5e-7",
        "6.28",
        "1.618",
        "0x7f",
        "0o17",
    ];
    for (index, number) in numbers.iter().enumerate() {
        for (part, kind) in ["int", "float", "string"].iter().enumerate() {
            for (key, keys) in
                ["default", "min", "max", "above", "multiple_of", "max_length", "max_items"].iter().enumerate()
            {
                let mut one = Spec::new(&format!("Number{index}Part{part}Key{key}"));
                one.add("request", "Row", &format!("{{ type: {kind}, {keys}: {number} }}"));
                let one = one.file("strange/texts");
                if attempt(&[files[0].clone(), one.clone()]).is_some() {
                    files.push(one);
                }
            }
        }
    }
    Crate::write(env!("CARGO_TARGET_TMPDIR"), "numbers", &tree::generate(&files), &[]).cargo(&[
        "clippy",
        "--quiet",
        "--",
        "-Dwarnings",
    ]);
}

/// Below `src/`, or the manifest; parts of plain characters, none of them a way up.
fn is_clean(path: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.chars().all(|one| one.is_ascii_alphanumeric() || matches!(one, '_' | '.'))
    };
    path == "Cargo.toml"
        || path
            .strip_prefix("src/")
            .is_some_and(|rest| rest.split('/').all(plain) && rest.ends_with(".rs") && !path.contains(".."))
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z._/\\\\-]{1,12}",
        "[A-Za-z0-9._-]{1,20}",
        "\\PC{1,8}",
        "[一口镜像]{1,4}",
        Just("..".to_owned()),
        Just("../x".to_owned()),
        Just("con".to_owned()),
        Just("a/../../b".to_owned()),
        Just("CON.yaml".to_owned()),
        Just("/etc".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_name_leads_out_of_the_folder(provider_name in name(), service in name(), actions in proptest::collection::vec(name(), 1..4), tidy in any::<bool>()) {
        let (provider_name, service) = if tidy { ("acme".to_owned(), "box".to_owned()) } else { (provider_name, service) };
        let mut files = vec![provider(&provider_name, &[&service])];
        files.extend(actions.iter().map(|action| Spec::new(action).file(&format!("{provider_name}/{service}"))));
        for path in attempt(&files).into_iter().flat_map(|output| output.files.into_keys()) {
            prop_assert!(is_clean(&path), "{path:?}");
        }
    }
}
