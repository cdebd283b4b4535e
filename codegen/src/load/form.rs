//! How the parts of a spec are written, for helps. `NAME` stands for the key or the name that the part has in the file.

use std::borrow::Cow;

use super::node::{Node, Value};
use crate::spec::{Scalar, Scheme};

pub(super) const ACCEPTED: &str = "- { change: …, fingerprint: …, reason: … }";
pub(super) const BASE: &str = "NAME: { base: 0 }";
pub(super) const COLUMN: &str = "NAME: { unique: true, doc: … }";
pub(super) const COLUMNS: &str = "NAME: { id: { unique: true } }";
pub(super) const CONDITION: &str = "NAME: { field: Months, is: { ChargeType: [Month, Year] } }";
pub(super) const CONDITIONS: &str = "NAME: { ChargeType: [Month, Year] }";
pub(super) const DEPRECATION: &str = "NAME: { reason: …, use: … }";
pub(super) const ENUM: &str = "NAME: { big: What big means., small: What small means. }";
pub(super) const ENUMS: &str = "NAME: { Size: { big: What big means., small: What small means. } }";
pub(super) const ERRATA: &str =
    "NAME: [{ about: request Limit, attribute: type, says: { table: int, example: string }, decision: int }]";
pub(super) const ERRATUM: &str =
    "- { about: request Limit, attribute: type, says: { table: int, example: string }, decision: int }";
pub(super) const ERROR: &str = "- { code: Busy, http: 503, doc: … }";
pub(super) const ERRORS: &str = "NAME: [{ code: Busy, http: 503, doc: … }]";
pub(super) const EXAMPLE: &str = "- { request: [Limit=20], response: { TotalCount: 0 } }";
pub(super) const EXAMPLES: &str = "NAME: [{ request: [Limit=20], response: { TotalCount: 0 } }]";
pub(super) const FACT: &str = "NAME: { value: …, basis: prose }";
pub(super) const FAILURES: &str = "NAME: { throttled: [5100], auth: [1200] }";
pub(super) const FORBIDS: &str = "NAME: { given: Password, not: [KeyPairId] }";
pub(super) const LIST: &str = "NAME: [a, b]";
pub(super) const LISTED: &str = "NAME: [ImageId, Name]";
pub(super) const PAGING: &str = "NAME: { items: Images }";
const PAIRS: &str = "NAME: [Action=ListImages, Limit=20]";
pub(super) const REQUIRES: &str = "NAME: { given: ImageIds.n, needs: [ImageType] }";
pub(super) const ROW: &str = "NAME: { type: string }";
pub(super) const ROWS: &str = "NAME: { ImageId: { type: string }, Limit: { type: int } }";
pub(super) const RULE: &str = "- at_most_one: [ImageId, Name]";
pub(super) const RULES: &str = "NAME: [{ at_most_one: [ImageId, Name] }]";
pub(super) const SAYS: &str = "NAME: { table: int, example: string }";
pub(super) const SERVICE: &str = "NAME: { title: …, endpoint: \"https://…/\" }";
pub(super) const SERVICES: &str = "NAME: { ecs: { title: …, endpoint: \"https://…/\" } }";
const SIGNING: &str = "NAME: { scheme: … }";
pub(super) const SOURCE: &str = "NAME: { page: ListImages, transcribed: 2026-11-21 }";
pub(super) const SPEC: &str = "action: ListImages";
pub(super) const STATUS: &str = "NAME: { field: RetCode, success: 0, message: Message }";
pub(super) const TABLE: &str = "NAME: { columns: { id: { unique: true } }, rows: [[img-1], [img-2]] }";
pub(super) const TABLE_ROWS: &str = "NAME: [[img-1], [img-2]]";
pub(super) const TABLES: &str = "NAME: { Images: { columns: { id: { unique: true } }, rows: [[img-1], [img-2]] } }";
pub(super) const TYPES: &str = "NAME: { Image: { ImageId: { type: string } } }";
pub(super) const UNMARKED: &str = "NAME: { request: false, response: unknown }";
pub(super) const VALUE: &str = "NAME: { doc: … }";

/// Most entries of what was written that are shown in another form.
const MOST_SHOWN: usize = 4;

/// How keys that are always needed are written, as far as more than `…` can be said.
const NEEDED: [(&str, &str); 8] = [
    ("about", "NAME: request Limit"),
    ("attribute", "NAME: type"),
    ("columns", COLUMNS),
    ("is", CONDITIONS),
    ("says", SAYS),
    ("services", SERVICES),
    ("status", STATUS),
    ("type", "NAME: string"),
];

/// The form with the name that the part has.
pub(super) fn named(form: &str, name: &str) -> String {
    form.replace("NAME", name)
}

/// How a key that is not there would be written.
pub(super) fn needed(key: &str) -> String {
    if key == "signing" {
        let schemes: Vec<&str> = Scheme::NAMES.iter().map(|(name, _)| *name).collect();
        return format!("signing: {{ scheme: {} }}", schemes.join(" | "));
    }
    let form = NEEDED.iter().find(|(name, _)| *name == key).map_or("NAME: …", |(_, form)| form);
    named(form, key)
}

/// How a row is written; with the type that stands where its facts belong.
pub(super) fn row(name: &str, node: &Node) -> Cow<'static, str> {
    let text = |node: &Node| {
        word(node).filter(|word| matches!(&node.value, Value::Scalar(Scalar::Text(_))) && !word.contains('.'))
    };
    let kind = match &node.value {
        Value::List(entries) if entries.len() == 1 => text(&entries[0]).map(|one| format!("[{one}]")),
        _ => text(node),
    };
    if name == "doc" {
        return Cow::Borrowed("doc: …` and the rows below `rows: { ImageId: { type: string } }");
    }
    if let Some(kind) = kind {
        return Cow::Owned(format!("NAME: {{ type: {kind} }}"));
    }
    match &node.value {
        Value::Scalar(Scalar::Text(text)) if is_sentence(text) => {
            Cow::Owned(format!("NAME: {{ type: string, doc: {text} }}"))
        }
        _ => Cow::Borrowed(ROW),
    }
}

/// How the signing scheme is written; with the name that stands where its map belongs.
pub(super) fn signing(node: &Node) -> Cow<'static, str> {
    word(node).map_or(Cow::Borrowed(SIGNING), |scheme| Cow::Owned(format!("NAME: {{ scheme: {scheme} }}")))
}

/// How rows are written; with the names that stand in a list of maps.
pub(super) fn rows(node: &Node) -> Cow<'static, str> {
    let Value::List(entries) = &node.value else { return Cow::Borrowed(ROWS) };
    let name = |node: &Node| {
        let Value::Map(entries) = &node.value else { return None };
        let is_name = |key: &Node| matches!(&key.value, Value::Scalar(Scalar::Text(text)) if text == "name");
        entries.iter().find(|(key, _)| is_name(key)).and_then(|(_, value)| word(value))
    };
    let names = entries.iter().take(MOST_SHOWN).map(name).collect();
    filled(names, entries.len(), ROWS, |name| format!("{name}: {{ type: string }}"))
}

/// How an enum is written; with the values that stand in a list.
pub(super) fn enumeration(node: &Node) -> Cow<'static, str> {
    listed(node, ENUM, |word| format!("{word}: What {word} means."))
}

/// How columns are written; with the names that stand in a list.
pub(super) fn columns(node: &Node) -> Cow<'static, str> {
    listed(node, COLUMNS, |name| format!("{name}: {{}}"))
}

/// How services are written; with the names that stand in a list.
pub(super) fn services(node: &Node) -> Cow<'static, str> {
    listed(node, SERVICES, |name| format!("{name}: {{ title: …, endpoint: \"https://…/\" }}"))
}

fn listed(node: &Node, usual: &'static str, entry: impl Fn(&str) -> String) -> Cow<'static, str> {
    let Value::List(entries) = &node.value else { return Cow::Borrowed(usual) };
    filled(entries.iter().take(MOST_SHOWN).map(word).collect(), entries.len(), usual, entry)
}

/// A map with an entry for each name; the usual form when there are none.
fn filled(
    names: Option<Vec<String>>,
    count: usize,
    usual: &'static str,
    entry: impl Fn(&str) -> String,
) -> Cow<'static, str> {
    let Some(names) = names.filter(|names| !names.is_empty()) else { return Cow::Borrowed(usual) };
    let entries: Vec<String> = names.iter().map(|name| entry(name)).collect();
    let more = if count > names.len() { ", …" } else { "" };
    Cow::Owned(format!("NAME: {{ {}{more} }}", entries.join(", ")))
}

/// How the pairs of a call are written; with those that stand in a map.
pub(super) fn pairs(node: &Node) -> Cow<'static, str> {
    let Value::Map(entries) = &node.value else { return Cow::Borrowed(PAIRS) };
    let pairs: Option<Vec<String>> =
        entries.iter().map(|(name, value)| Some(format!("{}={}", word(name)?, word(value)?))).collect();
    match pairs {
        Some(pairs) if (1..=MOST_SHOWN).contains(&pairs.len()) => Cow::Owned(format!("NAME: [{}]", pairs.join(", "))),
        _ => Cow::Borrowed(PAIRS),
    }
}

/// A value that can be shown in a form as it is.
fn word(node: &Node) -> Option<String> {
    let Value::Scalar(scalar) = &node.value else { return None };
    Some(scalar.wire()).filter(|word| is_word(word))
}

/// Whether the text can be shown as a description without quotes.
fn is_sentence(text: &str) -> bool {
    let plain = |one: char| one.is_alphanumeric() || matches!(one, ' ' | '.' | '-' | '_');
    text.contains(' ') && text.chars().count() <= 60 && text.chars().all(plain)
}

/// Whether the text can be shown in a form as it is.
fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 40
        && text.chars().all(|one| one.is_alphanumeric() || matches!(one, '_' | '-' | '.'))
}
