//! `diff` and `rules`: folders, revisions, exit status.

mod support;

use std::process::Command;

use support::Bench;

fn git(bench: &Bench, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@example.invalid"]).args(arguments);
    let output = command.current_dir(bench.path("")).output().expect("git can be run");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A clone in which the specs were committed, and narrowed since.
fn narrowed() -> Bench {
    let bench = Bench::new();
    git(&bench, &["init", "--quiet"]);
    git(&bench, &["add", "specs"]);
    git(&bench, &["commit", "--quiet", "--message", "State"]);
    let text = bench.read("specs/alpha/vm/ListImages.yaml");
    bench.write("specs/alpha/vm/ListImages.yaml", text.replace("max: 100", "max: 50"));
    bench
}

const CHANGE: &str = "alpha/vm/ListImages request limit max: 100 -> 50";

#[test]
fn revisions_are_read_without_touching_the_tree() {
    let bench = narrowed();
    let before = support::tree(&bench.path(""));
    bench
        .run(&["diff", "HEAD", "--specs", "specs"])
        .exits(0)
        .says(CHANGE)
        .says("HEAD:specs -> specs: 1 change in 1 place");
    assert!(support::tree(&bench.path("")) == before, "something was written");
    git(&bench, &["commit", "--quiet", "--all", "--message", "Narrowed"]);
    bench.run(&["diff", "HEAD~1", "HEAD", "--specs", "specs"]).exits(0).says(CHANGE);
    bench.run(&["diff", "HEAD~1:specs", "HEAD:specs/", "--specs", "specs"]).exits(0).says(CHANGE);
    bench.run(&["diff", "HEAD", "--specs", "specs"]).exits(0).says("no changes");
    // Nothing is asked of the files on disk when both sides are revisions.
    bench.write("specs/alpha/vm/ListImages.yaml", "action: [");
    bench.run(&["diff", "HEAD~1", "HEAD", "--specs", "specs"]).exits(0).says(CHANGE);
    bench.run(&["diff", "HEAD", "--specs", "specs"]).exits(1).complains("error[syntax]").complains("1 error in specs");
}

#[test]
fn folders_are_compared() {
    let bench = narrowed();
    bench.provider_in("old", "alpha", &["vm"]);
    bench.write("old/alpha/vm/ListImages.yaml", support::action_text("ListImages", "Lists images in other words."));
    bench
        .run(&["diff", "old", "specs"])
        .exits(0)
        .says(CHANGE)
        .says("compatible[service-added]: alpha/disk\n")
        .says("compatible[action-added]: alpha/vm/ListMachines\n");
}

#[test]
fn the_exit_status_is_what_was_asked_for() {
    let bench = narrowed();
    for (fail_on, status) in [("none", 0), ("wire", 1), ("api", 0), ("any", 1)] {
        bench.run(&["diff", "HEAD", "--specs", "specs", "--fail-on", fail_on]).exits(status);
    }
    let report = bench.run(&["diff", "HEAD", "--specs", "specs", "--format", "json"]).output;
    let report: serde_json::Value = serde_json::from_str(&report).expect("one object");
    let change = &report["changes"][0];
    let text = bench.read("specs/alpha/provider.yaml");
    let accepted = format!(
        "{text}accepted:\n  - {{ change: {}, fingerprint: {}, reason: Nobody asked for more. }}\n",
        change["address"], change["fingerprint"]
    );
    bench.write("specs/alpha/provider.yaml", accepted);
    let run = bench.run(&["diff", "HEAD", "--specs", "specs", "--fail-on", "any"]);
    run.exits(0).says("accepted: Nobody asked for more.").says("(1 accepted)");
}

#[test]
fn what_cannot_be_found_is_named() {
    let bench = narrowed();
    bench
        .run(&["diff", "nothing", "--specs", "specs"])
        .exits(2)
        .complains("`nothing` is neither a folder nor a git revision; `git fetch` brings");
    bench.run(&["diff", "--", "--all", "--specs"]).exits(2);
    bench.run(&["diff", "HEAD:nothing", "--specs", "specs"]).exits(1).complains("no spec (*.yaml) below HEAD:nothing");
    bench.run(&["diff", "HEAD", "--specs", "specs", "--format", "poem"]).exits(2);
    bench.run(&["diff"]).exits(2);
}

#[test]
fn a_clone_without_history_says_so() {
    let bench = narrowed();
    git(&bench, &["commit", "--quiet", "--all", "--message", "Narrowed"]);
    let url = format!("file://{}", bench.path("").display());
    git(&bench, &["clone", "--quiet", "--depth", "1", &url, "shallow"]);
    bench.run(&["diff", "HEAD", "--specs", "shallow/specs"]).exits(0).says("no changes");
    bench.run(&["diff", "HEAD~1", "--specs", "shallow/specs"]).exits(2).complains("`git fetch --unshallow`");
}

#[test]
fn the_rules_are_listed() {
    let run = Bench::empty().run(&["rules"]).exits(0);
    let rules = tablature_diff::rules::all();
    for rule in &rules {
        assert!(run.output.contains(&format!("  {} ", rule.id)), "{}", rule.id);
    }
    assert!(run.output.ends_with(&format!("\n{} rules\n", rules.len())));
}
