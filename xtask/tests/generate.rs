//! `gen`: what it writes, what it leaves alone, and what it says.

mod support;

use std::fs;
use std::time::SystemTime;

use support::{Bench, tree};

const IMAGES: &str = "src/alpha/vm/list_images.rs";

fn modified(bench: &Bench, path: &str) -> SystemTime {
    fs::metadata(bench.out().join(path)).and_then(|data| data.modified()).expect("a time")
}

#[test]
fn a_new_folder_becomes_a_crate_and_the_second_run_has_nothing_to_do() {
    let bench = Bench::new();
    let run = bench.generate(&[]).exits(0).says("created  out/Cargo.toml\n").says(&format!("created  out/{IMAGES}\n"));
    assert!(run.output.contains("3 actions of 1 provider: "), "{}", run.output);
    assert!(bench.read("out/Cargo.toml").contains("[workspace]"), "a crate of its own");
    let (first, time) = (bench.tree(), modified(&bench, IMAGES));
    bench.generate(&[]).exits(0).says("3 actions of 1 provider: nothing to do (");
    assert_eq!(first, bench.tree());
    assert_eq!(time, modified(&bench, IMAGES), "not written again");
    assert_eq!(bench.neighbours(), Vec::<String>::new(), "nothing is left beside the output");
}

#[test]
fn an_empty_folder_will_do() {
    let bench = Bench::new();
    bench.write("out/.git/HEAD", "ref: refs/heads/main\n");
    bench.write("out/target/CACHEDIR.TAG", "");
    bench.generate(&[]).exits(0);
    assert_eq!(bench.read("out/.git/HEAD"), "ref: refs/heads/main\n");
    assert!(bench.out().join("target/CACHEDIR.TAG").is_file());
    assert!(bench.out().join("src/lib.rs").is_file());
    assert_eq!(bench.neighbours(), Vec::<String>::new());
}

#[test]
fn one_changed_row_changes_one_file() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    let before = bench.tree();
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    let run = bench.generate(&[]).exits(0);
    let lines: Vec<&str> = run.output.lines().collect();
    assert_eq!(lines[0], format!("changed  out/{IMAGES}"));
    assert!(lines[1].starts_with("3 actions of 1 provider: 1 file changed ("), "{}", lines[1]);
    let changed: Vec<String> =
        bench.tree().into_iter().filter(|(path, text)| before.get(path) != Some(text)).map(|(path, _)| path).collect();
    assert_eq!(changed, [IMAGES]);
}

#[test]
fn several_changes_leave_the_other_files_untouched() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    bench.write("out/Cargo.lock", "made by cargo");
    bench.write("out/target/debug/x", "made by cargo");
    bench.write("out/src/alpha/notes.txt", "made by hand");
    let time = modified(&bench, "src/alpha/disk/list_disks.rs");
    bench.provider("beta", &["net"]);
    bench.action("beta", "net", "ListNets", "Lists networks.");
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    let run = bench.generate(&[]).exits(0);
    for line in ["created  out/src/beta/net/list_nets.rs", "changed  out/src/lib.rs", "changed  out/Cargo.toml"] {
        assert!(run.output.contains(line), "no {line:?} in\n{}", run.output);
    }
    assert_eq!(modified(&bench, "src/alpha/disk/list_disks.rs"), time, "cargo sees no change");
    for (path, text) in [("Cargo.lock", "cargo"), ("target/debug/x", "cargo"), ("src/alpha/notes.txt", "hand")] {
        assert_eq!(bench.read(&format!("out/{path}")), format!("made by {text}"));
    }
    assert_eq!(bench.neighbours(), Vec::<String>::new());
}

#[test]
fn orphans_are_removed_with_their_folders() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    bench.provider("alpha", &["vm"]);
    fs::remove_dir_all(bench.path("specs/alpha/disk")).expect("removed");
    bench.generate(&[]).exits(0).says("removed  out/src/alpha/disk/list_disks.rs\n");
    assert!(!bench.out().join("src/alpha/disk").exists());
    let left_by_a_merge = bench.read(&format!("out/{IMAGES}"));
    bench.write("out/src/alpha/lost/one.rs", &left_by_a_merge);
    bench.generate(&[]).exits(0).says("removed  out/src/alpha/lost/one.rs\n").says("1 file removed (");
    assert!(!bench.out().join("src/alpha/lost").exists());
}

/// One action more than a crate holds; the number is the library's.
#[test]
fn a_provider_that_outgrows_a_crate_is_divided_and_put_together_again() {
    let bench = Bench::new();
    let more = tablature_codegen::Options::CRATE_SIZE - 2;
    (0..more).for_each(|number| bench.action("alpha", "vm", &format!("ListThings{number}"), "Lists things."));
    bench.generate(&[]).exits(0).says("created  out/src/alpha/vm/Cargo.toml\n");
    assert!(bench.read("out/src/alpha/mod.rs").contains("pub use tablature_service_alpha_vm as vm;"));
    bench.generate(&["--check"]).exits(0);
    // One row, with all else taken over from the run before.
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    bench.generate(&[]).exits(0).says("changed  out/src/alpha/vm/list_images.rs\n").says("1 file changed");
    fs::remove_file(bench.path("specs/alpha/vm/ListThings0.yaml")).expect("removed");
    bench.generate(&[]).exits(0).says("removed  out/src/alpha/vm/Cargo.toml\n").says("removed  out/src/alpha/lib.rs\n");
    assert!(bench.read("out/src/alpha/mod.rs").contains("pub mod vm;"));
    bench.generate(&["--check"]).exits(0);
}

#[test]
fn foreign_files_are_reported_and_kept() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    bench.write("out/src/by_hand.rs", "// mine\n");
    bench.write("out/src/.by_hand.rs.swp", "an editor's");
    bench.generate(&[]).exits(0).says("foreign  out/src/by_hand.rs\n").says("nothing to do");
    let run = bench.generate(&["--check"]).exits(1).says("foreign  out/src/by_hand.rs\n").says("by hand");
    assert!(!run.output.contains("swp") && !run.output.contains("repair with"), "{}", run.output);
    assert_eq!(bench.read("out/src/by_hand.rs"), "// mine\n");
}

#[test]
fn check_lists_everything_and_writes_nothing() {
    let bench = Bench::new();
    bench.generate(&["--check"]).exits(1).says("missing  out/Cargo.toml\n");
    assert!(!bench.out().exists());
    bench.generate(&[]).exits(0);
    bench.generate(&["--check"]).exits(0).says("3 actions of 1 provider: out is up to date\n");
    fs::remove_file(bench.out().join("src/alpha/vm/list_machines.rs")).expect("removed");
    let text = bench.read(&format!("out/{IMAGES}"));
    bench.write(&format!("out/{IMAGES}"), format!("{text}// edited\n"));
    bench.write("out/src/old.rs", &text);
    let before = bench.tree();
    bench
        .generate(&["--check"])
        .exits(1)
        .says("missing  out/src/alpha/vm/list_machines.rs\n")
        .says(&format!("differs  out/{IMAGES}\n"))
        .says("orphan   out/src/old.rs\n")
        .says("3 files are not what the specs call for; repair with: cargo xtask gen --specs specs --out out\n");
    assert_eq!(before, bench.tree());
    bench.generate(&[]).exits(0);
    bench.generate(&["--check"]).exits(0);
}

#[test]
fn folders_with_other_things_are_refused() {
    let bench = Bench::new();
    bench.write("out/thesis.tex", "ten years");
    bench.generate(&[]).exits(2).complains("out holds things that `gen` did not write (thesis.tex, for one)");
    assert_eq!(bench.tree().len(), 1);
    bench.generate(&["--check"]).exits(1);
    bench.write("plain", "a file");
    bench.run(&["gen", "--specs", "specs", "--out", "plain"]).exits(2).complains("plain is not a folder");
    bench.run(&["gen", "--specs", "specs", "--out", "/"]).exits(2).complains("root");
}

#[test]
fn what_stands_in_the_way_is_not_overwritten() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    bench.write("out/src/lib.rs", "// written by hand\n");
    bench.generate(&[]).exits(2).complains("in the way, and not written by `gen`: out/src/lib.rs");
    assert_eq!(bench.read("out/src/lib.rs"), "// written by hand\n");
    bench.generate(&["--check"]).exits(1).says("foreign  out/src/lib.rs");
    bench.write("out/src/lib.rs", "");
    bench.generate(&[]).exits(0).says("changed  out/src/lib.rs");
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    fs::rename(bench.out().join("src"), bench.path("elsewhere")).expect("moved");
    std::os::unix::fs::symlink(bench.path("elsewhere"), bench.out().join("src")).expect("a link");
    let before = tree(&bench.path("elsewhere"));
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    bench.generate(&[]).exits(2).complains("in the way, and not written by `gen`: out/src;");
    assert_eq!(before, tree(&bench.path("elsewhere")));
    let named = bench.path("named");
    std::os::unix::fs::symlink("real", &named).expect("a link");
    fs::create_dir(bench.path("real")).expect("a folder");
    bench.run(&["gen", "--specs", "specs", "--out", "named"]).exits(0);
    assert!(named.is_symlink() && bench.path("real/src/lib.rs").is_file(), "the folder behind the link is meant");
}

#[test]
fn specs_with_errors_change_nothing() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    let before = bench.tree();
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    let text = bench.read("specs/alpha/vm/ListMachines.yaml").replace("required:", "requird:");
    bench.write("specs/alpha/vm/ListMachines.yaml", text);
    for more in [&[][..], &["--check"]] {
        let run = bench.generate(more).exits(1).complains("specs/alpha/vm/ListMachines.yaml:5").complains("requird");
        assert!(run.errors.ends_with("error: 1 error in the specs; nothing was written\n"), "{}", run.errors);
    }
    assert_eq!(before, bench.tree());
}

#[test]
fn a_folder_that_cannot_be_written_stays_as_it_was() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    let before = bench.tree();
    bench.action("alpha", "vm", "ListImages", "Lists images, newest first.");
    // The staging folder cannot be made where a file has its name.
    bench.write(".out.gen-staging", "");
    bench.generate(&[]).exits(1).complains(".out.gen-staging");
    assert_eq!(before, bench.tree());
}

#[test]
fn what_a_killed_run_had_under_way_arrives() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    let before = bench.tree();
    bench.write(".out.gen-staging/journal", "\0target\0../specs");
    bench.write(".out.gen-staging/new/target/debug/x", "made by cargo");
    bench.write(".out.gen-staging/new/src/lib.rs", "from the tree before");
    bench.generate(&["--check"]).exits(0);
    bench.generate(&[]).exits(0).says("nothing to do");
    assert_eq!(bench.read("out/target/debug/x"), "made by cargo");
    assert_eq!(bench.tree().len(), before.len() + 1);
    assert_eq!(bench.neighbours(), Vec::<String>::new());

    bench.write(".out.gen-staging/journal", "\0target");
    bench.write(".out.gen-staging/new/target/debug/x", "made earlier");
    bench
        .generate(&[])
        .exits(1)
        .complains("a run that was stopped left .out.gen-staging/new/target, but there is out/target now");
    assert_eq!(bench.read(".out.gen-staging/new/target/debug/x"), "made earlier", "nothing is lost");
}

#[test]
fn the_same_specs_give_the_same_bytes_anywhere() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    bench.run(&["gen", "--specs", "specs", "--out", "deep/er/out"]).exits(0);
    assert_eq!(bench.tree(), tree(&bench.path("deep/er/out")));
}

#[test]
fn warnings_are_told_again_by_every_run() {
    let bench = Bench::new();
    let disks = "specs/alpha/disk/ListDisks.yaml";
    bench.write(disks, bench.read(disks) + "enums:\n  Spare: { a: The first. }\n");
    let warning = "disk/ListDisks.yaml:";
    bench.generate(&[]).exits(0).complains(warning);
    bench.generate(&[]).exits(0).says("nothing to do").complains(warning);
    // Only the other service is read again.
    bench.action("alpha", "vm", "ListImages", "Lists all images.");
    bench.generate(&[]).exits(0).says("1 file changed").complains(warning);
    bench.action("alpha", "disk", "ListDisks", "Lists disks.");
    assert_eq!(bench.generate(&[]).exits(0).errors, "", "there is nothing to warn of any more");
}

#[test]
#[ignore = "compiles the crate; part of the larger suites"]
fn the_crate_builds_where_it_stands() {
    let bench = Bench::new();
    bench.generate(&[]).exits(0);
    let status = std::process::Command::new(env!("CARGO"))
        .args(["check", "--all-features", "--quiet", "--target-dir"])
        .arg(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("standalone"))
        .current_dir(bench.out())
        .status();
    assert!(status.expect("cargo starts").success());
}
