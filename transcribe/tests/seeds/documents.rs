//! A document as the program reads it, beside the specs that were written from it by hand.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
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

/// What is known of a document in two ways.
pub(crate) struct Seed {
    /// The facts of the specs written by hand.
    pub(crate) by_hand: Vec<Value>,
    /// The facts of the specs that the program writes.
    pub(crate) read: Vec<Value>,
}

/// All documents; none, with a word about it, when they are not here.
pub(crate) fn seeds() -> Vec<Seed> {
    let folder = repository().join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: the documents are not here ({})", folder.display());
        return Vec::new();
    };
    let documents: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let seed = |(number, provider, service): &(&str, &str, &str)| {
        let named = |path: &&PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
        let Some(document) = documents.iter().find(named) else { panic!("no document {number}") };
        Seed { by_hand: facts(&by_hand(provider)), read: facts(&read(document, provider, service)) }
    };
    SEEDS.iter().map(seed).collect()
}

fn facts(files: &[SourceFile]) -> Vec<Value> {
    let facts = facts::lines(files).unwrap_or_else(|report| panic!("{}", report.human(files, "", false)));
    facts.iter().map(|fact| serde_json::from_str(&fact.json).unwrap_or_else(|error| panic!("{error}"))).collect()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
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
