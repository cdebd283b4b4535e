//! Which things a call asks for.

use std::slice::from_ref;

use serde_json::{Value, json};
use tablature_codegen::model::{Action, Direction, Kind, OnInvalid, Row};

use super::Thing;
use super::roles::{Filter, Role, Test, Work};
use crate::answer::scalar;
use crate::read::Tree;

/// Whether a thing is among those that are asked for.
pub(super) fn passes(thing: &Thing, filters: &[Filter], action: &Action, given: &Tree) -> bool {
    filters.iter().all(|filter| {
        let wanted = wanted(filter, action, given);
        if wanted.is_empty() {
            return true;
        }
        match &filter.test {
            Test::Equals(field) => match thing.get(field) {
                Some(value) if !value.is_null() => wanted.iter().any(|text| is(value, text)),
                // What says nothing of a field is what a call that says nothing asks for.
                _ => default(&action.request[filter.row]).is_some_and(|text| wanted.contains(&text)),
            },
            Test::Scope(field) => thing.get(field).is_none_or(|value| wanted.iter().any(|text| is(value, text))),
            Test::Search(fields) => {
                let texts = fields.iter().filter_map(|field| thing.get(field)?.as_str());
                texts.into_iter().any(|text| wanted.iter().any(|part| text.contains(part.as_str())))
            }
        }
    })
}

/// The thing as it is answered: what is everywhere is where it was asked for.
pub(super) fn placed(thing: &Thing, filters: &[Filter], given: &Tree) -> Thing {
    let mut thing = thing.clone();
    for filter in filters {
        if let (Test::Scope(field), Some(text)) = (&filter.test, given.text(&filter.parameter)) {
            thing.entry(field.clone()).or_insert_with(|| json!(text));
        }
    }
    thing
}

/// Gives a made-up thing what a call asks for that says nothing: it would be hidden from that call otherwise.
pub(super) fn meet_defaults(thing: &mut Thing, role: &Role, action: &Action) {
    let Work::List(filters) = &role.work else { return };
    let nothing = Tree::default();
    for filter in filters {
        let (Test::Equals(field), Some(default)) = (&filter.test, &action.request[filter.row].default) else {
            continue;
        };
        if !passes(thing, from_ref(filter), action, &nothing) {
            let value = scalar(&default.value);
            let listed = thing.get(field).is_some_and(Value::is_array);
            thing.insert(field.clone(), if listed { json!([value]) } else { value });
        }
    }
}

/// The fields that say where a thing is.
pub(super) fn scopes(role: &Role) -> impl Iterator<Item = &String> {
    let filters = if let Work::List(filters) = &role.work { filters.as_slice() } else { &[] };
    filters.iter().filter_map(|filter| if let Test::Scope(field) = &filter.test { Some(field) } else { None })
}

/// What a field must be. An empty text asks for everything, as do values that no thing ever has, such as `0` for all, and
/// those that the provider is known to ignore.
fn wanted(filter: &Filter, action: &Action, given: &Tree) -> Vec<String> {
    let row = &action.request[filter.row];
    let mut texts: Vec<String> = given.texts(&filter.parameter).map(str::to_owned).collect();
    if texts.is_empty() {
        texts.extend(default(row));
    }
    let Kind::Enum(index) = row.kind else {
        texts.retain(|text| !text.is_empty());
        return texts;
    };
    let values = &action.enums[index].values;
    let is_listed = |text: &str| values.iter().any(|value| value.value.value.wire() == text);
    let split = |text: String| match text.split(',').all(is_listed) && !is_listed(&text) {
        true => text.split(',').map(str::to_owned).collect(),
        false => vec![text],
    };
    let mut texts: Vec<String> = texts.into_iter().flat_map(split).collect();
    let asks_for_all = |text: &String| {
        let known = values.iter().find(|value| value.value.value.wire() == *text);
        known.map_or(row.on_invalid == OnInvalid::Ignored, |value| value.only == Some(Direction::Request))
    };
    if texts.iter().any(asks_for_all) {
        return Vec::new();
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// What the provider assumes of a parameter that is not sent.
fn default(row: &Row) -> Option<String> {
    row.default.as_ref().map(|default| default.value.wire())
}

/// Whether a value is written so; of a list, whether an entry is.
pub(super) fn is(value: &Value, text: &str) -> bool {
    match value {
        Value::String(own) => own == text,
        Value::Bool(own) => own.to_string().eq_ignore_ascii_case(text),
        Value::Array(entries) => entries.iter().any(|entry| is(entry, text)),
        Value::Null | Value::Object(_) => false,
        Value::Number(own) => own.to_string() == text,
    }
}
