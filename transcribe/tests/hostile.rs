//! Pages of strangers: whatever they hold, reading ends, soon, and without a panic; and `check` takes what comes out.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tablature_codegen::source::SourceFile;
use tablature_transcribe::dialect::DIALECTS;
use tablature_transcribe::{Job, Outcome, PageFile, Settings, transcribe};

fn read(provider: usize, text: String) -> Outcome {
    let pages = [PageFile { path: "p.md".to_owned(), service: "s".to_owned(), text }];
    transcribe(&Job {
        pages: &pages,
        dialect: &DIALECTS[provider % DIALECTS.len()],
        settings: &Settings::default(),
        is_live: None,
        threads: 1,
        on_page: &|| {},
    })
}

const PROVIDER: &str =
    "provider: X\nmethod: GET\nsigning: { scheme: ucloud }\naction_parameter: Act\nservices: { s: {} }\n";

/// Errors of `check` in the specs of an outcome.
fn errors(outcome: &Outcome) -> String {
    let Some(provider) = outcome.specs.keys().next().and_then(|path| path.split('/').next()) else {
        return String::new();
    };
    let text = PROVIDER.replace('X', provider);
    let mut files = vec![SourceFile { path: format!("{provider}/provider.yaml"), text }];
    files.extend(outcome.specs.iter().map(|(path, text)| SourceFile { path: path.clone(), text: text.clone() }));
    let report = tablature_codegen::check(&files);
    if report.has_errors() { report.human(&files, "", false) } else { String::new() }
}

/// Pieces of pages, put together at random.
const PIECES: &[&str] = &[
    "# DescribeThing\n",
    "## 2.1 x - SetThing\n",
    "### 请求参数\n",
    "### 响应字段\n",
    "**Request Parameters**\n",
    "示例\n",
    "| 参数名 | 类型 | 描述 | 必填 |\n",
    "|--|--|--|--|\n",
    "| a | string | b | Yes |\n",
    "| a.b.n | array[X] | b | No |\n",
    "| Action | String |",
    "#### X\n",
    "<table><tr><td>",
    "<td>",
    "</table>",
    "<pre>",
    "```\n",
    "\n\n",
    "|",
    "{\"a\": [1, {\"b\": null}]}\n",
    "https://x/?Action=SetThing&a=%E4&b.1=2\n",
    "参数名称 类型 描述\n",
    "a Int x\n",
    "名称 |\n类型 |\n",
    "- x\n",
    "> ",
    "\u{202e}",
    "`",
    "**",
    "[",
    "](#x)",
    "\\",
    "&#0;",
    "---\ntitle: \"y\"\n---\n",
    "| | int | |\n",
    "| a- | x y | |\n",
    "| true | int | null | Yes |\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_page(bytes in proptest::collection::vec(any::<u8>(), 0..2000), provider in 0..5usize) {
        read(provider, String::from_utf8_lossy(&bytes).into_owned());
    }

    #[test]
    fn any_pieces_are_a_page(pieces in proptest::collection::vec(0..PIECES.len(), 0..60), provider in 0..5usize) {
        let text: String = pieces.iter().map(|index| PIECES[*index]).collect();
        let outcome = read(provider, text);
        prop_assert_eq!(errors(&outcome), "");
    }
}

/// Pages that a reader could make far larger than they are.
#[test]
fn small_pages_stay_small() {
    let table =
        |cells: &str| format!("# A - DescribeThing\n\n### 请求参数\n\n<table><tr><td>参数名<td>类型<td>描述{cells}");
    let json = |fields: &str| {
        format!(
            "# DescribeThing\n\n## 响应字段\n\n|字段名|类型|\n|-|-|\n|a|int|\n\n## 响应示例\n\n```\n{{{fields}}}\n```\n"
        )
    };
    let wide: String = (0..5_000).map(|index| format!("\"k{index}\": [{{ \"v\": 1 }}], ")).collect();
    let branches: String =
        (0..5_000).map(|index| format!("|{}a{index}|Array|\n", "└".repeat(index % 300 + 1))).collect();
    for page in [
        table("<tr><td rowspan=999999999>a<td colspan=999999999>int<td>x").repeat(3),
        table(&"<tr><td rowspan=65535 colspan=65535>a<td>int<td>x".repeat(2_000)),
        table(&format!("<tr><td rowspan=100>{}<td>int{}", "y".repeat(50_000), "<tr><td>x".repeat(500))),
        json(&format!("{wide}\"z\": 1")),
        json(&"\"a\": {".repeat(5_000)),
        format!("# A - DescribeThing\n\n### 响应字段\n\n|字段名|类型|\n|-|-|\n{branches}"),
    ] {
        let (size, start) = (page.len(), Instant::now());
        let outcome = read(4, page);
        let written: usize = outcome.specs.values().chain(outcome.memories.values()).map(String::len).sum();
        assert!(written < size * 12, "{written} bytes of {size}");
        assert!(start.elapsed() < Duration::from_secs(20), "{:?} for {size} bytes", start.elapsed());
    }
}
