//! The five documents that the specs of this repository were written from by hand: read by the program, they give the
//! same rows, types, requirements, lists and nesting.
//!
//! The documents are not ours; without them beside the repository, the test says so and does nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tablature_codegen::facts;
use tablature_codegen::source::SourceFile;
use tablature_transcribe::dialect::dialect;
use tablature_transcribe::{Job, PageFile, Settings, known, transcribe};

/// The documents, by the number that their names begin with; provider and service.
const SEEDS: &[(&str, &str, &str)] = &[
    ("000", "tencent", "cvm"),
    ("001", "aliyun", "ecs"),
    ("002", "qingcloud", "iaas"),
    ("003", "ucloud", "uhost"),
    ("004", "ucloudstack", "image"),
];

/// Rows that differ, and why they do.
const DIFFERENCES: &[(&str, &str)] =
    &[("ucloud DescribeImage request Action", "it stands among the common parameters, which provider.yaml has")];

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn seeds_give_the_rows_of_the_specs_written_by_hand() {
    let folder = repository().join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: the documents are not here ({})", folder.display());
        return;
    };
    let documents: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    for (number, provider, service) in SEEDS {
        let named = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
        let Some(document) = documents.iter().find(named) else { panic!("no document {number}") };
        let expected = rows(&by_hand(provider));
        let found = rows(&read(document, provider, service));
        let all: Vec<_> = expected.keys().chain(found.keys()).collect();
        for name in all {
            let explained = DIFFERENCES.iter().any(|(row, _)| row == name);
            assert!(
                explained || expected.get(name) == found.get(name),
                "{name}\nby hand: {:?}\nread: {:?}",
                expected.get(name),
                found.get(name)
            );
        }
    }
}

/// The specs of a provider in this repository.
fn by_hand(provider: &str) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut open = vec![repository().join("specs").join(provider)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(file(&path));
            }
        }
    }
    files
}

fn file(path: &Path) -> SourceFile {
    let specs = repository().join("specs");
    let name = path.strip_prefix(&specs).unwrap_or(path).to_string_lossy().replace('\\', "/");
    SourceFile { path: name, text: fs::read_to_string(path).unwrap_or_else(|error| panic!("{error}")) }
}

/// What is read of a document, beside the provider's own file.
fn read(document: &Path, provider: &str, service: &str) -> Vec<SourceFile> {
    let own = file(&repository().join("specs").join(provider).join("provider.yaml"));
    let text = fs::read_to_string(document).unwrap_or_else(|error| panic!("{error}"));
    let pages = [PageFile { path: "seed.txt".to_owned(), service: service.to_owned(), text }];
    let settings = Settings { transcribed: None, ..known(provider, &own.text) };
    let dialect = dialect(provider).unwrap_or_else(|| panic!("no dialect {provider}"));
    let outcome =
        transcribe(&Job { pages: &pages, dialect, settings: &settings, is_live: None, threads: 1, on_page: &|| {} });
    let specs = outcome.specs.into_iter().map(|(path, text)| SourceFile { path, text });
    std::iter::once(own).chain(specs).collect()
}

/// The rows of requests and answers: type, list, required and basis by provider, action, side and name; and the place.
fn rows(files: &[SourceFile]) -> BTreeMap<String, String> {
    let facts = facts::lines(files).unwrap_or_else(|report| panic!("{}", report.human(files, "", false)));
    let mut rows = BTreeMap::new();
    for fact in facts {
        let row: serde_json::Value = serde_json::from_str(&fact.json).unwrap_or_default();
        let at = row["at"].as_str().unwrap_or_default();
        if matches!(at, "request" | "response") {
            let name = format!("{} {} {at} {}", fact.provider, fact.action, row["name"].as_str().unwrap_or_default());
            let says = format!("{} list={} required={} {}", row["type"], row["list"], row["required"], row["basis"]);
            rows.insert(name, says);
        }
    }
    rows
}
