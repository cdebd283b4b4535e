//! Keys and words that people write for others, and what to write instead.

use super::node::{Node, Value};
use crate::diag::nearest;
use crate::spec::Scalar;

/// What to do about a key that is not valid.
pub(super) struct Advice<'v> {
    pub(super) help: String,
    /// The valid key that was probably meant.
    pub(super) meant: Option<&'v str>,
}

/// Other words for a key: what people write, the key that is valid there, and what to do.
type Synonym = (&'static [&'static str], &'static str, &'static str);

const SYNONYMS: [Synonym; 23] = [
    (
        &["enum", "values", "options", "choices"],
        "allowed",
        "name the enum under `enums`, and write its name as the `type`; for values without a meaning, write `allowed: [a, b]`",
    ),
    (&["description", "desc", "descr", "comment", "summary"], "doc", "write `doc`"),
    (&["optional"], "required", "write `required: false` in place of `optional: true`"),
    (&["mandatory", "need", "must"], "required", "write `required`"),
    (&["range"], "min", "write `min` and `max`"),
    (&["length", "size"], "min_length", "write `min_length` and `max_length`"),
    (&["regex", "regexp"], "pattern", "write `pattern`"),
    (&["items", "element", "of"], "item", "a list has the type of its entries in brackets: `type: [Image]`"),
    (&["encoding", "style"], "list", "write `list: comma`, `repeated`, `indexed` or `{ base: 0 }`"),
    (&["sensitive", "password"], "secret", "write `secret: true`"),
    (&["example", "sample"], "type", "examples are whole calls; they stand under `examples` at the end of the file"),
    (&["parameters", "params", "parameter", "input", "inputs"], "action", "write `request`"),
    (&["returns", "output", "outputs", "result", "fields"], "action", "write `response`"),
    (&["models", "structs", "objects", "definitions"], "action", "write `types`"),
    (&["constraints", "conditions"], "action", "write `rules`"),
    (
        &["method", "signing", "action_parameter", "list_base", "status", "common", "services", "failures", "accepted"],
        "action",
        "it holds for all actions: move it to `provider.yaml`",
    ),
    (&["parameters", "params", "request"], "provider", "rows that every call has stand under `common`"),
    (
        &["endpoint", "url", "version", "host"],
        "provider",
        "it stands with each service: `services: { ecs: { endpoint: … } }`",
    ),
    (&["signature", "scheme", "auth"], "provider", "write `signing: { scheme: … }`"),
    (&["if", "when"], "given", "write `given`"),
    (&["then", "require", "requires"], "needs", "write `needs`"),
    (&["status", "http_status"], "http", "write `http`"),
    (&["params", "parameters"], "supply", "write `request`"),
];

/// What to do about an unknown key, where these are valid.
pub(super) fn key<'v>(name: &str, value: &Node, valid: &[&'v str]) -> Advice<'v> {
    if let Some(help) = slip(name, value) {
        return Advice { help, meant: None };
    }
    if let Some((key, rest)) = name.split_once([':', '：'])
        && let Some(meant) = valid.iter().find(|one| **one == key)
    {
        return Advice { help: format!("a blank follows the colon: `{key}: {}`", rest.trim()), meant: Some(meant) };
    }
    let synonym = SYNONYMS.iter().find(|(words, here, _)| words.contains(&name) && valid.contains(here));
    if let Some((.., help)) = synonym {
        let meant = valid.iter().find(|one| help.starts_with(&format!("write `{one}`")));
        return Advice { help: (*help).to_owned(), meant: meant.copied() };
    }
    if is_row(value) && valid.contains(&"action") {
        let help = "rows stand below `request`, `response` or a type, and are indented further than its name";
        return Advice { help: help.to_owned(), meant: None };
    }
    match nearest(name, valid.iter().copied()) {
        Some(meant) => Advice { help: format!("did you mean `{meant}`?"), meant: Some(meant) },
        None => Advice { help: format!("valid here: {}", crate::diag::list(valid)), meant: None },
    }
}

/// A key that was never meant to be one.
fn slip(name: &str, value: &Node) -> Option<String> {
    if name.starts_with(|first: char| first.is_whitespace()) {
        return Some("remove the blanks in front of it; they are none that YAML knows".to_owned());
    }
    if !matches!(value.value, Value::Null) {
        return None;
    }
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("write numbers without commas".to_owned());
    }
    is_prose(name)
        .then(|| "put a text with a comma in it in quotes; what follows the comma is read as a key".to_owned())
}

/// Whether a name looks like a part of a sentence.
pub(super) fn is_prose(name: &str) -> bool {
    name.contains(' ') || name.ends_with(['.', '。'])
}

fn is_row(value: &Node) -> bool {
    let is_type = |key: &Node| matches!(&key.value, Value::Scalar(Scalar::Text(text)) if text == "type");
    matches!(&value.value, Value::Map(entries) if entries.iter().any(|(key, _)| is_type(key)))
}

/// Other words for a value: the key, what people write, and what to do.
const WORDS: [Synonym; 8] = [
    (
        &["datetime", "date-time", "time", "timestamp", "rfc3339"],
        "format",
        "write `iso8601` for 2006-01-02T15:04:05Z, `local_time` for 2006-01-02 15:04:05, `unix_seconds` for a number of \
         seconds, or `date` for 2006/01/02",
    ),
    (&["optional", "Optional", "No"], "required", "write `false`"),
    (&["mandatory", "Required", "required", "Yes"], "required", "write `true`"),
    (
        &["conditional", "depends", "sometimes"],
        "required",
        "write `false`, and say when under `rules`: `- needed_when: { field: …, is: { …: [a] } }`",
    ),
    (&["csv", "joined", "commas", ","], "list", "write `comma`"),
    (&["indexed from 0", "indexed_from_0", "zero"], "list", "write `{ base: 0 }`"),
    (&["indexed from 1", "indexed_from_1", "one"], "list", "write `{ base: 1 }`"),
    (
        &["true", "false", "yes", "no"],
        "list",
        "`list` says how a list travels: `comma`, `repeated`, `indexed` or `{ base: 0 }`; that it is one, its type says: `[string]`",
    ),
];

/// What to do about a value that is none of the words that the key takes.
pub(super) fn word(key: &str, found: &str) -> Option<&'static str> {
    WORDS.iter().find(|(words, own, _)| *own == key && words.contains(&found)).map(|(.., help)| *help)
}

/// What to write for a text that other versions of YAML, or other eyes, take for a truth value.
pub(super) fn truth(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" => Some("`true`; `yes` and `on` are texts in YAML 1.2"),
        "no" | "n" | "off" => Some("`false`; `no` and `off` are texts in YAML 1.2"),
        "true" => Some("`true`, without quotes"),
        "false" => Some("`false`, without quotes"),
        _ => None,
    }
}

/// What to write for a text where a number belongs.
pub(super) fn number(key: &str, text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|one| !matches!(one, '_' | ',' | ' ' | '\'')).collect();
    if digits.parse::<i64>().is_ok() {
        let quotes = if digits == text { ", without quotes" } else { "" };
        return Some(format!("write `{key}: {digits}`{quotes}"));
    }
    if digits.len() > 18 && digits.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(format!("write a number of at most {}, or leave the bound out", i64::MAX));
    }
    let (first, unit) = text.split_once(' ')?;
    first.parse::<f64>().ok()?;
    Some(format!("write the number alone, and `unit: {}` beside it: `{key}: {first}`", unit.trim()))
}
