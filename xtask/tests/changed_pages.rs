//! The commands that read pages: what they write, and with what status they end.
#![cfg(feature = "pages")]

mod support;

use std::fs;

use support::{Bench, Run};

const PAGE: &str = "# Set a thing - SetThing\n\n## Request Parameters\n\n| Parameter name | Type | Description | Required |\n|---|---|---|---|\n\
| Name | string | The name. | Yes |\n| Size | int | The size, at most 20. | No |\n\n## Response Field\n\n\
| Field name | Type | Description | Required |\n|---|---|---|---|\n| Code | int | The code. | Yes |\n";

const SPEC: &str = "specs/ucloud/box/SetThing.yaml";
const MEMORY: &str = "specs/ucloud/box/.pages/SetThing.yaml";

fn transcribe(bench: &Bench, page: &str, more: &[&str]) -> Run {
    bench.write("page.md", page);
    let arguments = ["transcribe", "page.md", "--provider", "ucloud", "--service", "box", "--into", "specs"];
    bench.run(&[&arguments[..], more].concat())
}

#[test]
fn a_page_that_changed_changes_its_spec() {
    let bench = Bench::empty();
    transcribe(&bench, PAGE, &[]).exits(0).says("1 new");
    let edited = bench.read(SPEC).replace("  Size: { ", "  # In GB.\n  Size: { doc: How large., ");
    bench.write(SPEC, &edited);
    transcribe(&bench, &PAGE.replace("The name.", "A name."), &[])
        .exits(0)
        .says("0 new, 0 changed, 0 unchanged, 0 to be settled");
    assert_eq!(bench.read(SPEC), edited);
    transcribe(&bench, &PAGE.replace("at most 20", "at most 30"), &[])
        .exits(0)
        .says("changed: request Size: `max`: 30 instead of 20");
    assert_eq!(bench.read(SPEC), edited.replace("max: 20", "max: 30"));
    bench.run(&["check", "--specs", "specs"]).exits(0);
}

#[test]
fn a_conflict_is_told_until_it_is_settled() {
    let bench = Bench::empty();
    transcribe(&bench, PAGE, &[]).exits(0);
    let edited = bench.read(SPEC).replace("max: 20", "max: 25");
    bench.write(SPEC, &edited);
    let page = PAGE.replace("at most 20", "at most 30");
    for _ in 0..2 {
        transcribe(&bench, &page, &[])
            .exits(1)
            .says("conflict: request Size: `max`: the page says 30 now (it said 20), the spec says 25");
        assert_eq!(bench.read(SPEC), edited);
    }
    transcribe(&bench, &page, &["--settled"]).exits(0);
    transcribe(&bench, &page, &[]).exits(0).says("0 to be settled");
    assert_eq!(bench.read(SPEC), edited);
}

#[test]
fn guesses_are_told_once_and_counted_from_then_on() {
    let bench = Bench::empty();
    let page = PAGE.replace("\n\n## Response", "\n| Password | string | The word. | No |\n\n## Response");
    const GUESS: &str = "page.md:9:3: guess: `Password` looks like a secret";
    transcribe(&bench, &page, &[]).exits(0).says(GUESS).says("1 guessed, 0 not understood, 0 told before\n");
    let again = transcribe(&bench, &page, &[]).exits(0).says("0 guessed, 0 not understood, 1 told before; --all lists");
    assert!(!again.output.contains("guess:"), "{}", again.output);
    transcribe(&bench, &page, &["--all"]).exits(0).says(GUESS).says("0 guessed, 0 not understood, 1 told before\n");
    let other = page.replace("| Size |", "| PrivateKey | string | The key. | No |\n| Size |");
    let next = transcribe(&bench, &other, &[]).exits(0).says("guess: `PrivateKey`").says("1 guessed");
    assert!(!next.output.contains("`Password`"), "{}", next.output);
}

#[test]
fn what_was_not_understood_is_told_until_it_is_settled() {
    let bench = Bench::empty();
    let page = PAGE.replace("| Size | int |", "| Size | no type |");
    const GAP: &str = "page.md:8:10: not understood: `no type` is not a known type";
    transcribe(&bench, &page, &[]).exits(1).says(GAP);
    bench.write(SPEC, bench.read(SPEC).replace("Size: { type: any", "Size: { type: int"));
    transcribe(&bench, &page, &[]).exits(1).says(GAP);
    transcribe(&bench, &page, &["--settled"]).exits(0).says(GAP);
    transcribe(&bench, &page, &[]).exits(0).says("0 not understood, 2 told before");
    let reworded = page.replace("no type", "no such type");
    transcribe(&bench, &reworded, &[]).exits(1).says("`no such type` is not a known type");
}

#[test]
fn pages_whose_files_are_called_the_same_are_told_apart() {
    let bench = Bench::empty();
    let page = PAGE.replace("| Size | int |", "| Size | no type |");
    transcribe(&bench, &page, &["--settled"]).exits(0);
    transcribe(&bench, &page, &[]).exits(0);
    transcribe(&bench, &page.replace("SetThing", "GetThing"), &[]).exits(1).says("`no type` is not a known type");
    transcribe(&bench, &page, &[]).exits(0);
}

#[test]
fn nothing_is_written_when_what_was_told_cannot_be_read() {
    let bench = Bench::empty();
    transcribe(&bench, PAGE, &[]).exits(0);
    fs::write(bench.path("specs/ucloud/box/.pages/told"), b"\xff").expect("written");
    let spec = bench.read(SPEC);
    let page = PAGE.replace("at most 20", "at most 30");
    transcribe(&bench, &page, &[]).exits(1).complains(".pages/told");
    assert_eq!(bench.read(SPEC), spec);
    fs::remove_file(bench.path("specs/ucloud/box/.pages/told")).expect("removed");
    transcribe(&bench, &page, &[]).exits(0).says("changed: request Size: `max`: 30 instead of 20");
}

#[test]
fn a_spec_written_by_hand_is_only_compared() {
    let bench = Bench::empty();
    transcribe(&bench, PAGE, &[]).exits(0);
    let by_hand = bench.read(SPEC).replace("max: 20", "max: 25");
    bench.write(SPEC, &by_hand);
    fs::remove_file(bench.path(MEMORY)).expect("the memory is there");
    transcribe(&bench, PAGE, &[]).exits(1).says("`max`: the page says 20, the spec says 25");
    assert_eq!(bench.read(SPEC), by_hand);
    bench.write(SPEC, by_hand.replace("max: 25", "max: 20"));
    transcribe(&bench, PAGE, &[]).exits(0);
    assert!(!bench.read(MEMORY).is_empty());
}

#[test]
fn a_spec_that_was_taken_out_stays_out() {
    let bench = Bench::empty();
    transcribe(&bench, PAGE, &[]).exits(0);
    fs::remove_file(bench.path(SPEC)).expect("the spec is there");
    transcribe(&bench, PAGE, &[]).exits(0).says("was taken out of the specs");
    assert!(!bench.path(SPEC).exists());
}

#[test]
fn an_audit_fails_on_errors_only() {
    let bench = Bench::empty();
    let example = "\n## Request Example\n\n```\nhttps://api.example/?Action=SetThing\n&Size=3\n```\n";
    bench.write("page.md", format!("{PAGE}{example}"));
    bench
        .run(&["audit", "page.md", "--provider", "ucloud"])
        .exits(0)
        .says("warning[required-missing]")
        .says("0 errors, 1 warning");
    bench.write("ucloud/page.md", format!("{PAGE}{example}").replace("&Size=3", "&Size=three&Name=a"));
    bench.run(&["audit", "ucloud"]).exits(1).says("error[type-differs]").says("ucloud/page.md:");
    bench.run(&["audit", "ucloud", "--format", "json"]).exits(1).says("\"kind\":\"type-differs\"");
    bench.run(&["audit", "ucloud", "--format", "sarif"]).exits(1).says("\"version\": \"2.1.0\"");
    bench.run(&["audit", "page.md"]).exits(2).complains("--provider says it");
}

#[test]
fn an_audit_knows_the_providers_of_the_specs_that_it_is_given() {
    let bench = Bench::empty();
    bench.write("page.md", PAGE);
    let audit = ["audit", "page.md", "--provider", "nimbus", "--specs", "specs"];
    bench
        .run(&audit)
        .exits(2)
        .complains("no provider is known by the name `nimbus`")
        .complains("specs/nimbus/provider.yaml");
    bench.write(
        "specs/nimbus/provider.yaml",
        "provider: nimbus\ntitle: Nimbus\nmethod: GET\nsigning: { scheme: ucloud }\naction_parameter: Action\nlist_base: 0\n\
         source: { page: Overview, transcribed: 2026-11-22 }\nstatus: { field: Code, success: 0 }\nservices: {}\n",
    );
    bench.run(&audit).exits(0).says("1 page: 0 errors");
}

#[test]
fn an_audit_fails_on_what_the_specs_have_not_decided() {
    let bench = Bench::empty();
    let example = "\n## Request Example\n\n```\nhttps://api.example/?Action=SetThing\n&Name=a\n&Size=3\n```\n\n## Response Example\n\n\
                   ```json\n{\"Code\": \"none\"}\n```\n";
    transcribe(&bench, &format!("{PAGE}{example}"), &[]).exits(0);
    let audit = ["audit", "page.md", "--provider", "ucloud", "--specs", "specs"];
    bench.run(&audit).exits(1).says("error[type-differs]");
    let erratum =
        "{ about: response Code, attribute: type, says: { table: int, example: string }, decision: int, doc: A text. }";
    bench.write(SPEC, format!("{}\nerrata:\n  - {erratum}\n", bench.read(SPEC)));
    let run = bench.run(&audit).exits(0).says("0 errors, 0 warnings, 0 notes (--notes shows them); 1 more decided");
    assert!(!run.output.contains("type-differs"), "{}", run.output);
    bench.run(&[&audit[..], &["--format", "json"]].concat()).says("\"decision\":\"ucloud/box/SetThing.yaml: A text.\"");
    bench
        .run(&[&audit[..], &["--format", "sarif"]].concat())
        .says("\"justification\": \"ucloud/box/SetThing.yaml: A text.\"");
    bench.write("page.md", format!("{PAGE}{example}").replace("Size=3", "Size=x"));
    bench.run(&audit).exits(1).says("`Size`").says("1 error,");
}
