//! Documented calls, beside the tables: a value that contradicts its row is an error, unless an erratum speaks of it.

mod answer;
mod presence;
mod request;
mod sent;
mod types;
mod values;
mod walk;

use std::collections::BTreeMap;

use super::scope::{RowRef, Scope};
use crate::model::{Call, Calls, Example};

pub(super) use sent::Sent;
pub(super) use walk::Found;

/// What an example shows of which row.
pub(super) struct Shown<'m> {
    pub(super) example: &'m Example,
    /// The pairs of the request, those that were supplied included.
    pub(super) sent: Vec<Sent<'m>>,
    /// The same as a tree, as the bindings send it.
    pub(super) call: Call<'m>,
    /// The values of the answer.
    pub(super) answer: walk::Answer<'m>,
    /// Indices into both, by row.
    sent_by_row: BTreeMap<RowRef<'m>, Vec<usize>>,
    found_by_row: BTreeMap<RowRef<'m>, Vec<usize>>,
}

impl<'m> Shown<'m> {
    fn new(scope: &Scope<'m>, example: &'m Example, calls: &Calls<'m>, answer: walk::Answer<'m>) -> Self {
        let (sent, call) = (sent::read(scope, calls, example), calls.read(example));
        let mut shown =
            Self { example, sent, call, answer, sent_by_row: BTreeMap::new(), found_by_row: BTreeMap::new() };
        for (index, one) in shown.sent.iter().enumerate() {
            if let Some(row) = one.row {
                shown.sent_by_row.entry(row).or_default().push(index);
            }
        }
        for (index, one) in shown.answer.found.iter().enumerate() {
            shown.found_by_row.entry(one.row()).or_default().push(index);
        }
        shown
    }

    /// The pairs of a row.
    pub(super) fn sent_of<'s>(&'s self, row: RowRef<'s>) -> impl Iterator<Item = &'s Sent<'m>> {
        let indices: &'s BTreeMap<RowRef<'s>, Vec<usize>> = &self.sent_by_row;
        indices.get(&row).into_iter().flatten().map(|index| &self.sent[*index])
    }

    /// The values of a row.
    pub(super) fn found_of<'s>(&'s self, row: RowRef<'s>) -> impl Iterator<Item = &'s Found<'m>> {
        let indices: &'s BTreeMap<RowRef<'s>, Vec<usize>> = &self.found_by_row;
        indices.get(&row).into_iter().flatten().map(|index| &self.answer.found[*index])
    }
}

pub(super) fn run(scope: &Scope<'_>) {
    for shown in scope.shown() {
        request::run(scope, shown);
        presence::run(scope, shown);
        answer::run(scope, shown);
        types::run(scope, shown);
        values::run(scope, shown);
    }
}

/// Reads the examples of an action.
pub(super) fn shown<'m>(scope: &Scope<'m>) -> Vec<Shown<'m>> {
    let Some(action) = scope.action.filter(|action| !action.examples.is_empty()) else { return Vec::new() };
    let calls = Calls::new(action, scope.provider);
    let tables = walk::Tables::new(action);
    let read = |example| Shown::new(scope, example, &calls, tables.read(example));
    action.examples.iter().map(read).collect()
}
