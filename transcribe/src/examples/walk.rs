//! The values of a documented answer, each with its row.

use serde_json::{Map, Value};

use crate::draft::{Draft, Kind, Property, Required, Row};

/// Deepest answer that is looked into.
const DEEPEST: usize = 32;

/// A value of a row, or its absence.
pub(super) struct Seen<'d> {
    /// The row's place as errata name it: `Images.Image[].Id`.
    pub(super) path: String,
    /// The row.
    pub(super) row: &'d Row,
    /// The key under which it was found.
    pub(super) key: &'d str,
    /// The value, or an entry of the list that the row holds; none, when the row is missing there.
    pub(super) value: Option<&'d Value>,
}

/// All values of an answer.
pub(super) fn answer<'d>(draft: &'d Draft, answer: &'d Value) -> Vec<Seen<'d>> {
    let mut walk = Walk { draft, seen: Vec::new() };
    if let Value::Object(fields) = answer {
        walk.object(&draft.response, fields, "", 0);
    }
    walk.seen
}

struct Walk<'d> {
    draft: &'d Draft,
    seen: Vec<Seen<'d>>,
}

impl<'d> Walk<'d> {
    fn object(&mut self, rows: &'d [Row], fields: &'d Map<String, Value>, before: &str, depth: usize) {
        for row in rows.iter().filter(|_| depth < DEEPEST) {
            let path = if before.is_empty() { row.name.clone() } else { format!("{before}.{}", row.name) };
            let found = std::iter::once(&row.name).chain(aliases(row)).find_map(|name| fields.get_key_value(name));
            match found {
                Some((key, value)) => self.value(row, key, value, path, depth),
                None if row.required == Required::Yes => {
                    self.seen.push(Seen { path, row, key: &row.name, value: None });
                }
                None => {}
            }
        }
    }

    fn value(&mut self, row: &'d Row, key: &'d str, value: &'d Value, path: String, depth: usize) {
        let (list, inner) = match &row.item {
            Some(item) => (value.get(item).unwrap_or(value), format!("{path}.{item}")),
            None => (value, path.clone()),
        };
        match list {
            Value::Array(entries) if row.list => {
                if entries.is_empty() {
                    self.seen.push(Seen { path: path.clone(), row, key, value: Some(list) });
                }
                for entry in entries {
                    self.seen.push(Seen { path: path.clone(), row, key, value: Some(entry) });
                    self.inside(row, entry, &format!("{inner}[]"), depth);
                }
            }
            _ => {
                self.seen.push(Seen { path, row, key, value: Some(value) });
                self.inside(row, value, &inner, depth);
            }
        }
    }

    fn inside(&mut self, row: &Row, value: &'d Value, path: &str, depth: usize) {
        let (Kind::Model(name), Value::Object(fields)) = (&row.kind, value) else { return };
        if let Some(model) = self.draft.models.iter().find(|model| model.name == *name) {
            self.object(&model.rows, fields, path, depth + 1);
        }
    }
}

fn aliases(row: &Row) -> impl Iterator<Item = &String> {
    let names = row.constraints.iter().filter_map(|constraint| match &constraint.property {
        Property::List("aliases", names) => Some(names),
        _ => None,
    });
    names.flatten()
}
