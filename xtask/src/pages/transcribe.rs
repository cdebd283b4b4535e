//! `cargo xtask transcribe`: from pages to specs.

use std::collections::BTreeSet;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tablature_transcribe::dialect::Dialect;
use tablature_transcribe::report::Weight;
use tablature_transcribe::{Job, Outcome, Settings, transcribe};

use super::files::{self, Pages, Wanted};
use super::merged::{self, Written};
use super::specs;
use crate::arguments::Transcribe;
use crate::console::{self, count};
use crate::failure::{Failure, Status};
use crate::place;

pub(crate) fn run(arguments: &Transcribe) -> Result<Status, Failure> {
    let start = Instant::now();
    let into = place::settled(&arguments.into)?;
    let provider = specs::provider(&into, &arguments.provider)?;
    let dialect = specs::dialect(&into, &arguments.provider, provider.as_deref())?;
    let settings = specs::settings(&dialect.provider, provider.as_deref());
    let wanted =
        Wanted { places: &arguments.pages, service: arguments.service.as_deref(), list: arguments.list.as_deref() };
    let pages = files::read(&wanted)?;
    let outcome = read(&pages, &dialect, &settings);
    let services: BTreeSet<_> = outcome.specs.keys().filter_map(|path| path.split('/').nth(1)).collect();
    if let Some(text) = provider.as_deref().filter(|_| !services.is_empty()) {
        let text = tablature_transcribe::with_services(text, services);
        specs::write_provider(&into, &dialect.provider, &text)?;
    }
    let written = merged::write(&into, &outcome, arguments.settled)?;
    let (report, understood) = report(&pages, &outcome, &written, start.elapsed());
    console::print(&report)?;
    if provider.is_none() {
        console::warn(&format!("warning: {0} has no {0}/provider.yaml; write one\n", place::shown(&into)));
    }
    Ok(if understood && !pages.faulty && (written.unsettled == 0 || arguments.settled) {
        Status::Done
    } else {
        Status::Faulty
    })
}

/// Reads the pages, with a bar on a terminal when it takes long.
pub(crate) fn read(pages: &Pages, dialect: &Dialect, settings: &Settings) -> Outcome {
    let bar = ProgressBar::new(pages.pages.len() as u64);
    bar.enable_steady_tick(Duration::from_millis(200));
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} pages") {
        bar.set_style(style);
    }
    let live = pages.live.as_ref();
    let is_live = |path: &str| live.is_some_and(|live| live.contains(path));
    let outcome = transcribe(&Job {
        pages: &pages.pages,
        dialect,
        settings,
        is_live: live.map(|_| &is_live as &dyn Fn(&str) -> bool),
        threads: available_parallelism().map_or(1, usize::from),
        on_page: &|| bar.inc(1),
    });
    bar.finish_and_clear();
    outcome
}

/// What was read of each page, and whether all of it was understood.
fn report(pages: &Pages, outcome: &Outcome, written: &Written, elapsed: Duration) -> (String, bool) {
    let mut text = String::new();
    let (mut without, mut guesses, mut gaps) = (0, 0, 0);
    for (page, reading) in pages.pages.iter().zip(&outcome.readings) {
        for draft in &reading.drafts {
            text += &format!(
                "{}: {}: {}, {}, {}\n",
                page.path,
                draft.action,
                count(draft.request.len(), "parameter"),
                count(draft.response.len(), "field"),
                count(draft.models.len(), "type"),
            );
        }
        if reading.drafts.is_empty() {
            without += 1;
            text += &format!("{}: no action is documented here\n", page.path);
        }
        guesses += reading.notes.count(Weight::Guess);
        gaps += reading.notes.count(Weight::NotUnderstood);
        text += &reading.notes.shown(&page.path, &page.text);
    }
    text.extend(pages.skipped.iter().map(|line| format!("{line}\n")));
    text += &written.report;
    text += &format!(
        "{} ({without} without an action): {}, {} new, {} changed, {} to be settled by you; {guesses} guessed, {gaps} not understood ({} ms)\n",
        count(pages.pages.len(), "page"),
        count(outcome.specs.len(), "action"),
        written.created,
        written.changed,
        written.unsettled,
        elapsed.as_millis()
    );
    (text, gaps == 0)
}
