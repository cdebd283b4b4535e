//! Two models -> changes. Rows are matched by their wire names; what has no counterpart may have been renamed.

mod action;
mod answer;
mod condition;
mod default;
mod describe;
mod enumeration;
mod exports;
mod form;
mod limit;
mod matching;
mod names;
mod order;
mod paging;
mod parameter;
mod provider;
mod request;
mod table;
mod tree;

use std::collections::BTreeSet;

use tablature_codegen::model::{Action, Model, Provider, Service};

use crate::change::Change;
use crate::rules::action as rules;
use crate::rules::provider::{SERVICE_ADDED, SERVICE_REMOVED};
use crate::state::{Side, States};
use matching::{Evidence, alike};

/// All changes between the two states, in no particular order.
pub(crate) fn compare(states: &States<'_>, threads: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    for new in &states.new.providers {
        if let Some(old) = provider_of(&states.old, &new.name.value) {
            provider::compare(old, new, &mut changes);
        }
    }
    let (old, new) = (states.services(Side::Old), states.services(Side::New));
    for service in old.union(&new) {
        match (old.contains(service), new.contains(service)) {
            (true, false) => changes.push(
                Change::new(&SERVICE_REMOVED, service, "")
                    .at(service_of(&states.old, service).map(|(_, found)| found.name.at), None),
            ),
            (false, true) => changes.push(
                Change::new(&SERVICE_ADDED, service, "")
                    .at(None, service_of(&states.new, service).map(|(_, found)| found.name.at)),
            ),
            _ => compare_service(states, service, &mut changes, threads),
        }
    }
    changes
}

fn compare_service(states: &States<'_>, path: &str, changes: &mut Vec<Change>, threads: usize) {
    let (Some(old), Some(new)) = (service_of(&states.old, path), service_of(&states.new, path)) else { return };
    provider::compare_service(old.1, new.1, path, changes);
    let mut exports_differ = false;
    let (pairs, removed, added) = paired(&old.1.actions, &new.1.actions);
    for (before, after, evidence) in pairs {
        let context = Context {
            path: format!("{path}/{}", before.name.value),
            old: before,
            new: after,
            providers: (old.0, new.0),
        };
        if let Some(evidence) = evidence {
            changes.push(
                Change::new(&rules::ACTION_RENAMED, &context.path, "")
                    .attribute("name")
                    .before(before.name.value.clone())
                    .after(after.name.value.clone())
                    .at(before.name.at, after.name.at)
                    .guess(Some(evidence.text())),
            );
        }
        action::compare(&context, changes);
        exports_differ |= exports::differ(before, after);
    }
    for gone in &removed {
        changes.push(
            Change::new(&rules::ACTION_REMOVED, &format!("{path}/{}", gone.name.value), "").at(gone.name.at, None),
        );
    }
    for come in &added {
        changes
            .push(Change::new(&rules::ACTION_ADDED, &format!("{path}/{}", come.name.value), "").at(None, come.name.at));
    }
    if exports_differ || !removed.is_empty() || !added.is_empty() {
        exports::compare(states, path, changes, threads);
    }
}

/// An action on both sides, and where its changes are reported.
struct Context<'m> {
    /// `provider/service/Action`, under the old name.
    path: String,
    old: &'m Action,
    new: &'m Action,
    providers: (&'m Provider, &'m Provider),
}

type Pairs<'m> = Vec<(&'m Action, &'m Action, Option<Evidence>)>;

/// Actions by name; those that are left over may have been renamed.
fn paired<'m>(old: &'m [Action], new: &'m [Action]) -> (Pairs<'m>, Vec<&'m Action>, Vec<&'m Action>) {
    let mut pairs: Pairs<'m> = Vec::new();
    let mut added: Vec<&Action> =
        new.iter().filter(|action| !old.iter().any(|other| other.name.value == action.name.value)).collect();
    let mut removed = Vec::new();
    for action in old {
        if let Some(same) = new.iter().find(|other| other.name.value == action.name.value) {
            pairs.push((action, same, None));
            continue;
        }
        let renamed = added.iter().position(|other| is_renamed(action, other));
        match renamed.map(|index| added.remove(index)) {
            Some(other) => pairs.push((action, other, Some(Evidence::of_action()))),
            None => removed.push(action),
        }
    }
    (pairs, removed, added)
}

/// Names that are alike, and four of five rows the same.
fn is_renamed(old: &Action, new: &Action) -> bool {
    if alike(&old.name.value, &new.name.value) < 0.75 {
        return false;
    }
    let names = |action: &Action| action.rows().map(|row| row.name.value.clone()).collect::<BTreeSet<_>>();
    let (left, right) = (names(old), names(new));
    let shared = left.intersection(&right).count();
    shared * 5 >= left.len().max(right.len()) * 4
}

fn provider_of<'m>(model: &'m Model, name: &str) -> Option<&'m Provider> {
    model.providers.iter().find(|provider| provider.name.value == name)
}

fn service_of<'m>(model: &'m Model, path: &str) -> Option<(&'m Provider, &'m Service)> {
    let (provider, service) = path.split_once('/')?;
    let provider = provider_of(model, provider)?;
    Some((provider, provider.services.iter().find(|found| found.name.value == service)?))
}
