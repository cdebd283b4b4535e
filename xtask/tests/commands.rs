//! `check`, `show`, the command line as such.

mod support;

use std::process::{Command, Stdio};

use support::{Bench, Run};

fn with_mistake() -> Bench {
    let bench = Bench::new();
    let text = bench.read("specs/alpha/vm/ListImages.yaml").replace("required:", "requird:");
    bench.write("specs/alpha/vm/ListImages.yaml", text);
    bench
}

#[test]
fn check_speaks_three_formats() {
    let bench = with_mistake();
    bench
        .run(&["check", "--specs", "specs"])
        .exits(1)
        .says("specs/alpha/vm/ListImages.yaml:5")
        .says("`required`")
        .says("3 actions of 1 provider: 1 error\n");
    let json = bench.run(&["check", "--specs", "specs", "--format", "json"]).exits(1).output;
    let object: serde_json::Value = serde_json::from_str(json.trim()).expect("one object");
    assert_eq!((&object["severity"], &object["line"]), (&"error".into(), &5.into()));
    assert_eq!(object["file"], "specs/alpha/vm/ListImages.yaml");
    bench
        .run(&["check", "--specs", "specs", "--format", "github"])
        .exits(1)
        .says("::error file=specs/alpha/vm/ListImages.yaml,line=5,");
    let clean = Bench::new();
    for format in ["json", "github"] {
        let run = clean.run(&["check", "--specs", "specs", "--format", format]).exits(0);
        assert_eq!(run.output, "", "nothing to say");
    }
}

#[test]
fn paths_are_shown_from_where_the_user_is() {
    let bench = with_mistake();
    let specs = bench.specs();
    let run = |folder: &str| -> Run {
        let mut command = bench.command(&["check", "--specs"]);
        command.arg(&specs).current_dir(bench.path(folder)).output().expect("it starts").into()
    };
    run("").says(" specs/alpha/vm/ListImages.yaml:5");
    run("specs/alpha").says(" ../alpha/vm/ListImages.yaml:5");
}

#[test]
fn output_into_a_file_has_no_colour() {
    let bench = with_mistake();
    let run = bench.run(&["check", "--specs", "specs"]);
    assert!(!run.output.contains('\u{1b}'), "{}", run.output);
    let run = bench.generate(&[]);
    assert!(!run.errors.contains('\u{1b}'), "{}", run.errors);
}

#[test]
fn show_selects() {
    let bench = Bench::new();
    let actions = |selection: &[&str]| {
        let run = bench.run(&[&["show", "--specs", "specs", "--json"], selection].concat()).exits(0);
        let mut names: Vec<String> = run
            .output
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .filter_map(|fact| Some(fact["action"].as_str()?.to_owned()))
            .filter(|name| !name.is_empty())
            .collect();
        names.sort();
        names.dedup();
        names
    };
    assert_eq!(actions(&[]), ["ListDisks", "ListImages", "ListMachines"]);
    assert_eq!(actions(&["alpha"]), ["ListDisks", "ListImages", "ListMachines"]);
    assert_eq!(actions(&["alpha/vm"]), ["ListImages", "ListMachines"]);
    assert_eq!(actions(&["disk"]), ["ListDisks"]);
    for one in ["alpha/vm/ListImages", "vm/ListImages", "ListImages"] {
        assert_eq!(actions(&[one]), ["ListImages"]);
        let table = bench.run(&["show", "--specs", "specs", one]).exits(0).says("ListImages");
        assert!(!table.output.contains("ListMachines"), "{}", table.output);
    }
    let run = bench.run(&["show", "--specs", "specs", "vm/ListImagse"]).exits(1);
    assert_eq!(run.errors, "error: nothing is called `vm/ListImagse`; did you mean `vm/ListImages`?\n");
    assert_eq!(run.output, "");
}

#[test]
fn show_names_the_mistakes_of_the_specs() {
    with_mistake()
        .run(&["show", "--specs", "specs"])
        .exits(1)
        .complains("`required`")
        .complains("1 error in the specs");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let bench = Bench::new();
    for index in 0..200 {
        bench.action("alpha", "vm", &format!("ListThings{index}"), &"Lists things. ".repeat(20));
    }
    let commands: [&[&str]; 5] = [
        &["show", "--specs", "specs", "--json"],
        &["show", "--specs", "specs"],
        &["gen", "--specs", "specs", "--out", "out"],
        &["--help"],
        &["gen", "--help"],
    ];
    for arguments in commands {
        let mut command = bench.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        drop(child.stdout.take());
        let run: Run = child.wait_with_output().expect("it ends").into();
        assert_eq!((run.status, run.errors.as_str()), (0, ""), "{arguments:?}");
    }
    assert!(bench.out().join("src/lib.rs").is_file(), "the work is done all the same");
}

#[test]
fn help_teaches() {
    let bench = Bench::empty();
    for command in ["gen", "check", "show"] {
        bench.run(&[command, "--help"]).exits(0).says("Examples:\n  cargo xtask ").says("Exit status:\n  0  ");
    }
    bench.run(&["--help"]).exits(0).says("Usage: cargo xtask <COMMAND>").says("Exit status:");
    bench.run(&["ci", "--help"]).exits(0).says(".ci/run");
}

#[test]
fn wrong_usage_is_told_from_wrong_input() {
    let bench = Bench::empty();
    bench.run(&[]).exits(2).complains("Usage:");
    bench.run(&["chekc"]).exits(2).complains("check");
    bench.run(&["gen", "--chekc"]).exits(2).complains("--check");
    bench.run(&["check", "--format", "xml"]).exits(2).complains("human, json, github");
    bench.run(&["show", "a", "b"]).exits(2);
}

#[test]
fn the_steps_of_ci_are_a_valid_script() {
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci/run");
    let status = Command::new("bash").arg("-n").arg(script).status();
    assert!(status.expect("bash starts").success());
}
