//! Things that come about by and by: shown as being made at first, and as ready some calls later.

use serde_json::Value;
use tablature_codegen::model::{Action, Direction, EnumValue, Kind, Type};

use super::Thing;
use super::words::{BEING_MADE, READY, plain};
use crate::answer::scalar;

/// A thing that is not ready yet.
#[derive(Debug)]
pub(super) struct Progress {
    /// The field that tells.
    field: String,
    made: Value,
    ready: Value,
    /// So many more calls find it as it is.
    left: u32,
}

impl Progress {
    /// Marks a new thing as being made, if the documents have words for that and for being ready. Ready at once when no
    /// call is to find it so.
    pub(super) fn begin(thing: &mut Thing, entry: &Type, action: &Action, listings: u32) -> Option<Self> {
        let (field, made, ready) = entry.rows.iter().find_map(|row| {
            let Kind::Enum(index) = row.kind else { return None };
            let values = &action.enums[index].values;
            Some((row.name.value.clone(), state(values, &BEING_MADE)?, state(values, &READY)?))
        })?;
        let shown = if listings == 0 { &ready } else { &made };
        thing.insert(field.clone(), shown.clone());
        (listings > 0).then_some(Self { field, made, ready, left: listings })
    }

    /// Another call has listed. True when the thing is ready, which it then says of itself, unless a test has said
    /// something else.
    pub(super) fn listed(&mut self, thing: &mut Thing) -> bool {
        self.left = self.left.saturating_sub(1);
        let is_over = self.left == 0;
        if is_over && thing.get(&self.field) == Some(&self.made) {
            thing.insert(self.field.clone(), self.ready.clone());
        }
        is_over
    }
}

/// The first of the words that is among the values, or among their labels.
fn state(values: &[EnumValue], words: &[&str]) -> Option<Value> {
    let is = |value: &&EnumValue, word: &str| {
        let label = value.label.as_ref().map(|label| plain(label));
        value.only != Some(Direction::Request) && label.unwrap_or_else(|| plain(&value.value.value.wire())) == word
    };
    let found = words.iter().find_map(|word| values.iter().find(|value| is(value, word)));
    found.map(|value| scalar(&value.value.value))
}
