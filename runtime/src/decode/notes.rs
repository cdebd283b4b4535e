//! What decoding has to say besides the record.

use super::came::Came;
use super::error::{DecodeError, Mismatch};
use super::path::Path;
use crate::drift::{DriftKind, DriftReport};

/// So many mismatches are listed; the rest is counted, so that a hostile answer cannot fill the memory.
const LISTED: usize = 1000;

/// As deep as serde_json nests; other formats are held to the same.
const DEPTH: usize = 128;

/// Collects mismatches and, when asked to, drift.
pub(crate) struct Notes {
    pub(crate) drift: Option<DriftReport>,
    mismatches: Vec<Mismatch>,
    unlisted: usize,
    depth: usize,
    /// Whether the digits of numbers are kept where a text is documented.
    pub(crate) keeps_digits: bool,
    /// Whether digits of a number may have been lost.
    pub(crate) inexact: bool,
}

impl Notes {
    pub(crate) fn new(drift: Option<DriftReport>) -> Self {
        Self { drift, mismatches: Vec::new(), unlisted: 0, depth: 0, keeps_digits: false, inexact: false }
    }

    /// Keeps the digits of numbers where a text is documented.
    pub(crate) fn exact(mut self) -> Self {
        self.keeps_digits = true;
        self
    }

    /// Runs one level deeper.
    #[inline]
    pub(crate) fn enter<E: serde::de::Error>(&mut self) -> Result<(), E> {
        self.depth += 1;
        if self.depth > DEPTH { Err(E::custom("nesting is too deep")) } else { Ok(()) }
    }

    #[inline]
    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    pub(crate) fn mismatch(&mut self, path: &Path<'_>, expected: &'static str, found: String) {
        self.observe(DriftKind::Mismatch, path, expected, || found.clone());
        if self.mismatches.len() < LISTED {
            self.mismatches.push(Mismatch::new(path, expected, found));
        } else {
            self.unlisted += 1;
        }
    }

    /// Adds to the drift report, if there is one.
    pub(crate) fn observe(
        &mut self,
        kind: DriftKind,
        path: &Path<'_>,
        expected: &'static str,
        found: impl FnOnce() -> String,
    ) {
        if let Some(report) = &mut self.drift {
            report.note(kind, path, expected, found());
        }
    }

    /// Notes that a value was taken although it is not what is documented.
    pub(crate) fn coercion(&mut self, path: &Path<'_>, expected: &'static str, came: Came<'_>) {
        self.observe(DriftKind::Coercion, path, expected, || came.describe(path.is_secret()));
    }

    pub(crate) fn into_mismatches(self) -> Vec<Mismatch> {
        self.mismatches
    }

    pub(crate) fn into_result(self) -> Result<(), DecodeError> {
        if self.mismatches.is_empty() { Ok(()) } else { Err(DecodeError::mismatches(self.mismatches, self.unlisted)) }
    }
}
