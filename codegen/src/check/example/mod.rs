//! Documented calls, beside the tables: a value that contradicts its row is an error, unless an erratum speaks of it.

mod answer;
mod presence;
mod request;
mod sent;
mod types;
mod values;
mod walk;

use super::scope::Scope;
use crate::model::Example;

pub(super) use sent::{Form, Sent};
pub(super) use walk::Found;

/// What an example shows of which row.
pub(super) struct Shown<'m> {
    pub(super) example: &'m Example,
    /// The pairs of the request, those that were supplied included.
    pub(super) sent: Vec<Sent<'m>>,
    /// The values of the answer.
    pub(super) answer: walk::Answer<'m>,
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
    let parameters = sent::Parameters::new(scope, action);
    let tables = walk::Tables::new(action);
    let read = |example| Shown { example, sent: parameters.read(example), answer: tables.read(example) };
    action.examples.iter().map(read).collect()
}
