//! One small page for each trait of a dialect, and the spec and the report that come of it.
//!
//! `pages/<provider>/<trait>.md` is read; what comes out stands in `<trait>.yaml` beside it. After a change, look at
//! the differences of `UPDATE_EXPECT=1 cargo test -p tablature-transcribe --test pages`.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use tablature_transcribe::dialect::dialect;
use tablature_transcribe::{Job, PageFile, known, transcribe};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut trials = Vec::new();
    let mut expected = Vec::new();
    for provider in entries(&folder) {
        for file in entries(&provider) {
            if file.extension().is_some_and(|ending| ending == "yaml") {
                expected.push(file);
            } else {
                let name = file.strip_prefix(&folder).unwrap_or(&file).display().to_string();
                trials.push(Trial::test(name, move || run(&file)));
            }
        }
    }
    trials.push(Trial::test("nothing_is_expected_of_no_page", move || {
        match expected.iter().find(|file| !has_page(file)) {
            Some(file) => Err(format!("{} has no page", file.display()).into()),
            None => Ok(()),
        }
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

fn has_page(expected: &Path) -> bool {
    ["md", "txt", "html"].iter().any(|ending| expected.with_extension(ending).is_file())
}

fn run(file: &Path) -> Result<(), Failed> {
    let name = |path: Option<&std::ffi::OsStr>| path.unwrap_or_default().to_string_lossy().into_owned();
    let provider = name(file.parent().and_then(Path::file_name));
    let dialect = dialect(&provider).ok_or("no such dialect")?;
    let text = fs::read_to_string(file)?;
    let pages = [PageFile { path: name(file.file_name()), service: "s".to_owned(), text }];
    let outcome = transcribe(&Job {
        pages: &pages,
        dialect,
        settings: &known(&provider, &fs::read_to_string(provider_file(&provider))?),
        is_live: None,
        threads: 1,
        on_page: &|| {},
    });
    let mut found: String = outcome.specs.iter().map(|(path, text)| format!("# {path}\n{text}\n")).collect();
    for (page, reading) in pages.iter().zip(&outcome.readings) {
        for line in reading.notes.shown(&page.path, &page.text).lines() {
            found += &format!("# {line}\n");
        }
    }
    compare(&file.with_extension("yaml"), &found)
}

/// The provider's own file, in the specs of this repository.
fn provider_file(provider: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(provider).join("provider.yaml")
}

fn compare(file: &Path, found: &str) -> Result<(), Failed> {
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return Ok(fs::write(file, found)?);
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    Err(format!("{}:\n--- expected\n{expected}\n--- found\n{found}", file.display()).into())
}
