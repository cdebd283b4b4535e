//! All pages of a cloud become a crate that compiles without a warning, with every product on and with any one alone.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use support::Bench;

const PAGES: &str = "../../shared/corpus/ucloud";

/// What cargo complains of when it checks the crate with these features; nothing, when all is well.
fn complaints(krate: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet"])
        .args(arguments)
        .current_dir(krate)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole-cloud"))
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .expect("cargo starts");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() || !errors.is_empty(), "cargo failed without a word");
    errors
}

/// The services that the manifest has a feature for.
fn products(manifest: &str) -> Vec<String> {
    let names = manifest.lines().filter_map(|line| line.split_once(" = ")?.0.trim_matches('"').strip_prefix("ucloud-"));
    names.map(|name| format!("client,ucloud-{name}")).collect()
}

#[test]
#[ignore = "compiles the bindings of a whole cloud, and each of its products"]
fn every_product_compiles_alone_and_beside_all_others() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages: PathBuf = repository.join(PAGES);
    if !pages.is_dir() {
        println!("skipped: there are no pages beside the repository");
        return;
    }
    let bench = Bench::empty();
    let pages = pages.to_str().expect("the path is a text");
    let read = bench.run(&["transcribe", pages, "--provider", "ucloud", "--into", "specs"]);
    assert!(read.status <= 1, "words that are not understood are no failure:\n{}", read.errors);
    // `1478 pages (234 without an action): 1172 actions, …`
    let mut counts =
        read.output.lines().filter_map(|line| line.split_once(" pages ")?.1.split(": ").nth(1)?.split(',').next());
    let actions =
        counts.next_back().filter(|actions| actions.ends_with(" actions")).expect("a line counts the actions");
    bench.generate(&[]).exits(0).says(&format!("{actions} of 1 provider"));
    fs::copy(repository.join("../Cargo.lock"), bench.path("out/Cargo.lock")).expect("the versions are known");
    assert_eq!(complaints(&bench.out(), &[]), "", "every product");
    let products = products(&bench.read("out/Cargo.toml"));
    assert!(!products.is_empty(), "no product has a feature");
    for product in &products {
        assert_eq!(complaints(&bench.out(), &["--no-default-features", "--features", product]), "", "{product}");
    }
}
