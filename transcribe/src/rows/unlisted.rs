//! Fields that no table has and the example shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::models::free_name;
use crate::dialect::Dialect;
use crate::draft::{Basis, Constraint, Draft, Kind, Model, Property, Row};
use crate::names;
use crate::report::{Notes, Weight};

/// Deepest answer that is looked into.
const DEEPEST: usize = 32;

/// Entries of a list that are looked into; documented answers show a few that are alike.
const ENTRIES: usize = 20;

/// Most fields of an object. One that has more is data.
pub(crate) const MOST_FIELDS: usize = 1_000;

/// Most structures that an action can have. An example that would bring more is data.
const MOST_MODELS: usize = 300;

/// Adds what only the documented answers show, as rows of basis `example`.
pub(super) fn add(draft: &mut Draft, dialect: &Dialect, notes: &mut Notes) {
    let answers: Vec<_> = draft
        .examples
        .iter()
        .filter_map(|example| Some((example.response.as_ref()?.value.clone(), example.at.start)))
        .collect();
    for (answer, at) in answers {
        if let Value::Object(answer) = &answer {
            let mut rows = std::mem::take(&mut draft.response);
            Adder { draft, notes, at, kept: !dialect.generated_examples }.fields(&mut rows, answer, 0);
            draft.response = rows;
        }
    }
}

struct Adder<'d, 'n> {
    draft: &'d mut Draft,
    notes: &'n mut Notes,
    /// Where the answer stands.
    at: usize,
    /// Whether fields that only the example shows become rows of documented tables.
    kept: bool,
}

impl Adder<'_, '_> {
    /// Adds the fields of an object that have no row, and looks into those that have one.
    fn fields(&mut self, rows: &mut Vec<Row>, object: &Map<String, Value>, depth: usize) {
        if depth >= DEEPEST {
            return;
        }
        let known: BTreeMap<String, usize> =
            rows.iter().enumerate().map(|(index, row)| (row.name.clone(), index)).collect();
        let spelt: BTreeSet<String> = rows.iter().map(|row| row.name.to_ascii_lowercase()).collect();
        if object.len() > MOST_FIELDS {
            self.notes.say(Weight::NotUnderstood, self.at, "an object of the example has too many fields; it is data");
            return;
        }
        for (name, value) in object {
            if let Some(row) = known.get(name).and_then(|index| rows.get_mut(*index)) {
                self.value(row, value, depth);
                continue;
            }
            if spelt.contains(&name.to_ascii_lowercase())
                || !names::is_field(name)
                || self.is_misspelt(rows, name, object)
            {
                continue;
            }
            if !self.kept && !known.is_empty() {
                self.notes.say(Weight::Guess, self.at, format!("only the example shows `{name}`; it is left out"));
                continue;
            }
            let mut row = Row::new(name.clone(), self.at..self.at);
            row.basis = Basis::Example;
            self.value(&mut row, value, depth);
            self.notes.say(Weight::Guess, self.at, format!("only the example shows `{name}`"));
            rows.push(row);
        }
    }

    /// Whether a field is one of the table's under another spelling: a row that the example lacks, and whose name is
    /// almost the same. The spelling becomes another name of that row.
    fn is_misspelt(&mut self, rows: &mut [Row], name: &str, object: &Map<String, Value>) -> bool {
        let near = |row: &Row| {
            row.basis == Basis::Table
                && name.len() > 4
                && !object.contains_key(&row.name)
                && strsim::osa_distance(&row.name, name) <= 2
                && row.name.chars().next() == name.chars().next()
        };
        let mut alike = rows.iter_mut().filter(|row| near(row));
        let (Some(row), None) = (alike.next(), alike.next()) else { return false };
        let property = Property::List("aliases", vec![name.to_owned()]);
        if row.constraints.iter().any(|known| known.property == property) {
            return true;
        }
        row.constraints.push(Constraint { property, basis: Basis::Example, at: self.at..self.at });
        self.notes.say(
            Weight::Guess,
            self.at,
            format!("`{name}` of the example is taken for `{}`, which it lacks", row.name),
        );
        true
    }

    /// What a value says of its row: whether it is a list, a type where there is none, and fields.
    fn value(&mut self, row: &mut Row, value: &Value, depth: usize) {
        match value {
            Value::Array(entries) => {
                row.list |= row.basis == Basis::Example || row.bare_list;
                // Entries of lists beside others have no type in common.
                if row.list && !entries.iter().any(Value::is_array) {
                    for entry in entries.iter().take(ENTRIES) {
                        self.entry(row, entry, depth + 1);
                    }
                }
            }
            Value::Object(object) if self.wrap(row, object, depth) => {}
            single => {
                if self.kept && single.is_object() && row.list && row.bare_list && row.item.is_none() {
                    row.list = false;
                    let text = format!("`{}` is a list in the table and one object in the example", row.name);
                    self.notes.say(Weight::Guess, self.at, text);
                }
                self.entry(row, single, depth);
            }
        }
    }

    /// What a value, or an entry of a list, says of the type of its row.
    fn entry(&mut self, row: &mut Row, value: &Value, depth: usize) {
        match value {
            Value::Object(object) if self.wrap(row, object, depth) => {}
            Value::Object(object) => self.object(row, object, depth),
            Value::Array(_) => {}
            scalar if row.kind == Kind::Unknown => row.kind = kind(scalar),
            _ => {}
        }
    }

    /// Whether the page does not define the fields of the row.
    fn is_open(&self, row: &Row) -> bool {
        match &row.kind {
            Kind::Unknown | Kind::Object => true,
            Kind::Model(name) => self.draft.models.iter().all(|model| model.name != *name),
            _ => false,
        }
    }

    fn object(&mut self, row: &mut Row, object: &Map<String, Value>, depth: usize) {
        if self.is_open(row) {
            let data = object.keys().any(|name| !names::is_field(name)) || self.draft.models.len() >= MOST_MODELS;
            if data || object.is_empty() {
                row.kind = Kind::Object;
                return;
            }
            let name = free_name(self.draft, &names::model(&row.name));
            self.draft.models.push(Model { name: name.clone(), printed: None, rows: Vec::new(), at: row.at.clone() });
            row.kind = Kind::Model(name);
        }
        let Kind::Model(name) = &row.kind else { return };
        let Some(index) = self.draft.models.iter().position(|model| model.name == *name) else { return };
        // Keys such as `snap-1` are values, and so are those beside them.
        if object.keys().any(|name| !names::is_field(name)) {
            return;
        }
        let mut rows =
            self.draft.models.get_mut(index).map(|model| std::mem::take(&mut model.rows)).unwrap_or_default();
        self.fields(&mut rows, object, depth + 1);
        if let Some(model) = self.draft.models.get_mut(index) {
            model.rows = rows;
        }
    }

    /// Whether the row's structure has no field of this name.
    fn is_foreign(&self, row: &Row, field: &str) -> bool {
        let Kind::Model(name) = &row.kind else { return false };
        let model = self.draft.models.iter().find(|model| model.name == *name);
        model.is_some_and(|model| model.rows.iter().all(|row| row.name != field))
    }

    /// A list may be wrapped in an object whose only key is the name of an entry: `{"Images": {"Image": [...]}}`.
    fn wrap(&mut self, row: &mut Row, object: &Map<String, Value>, depth: usize) -> bool {
        let open = self.is_open(row);
        let mut entries = object.iter();
        let (Some((key, Value::Array(items))), None) = (entries.next(), entries.next()) else { return false };
        let wrapped =
            row.name.len() > key.len() && row.name.starts_with(key.get(..key.len().saturating_sub(1)).unwrap_or(key));
        let shown_bare = row.list && row.basis == Basis::Example && row.item.as_ref() != Some(key);
        if !wrapped || shown_bare || !open && !self.is_foreign(row, key) {
            return false;
        }
        row.item = Some(key.clone());
        row.list = true;
        let mut entry = Row::new(key.clone(), row.at.clone());
        entry.basis = Basis::Example;
        if !open {
            entry.kind = row.kind.clone();
        }
        for item in items {
            self.value(&mut entry, item, depth + 1);
        }
        row.kind = entry.kind;
        true
    }
}

fn kind(value: &Value) -> Kind {
    match value {
        Value::String(_) => Kind::Text,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_f64() => Kind::Float,
        Value::Number(_) => Kind::Integer,
        _ => Kind::Unknown,
    }
}
