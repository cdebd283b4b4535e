//! Rows and types.

use super::enums::Enums;
use super::yaml::{Map, Value, entry};
use super::{Settings, named};
use crate::draft::{Basis, Constraint, Kind, ListForm, Model, Property, Required, Row};

/// Writes rows.
pub(super) struct Writer<'w> {
    pub(super) enums: &'w Enums,
    pub(super) settings: &'w Settings,
}

impl Writer<'_> {
    /// A parameter.
    pub(super) fn request(&self, row: &Row, indent: usize) -> String {
        let numbered = row.name.rsplit('.').next().is_some_and(|part| {
            matches!(part, "n" | "N" | "m" | "M")
                || (!part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        });
        let mut map = vec![("type", self.kind(row, row.list && !numbered && row.form.is_none()))];
        map.extend(required(row.required).map(|required| ("required", required)));
        map.extend(row.constant.as_ref().map(|constant| ("const", Value::text(constant.as_str()))));
        self.rest(row, &mut map);
        if row.required == Required::Yes {
            // It could never be used; an erratum tells of it.
            map.retain(|(key, _)| *key != "default");
        }
        entry(indent, &row.name, &map)
    }

    /// A field of the answer, or of a type.
    pub(super) fn response(&self, row: &Row, indent: usize) -> String {
        let mut map = vec![("type", self.kind(row, row.list))];
        let said = row.required != self.settings.response;
        map.extend(required(row.required).filter(|_| said).map(|required| ("required", required)));
        map.extend(row.item.as_ref().map(|item| ("item", Value::text(item.as_str()))));
        self.rest(row, &mut map);
        entry(indent, &row.name, &map)
    }

    /// A type with its rows; one with a row that is called `rows` needs the long form.
    pub(super) fn model(&self, model: &Model) -> String {
        let long = model.rows.iter().any(|row| row.name == "rows");
        let indent = if long { 6 } else { 4 };
        let rows: String = model.rows.iter().map(|row| self.response(row, indent)).collect();
        named(&model.name, &if long { format!("    rows:\n{rows}") } else { rows })
    }

    fn kind(&self, row: &Row, list: bool) -> Value {
        let name = match (&row.kind, self.enums.name(row)) {
            (_, Some(name)) => name,
            (Kind::Text, None) => "string",
            (Kind::Integer, None) => "int",
            (Kind::Float, None) => "float",
            (Kind::Boolean, None) => "bool",
            (Kind::Object, None) => "object",
            (Kind::Model(name), None) => name,
            (Kind::Unknown, None) => "any",
        };
        let name = Value::text(name);
        if list { Value::List(vec![name]) } else { name }
    }

    fn rest(&self, row: &Row, map: &mut Map) {
        map.extend(row.form.map(|form| {
            let form = if form == ListForm::Comma { "comma" } else { "repeated" };
            ("list", Value::text(form))
        }));
        map.extend(row.constraints.iter().filter_map(|constraint| constrained(row, constraint)));
        match row.basis {
            Basis::Table => {}
            Basis::Prose => map.push(("basis", Value::text("prose"))),
            Basis::Example => map.push(("basis", Value::text("example"))),
        }
    }
}

fn required(required: Required) -> Option<Value> {
    let word = match required {
        Required::Yes => "true",
        Required::No => "false",
        Required::Unknown => "unknown",
        Required::Unmarked => return None,
    };
    Some(Value::Literal(word.to_owned()))
}

fn deprecated(successor: Option<&str>) -> Value {
    let entry = match successor {
        Some(name) => ("use", Value::text(name)),
        None => ("reason", Value::text("The page advises against it.")),
    };
    Value::Map(vec![entry])
}

/// A key of a row; with its basis, when that is not the row's.
fn constrained(row: &Row, constraint: &Constraint) -> Option<(&'static str, Value)> {
    let (key, value) = match &constraint.property {
        Property::Literal(key, value) => (*key, Value::Literal(value.clone())),
        Property::Words(key, value) => (*key, Value::text(value.as_str())),
        Property::List(key, values) => (*key, Value::texts(values)),
        Property::Deprecated(successor) => ("deprecated", deprecated(successor.as_deref())),
        Property::Values(..) => return None,
    };
    const PLAIN: &[&str] =
        &["unit", "case", "required_for", "only_for", "deprecated", "on_invalid", "nullable", "aliases"];
    if constraint.basis == row.basis || PLAIN.contains(&key) {
        return Some((key, value));
    }
    let basis = match constraint.basis {
        Basis::Table => "table",
        Basis::Prose => "prose",
        Basis::Example => "example",
    };
    Some((key, Value::Map(vec![("value", value), ("basis", Value::text(basis))])))
}
