//! What a service shows again: a name that only one of its actions has. A second action of that name takes it away.

use std::collections::{BTreeMap, BTreeSet};

use tablature_codegen::model::{Action, Model};
use tablature_codegen::rust_names::exported_names;

use crate::change::Change;
use crate::rules::action::RE_EXPORT_LOST;
use crate::state::{Side, States};

/// Whether the action's module offers other names than before.
pub(super) fn differ(old: &Action, new: &Action) -> bool {
    let names = |action: &Action| exported_names(action).into_iter().collect::<BTreeSet<_>>();
    names(old) != names(new)
}

/// Names that the service showed, and does not show any more because another action has them, too. Names that are gone
/// altogether are the changes of their actions.
pub(super) fn compare(states: &States<'_>, service: &str, changes: &mut Vec<Change>, threads: usize) {
    let old = owners(&states.service(Side::Old, service, threads));
    let new = owners(&states.service(Side::New, service, threads));
    for (name, owner) in old.iter().filter_map(|(name, owners)| Some((name, only(owners)?))) {
        let Some(others) = new.get(name).filter(|owners| owners.len() > 1 && owners.contains(owner)) else { continue };
        let also: Vec<&str> = others.iter().filter(|other| *other != owner).map(String::as_str).collect();
        let change = Change::new(&RE_EXPORT_LOST, service, format!("name {name}"));
        changes.push(change.before(owner).after(format!("{owner}, {}", also.join(", "))));
    }
}

fn only(owners: &BTreeSet<String>) -> Option<&String> {
    owners.first().filter(|_| owners.len() == 1)
}

/// The actions that have each name.
fn owners(model: &Model) -> BTreeMap<String, BTreeSet<String>> {
    let mut owners: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, _, action) in model.actions() {
        for name in exported_names(action) {
            owners.entry(name).or_default().insert(action.name.value.clone());
        }
    }
    owners
}
