//! Conditions between parameters: they name enough rows, can be kept and broken, and compare rows with values they can have.

mod across;
mod sense;
mod size;
mod value;

use std::collections::BTreeSet;

use super::scope::Scope;
use crate::model::{Action, Rule};
use crate::vocabulary::Required;

pub(super) fn run(scope: &Scope<'_>) {
    let Some(action) = scope.action else { return };
    let is_sound = |rule: &&Rule| size::is_sound(scope, action, rule) && !across::is_across(scope, action, rule);
    let sound: Vec<&Rule> = action.rules.iter().filter(is_sound).collect();
    sense::run(scope, action, &sound);
    for rule in sound {
        value::run(scope, action, rule);
    }
}

/// Name of a request's row.
fn name(action: &Action, row: usize) -> &str {
    action.request.get(row).map_or("", |row| row.name.value.as_str())
}

/// The rows that every call sends.
fn always_sent(action: &Action) -> BTreeSet<usize> {
    let sent =
        action.request.iter().enumerate().filter(|(_, row)| row.required == Required::Yes || row.constant.is_some());
    sent.map(|(index, _)| index).collect()
}
