//! What was found.

use std::collections::BTreeMap;
use std::ops::Range;

use super::kinds::Kind;
use crate::fingerprint::fingerprint;

/// A contradiction on a page.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What kind of contradiction it is.
    pub kind: &'static Kind,
    /// How much it matters: as the kind says, or less.
    pub severity: Severity,
    /// The action that it is about.
    pub action: String,
    /// The row that it is about: `request Zone`, `response Set[].Id`; empty, when it is about none.
    pub row: String,
    /// What contradicts what, in a sentence.
    pub message: String,
    /// The places that contradict each other; the first is where it shows.
    pub places: Vec<Place>,
    /// Tells the finding from all others of a page, and stays the same when lines move.
    pub fingerprint: String,
    /// What the spec has decided, when it has an erratum about it.
    pub decision: Option<String>,
}

/// A place on the page, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The bytes of the page.
    pub at: Range<usize>,
    /// What is said there.
    pub label: String,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// One of the places is wrong, and who believes it writes a call or a reader that fails.
    Error,
    /// One of the places is incomplete or misleading.
    Warning,
    /// Of use to know; examples made by a program give many.
    Note,
}

impl Severity {
    /// `error`, `warning`, `note`: SARIF's names, too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Finding {
    /// A finding, before it is known which action it is about.
    pub(super) fn new(kind: &'static Kind, row: impl Into<String>, message: impl Into<String>) -> Self {
        let (action, places, fingerprint) = (String::new(), Vec::new(), String::new());
        let (row, message, severity) = (row.into(), message.into(), kind.severity);
        Self { kind, severity, action, row, message, places, fingerprint, decision: None }
    }

    /// Says that it is less sure than others of its kind.
    pub(super) fn weighing(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds a place.
    pub(super) fn at(mut self, at: Range<usize>, label: impl Into<String>) -> Self {
        self.places.push(Place { at, label: label.into() });
        self
    }

    /// The byte of the page where it shows.
    pub fn start(&self) -> usize {
        self.places.first().map_or(0, |place| place.at.start)
    }
}

/// Gives the findings of an action their fingerprints: of the kind, the action and the row, and of a number when there
/// are several of these.
pub(super) fn number(findings: &mut [Finding], action: &str) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        finding.action = action.to_owned();
        let about = format!("{}\0{action}\0{}", finding.kind.id, finding.row);
        let count = seen.entry(about.clone()).or_default();
        finding.fingerprint = format!("{:016x}", fingerprint(format!("{about}\0{count}").bytes()));
        *count += 1;
    }
}
