//! `cargo xtask transcribe`: from pages to specs.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tablature_transcribe::dialect::Dialect;
use tablature_transcribe::draft::Draft;
use tablature_transcribe::report::{Notes, Told, Weight};
use tablature_transcribe::{Job, Outcome, Settings, transcribe, with_endpoints, with_services};

use super::files::{self, Pages, Wanted};
use super::merged::{self, Written};
use super::{specs, told};
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
    // Before anything is written: what is written and not told is never told.
    let folder = into.join(&dialect.provider);
    let told = told::read(&folder, &pages)?;
    let outcome = read(&pages, &dialect, &settings);
    let unreached = provider.as_deref().map(|text| list_services(text, &into, &dialect, &outcome)).transpose()?;
    let written = merged::write(&into, &outcome, arguments.settled)?;
    let all = arguments.all;
    let (report, understood) =
        Report { pages: &pages, outcome: &outcome, written: &written, told: &told, all }.text(start);
    console::print(&(unreached.unwrap_or_default() + &report))?;
    told::write(&folder, &told, (&pages, &outcome), arguments.settled)?;
    if provider.is_none() {
        console::warn(&format!("warning: {0} has no {0}/provider.yaml; write one\n", place::shown(&into)));
    }
    let settled = arguments.settled || understood && written.unsettled == 0;
    Ok(if settled && !pages.faulty { Status::Done } else { Status::Faulty })
}

/// Lists the services of the specs in `provider.yaml`, and says which of the new ones have no address there.
fn list_services(text: &str, into: &Path, dialect: &Dialect, outcome: &Outcome) -> Result<String, Failure> {
    let services: BTreeSet<_> = outcome.specs.keys().filter_map(|path| path.split('/').nth(1)).collect();
    if services.is_empty() {
        return Ok(String::new());
    }
    let endpoint = |service: &str| outcome.endpoints.get(service).map(String::as_str);
    let as_it_was = with_services(text, []);
    let is_new = |service: &str| with_services(text, [service]) != as_it_was;
    let is_unreached = |service: &&str| endpoint(service).is_none() && is_new(service);
    let unreached: Vec<&str> = services.iter().copied().filter(is_unreached).collect();
    let listed = with_endpoints(text, services.iter().map(|service| (*service, endpoint(service))));
    specs::write_provider(into, &dialect.provider, &listed)?;
    Ok(match unreached.as_slice() {
        [] => String::new(),
        names => format!(
            "{}/provider.yaml: no address of calls is known for {}; add `endpoint`, unless each installation has its own\n",
            dialect.provider,
            names.join(", ")
        ),
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

/// What there is to say of a run.
struct Report<'r> {
    pages: &'r Pages,
    outcome: &'r Outcome,
    written: &'r Written,
    /// What earlier runs have told of the pages of each service.
    told: &'r BTreeMap<String, Told>,
    /// Whether that is to be told again.
    all: bool,
}

impl Report<'_> {
    /// What was read of each page, and whether all of it was understood.
    fn text(&self, start: Instant) -> (String, bool) {
        let mut text = String::new();
        let (mut without, mut said, mut new) = (0, 0, Notes::default());
        for (page, reading) in self.pages.pages.iter().zip(&self.outcome.readings) {
            for draft in &reading.drafts {
                text += &read_of(&page.path, draft);
            }
            if reading.drafts.is_empty() {
                without += 1;
                text += &format!("{}: no action is documented here\n", page.path);
            }
            let told = self.told.get(&page.service);
            let untold = |told: &Told| reading.notes.untold(told, &told::name(page, &reading.drafts));
            let untold = told.map_or_else(|| reading.notes.clone(), untold);
            text += &if self.all { &reading.notes } else { &untold }.shown(&page.path, &page.text);
            said += reading.notes.all().len() - untold.all().len();
            new.add(untold);
        }
        text.extend(self.pages.skipped.iter().map(|line| format!("{line}\n")));
        text += &self.written.report;
        let gaps = new.count(Weight::NotUnderstood);
        text += &format!(
            "{} ({without} without an action): {}, {} new, {} changed, {} to be settled by you; {} guessed, {gaps} not understood{} ({} ms)\n",
            count(self.pages.pages.len(), "page"),
            count(self.outcome.specs.len(), "action"),
            self.written.created,
            self.written.changed,
            self.written.unsettled,
            new.count(Weight::Guess),
            self.standing(said),
            start.elapsed().as_millis()
        );
        (text, gaps == 0)
    }

    /// How many notes were told before.
    fn standing(&self, said: usize) -> String {
        match said {
            0 => String::new(),
            _ if self.all => format!(", {said} told before"),
            _ => format!(", {said} told before (--all tells them again)"),
        }
    }
}

fn read_of(page: &str, draft: &Draft) -> String {
    format!(
        "{page}: {}: {}, {}, {}\n",
        draft.action,
        count(draft.request.len(), "parameter"),
        count(draft.response.len(), "field"),
        count(draft.models.len(), "type"),
    )
}
