//! Things that no example shows: something plausible for every field.

use serde_json::{Map, Value, json};
use tablature_codegen::model::{Action, Direction, Kind, Row, TimeForm};
use tablature_runtime::jiff::Timestamp;

use super::words::plain;

/// Types that hold others are followed this far.
const DEEPEST: usize = 4;

/// A value for each of the rows of an action's answer. `for_action` names the action that brings the thing about: creating a
/// custom image makes one whose type is `Custom`.
pub(super) fn fields(action: &Action, rows: &[Row], for_action: &str, now: Timestamp) -> Map<String, Value> {
    Maker { action, for_action, now }.fields(rows, 0)
}

struct Maker<'a> {
    action: &'a Action,
    for_action: &'a str,
    now: Timestamp,
}

impl Maker<'_> {
    fn fields(&self, rows: &[Row], depth: usize) -> Map<String, Value> {
        let values = rows.iter().filter_map(|row| Some((row.name.value.clone(), self.value(row, depth)?)));
        values.collect()
    }

    fn value(&self, row: &Row, depth: usize) -> Option<Value> {
        let one = match row.kind {
            Kind::Text => json!(format!("example-{}", plain(&row.name))),
            Kind::Integer => json!(1),
            Kind::Float => json!(1.5),
            Kind::Boolean => json!(false),
            Kind::Time(form) => self.time(form),
            Kind::Enum(index) => self.member(index)?,
            Kind::Type(_) if depth >= DEEPEST => return None,
            Kind::Type(index) => Value::Object(self.fields(&self.action.types[index].rows, depth + 1)),
            Kind::Any | Kind::Object => return None,
        };
        let value = if row.list { json!([one]) } else { one };
        Some(row.item.as_ref().map_or(value.clone(), |item| json!({ item.value.as_str(): value })))
    }

    fn time(&self, form: TimeForm) -> Value {
        match form {
            TimeForm::UnixSeconds => json!(self.now.as_second()),
            TimeForm::Iso8601 => json!(self.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            TimeForm::Local => json!(self.now.strftime("%Y-%m-%d %H:%M:%S").to_string()),
            TimeForm::Date => json!(self.now.strftime("%Y/%m/%d").to_string()),
        }
    }

    /// The value that the action's name speaks of; failing that, the first that an answer can have.
    fn member(&self, index: usize) -> Option<Value> {
        let values = &self.action.enums[index].values;
        let mut answered = values.iter().filter(|value| value.only != Some(Direction::Request));
        let spoken = answered.clone().find(|value| {
            let word = value.value.value.wire();
            word.len() > 2 && self.for_action.contains(&word)
        });
        spoken.or_else(|| answered.next()).map(|value| crate::answer::scalar(&value.value.value))
    }
}
