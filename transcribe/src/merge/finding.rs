//! What a merge has to say.

use crate::page::Lines;

/// Something to be said of a spec.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where in the spec as it was, in bytes.
    pub at: usize,
    /// Whether it was done, or is to be done.
    pub severity: Severity,
    /// What it is.
    pub text: String,
}

/// What follows from a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The spec was changed.
    Changed,
    /// Nothing was changed; somebody may want to look at the row's `doc`.
    Reworded,
    /// Nothing was changed; somebody may want to add what follows from the page.
    Proposed,
    /// Page and people differ; the spec was left as it is.
    Conflict,
}

impl Finding {
    /// Path, line, column and text, in one line.
    pub fn shown(&self, path: &str, lines: &Lines<'_>) -> String {
        let word = match self.severity {
            Severity::Changed => "changed",
            Severity::Reworded => "reworded",
            Severity::Proposed => "proposed",
            Severity::Conflict => "conflict",
        };
        format!("{path}:{}: {word}: {}\n", lines.place(self.at), self.text)
    }
}
