//! A run that is killed, at whatever moment, leaves the old tree or the new one; so do runs that overlap.

mod support;

use std::collections::BTreeMap;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use support::{Bench, action_text};

type Tree = BTreeMap<String, Vec<u8>>;

const SPECS: [&str; 2] = ["specs", "other"];
const STAGING: &str = ".out.gen-staging";

/// Two states of the specs that differ in every generated file, the manifest included, and the trees they become.
struct States {
    bench: Bench,
    trees: [Tree; 2],
}

impl States {
    fn new(actions: usize) -> Self {
        let bench = Bench::empty();
        let services = [&["vm"][..], &["disk", "vm"]];
        for (specs, services) in SPECS.iter().zip(services) {
            bench.provider_in(specs, "alpha", services);
            for (service, index) in services.iter().flat_map(|service| (0..actions).map(move |index| (service, index)))
            {
                let action = format!("List{index}");
                let text = action_text(&action, &format!("As {specs} has it."));
                bench.write(&format!("{specs}/alpha/{service}/{action}.yaml"), text);
            }
        }
        let trees = SPECS.map(|specs| {
            bench.run(&["gen", "--specs", specs, "--out", "out"]).exits(0);
            bench.tree()
        });
        assert!(trees[0].keys().ne(trees[1].keys()), "files are created and removed");
        assert_ne!(trees[0]["Cargo.toml"], trees[1]["Cargo.toml"], "the manifest changes as well");
        Self { bench, trees }
    }

    /// Starts a run towards a state.
    fn start(&self, state: usize) -> Child {
        let mut command = self.bench.command(&["gen", "--specs", SPECS[state], "--out", "out"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
    }

    /// Which state the output folder is in; anything else is a failure.
    fn found(&self) -> usize {
        let mut tree = self.bench.tree();
        tree.retain(|path, _| !path.starts_with("target/"));
        self.trees.iter().position(|state| *state == tree).unwrap_or_else(|| {
            let differing = tree.iter().filter(|(path, text)| self.trees[0].get(*path) != Some(text)).count();
            panic!("a mixture: {} files, {differing} of them not of the first state", tree.len())
        })
    }

    /// A whole run towards a state: it tidies up after the one before, whatever there is to do.
    fn settle(&self, state: usize) {
        let run = self.bench.run(&["gen", "--specs", SPECS[state], "--out", "out"]).exits(0);
        assert_eq!(self.found(), state, "{}", run.output);
        assert!(!self.bench.path(STAGING).exists());
    }

    /// Starts runs towards the other state and kills each when `wait` returns. Counts the kills that came too early
    /// for a change, and the others.
    fn kill(&self, rounds: u32, wait: impl Fn(u32, &mut Child)) -> [u32; 2] {
        let mut counts = [0, 0];
        for round in 0..rounds {
            let state = self.found();
            let mut child = self.start(1 - state);
            wait(round, &mut child);
            child.kill().expect("killed");
            child.wait().expect("ended");
            counts[usize::from(self.found() != state)] += 1;
            if self.bench.path(STAGING).exists() {
                self.settle(self.found());
            }
        }
        counts
    }
}

/// Moments spread over the whole run.
fn kill_throughout(actions: usize, rounds: u32) {
    let states = States::new(actions);
    let start = Instant::now();
    states.start(1 - states.found()).wait().expect("a whole run");
    let whole = start.elapsed();
    states.kill(rounds, |round, _| std::thread::sleep(whole * round / rounds));
    states.settle(0);
    states.settle(1);
}

/// Moments a little apart, from when this appears in the folder where a run prepares its work. What others put into
/// the output folder is never lost.
fn kill_after(appears: &str, actions: usize, rounds: u32, step: Duration) -> [u32; 2] {
    let mut states = States::new(actions);
    let by_cargo = b"made by cargo".to_vec();
    for path in ["Cargo.lock", "target/debug/x"] {
        states.bench.write(&format!("out/{path}"), &by_cargo);
    }
    for tree in &mut states.trees {
        tree.insert("Cargo.lock".into(), by_cargo.clone());
    }
    let signal = states.bench.path(STAGING).join(appears);
    let counts = states.kill(rounds, |round, child| {
        while !signal.exists() && child.try_wait().expect("a child").is_none() {
            std::hint::spin_loop();
        }
        let start = Instant::now();
        while start.elapsed() < step * round {
            std::hint::spin_loop();
        }
    });
    states.settle(0);
    states.settle(1);
    assert_eq!(states.bench.tree()["target/debug/x"], by_cargo);
    counts
}

#[test]
fn killed_at_any_moment() {
    kill_throughout(20, 15);
}

#[test]
fn killed_while_the_files_are_written() {
    kill_after("new", 20, 15, Duration::from_micros(200));
}

#[test]
fn killed_at_the_switch() {
    kill_after("journal", 20, 30, Duration::from_micros(10));
}

#[test]
#[ignore = "takes several minutes; part of the larger suites"]
fn killed_at_many_moments() {
    kill_throughout(200, 60);
    kill_after("new", 200, 60, Duration::from_micros(500));
    let counts = kill_after("journal", 200, 200, Duration::from_micros(5));
    assert!(counts[1] > 0, "some kills came after the switch: {counts:?}");
    println!("killed at the switch: {} before, {} after", counts[0], counts[1]);
}

#[test]
fn runs_that_overlap_wait_for_each_other() {
    let states = States::new(20);
    for _ in 0..5 {
        let children: Vec<Child> = (0..6).map(|index| states.start(index % 2)).collect();
        for mut child in children {
            assert!(child.wait().expect("ended").success());
        }
        states.found();
    }
    assert!(!states.bench.path(STAGING).exists());
}
