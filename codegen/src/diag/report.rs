//! The diagnostics of a run.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::{Code, Diagnostic, Severity};
use crate::source::SourceFile;

/// All diagnostics of a run, sorted by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

/// How many diagnostics there are of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What must be mended.
    pub errors: usize,
    /// What deserves a look.
    pub warnings: usize,
}

impl Report {
    /// A report without findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The findings in groups, each found by the path of the file that it is first about.
    pub fn grouped(&self, files: &[SourceFile], group: impl Fn(&str) -> String) -> BTreeMap<String, Report> {
        let mut groups: BTreeMap<String, Report> = BTreeMap::new();
        for diagnostic in &self.diagnostics {
            let file = diagnostic.labels.first().and_then(|label| files.get(label.at.file as usize));
            groups.entry(group(file.map_or("", |file| &file.path))).or_default().push(diagnostic.clone());
        }
        groups
    }

    /// Adds the findings of another report.
    pub fn extend(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Sorts by file and place, so that the order never depends on how the work was divided.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by(|left, right| {
            let key = |diagnostic: &Diagnostic| (diagnostic.labels.first().map(|label| label.at), diagnostic.code);
            key(left).cmp(&key(right)).then_with(|| left.message.cmp(&right.message))
        });
        self.diagnostics.dedup();
    }

    /// The findings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether something must be mended before anything can be generated.
    pub fn has_errors(&self) -> bool {
        self.counts().errors > 0
    }

    /// Whether a finding of this code is among them.
    pub fn has(&self, code: Code) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.code == code)
    }

    /// How many errors and warnings there are.
    pub fn counts(&self) -> Counts {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error).count();
        Counts { errors, warnings: self.diagnostics.len() - errors }
    }

    /// The findings as rustc would print them. `root` is put before each path, `color` adds terminal styles.
    pub fn human(&self, files: &[SourceFile], root: &str, color: bool) -> String {
        super::render::human(self, files, root, color)
    }

    /// One JSON object a line: code, severity, message, file, line, column, labels, help.
    pub fn json(&self, files: &[SourceFile], root: &str) -> String {
        super::render::json(self, files, root)
    }

    /// Workflow commands that put the findings beside the lines of a pull request.
    pub fn github(&self, files: &[SourceFile], root: &str) -> String {
        super::render::github(self, files, root)
    }
}

/// Collects findings from several places at once; the stages share one by reference.
#[derive(Default)]
pub(crate) struct Sink {
    found: Mutex<Vec<Diagnostic>>,
}

impl Sink {
    pub(crate) fn push(&self, diagnostic: Diagnostic) {
        self.found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(diagnostic);
    }

    pub(crate) fn into_report(self, files: &[SourceFile]) -> Report {
        let mut diagnostics = self.found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        super::consequence::leave_out(&mut diagnostics, files);
        let mut report = Report { diagnostics };
        report.sort();
        report
    }
}
