//! Values of examples that are not of the type that the table gives.

use std::collections::BTreeMap;

use serde_json::Value;

use super::answers::Found;
use super::calls::Match;
use super::{Finding, Kind, Severity, Subject};
use crate::draft::{Basis, Kind as Type, Row};

pub(super) const KIND: Kind = Kind {
    id: "type-differs",
    severity: Severity::Error,
    explanation: "The example shows a value of another type than the table gives.",
    attributes: &["type"],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for call in &subject.calls {
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        for (pair, row) in &call.pairs {
            let Match::Row(row) = row else { continue };
            let count = times.entry(&pair.name).or_default();
            *count += 1;
            let seen = match () {
                () if *count == 2 && !row.list => "sent several times".to_owned(),
                () if !fits(row, &pair.value) => format!("as `{}`", pair.value),
                () => continue,
            };
            let about = format!("request {}", row.name);
            found.push(finding(about, row, &seen, pair.at.clone()));
        }
    }
    for field in subject.answers.iter().flat_map(|answer| &answer.fields) {
        let Found::Row(row) = field.row else { continue };
        if row.basis == Basis::Table && row.cells.kind.is_some() && !answers(row, field.value) {
            let about = format!("response {}", field.path);
            found.push(finding(about, row, &format!("as {}", name(field.value)), field.at.clone()));
        }
    }
    found
}

fn finding(about: String, row: &Row, shown: &str, at: std::ops::Range<usize>) -> Finding {
    let cell = row.cells.kind.as_ref();
    let said = cell.map_or("", |cell| cell.trimmed());
    let message =
        format!("the table gives `{}` the type `{}`, the example shows it {shown}", row.name, said.replace('\n', " "));
    let table = cell.map_or(row.at.clone(), |cell| cell.text.trimmed().at());
    Finding::new(&KIND, about, message).at(at, "the example").at(table, "the table")
}

/// Whether a text can be sent for a row.
fn fits(row: &Row, value: &str) -> bool {
    let stands_for_something = value.is_empty() || value.starts_with(['<', '{', '$', '[']) || value.contains("...");
    let one = |value: &str| match row.kind {
        Type::Integer => value.parse::<i128>().is_ok(),
        Type::Float => value.parse::<f64>().is_ok(),
        Type::Boolean => matches!(value.to_ascii_lowercase().as_str(), "true" | "false" | "0" | "1" | "yes" | "no"),
        _ => true,
    };
    stands_for_something || one(value) || (row.list && value.split(',').all(|part| one(part.trim())))
}

/// Whether a JSON value can be that of a row.
fn answers(row: &Row, value: &Value) -> bool {
    if row.item.is_some() || value.is_null() {
        return true;
    }
    match value {
        Value::Array(entries) => {
            row.list && entries.iter().all(|entry| entry.is_null() || entry.is_array() || scalar(row, entry))
                || is_open(row)
        }
        _ if row.list => false,
        value => scalar(row, value),
    }
}

/// Whether the page leaves open what the row holds.
fn is_open(row: &Row) -> bool {
    row.kind == Type::Unknown
        || (row.kind == Type::Object
            && !row.list
            && row.cells.kind.as_ref().is_none_or(|cell| cell.trimmed().is_empty()))
}

fn scalar(row: &Row, value: &Value) -> bool {
    match row.kind {
        Type::Text => value.is_string(),
        Type::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        Type::Float => value.is_number(),
        Type::Boolean => value.is_boolean(),
        Type::Object | Type::Model(_) => value.is_object(),
        Type::Unknown => true,
    }
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(_) => "a whole number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
