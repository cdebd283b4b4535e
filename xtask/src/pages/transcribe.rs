//! `cargo xtask transcribe`: from pages to specs.

use std::collections::BTreeSet;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use tablature_transcribe::dialect::Dialect;
use tablature_transcribe::{Job, Outcome, Settings, transcribe, with_endpoints, with_services};

use super::files::{self, Pages, Wanted};
use super::report::{Report, SETTLE};
use super::{merged, specs, told};
use crate::arguments::Transcribe;
use crate::console;
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
    // Before anything is written: what is written and not told is never told.
    let folder = into.join(&dialect.provider);
    let told = told::read(&folder, &pages, &outcome)?;
    let unreached = provider.as_deref().map(|text| list_services(text, &into, &dialect, &outcome)).transpose()?;
    let written = merged::write(&into, &outcome, arguments.settled)?;
    let report = Report {
        provider: &dialect.provider,
        pages: &pages,
        outcome: &outcome,
        written: &written,
        told: &told,
        all: arguments.all,
    };
    let (report, understood) = report.text(start);
    let settled = arguments.settled || understood && written.unsettled == 0;
    console::print(&(unreached.unwrap_or_default() + &report + if settled { "" } else { SETTLE }))?;
    told::write(&folder, &told, (&pages, &outcome), arguments.settled)?;
    if provider.is_none() {
        console::warn(&format!("warning: {0} has no {0}/provider.yaml; write one\n", place::shown(&into)));
    }
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
