//! What a run of `transcribe` lists, and what later ones count only.
#![cfg(feature = "pages")]

mod support;

use std::fs;

use support::{Bench, Run};

/// A page with a parameter that is guessed to be a secret.
fn page(action: &str) -> String {
    format!(
        "# Move it - {action}\n\n### 请求参数\n\n| 参数名 | 类型 | 描述 | 必填 |\n|--|--|--|--|\n| Password | string | 词，最多 9 字符 | Yes |\n\n\
         ### 响应字段\n\n| 字段名 | 类型 |\n|--|--|\n| RetCode | int |\n"
    )
}

/// Three pages of a service, and an index.
fn bench() -> Bench {
    let bench = Bench::empty();
    for action in ["MoveBoat", "SailBoat", "SinkBoat"] {
        bench.write(&format!("pages/boat-api/{action}.md"), page(action));
    }
    bench.write("pages/boat-api/index.md", "# Index\n");
    bench
}

fn transcribe(bench: &Bench, pages: &str, more: &[&str]) -> Run {
    bench.run(&[&["transcribe", pages, "--provider", "ucloud", "--into", "specs"], more].concat())
}

fn told(bench: &Bench) -> String {
    bench.read("specs/ucloud/boat/.pages/told")
}

#[test]
fn pages_that_say_what_they_said_are_counted() {
    let bench = bench();
    transcribe(&bench, "pages", &[]).exits(0).says("3 actions, 3 new, 0 changed, 0 unchanged, ");
    let again = transcribe(&bench, "pages", &[]).exits(0).says("0 new, 0 changed, 3 unchanged, ");
    assert_eq!(again.output.lines().count(), 2, "{}", again.output);
    let all = transcribe(&bench, "pages", &["--all"]).exits(0).says("boat-api/index.md:1:1: read: no action");
    assert_eq!(all.output.lines().count(), 3 + 3 + 1 + 2, "{}", all.output);
    bench.write("pages/boat-api/SailBoat.md", page("SailBoat").replace("最多 9", "最多 8"));
    let changed = transcribe(&bench, "pages", &[])
        .exits(0)
        .says("boat-api/SailBoat.md: SailBoat: 1 parameter, 1 field, 0 types\n")
        .says("changed: request Password: `max_length`: 8 instead of 9\n")
        .says("0 new, 1 changed, 2 unchanged, ");
    assert_eq!(changed.output.lines().count(), 4, "{}", changed.output);
}

#[test]
fn what_is_left_to_people_stands_last_with_what_to_do() {
    let bench = bench();
    bench.write("pages/boat-api/MoveBoat.md", page("MoveBoat").replace("| RetCode | int |", "| RetCode | no type |"));
    let run = transcribe(&bench, "pages", &[]).exits(1);
    let lines: Vec<_> = run.output.lines().rev().take(4).collect();
    assert!(lines[0].contains("with --settled") && lines[1].contains("1 not understood"), "{}", run.output);
    assert!(lines[3].starts_with("boat-api/MoveBoat.md:13:13: not understood: "), "{}", run.output);
    let settled = transcribe(&bench, "pages", &["--settled"]).exits(0);
    assert!(!settled.output.contains("with --settled"), "{}", settled.output);
}

#[test]
fn a_page_that_is_gone_with_its_spec_is_forgotten() {
    let bench = bench();
    transcribe(&bench, "pages", &[]).exits(0);
    let before = told(&bench);
    assert!(before.contains("SinkBoat.md SinkBoat") && before.contains(" index.md"), "{before}");
    fs::remove_file(bench.path("pages/boat-api/SinkBoat.md")).expect("removed");
    transcribe(&bench, "pages", &[]).exits(0);
    assert_eq!(told(&bench), before, "the spec is there, so that this may be a part of the pages");
    fs::remove_file(bench.path("specs/ucloud/boat/SinkBoat.yaml")).expect("removed");
    fs::remove_file(bench.path("specs/ucloud/boat/.pages/SinkBoat.yaml")).expect("removed");
    transcribe(&bench, "pages", &[]).exits(0);
    let others: Vec<_> = before.lines().filter(|line| !line.contains("SinkBoat")).collect();
    assert_eq!(told(&bench).lines().collect::<Vec<_>>(), others);
    transcribe(&bench, "pages", &[]).exits(0).says("0 guessed");
}

#[test]
fn a_run_on_a_part_of_the_pages_forgets_none_of_the_others() {
    let bench = bench();
    transcribe(&bench, "pages", &[]).exits(0);
    let before = told(&bench);
    bench.write("list.txt", "boat-api/MoveBoat.md\n");
    bench.write("crawled/boat-api/MoveBoat.md", page("MoveBoat"));
    transcribe(&bench, "pages/boat-api/MoveBoat.md", &["--service", "boat"]).exits(0);
    transcribe(&bench, "pages", &["--pages", "list.txt"]).exits(0);
    transcribe(&bench, "crawled", &[]).exits(0);
    assert_eq!(told(&bench), before);
}

#[test]
fn of_a_spec_that_is_written_anew_all_is_told_again() {
    let bench = bench();
    transcribe(&bench, "pages", &[]).exits(0).says("3 guessed");
    fs::remove_file(bench.path("specs/ucloud/boat/SinkBoat.yaml")).expect("removed");
    transcribe(&bench, "pages", &[]).exits(0).says("0 new").says("0 guessed");
    fs::remove_file(bench.path("specs/ucloud/boat/.pages/SinkBoat.yaml")).expect("removed");
    transcribe(&bench, "pages", &[]).exits(0).says("1 new").says("1 guessed");
}
