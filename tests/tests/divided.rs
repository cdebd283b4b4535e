//! The services of a large provider are crates of their own. Users see nothing of it: the same files, at the same paths.

use std::collections::BTreeSet;

use tablature_codegen::source::SourceFile;
use tablature_codegen::{Options, Output, generate};
use tablature_tests::cargo::Crate;
use tablature_tests::tree;

/// A program that uses what actions, services and providers offer.
const PROGRAM: &str = "//! Paths that users write.
#![cfg(feature = \"call\")]

use tablature::acme::{self, PROVIDER, limits, lists::Comma};
use tablature::zeta::main_::lists::Lists;

#[test]
fn everything_has_its_usual_path() {
    fn client_of<R: tablature::Request<Provider = acme::Acme>>(_: &R, _: Option<&acme::Client>) {}
    client_of(&Comma::new(), None);
    assert_eq!(PROVIDER.name(), \"acme\");
    assert_eq!(limits::SERVICE.name(), \"limits\");
    assert_eq!(Lists::new().parameters()[0].1, \"Lists\");
}
";

fn features(crate_size: usize) -> Output {
    let files = tree::read(&tree::cases("features"));
    made(&files, crate_size)
}

fn made(files: &[SourceFile], crate_size: usize) -> Output {
    let options = Options { crate_size, ..tree::standalone(2) };
    generate(files, &options).unwrap_or_else(|report| panic!("{}", report.human(files, "specs", false)))
}

#[test]
fn the_files_of_actions_stay_as_they_are() {
    let (whole, divided) = (features(Options::CRATE_SIZE), features(0));
    assert_eq!(whole.actions, divided.actions, "no file moves");
    for path in whole.actions.values() {
        let text = whole.files[path].replace("crate::acme::", "tablature_provider_acme::");
        let text = text.replace("crate::zeta::", "tablature_provider_zeta::");
        assert_eq!(without_layout(&divided.files[path]), without_layout(&text), "{path}");
    }
    let new: BTreeSet<&str> =
        divided.files.keys().filter(|path| !whole.files.contains_key(*path)).map(String::as_str).collect();
    assert!(new.contains("src/acme/lib.rs") && new.contains("src/acme/lists/Cargo.toml"), "{new:?}");
    assert!(new.iter().all(|path| path.ends_with("/Cargo.toml") || path.ends_with("/lib.rs")), "{new:?}");
}

/// Lines are broken where they become too long.
fn without_layout(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn only_what_is_large_and_has_several_services_is_divided() {
    let manifests = |output: &Output| output.files.keys().filter(|path| path.ends_with("Cargo.toml")).count();
    let specs = tree::read(&tree::specs());
    assert_eq!(manifests(&made(&specs, 0)), 1, "each provider has one service");
    let output = features(0);
    let services = output.outlines.len();
    let of_zeta = output.outlines.keys().filter(|folder| folder.starts_with("zeta/")).count();
    let (actions, of_acme) =
        (output.actions.len(), output.actions.keys().filter(|spec| spec.starts_with("acme/")).count());
    assert!(of_zeta > 1 && of_acme > actions - of_acme, "the cases have a large provider and a small one");
    assert_eq!(manifests(&output), 1 + 2 + services);
    assert_eq!(manifests(&features(of_acme - 1)), 1 + 1 + services - of_zeta);
    assert_eq!(manifests(&features(of_acme)), 1);
}

#[test]
fn names_that_meet_as_crates_are_told_apart() {
    let spec = |path: &str, text: &str| SourceFile::new(path, text);
    let provider = |name: &str| {
        format!(
            "provider: {name}\nmethod: POST\nsigning: {{ scheme: qingcloud }}\naction_parameter: action\nservices:\n  b-c: {{}}\n  c: {{}}\n"
        )
    };
    let action = "action: DoIt\n";
    let mut files = Vec::new();
    for name in ["a", "a-b"] {
        files.push(SourceFile::new(format!("{name}/provider.yaml"), provider(name)));
        files.extend(["b-c", "c"].map(|service| spec(&format!("{name}/{service}/DoIt.yaml"), action)));
    }
    let output = made(&files, 0);
    let names: BTreeSet<&str> = output
        .files
        .iter()
        .filter(|(path, _)| path.ends_with("/Cargo.toml"))
        .filter_map(|(_, text)| text.lines().find_map(|line| line.strip_prefix("name = ")))
        .collect();
    assert_eq!(names.len(), 6, "{names:?}");
}

/// Services and actions may be called like what cargo looks for beside a manifest.
#[test]
fn cargo_finds_no_program_beside_the_crates() {
    const NAMES: [&str; 6] = ["Benches", "Bin", "Build", "Examples", "Src", "Tests"];
    let services = NAMES.map(str::to_lowercase);
    let listed: String = services.iter().map(|service| format!("  {service}: {{}}\n")).collect();
    let text = format!(
        "provider: acme\nmethod: POST\nsigning: {{ scheme: qingcloud }}\naction_parameter: action\nservices:\n{listed}"
    );
    let actions = services.iter().flat_map(|service| {
        let actions = NAMES.iter().chain(&["Main"]);
        actions
            .map(move |action| SourceFile::new(format!("acme/{service}/{action}.yaml"), format!("action: {action}\n")))
    });
    let files: Vec<SourceFile> = [SourceFile::new("acme/provider.yaml", text)].into_iter().chain(actions).collect();
    let krate = Crate::write(env!("CARGO_TARGET_TMPDIR"), "found", &made(&files, 0), &[]);
    let found = krate.cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    let packages = found["packages"].as_array().expect("packages");
    assert_eq!(packages.len(), 2 + NAMES.len());
    for package in packages {
        let kinds: Vec<_> = package["targets"].as_array().into_iter().flatten().map(|target| &target["kind"]).collect();
        assert_eq!(kinds, [&serde_json::json!(["lib"])], "{}", package["name"]);
    }
}

#[test]
#[ignore = "compiles a crate for each service"]
fn a_divided_crate_is_used_like_any_other() {
    let output = features(0);
    let more = [("tests/paths.rs", PROGRAM.to_owned())];
    let krate = Crate::write(env!("CARGO_TARGET_TMPDIR"), "divided", &output, &more);
    krate.cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-Dwarnings"]);
    krate.cargo(&["doc", "--quiet", "--no-deps"]);
    krate.cargo(&["test", "--quiet", "--workspace", "--lib", "--tests"]);
    for features in ["acme-lists", "acme-lists,call", "zeta"] {
        krate.cargo(&["check", "--quiet", "--no-default-features", "--features", features]);
    }
}
