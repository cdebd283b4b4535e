//! Reading takes time in proportion to what is read. Time of the processor is counted, and only that of this process: other
//! work of the machine makes no difference. So each test has to be alone, and others stand in other files.

use std::time::Duration;

use cpu_time::ProcessTime;
use tablature_transcribe::dialect::DIALECTS;
use tablature_transcribe::{Job, Outcome, PageFile, Settings, transcribe};

fn transcribed(pages: &[PageFile], dialect: usize) -> Outcome {
    let settings = Settings::default();
    transcribe(&Job {
        pages,
        dialect: &DIALECTS[dialect],
        settings: &settings,
        is_live: None,
        threads: 1,
        on_page: &|| {},
    })
}

fn page(index: usize, text: String) -> PageFile {
    PageFile { path: format!("{index}.md"), service: "s".to_owned(), text }
}

/// `cargo xtask corpus DIR --times 1,10,100` prints the same of real pages.
#[test]
#[ignore = "takes a while"]
fn time_grows_with_the_number_of_pages_and_no_faster() {
    let text = |index: usize| format!("# A - DescribeThing{index}\n\n### 请求参数\n\n{}", HEAD_AND_ROWS.repeat(3));
    let time = |count: usize| {
        let pages: Vec<_> = (0..count).map(|index| page(index, text(index))).collect();
        let start = ProcessTime::now();
        assert_eq!(transcribed(&pages, 4).specs.len(), count);
        start.elapsed()
    };
    let times = [100, 1_000, 10_000].map(time);
    println!("100, 1,000 and 10,000 pages: {times:?}");
    assert!(times[2] < times[0].max(Duration::from_millis(5)) * 400, "{times:?}");
}

const HEAD_AND_ROWS: &str = "|参数名|类型|描述|\n|-|-|-|\n|a|int|默认 1，最大 20|\n|b|string|取值：x、y|\n";

/// Pages that are one thing, many times.
const REPEATED: &[&str] = &[
    "| a | string | b | Yes |\n",
    "|",
    "<table>",
    "<td>",
    "<table><tr><td>x<td>y",
    "<pre>\n# x\n",
    "**",
    "[",
    "](",
    "`",
    "- ",
    "\t- x\n",
    "# A - DescribeThing\n\n### 请求参数\n\n|参数名|类型|\n|-|-|\n|a|int|\n\n",
    "\n#### M\n\n|字段名|类型|\n|-|-|\n|a|[*M*](#M)|\n",
    "| x | y\n",
    "{\"a\":",
    "&a=b\n",
    "a Int x\n",
    "> ",
    "```\n",
    "<",
    "&",
    "\\",
    "_a_",
];

/// A page whose answer has as many objects as there are tables of their fields, a table below the name of each.
fn objects(count: usize) -> String {
    let rows: String = (0..count).map(|index| format!("|F{index}|object|\n")).collect();
    let table = |index: usize| format!("\nF{index}：\n\n|字段名|类型|\n|-|-|\n|Id{index}|string|\n");
    format!("{ACTION}### 响应字段\n\n|字段名|类型|\n|-|-|\n{rows}{}", (0..count).map(table).collect::<String>())
}

const ACTION: &str = "# A - DescribeThing\n\n### 请求参数\n\n|参数名|类型|\n|-|-|\n|b|int|\n\n";

/// What disturbs is least in the quickest of three.
fn quickest(text: &str) -> Duration {
    let once = |_| {
        let start = ProcessTime::now();
        transcribed(&[page(0, text.to_owned())], 3);
        start.elapsed()
    };
    (0..3).map(once).min().unwrap_or_default()
}

#[test]
fn time_grows_with_the_page_and_no_faster() {
    for piece in REPEATED {
        let head = format!("{ACTION}### 响应字段\n\n|字段名|类型|\n|-|-|\n|c|M|\n\n### 示例\n");
        let time = |size: usize| quickest(&format!("{head}{}", piece.repeat(size / piece.len())));
        let (small, large) = (time(20_000).max(Duration::from_millis(2)), time(200_000));
        assert!(large < small * 25, "{piece:?}: {small:?} for 20 kB, {large:?} for 200 kB");
    }
    let (small, large) = (quickest(&objects(50)), quickest(&objects(500)));
    // Each table beside each row would take more than twenty times as long.
    assert!(large < small * 16, "{small:?} for 50 objects and their tables, {large:?} for 500");
}
