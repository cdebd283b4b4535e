//! Drift over real traffic.

use std::sync::{Arc, Mutex, PoisonError};

use crate::drift::DriftReport;

/// Collects where the answers of clients differ from the documents. Copies collect into the same report, so that one
/// collector can serve several clients. Memory is bounded: see [`DriftReport::left_out`].
///
/// ```
/// use tablature_runtime::client::DriftCollector;
///
/// let collector = DriftCollector::new();
/// assert!(collector.report().is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct DriftCollector(Arc<Mutex<DriftReport>>);

impl DriftCollector {
    /// A collector with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was collected so far. It prints as text, and as JSON with [`DriftReport::to_json`].
    #[must_use]
    pub fn report(&self) -> DriftReport {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What was collected so far; from now on, the collector begins anew.
    #[must_use]
    pub fn take(&self) -> DriftReport {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn add(&self, report: DriftReport) {
        if !report.is_empty() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).merge(report);
        }
    }
}
