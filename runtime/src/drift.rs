//! Where answers and documents differ: collected on request, to correct the specs by.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::Json;
use crate::decode::DriftPath;
use crate::text::shown_name;

/// So many different findings are kept; the rest is counted.
const KEPT: usize = 1000;

/// In what way an answer differs from the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A field that no document knows.
    UnknownField,
    /// A value of an enum that the documents do not list.
    UnknownValue,
    /// A value that was accepted although it is not of the documented type.
    Coercion,
    /// A value that could not be read as the documented type, or a text that is no time where a time is documented.
    Mismatch,
    /// A field that is documented as always there, and is not.
    MissingField,
}

impl DriftKind {
    fn name(self) -> &'static str {
        match self {
            Self::UnknownField => "unknown field",
            Self::UnknownValue => "unknown value",
            Self::Coercion => "coercion",
            Self::Mismatch => "mismatch",
            Self::MissingField => "missing field",
        }
    }
}

impl fmt::Display for DriftKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// One difference, with the row of the spec that it touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    kind: DriftKind,
    path: String,
    expected: &'static str,
    found: String,
    spec: &'static str,
    at: &'static str,
    row: String,
    count: usize,
}

impl Drift {
    /// In what way the answer differs.
    pub fn kind(&self) -> DriftKind {
        self.kind
    }

    /// Where in the answer it was seen first: `imageSet[3].size`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is documented: `an integer`.
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// What came first, shortened; without the value when it is a secret.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The spec file, relative to the specs folder.
    pub fn spec(&self) -> &'static str {
        self.spec
    }

    /// The section of the spec file.
    pub fn at(&self) -> &'static str {
        self.at
    }

    /// The row of that section; for an unknown field, the row that is missing.
    pub fn row(&self) -> &str {
        &self.row
    }

    /// How often it was seen.
    pub fn count(&self) -> usize {
        self.count
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, path, expected, found, spec, at, row, count } = self;
        write!(f, "{kind}: {path}: expected {expected}, found {found} ({spec}, {at}, {row})")?;
        if *count > 1 { write!(f, ", {count} times") } else { Ok(()) }
    }
}

/// What makes two findings the same: kind, spec, section, row, and the value where the value is what is found.
type Identity = (DriftKind, &'static str, &'static str, String, String);

/// The differences seen in one answer or in many.
///
/// ```
/// use tablature_runtime::DriftReport;
///
/// let report = DriftReport::new();
/// assert!(report.is_empty());
/// assert_eq!(report.to_json()["drift"], serde_json::json!([]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct DriftReport {
    entries: Vec<Drift>,
    known: BTreeMap<Identity, usize>,
    left_out: usize,
}

impl DriftReport {
    /// A report with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether no difference was seen.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The differences in the order in which they were first seen.
    pub fn entries(&self) -> &[Drift] {
        &self.entries
    }

    /// How many differences were left out, because there are more than 1,000 different ones.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// Adds what another report has seen.
    pub fn merge(&mut self, other: Self) {
        self.left_out += other.left_out;
        for drift in other.entries {
            self.add(drift);
        }
    }

    /// The same report with other texts in place of those that came.
    #[cfg(feature = "call")]
    pub(crate) fn map_found(self, change: impl Fn(&str) -> String) -> Self {
        let mut report = Self { left_out: self.left_out, ..Self::default() };
        for drift in self.entries {
            let (path, found, row) = (change(&drift.path), change(&drift.found), change(&drift.row));
            report.add(Drift { path, found, row, ..drift });
        }
        report
    }

    /// The report as JSON: `{"drift": [{"kind", "path", "expected", "found", "spec", "at", "row", "count"}], "left_out"}`.
    pub fn to_json(&self) -> Json {
        let entries = self.entries.iter().map(|drift| {
            serde_json::json!({
                "kind": drift.kind.name(),
                "path": drift.path,
                "expected": drift.expected,
                "found": drift.found,
                "spec": drift.spec,
                "at": drift.at,
                "row": drift.row,
                "count": drift.count,
            })
        });
        serde_json::json!({ "drift": entries.collect::<Vec<_>>(), "left_out": self.left_out })
    }

    pub(crate) fn note(&mut self, kind: DriftKind, path: &DriftPath<'_>, expected: &'static str, found: String) {
        let shape = path.shape();
        let row = shown_name(path.nearest_name()).into_owned();
        let (spec, at) = (shape.spec, shape.at);
        self.add(Drift { kind, path: path.render(), expected, found, spec, at, row, count: 1 });
    }

    fn add(&mut self, drift: Drift) {
        let value = if drift.kind == DriftKind::UnknownValue { drift.found.clone() } else { String::new() };
        let identity = (drift.kind, drift.spec, drift.at, drift.row.clone(), value);
        if let Some(seen) = self.known.get(&identity).and_then(|index| self.entries.get_mut(*index)) {
            seen.count += drift.count;
        } else if self.entries.len() < KEPT {
            self.known.insert(identity, self.entries.len());
            self.entries.push(drift);
        } else {
            self.left_out += drift.count;
        }
    }
}

/// As [`DriftReport::to_json`] has it.
impl Serialize for DriftReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl fmt::Display for DriftReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for drift in &self.entries {
            writeln!(f, "{drift}")?;
        }
        if self.left_out > 0 {
            writeln!(f, "and {} more", self.left_out)?;
        }
        Ok(())
    }
}
