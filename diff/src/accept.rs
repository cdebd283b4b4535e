//! Accepted changes: exceptions that were reviewed, written beside the provider with a reason.

use std::collections::BTreeMap;

use tablature_codegen::model::{Accepted, Model};
use tablature_codegen::source::At;

use crate::change::Change;

/// An accepted change that does not apply: there is no such change, or it has gone on changing.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// The address that the entry names.
    pub change: String,
    /// The fingerprint that the entry names.
    pub fingerprint: String,
    /// The reason that it gives.
    pub reason: String,
    /// The fingerprints that changes of this address have, if there are any.
    pub instead: Vec<String>,
    /// Whether the old state accepts it, too: its change was let through before, and reports from before that need it.
    pub was_accepted: bool,
    /// Where the entry stands. Counts the files of the new state.
    pub at: At,
}

impl Stale {
    /// What is wrong with it, and what to do.
    pub fn message(&self) -> String {
        match self.instead.first() {
            Some(other) => format!("the change is another one now; review it, and write `fingerprint: \"{other}\"`"),
            None if self.was_accepted => "the old state has it already; remove the entry after a release".to_owned(),
            None => "there is no such change between the two states; remove the entry".to_owned(),
        }
    }
}

/// Writes the reasons beside the changes that the new state accepts, and gives the entries that accept nothing.
pub(crate) fn apply(changes: &mut [Change], old: &Model, new: &Model) -> Vec<Stale> {
    let mut by_fingerprint: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_address: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if new.providers.iter().all(|provider| provider.accepted.is_empty()) {
        return Vec::new();
    }
    for (index, change) in changes.iter().enumerate() {
        by_fingerprint.insert(change.fingerprint(), index);
        by_address.entry(change.address.to_string()).or_default().push(change.fingerprint());
    }
    let accepted = |model: &'_ Model, entry: &Accepted| {
        let mut all = model.providers.iter().flat_map(|provider| &provider.accepted);
        all.any(|other| other.change.value == entry.change.value && other.fingerprint.value == entry.fingerprint.value)
    };
    let mut stale = Vec::new();
    for entry in new.providers.iter().flat_map(|provider| &provider.accepted) {
        let address = entry.change.value.clone();
        let found = by_fingerprint.get(&entry.fingerprint.value).and_then(|index| changes.get_mut(*index));
        match found.filter(|change| change.address.to_string() == address) {
            Some(change) => change.accepted = Some(entry.reason.value.clone()),
            None => stale.push(Stale {
                instead: by_address.get(&address).cloned().unwrap_or_default(),
                change: address,
                fingerprint: entry.fingerprint.value.clone(),
                reason: entry.reason.value.clone(),
                was_accepted: accepted(old, entry),
                at: entry.at,
            }),
        }
    }
    stale
}
