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
            let (seen, severity) = match () {
                // The call may show several entries of something, each in the same words.
                () if *count == 2 && !row.list => ("sent several times".to_owned(), Severity::Warning),
                () if !fits(row, &pair.value) => (format!("as `{}`", pair.value), of_text(subject, &pair.value)),
                () => continue,
            };
            let about = format!("request {}", row.name);
            found.push(finding(about, row, &seen, pair.at.clone()).weighing(severity));
        }
    }
    for field in subject.answers.iter().flat_map(|answer| &answer.fields) {
        let Found::Row(row) = field.row else { continue };
        if row.basis == Basis::Table && row.cells.kind.is_some() && !answers(row, field.value) {
            let about = format!("response {}", field.path);
            let finding = finding(about, row, &format!("as {}", name(field.value)), field.at.clone());
            found.push(finding.weighing(severity(subject, row, field.value)));
        }
    }
    found
}

/// How sure it is that a reader which believes the table fails on the answer.
fn severity(subject: &Subject<'_>, row: &Row, value: &Value) -> Severity {
    let entries = match value {
        Value::Array(entries) if row.list => entries.as_slice(),
        _ if row.list => return Severity::Error,
        value => std::slice::from_ref(value),
    };
    let of_entry = |value: &Value| match value {
        Value::Array(_) | Value::Object(_) => Severity::Error,
        _ if matches!(row.kind, Type::Object | Type::Model(_)) => Severity::Error,
        value if is_converted(row, value) => Severity::Warning,
        Value::Number(_) if subject.dialect.generated_examples => Severity::Warning,
        value => of_text(subject, value.as_str().unwrap_or_default()),
    };
    let different = entries.iter().filter(|entry| !entry.is_null() && !scalar(row, entry));
    different.map(of_entry).min().unwrap_or(Severity::Error)
}

/// How sure a text of the wrong type is: of a random one, only the type tells anything.
fn of_text(subject: &Subject<'_>, text: &str) -> Severity {
    if subject.is_random(text) { Severity::Warning } else { Severity::Error }
}

/// Whether reading takes a single value for one of the row's type, or for none: all that readers are known to do.
fn is_converted(row: &Row, value: &Value) -> bool {
    let text = value.as_str().map(str::trim);
    let blank = text.is_some_and(str::is_empty);
    match row.kind {
        Type::Text | Type::Unknown => true,
        Type::Integer => blank || text.is_some_and(|text| text.parse::<i64>().is_ok()),
        Type::Float => blank || text.is_some_and(|text| text.parse::<f64>().is_ok_and(f64::is_finite)),
        Type::Boolean => {
            let word = text.map(str::to_ascii_lowercase);
            blank
                || word.is_some_and(|word| matches!(word.as_str(), "true" | "false" | "0" | "1"))
                || matches!(value.as_u64(), Some(0 | 1))
        }
        Type::Object | Type::Model(_) => false,
    }
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
