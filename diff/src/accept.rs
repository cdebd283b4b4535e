//! Accepted changes: exceptions that were reviewed, written beside the provider with a reason.

use std::collections::BTreeMap;

use tablature_codegen::model::Model;
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
    /// Where the entry stands. Counts the files of the new state.
    pub at: At,
}

impl Stale {
    /// What is wrong with it, and what to do.
    pub fn message(&self) -> String {
        match self.instead.first() {
            None => "there is no such change between the two states; remove the entry".to_owned(),
            Some(other) => format!("the change is another one now; review it, and write `fingerprint: {other}`"),
        }
    }
}

/// Writes the reasons beside the changes that the new state accepts, and gives the entries that accept nothing.
pub(crate) fn apply(changes: &mut [Change], new: &Model) -> Vec<Stale> {
    let mut by_fingerprint: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_address: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if new.providers.iter().all(|provider| provider.accepted.is_empty()) {
        return Vec::new();
    }
    for (index, change) in changes.iter().enumerate() {
        by_fingerprint.insert(change.fingerprint(), index);
        by_address.entry(change.address.to_string()).or_default().push(change.fingerprint());
    }
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
                at: entry.at,
            }),
        }
    }
    stale
}
