//! Reading the specs folder.

mod support;

use support::{Bench, action_text};

#[test]
fn only_specs_are_read() {
    let bench = Bench::new();
    bench.write("specs/README.md", "not a spec");
    bench.write("specs/alpha/vm/.hidden.yaml", "not a spec");
    bench.write("specs/.git/config.yaml", "not a spec");
    bench.run(&["check", "--specs", "specs"]).exits(0).says("3 actions of 1 provider: no errors\n");
}

#[test]
fn a_file_with_another_ending_gets_a_hint() {
    let bench = Bench::new();
    bench.write("specs/alpha/vm/ListNets.yml", action_text("ListNets", "Lists networks."));
    let hint = "warning: specs/alpha/vm/ListNets.yml: not read: the name of a spec ends in `.yaml`; rename it\n";
    bench.run(&["check", "--specs", "specs"]).exits(0).says(hint);
    bench.generate(&[]).exits(0).complains(hint);
    let lonely = Bench::empty();
    lonely.write("specs/a.yml", "");
    lonely
        .run(&["check", "--specs", "specs"])
        .exits(1)
        .complains("there is no spec (*.yaml) below specs\nspecs/a.yml: not read");
}

#[test]
fn unreadable_files_are_named_all_at_once() {
    let bench = Bench::new();
    bench.write("specs/alpha/vm/Latin.yaml", b"action: Latin\ndoc: caf\xe9\n");
    bench.write("specs/alpha/vm/Huge.yaml", " ".repeat(2 * 1024 * 1024 + 1));
    let latin = "specs/alpha/vm/Latin.yaml: not UTF-8: line 2 holds other bytes";
    let huge = "specs/alpha/vm/Huge.yaml: larger than 2 MiB";
    bench.run(&["check", "--specs", "specs"]).exits(1).says(latin).says(huge);
    bench.generate(&[]).exits(1).complains(latin).complains(huge).complains("nothing was written");
    bench.run(&["show", "--specs", "specs"]).exits(1).complains(latin);
    assert!(!bench.out().exists());
    let json = bench.run(&["check", "--specs", "specs", "--format", "json"]).exits(1);
    let objects: Vec<serde_json::Value> =
        json.output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects[0]["file"], "specs/alpha/vm/Huge.yaml");
    assert_eq!(objects[1]["severity"], "error");
    let github = bench.run(&["check", "--specs", "specs", "--format", "github"]).exits(1);
    assert!(github.output.lines().all(|line| line.starts_with("::error file=specs/alpha/vm/")), "{}", github.output);
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;
    let bench = Bench::new();
    bench.write("secret.yaml", "password");
    symlink(bench.path("secret.yaml"), bench.path("specs/alpha/vm/Stolen.yaml")).expect("a link");
    symlink(bench.path("specs"), bench.path("specs/alpha/loop")).expect("a link");
    symlink("nowhere", bench.path("specs/alpha/vm/Dangling.yaml")).expect("a link");
    bench
        .run(&["check", "--specs", "specs"])
        .exits(1)
        .says("specs/alpha/vm/Stolen.yaml: a link that leads out of the specs folder")
        .says("specs/alpha/loop: a link to a folder is not followed")
        .says("specs/alpha/vm/Dangling.yaml: cannot be read");
}

#[test]
fn a_folder_without_specs_is_no_success() {
    let bench = Bench::empty();
    for command in [&["check"][..], &["show"], &["gen", "--out", "out"]] {
        bench.run(&[command, &["--specs", "specs"]].concat()).exits(1).complains("there is no spec");
        bench.run(&[command, &["--specs", "absent"]].concat()).exits(2).complains("absent is not a folder");
    }
}
