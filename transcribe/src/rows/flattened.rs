//! Answers whose table lists the fields of structures beside the structures: the example shows what stands in what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::MOST_FIELDS;
use crate::dialect::Dialect;
use crate::draft::{Basis, Draft, Kind};
use crate::report::{Notes, Weight};

/// Deepest structure that is looked into.
const DEEPEST: usize = 8;

/// Entries of a list that are looked into.
const ENTRIES: usize = 20;

/// Gives rows the path at which the documented answers have them, where those have them at one place only, in structures
/// whose fields no table lists.
pub(super) fn unflatten(draft: &mut Draft, dialect: &Dialect, notes: &mut Notes) {
    if dialect.generated_examples {
        return;
    }
    let models: BTreeSet<&str> = draft.models.iter().map(|model| model.name.as_str()).collect();
    let is_open = |kind: &Kind| match kind {
        Kind::Unknown | Kind::Object => true,
        Kind::Model(name) => !models.contains(name.as_str()),
        _ => false,
    };
    let rows = || draft.response.iter().filter(|row| row.basis == Basis::Table);
    let names: BTreeSet<String> = rows().map(|row| row.name.clone()).collect();
    let open: BTreeSet<String> = rows().filter(|row| is_open(&row.kind)).map(|row| row.name.clone()).collect();
    let mut shown = Shown { names: &names, places: BTreeMap::new() };
    for answer in draft.examples.iter().filter_map(|example| example.response.as_ref()) {
        shown.look(&answer.value, &[], 0);
    }
    let mut moved: BTreeMap<Vec<String>, (usize, Vec<String>)> = BTreeMap::new();
    for row in draft.response.iter_mut().filter(|row| row.basis == Basis::Table) {
        let mut places = shown.places.get(&row.name).into_iter().flatten();
        let (Some(place), None) = (places.next(), places.next()) else { continue };
        if place.is_empty() || !place.iter().all(|owner| open.contains(owner)) {
            continue;
        }
        moved.entry(place.clone()).or_insert((row.at.start, Vec::new())).1.push(format!("`{}`", row.name));
        row.name = format!("{}.{}", place.join("."), row.name);
    }
    for (place, (at, fields)) in moved {
        let text = format!(
            "the example has {} in `{}`; read so, and not as fields beside it",
            fields.join(", "),
            place.join(".")
        );
        notes.say(Weight::Guess, at, text);
    }
}

/// Where fields of documented answers stand.
struct Shown<'n> {
    /// The rows of the table.
    names: &'n BTreeSet<String>,
    /// For the name of a field, the names of the fields around it.
    places: BTreeMap<String, BTreeSet<Vec<String>>>,
}

impl Shown<'_> {
    fn look(&mut self, value: &Value, around: &[String], depth: usize) {
        match value {
            Value::Array(entries) if depth < DEEPEST => {
                entries.iter().take(ENTRIES).for_each(|entry| self.look(entry, around, depth + 1));
            }
            Value::Object(fields) if depth < DEEPEST && fields.len() <= MOST_FIELDS => {
                for (name, value) in fields {
                    // The wrapper of a list, `{"Images": {"Image": [...]}}`, is not a structure of its own.
                    if fields.len() == 1 && value.is_array() && !self.names.contains(name) {
                        self.look(value, around, depth + 1);
                        continue;
                    }
                    self.places.entry(name.clone()).or_default().insert(around.to_vec());
                    let inside: Vec<String> = around.iter().chain([name]).cloned().collect();
                    self.look(value, &inside, depth + 1);
                }
            }
            _ => {}
        }
    }
}
