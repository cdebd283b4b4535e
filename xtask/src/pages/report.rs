//! What a run of `transcribe` has to say: of each page that is new or says something else, and in one line of all others.
//! What a person has to do stands last.

use std::collections::BTreeMap;
use std::time::Instant;

use tablature_transcribe::draft::Draft;
use tablature_transcribe::report::{Notes, Told, Weight};
use tablature_transcribe::rows::Reading;
use tablature_transcribe::{Outcome, PageFile};

use super::files::Pages;
use super::merged::Written;
use super::told;
use crate::console::count;

/// What to do about gaps and conflicts.
pub(super) const SETTLE: &str = "see to what was not understood and to conflicts, in the specs or as their lines say; then run \
                                 once more with --settled, and no run tells them again\n";

/// A run, and what earlier ones have told.
pub(super) struct Report<'r> {
    pub(super) provider: &'r str,
    pub(super) pages: &'r Pages,
    pub(super) outcome: &'r Outcome,
    pub(super) written: &'r Written,
    /// What earlier runs have told of the pages of each service.
    pub(super) told: &'r BTreeMap<String, Told>,
    /// Whether that is to be told again, and the pages listed that say what they said.
    pub(super) all: bool,
}

/// What is said of pages, and counted.
#[derive(Default)]
struct Said {
    /// What was read and guessed, page by page.
    read: String,
    /// What was not understood, page by page.
    gaps: String,
    /// Notes that no earlier run has told.
    new: Notes,
    /// How many notes earlier runs have told.
    before: usize,
    /// How many pages document no action.
    without: usize,
}

impl Report<'_> {
    /// The text, and whether all pages were understood.
    pub(super) fn text(&self, start: Instant) -> (String, bool) {
        let mut said = Said::default();
        for (page, reading) in self.pages.pages.iter().zip(&self.outcome.readings) {
            self.page(page, reading, &mut said);
        }
        let gaps = said.new.count(Weight::NotUnderstood);
        let mut text = std::mem::take(&mut said.read);
        text.extend(self.pages.skipped.iter().map(|line| format!("{line}\n")));
        text += &self.written.report;
        text += &said.gaps;
        text += &self.summary(&said, start);
        (text, gaps == 0)
    }

    fn page(&self, page: &PageFile, reading: &Reading, said: &mut Said) {
        let told = self.told.get(&page.service);
        let untold = |told: &Told| reading.notes.untold(told, &told::name(page, &reading.drafts));
        let untold = told.map_or_else(|| reading.notes.clone(), untold);
        for draft in reading.drafts.iter().filter(|draft| self.all || self.is_news(page, draft)) {
            said.read += &read_of(&page.path, draft);
        }
        let (gaps, read) = if self.all { &reading.notes } else { &untold }.divided();
        said.read += &read.shown(&page.path, &page.text);
        said.gaps += &gaps.shown(&page.path, &page.text);
        said.without += usize::from(reading.drafts.is_empty());
        said.before += reading.notes.all().len() - untold.all().len();
        said.new.add(untold);
    }

    /// Whether a spec was made of the page that says something else than it did.
    fn is_news(&self, page: &PageFile, draft: &Draft) -> bool {
        let spec = format!("{}/{}/{}.yaml", self.provider, page.service, draft.action);
        self.outcome.specs.contains_key(&spec) && !self.written.unchanged.contains(&spec)
    }

    fn summary(&self, said: &Said, start: Instant) -> String {
        let unchanged = self.written.unchanged.len();
        let hidden =
            if self.all || unchanged + said.before == 0 { "" } else { "; --all lists that and what is unchanged" };
        format!(
            "{} ({} without an action): {}, {} new, {} changed, {unchanged} unchanged, {} to be settled by you ({} ms)\n\
             {} guessed, {} not understood, {} told before{hidden}\n",
            count(self.pages.pages.len(), "page"),
            said.without,
            count(self.outcome.specs.len(), "action"),
            self.written.created,
            self.written.changed,
            self.written.unsettled,
            start.elapsed().as_millis(),
            said.new.count(Weight::Guess),
            said.new.count(Weight::NotUnderstood),
            said.before,
        )
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
