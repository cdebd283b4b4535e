//! From pages of API documentation to specs.
//!
//! A pure library: texts come in and texts go out; it reads no disk, no clock and no environment. Pages are untrusted:
//! no page makes it fail, and what is not understood is reported with its place. Data moves one way:
//!
//! ```text
//! text --page--> page --rows--> drafts --constrain--> drafts --choose--> drafts --examples--> drafts --write--> specs
//!                          dialect          prose
//! ```

mod addresses;
pub mod audit;
mod choose;
mod constrain;
mod contradictions;
pub mod dialect;
pub mod draft;
mod examples;
mod fingerprint;
pub mod merge;
mod names;
pub mod page;
mod paging;
pub mod prose;
mod provider;
pub mod report;
pub mod rows;
pub mod score;
pub mod write;

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::thread;

pub use choose::Chosen;
use dialect::Dialect;
pub use provider::{action_parameter, common, is_sound, known, with_endpoints, with_services};
use rows::{Reading, Source, Structure, Structures};
pub use write::Settings;

/// A page, and the service that it belongs to.
#[derive(Clone, Debug)]
pub struct PageFile {
    /// Its path, as it is to stand in specs and messages.
    pub path: String,
    /// Name of the service.
    pub service: String,
    /// Its text.
    pub text: String,
}

/// What is to be done, and how.
#[derive(Clone, Copy)]
pub struct Job<'j> {
    /// The pages.
    pub pages: &'j [PageFile],
    /// How their provider writes.
    pub dialect: &'j Dialect,
    /// What need not be said.
    pub settings: &'j Settings,
    /// Whether a page counts when several document the same action. None: nobody knows.
    pub is_live: Option<&'j dyn Fn(&str) -> bool>,
    /// Most threads to use. The outcome does not depend on it.
    pub threads: usize,
    /// Called after each page.
    pub on_page: &'j (dyn Fn() + Sync),
}

/// What came out.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The specs: text by path, `<provider>/<service>/<Action>.yaml`.
    pub specs: BTreeMap<String, String>,
    /// What is to be remembered of each page, by the path of its spec: what [`merge::merge`] compares with next time.
    pub memories: BTreeMap<String, String>,
    /// What was read of each page, in the order of the pages.
    pub readings: Vec<Reading>,
    /// Where the documented calls of a service go, if all of them agree.
    pub endpoints: BTreeMap<String, String>,
}

/// Pages -> specs.
pub fn transcribe(job: &Job<'_>) -> Outcome {
    let mut readings = read(job);
    let endpoints = addresses::of_services(job.pages, &readings);
    let chosen = choose::choose(job.pages, &mut readings, job.is_live);
    for (service, page, draft) in &chosen {
        let Some(reading) = readings.get_mut(*page) else { continue };
        if let Some(draft) = reading.drafts.get_mut(*draft) {
            examples::settle(draft, service, job.dialect, job.settings, &mut reading.notes);
            paging::find(draft, job.settings, &mut reading.notes);
            contradictions::find(draft, &mut reading.notes);
        }
        reading.notes.sort();
    }
    let (mut specs, mut memories) = (BTreeMap::new(), BTreeMap::new());
    for (service, page, draft) in &chosen {
        let Some(draft) = readings.get(*page).and_then(|reading| reading.drafts.get(*draft)) else { continue };
        let path = format!("{}/{service}/{}.yaml", job.dialect.provider, draft.action);
        memories.insert(path.clone(), merge::memory::of(draft, job.settings));
        specs.insert(path, write::spec(draft, job.settings));
    }
    Outcome { specs, memories, readings, endpoints }
}

/// Reads all pages, each by itself, and then puts together what stands on several.
fn read(job: &Job<'_>) -> Vec<Reading> {
    let (dialect, on_page) = (job.dialect, job.on_page);
    let readings = each(job.threads, job.pages.iter().collect(), &|page: &PageFile| {
        let reading = rows::read(Source { path: &page.path, text: &page.text }, dialect);
        on_page();
        reading
    });
    let mut structures = Structures::default();
    for (page, reading) in job.pages.iter().zip(&readings) {
        for model in &reading.models {
            let (service, page) = (page.service.clone(), page.path.clone());
            structures.add(Structure { service, page, model: model.clone() });
        }
    }
    let structures = &structures;
    each(job.threads, job.pages.iter().zip(readings).collect(), &|(page, mut reading): (&PageFile, Reading)| {
        rows::finish(&mut reading, &page.service, structures, dialect);
        for draft in &mut reading.drafts {
            constrain::constrain(draft, &mut reading.notes);
        }
        reading.notes.sort();
        reading
    })
}

/// Does something with each item, on several threads; what comes out is in the order of what went in.
fn each<I: Send, O: Send>(threads: usize, items: Vec<I>, work: &(impl Fn(I) -> O + Sync)) -> Vec<O> {
    let share = items.len().div_ceil(threads.max(1)).max(1);
    let mut items = items.into_iter();
    thread::scope(|scope| {
        let mut running = Vec::new();
        while items.len() > 0 {
            let part: Vec<_> = items.by_ref().take(share).collect();
            running.push(scope.spawn(move || part.into_iter().map(work).collect::<Vec<_>>()));
        }
        // A page that got lost would shift all others.
        let joined = running.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    })
}
