//! How long generation takes, stage by stage: the specs of this repository, and 1,000 made-up actions.
//!
//! Stages are told apart by what the library offers: `read` loads, resolves and checks; what `generate` takes beyond
//! that is lowering, emitting and printing.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use tablature_bench::{Plan, median};
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Manifest, Options, generate, read};

fn main() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "| | actions | threads | read, ms | lower, emit, print, ms | all, ms | ms an action | specs, MB/s | Rust, MB/s |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let made_up = tablature_bench::specs(&Plan::new(1000));
    let made_up: Vec<SourceFile> = made_up.into_iter().map(|(path, text)| SourceFile { path, text }).collect();
    let own = own_specs();
    for (name, files, rounds) in [("this repository", &own, 30), ("made up", &made_up, 5)] {
        for threads in if threads > 1 { vec![1, threads] } else { vec![1] } {
            measure(name, files, threads, rounds);
        }
    }
}

fn measure(name: &str, files: &[SourceFile], threads: usize, rounds: usize) {
    let options = Options { manifest: Manifest::Member, threads, crate_size: Options::CRATE_SIZE };
    let (mut reading, mut all) = (Vec::new(), Vec::new());
    let (mut actions, mut written) = (0, 0);
    for _ in 0..rounds {
        let start = Instant::now();
        black_box(read(black_box(files), threads));
        reading.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let output =
            generate(black_box(files), &options).unwrap_or_else(|report| panic!("{}", report.human(files, "", false)));
        all.push(start.elapsed().as_secs_f64());
        actions = output.actions.len();
        written = output.files.values().map(String::len).sum();
    }
    let (reading, all) = (median(&mut reading), median(&mut all));
    let specs: usize = files.iter().map(|file| file.text.len()).sum();
    let speed = |bytes: usize| bytes as f64 / all / 1e6;
    println!(
        "| {name} | {actions} | {threads} | {:.1} | {:.1} | {:.1} | {:.2} | {:.1} | {:.1} |",
        reading * 1e3,
        (all - reading) * 1e3,
        all * 1e3,
        all * 1e3 / actions as f64,
        speed(specs),
        speed(written)
    );
}

/// The specs of this repository.
fn own_specs() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let mut files = Vec::new();
    collect(&root, "", &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(folder: &Path, name: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let own = entry.file_name().to_string_lossy().into_owned();
        let path = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else if own.ends_with(".yaml") {
            files.push(SourceFile { path, text: fs::read_to_string(entry.path()).expect("a spec is text") });
        }
    }
}
