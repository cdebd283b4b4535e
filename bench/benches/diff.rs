//! How long a diff takes: as many made-up actions as the largest provider has, of which one row of a hundred changed.
//! Reading both states from the disk is part of it.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use tablature_bench::{Plan, changed, median};
use tablature_codegen::source::SourceFile;
use tablature_diff::{Diff, diff};

const ACTIONS: usize = 1_171;
const ROUNDS: usize = 20;

fn main() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let before = tablature_bench::specs(&Plan::new(ACTIONS));
    let after = changed(&before);
    let folder = std::env::temp_dir().join(format!("tablature-bench-diff-{}", std::process::id()));
    let folders = ["old", "new"].map(|side| folder.join(side));
    for (folder, files) in folders.iter().zip([&before, &after.files]) {
        write(folder, files);
    }
    println!("| | files | changes | threads | ms |\n|---|---|---|---|---|");
    for (name, sides) in [("1 % changed", [0, 1]), ("nothing changed", [0, 0])] {
        let paths: Vec<&str> = before.iter().map(|(path, _)| path.as_str()).collect();
        let mut times = Vec::new();
        let mut last = Diff::default();
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let [old, new] = sides.map(|side| read(&folders[side], &paths));
            last = diff(black_box(&old), black_box(&new), threads).unwrap_or_else(|error| panic!("{error}"));
            times.push(start.elapsed().as_secs_f64());
        }
        println!("| {name} | {} | {} | {threads} | {:.0} |", paths.len(), last.changes.len(), median(&mut times) * 1e3);
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

fn write(folder: &Path, files: &[(String, String)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
}

fn read(folder: &Path, paths: &[&str]) -> Vec<SourceFile> {
    let text = |path: &str| fs::read_to_string(folder.join(path)).expect("a file can be read");
    paths.iter().map(|path| SourceFile::new(*path, text(path))).collect()
}
