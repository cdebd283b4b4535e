//! The values of a documented answer, looked up in the record that it was decoded to.

use crate::Json;
use crate::encode::scalar;
use crate::record::{At, Record, Value, View, items};
use crate::shape::Field;

/// The paths of all values that the record does not hold.
pub(super) fn lost(example: &Json, record: &dyn Record) -> Vec<String> {
    let mut lost = Vec::new();
    compare_record(example, record, "", &mut lost);
    lost
}

fn compare_record(example: &Json, record: &dyn Record, path: &str, lost: &mut Vec<String>) {
    let Json::Object(members) = example else {
        if !is_nothing(example) {
            lost.push(format!("{path}: {example}"));
        }
        return;
    };
    let shape = record.shape();
    record.values(&mut |values: &[&dyn Value]| {
        for (name, member) in members {
            let path = format!("{path}/{name}");
            let position = shape.position(name, usize::MAX);
            match position.and_then(|index| shape.field(index).zip(values.get(index))) {
                Some((field, value)) => compare_field(member, &field, *value, &path, lost),
                None => lost.push(format!("{path}: {member}")),
            }
        }
    });
}

fn compare_field(example: &Json, field: &Field, value: &dyn Value, path: &str, lost: &mut Vec<String>) {
    let View::List(count) = value.view(At::Whole) else {
        return compare_view(example, value.view(At::Whole), path, lost);
    };
    let unwrapped = field.item_name().and_then(|item| example.get(item)).unwrap_or(example);
    let single = std::slice::from_ref(unwrapped);
    let entries = match unwrapped {
        Json::Array(entries) => entries.as_slice(),
        Json::Object(members) if members.is_empty() => &[],
        other if is_nothing(other) => &[],
        _ => single,
    };
    let entries: Vec<&Json> = entries.iter().filter(|entry| !entry.is_null()).collect();
    if entries.len() != count {
        lost.push(format!("{path}: {} entries, of which {count} were found", entries.len()));
    }
    for (index, (entry, view)) in entries.into_iter().zip(items(value, count)).enumerate() {
        compare_view(entry, view, &format!("{path}/{index}"), lost);
    }
}

fn compare_view(example: &Json, view: View<'_>, path: &str, lost: &mut Vec<String>) {
    let same = match view {
        View::Absent | View::List(_) => is_nothing(example),
        View::Record(record) => return compare_record(example, record, path, lost),
        View::Json(json) => json == example,
        _ => same_scalar(example, view),
    };
    if !same {
        lost.push(format!("{path}: {example}"));
    }
}

/// What decodes to an absent field.
fn is_nothing(example: &Json) -> bool {
    match example {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(entries) => entries.is_empty(),
        _ => false,
    }
}

/// Whether a value says the same, be it as a text, a number or a boolean.
fn same_scalar(example: &Json, view: View<'_>) -> bool {
    let Some(found) = scalar(view) else {
        return false;
    };
    let documented = match example {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    if documented == found {
        return true;
    }
    match view {
        View::Integer(_) | View::Float(_) => {
            matches!((documented.trim().parse::<f64>(), found.parse::<f64>()), (Ok(a), Ok(b)) if a == b)
                || matches!((documented.as_str(), found.as_str()), ("true", "1") | ("false", "0"))
        }
        View::Boolean(flag) => {
            let text = documented.trim();
            text == if flag { "1" } else { "0" } || text.eq_ignore_ascii_case(if flag { "true" } else { "false" })
        }
        // A float in the example may be written in more than one way; the text has kept the one that came.
        View::Text(text) => example.is_number() && text.parse::<f64>().ok() == example.as_f64(),
        _ => false,
    }
}
