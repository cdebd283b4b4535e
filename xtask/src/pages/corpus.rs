//! `cargo xtask corpus`: what transcription comes to over whole folders of pages, without writing anything.

use std::fs;
use std::path::Path;
use std::time::Instant;

use tablature_codegen::source::SourceFile;
use tablature_codegen::{check, facts};
use tablature_transcribe::Outcome;
use tablature_transcribe::dialect::{DIALECTS, Dialect};
use tablature_transcribe::report::Weight;

use super::files::{self, Pages, Wanted};
use super::{scale, score, specs, transcribe};
use crate::arguments::Corpus;
use crate::console::{self, count};
use crate::failure::{Doing as _, Failure, Status};
use crate::place;

pub(crate) fn run(arguments: &Corpus) -> Result<Status, Failure> {
    let mut sound = true;
    let mut any = false;
    for dialect in DIALECTS.iter() {
        let folder = arguments.folder.join(&dialect.provider);
        if folder.is_dir() {
            any = true;
            sound &= provider(arguments, &folder, dialect)?;
        }
    }
    if !any {
        let names: Vec<_> = DIALECTS.iter().map(|dialect| dialect.provider.as_str()).collect();
        let folder = place::shown(&arguments.folder);
        return Err(Failure::misused(format!("{folder} has no folder of a known provider: {}", names.join(", "))));
    }
    Ok(if sound { Status::Done } else { Status::Faulty })
}

/// Prints the figures of one provider; says whether `check` accepts the specs.
fn provider(arguments: &Corpus, folder: &Path, dialect: &Dialect) -> Result<bool, Failure> {
    let list = folder.join("LIVE_PAGES.txt");
    let services =
        fs::read_dir(folder).doing("read", folder)?.filter_map(Result::ok).any(|entry| entry.path().is_dir());
    let wanted = Wanted {
        places: &[folder.to_path_buf()],
        service: (!services).then_some("pages"),
        list: Some(list.as_path()).filter(|list| list.is_file()),
    };
    let start = Instant::now();
    let pages = files::read(&wanted)?;
    let yaml = specs::provider(Path::new(""), &dialect.provider)?;
    let settings = specs::settings(&dialect.provider, yaml.as_deref());
    let outcome = transcribe::read(&pages, dialect, &settings);
    let elapsed = start.elapsed();
    let mut files: Vec<_> =
        outcome.specs.iter().map(|(path, text)| SourceFile { path: path.clone(), text: text.clone() }).collect();
    if let Some(yaml) = yaml {
        let services = outcome.specs.keys().filter_map(|path| path.split('/').nth(1));
        let text = tablature_transcribe::with_services(&yaml, services);
        files.push(SourceFile { path: format!("{}/provider.yaml", dialect.provider), text });
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    let report = check(&files);
    let counts = report.counts();
    let figures = figures(&pages, &outcome);
    console::print(&format!(
        "{}: {figures}, {} of `check` ({} ms)\n",
        dialect.provider,
        count(counts.errors, "error"),
        elapsed.as_millis()
    ))?;
    if report.has_errors() {
        console::warn(&report.human(&files, "", console::errors_have_color()));
        return Ok(false);
    }
    agreement(&arguments.folder, dialect, &files)?;
    scale::run(&pages, dialect, &settings, &arguments.times)?;
    Ok(true)
}

fn figures(pages: &Pages, outcome: &Outcome) -> String {
    let sum = |weight| outcome.readings.iter().map(|reading| reading.notes.count(weight)).sum::<usize>();
    let rows: usize =
        outcome.readings.iter().flat_map(|reading| &reading.drafts).map(|draft| draft.rows().count()).sum();
    let without = outcome.readings.iter().filter(|reading| reading.drafts.is_empty()).count();
    format!(
        "{} ({without} without an action, {} not read), {}, {}, {} guessed, {} not understood",
        count(pages.pages.len(), "page"),
        pages.skipped.len(),
        count(outcome.specs.len(), "action"),
        count(rows, "row"),
        sum(Weight::Guess),
        sum(Weight::NotUnderstood),
    )
}

/// Compares with the provider's SDK, when its view lies beside the corpus.
fn agreement(corpus: &Path, dialect: &Dialect, files: &[SourceFile]) -> Result<(), Failure> {
    let truth = corpus.join("..").join("truth").join(format!("{}.json", dialect.provider));
    let Ok(text) = fs::read_to_string(&truth) else { return Ok(()) };
    let truth = serde_json::from_str(&text)
        .map_err(|error| Failure::faulty(format!("{} is not what it should be: {error}", place::shown(&truth))))?;
    let lines = facts::lines(files).map_err(|_| Failure::faulty("the specs have errors"))?;
    console::print(&score::score(lines.iter().map(|fact| fact.json.as_str()), &truth))
}
