//! Real changes of pages, from page to verdict: both states are transcribed, and what `diff` says of them is what the
//! label says.
//!
//! The pages are not ours; without them beside the repository, the test says so and does nothing.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tablature_codegen::source::SourceFile;
use tablature_diff::diff;
use tablature_transcribe::dialect::{Dialect, dialect};
use tablature_transcribe::{Job, PageFile, Settings, known, transcribe};

const PROVIDER: &str = "ucloud";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The specs of one page, as a folder of specs.
fn state(page: &Path, dialect: &'static Dialect, settings: &Settings, provider: &str) -> Vec<SourceFile> {
    let text = fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    let pages = [PageFile { path: "page.md".to_owned(), service: "s".to_owned(), text }];
    let job = Job { pages: &pages, dialect, settings, is_live: None, threads: 1, on_page: &|| {} };
    let specs = transcribe(&job).specs;
    assert!(!specs.is_empty(), "{} gives no spec", page.display());
    let specs = specs.into_iter().map(|(path, text)| SourceFile { path, text });
    specs.chain([SourceFile::new(format!("{PROVIDER}/provider.yaml"), provider)]).collect()
}

#[test]
fn each_verdict_is_that_of_the_label() {
    let folder = repository().join("../shared/history");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: no changes of pages beside the repository");
        return;
    };
    let provider = repository().join("specs").join(PROVIDER).join("provider.yaml");
    let provider = fs::read_to_string(provider).expect("the provider has a spec");
    let dialect = dialect(PROVIDER).expect("the provider has a dialect");
    let settings = known(PROVIDER, &provider);
    let provider = tablature_transcribe::with_services(&provider, ["s"]);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in entries.filter_map(Result::ok) {
        let place = entry.path();
        let Ok(label) = fs::read_to_string(place.join("label.json")) else { continue };
        let label: Value = serde_json::from_str(&label).expect("a label is JSON");
        let [old, new] = ["old.md", "new.md"].map(|page| state(&place.join(page), dialect, &settings, &provider));
        let found = diff(&old, &new, 1).unwrap_or_else(|error| panic!("{}: {error:?}", place.display()));
        let said = match found.verdict().name() {
            "breaking" => "yes",
            "behavioural" => "behavioural",
            _ => "no",
        };
        seen += 1;
        if label["breaking_for_client"] != said {
            let changes: Vec<String> = found.changes.iter().map(|change| format!("  {change:?}")).collect();
            wrong.push(format!(
                "{}: {said}, the label says {} ({})\n{}",
                place.display(),
                label["breaking_for_client"],
                label["kind"],
                changes.join("\n")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {seen} differ\n{}", wrong.len(), wrong.join("\n"));
    println!("{seen} verdicts agree with their labels");
}
