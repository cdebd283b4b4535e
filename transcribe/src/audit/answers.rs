//! Documented answers, each field with the row that it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde_json::{Map, Value};

use super::keys;
use crate::draft::{Basis, Draft, Example, Json, Kind, Row};
use crate::names;
use crate::rows::MOST_FIELDS;

/// Deepest answer that is looked into.
const DEEPEST: usize = 32;

/// Entries of a list that are looked into.
const ENTRIES: usize = 20;

/// A documented answer.
pub(super) struct Answer<'s> {
    pub(super) json: &'s Json,
    /// Its fields, each path once, with the value seen first.
    pub(super) fields: Vec<Field<'s>>,
    /// Required rows that an object lacks, with the object's path.
    pub(super) lacking: Vec<(String, &'s Row)>,
    /// Objects of whose fields no table has any.
    pub(super) bare: Vec<Bare<'s>>,
    /// Where it stands.
    pub(super) at: Range<usize>,
}

/// An object that only the example shows the inside of.
pub(super) struct Bare<'s> {
    /// Its path: `Set[]`.
    pub(super) path: String,
    /// The row that holds it.
    pub(super) row: &'s Row,
    /// The names of its fields.
    pub(super) names: Vec<&'s str>,
    /// Where the name of the first stands.
    pub(super) at: Range<usize>,
}

/// A field of an answer.
pub(super) struct Field<'s> {
    /// Its path, as the specs write it: `Set[].Id`.
    pub(super) path: String,
    pub(super) value: &'s Value,
    /// The row that documents it.
    pub(super) row: Found<'s>,
    /// The first row of the table that it should stand in.
    pub(super) table: Option<&'s Row>,
    /// Where its name stands.
    pub(super) at: Range<usize>,
}

/// What documents a field.
#[derive(Clone, Copy)]
pub(super) enum Found<'s> {
    Row(&'s Row),
    /// A row whose name differs in case, or in a letter or two.
    Alike(&'s Row),
    Nothing,
}

/// Lays an answer beside the tables. None, when the example shows none, or one of a call that failed.
pub(super) fn answer<'s>(draft: &'s Draft, example: &'s Example) -> Option<Answer<'s>> {
    let json = example.response.as_ref()?;
    let object = json.value.as_object().filter(|_| !draft.response.is_empty())?;
    let keys = keys::keys(json.text.as_str());
    let answer = Answer { json, fields: Vec::new(), lacking: Vec::new(), bare: Vec::new(), at: example.at.clone() };
    let mut walk = Walk { draft, answer, keys, seen: BTreeSet::new() };
    walk.object(&draft.response, object, ("", ""), 0);
    Some(walk.answer)
}

struct Walk<'s> {
    draft: &'s Draft,
    answer: Answer<'s>,
    keys: BTreeMap<String, Range<usize>>,
    seen: BTreeSet<String>,
}

impl<'s> Walk<'s> {
    /// An object and the table of its fields; the path as it is shown, and as the keys have it.
    fn object(&mut self, rows: &'s [Row], object: &'s Map<String, Value>, (shown, path): (&str, &str), depth: usize) {
        let table: Vec<&Row> = rows.iter().filter(|row| row.basis == Basis::Table).collect();
        // Keys such as `snap-1` are values, and so are those beside them.
        if depth >= DEEPEST
            || table.is_empty()
            || object.len() > MOST_FIELDS
            || object.keys().any(|name| !names::is_field(name))
        {
            return;
        }
        let by_name: BTreeMap<&str, &Row> = table.iter().map(|row| (row.name.as_str(), *row)).collect();
        for (name, value) in object {
            let row = match by_name.get(name.as_str()) {
                Some(row) => Found::Row(row),
                None => {
                    table.iter().find(|row| is_alike(row, name, object)).map_or(Found::Nothing, |row| Found::Alike(row))
                }
            };
            let shown = format!("{shown}{name}");
            let path = format!("{path}{name}");
            if let Found::Row(row) | Found::Alike(row) = row {
                self.inside(row, value, (&shown, &path), depth);
            }
            if self.seen.insert(shown.clone()) {
                let at = self
                    .keys
                    .get(&path)
                    .map_or(self.answer.at.start..self.answer.at.start, |at| self.answer.json.text.range(at.clone()));
                self.answer.fields.push(Field { path: shown, value, row, table: table.first().copied(), at });
            }
        }
        for row in
            table.iter().filter(|row| row.required == crate::draft::Required::Yes && !object.contains_key(&row.name))
        {
            let alike = object.keys().any(|name| !by_name.contains_key(name.as_str()) && is_alike(row, name, object));
            let path = format!("{shown}{}", row.name);
            if !alike && self.seen.insert(format!("- {path}")) {
                self.answer.lacking.push((path, row));
            }
        }
    }

    fn inside(&mut self, row: &'s Row, value: &'s Value, (shown, path): (&str, &str), depth: usize) {
        let value = match &row.item {
            Some(item) => value.get(item).unwrap_or(value),
            None => value,
        };
        let inner = row.item.as_ref().map_or_else(String::new, |item| format!(".{item}"));
        let (shown, path) = (format!("{shown}{inner}"), format!("{path}{inner}."));
        let Kind::Model(name) = &row.kind else { return };
        let Some(model) = self.draft.models.iter().find(|model| model.name == *name) else { return };
        let (shown, entries) = match value {
            Value::Array(entries) => (format!("{shown}[]"), entries.as_slice()),
            value => (shown, std::slice::from_ref(value)),
        };
        for entry in entries.iter().take(ENTRIES).filter_map(Value::as_object) {
            if model.rows.iter().all(|row| row.basis == Basis::Example) {
                self.bare(row, entry, (&shown, &path));
            }
            self.object(&model.rows, entry, (&format!("{shown}."), &path), depth + 1);
        }
    }

    fn bare(&mut self, row: &'s Row, object: &'s Map<String, Value>, (shown, path): (&str, &str)) {
        let names: Vec<&str> = object.keys().map(String::as_str).collect();
        let first = names.first().and_then(|name| self.keys.get(&format!("{path}{name}")));
        if let Some(at) = first.map(|at| self.answer.json.text.range(at.clone()))
            && self.seen.insert(format!("{shown}."))
        {
            self.answer.bare.push(Bare { path: shown.to_owned(), row, names, at });
        }
    }
}

/// Whether a name is that of a row in another spelling.
fn is_alike(row: &Row, name: &str, object: &Map<String, Value>) -> bool {
    let other = crate::draft::Property::List("aliases", vec![name.to_owned()]);
    !object.contains_key(&row.name)
        && (row.name.eq_ignore_ascii_case(name) || row.constraints.iter().any(|known| known.property == other))
}
