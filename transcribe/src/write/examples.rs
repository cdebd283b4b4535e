//! Documented calls, as data.

use serde_json::Value as Json;

use super::yaml::{Value, WIDTH, scalar};
use crate::draft::{Example, Told};

/// The entry below `examples`; none, when the spec has nothing of the example.
pub(super) fn example(example: &Example) -> Option<String> {
    if example.told == Told::Nothing {
        return None;
    }
    let mut keys = Vec::new();
    if example.told.has_call() {
        let pairs = example.request.iter().map(|pair| Json::from(format!("{}={}", pair.name, pair.value)));
        keys.push(("request", data(&pairs.collect(), 6)));
        let supplied: Vec<_> =
            example.supplied.iter().map(|(name, value)| Json::from(format!("{name}={value}"))).collect();
        if !supplied.is_empty() {
            keys.push(("supply", data(&supplied.into(), 6)));
        }
    }
    if let Some(response) = example.response.as_ref().filter(|_| example.told.has_answer()) {
        keys.push(("response", data(&response.value, 6)));
        keys.extend(response.repaired.map(|what| ("repaired", format!(" {}\n", scalar(what)))));
    }
    let lines = keys.iter().enumerate();
    Some(lines.map(|(index, (key, text))| format!("  {} {key}:{text}", if index == 0 { "-" } else { " " })).collect())
}

/// What stands behind a key: in the same line when it fits, and below it when not.
fn data(value: &Json, indent: usize) -> String {
    let line = flow(value).flow();
    if indent + line.chars().count() <= WIDTH || !(value.is_object() || value.is_array()) {
        return format!(" {line}\n");
    }
    format!("\n{}", block(value, indent))
}

fn block(value: &Json, indent: usize) -> String {
    let blank = " ".repeat(indent);
    match value {
        Json::Object(fields) => {
            fields.iter().map(|(key, value)| format!("{blank}{}:{}", scalar(key), data(value, indent + 2))).collect()
        }
        Json::Array(entries) => entries.iter().map(|entry| listed(entry, indent)).collect(),
        other => format!("{blank}{}\n", flow(other).flow()),
    }
}

/// An entry of a list.
fn listed(entry: &Json, indent: usize) -> String {
    let blank = " ".repeat(indent);
    let text = data(entry, indent + 2);
    match text.strip_prefix('\n') {
        Some(lines) => format!("{blank}- {}", lines.trim_start_matches(' ')),
        None => format!("{blank}-{text}"),
    }
}

fn flow(value: &Json) -> Value {
    match value {
        Json::String(text) => Value::text(text.as_str()),
        Json::Array(entries) => Value::List(entries.iter().map(flow).collect()),
        Json::Object(fields) if fields.is_empty() => Value::Literal("{}".to_owned()),
        Json::Object(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value).flow())).collect();
            Value::Literal(format!("{{ {} }}", fields.join(", ")))
        }
        other => Value::Literal(other.to_string()),
    }
}
