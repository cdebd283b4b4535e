//! Constraints read from prose against labelled descriptions: how many of those found are right, and how many of those
//! labelled are found.
//!
//! A constraint is right only when the label has the same key with the same value; lists of values must be the same set.
//! Labels in prose (`condition`) count as met when they name every row and value that was found.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::prose::{self, Described, Fact, Format, Kind, Separator};

/// The figures, and each constraint that is not as labelled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Constraints found.
    pub found: usize,
    /// Constraints found that are right.
    pub right: usize,
    /// Constraints labelled.
    pub labelled: usize,
    /// One line for each constraint that is wrong or was not found.
    pub differences: Vec<String>,
}

impl Figures {
    /// The part of the found constraints that is right, in percent; 100 when none was found.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.found)
    }

    /// The part of the labelled constraints that was found, in percent; 100 when none was labelled.
    pub fn recall(&self) -> f64 {
        percent(self.right, self.labelled)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { part as f64 * 100.0 / whole as f64 }
}

/// Reads the labelled descriptions (a JSON list of objects with `page`, `name`, `type`, `required`, `doc` and `gold`), and
/// scores the reader on them. `siblings` gives the wire names of a page's rows; rules between rows are only found with them.
///
/// # Errors
///
/// The text is no JSON list, with the parser's place and reason.
pub fn score(labelled: &str, siblings: &dyn Fn(&str) -> Vec<String>) -> Result<Figures, serde_json::Error> {
    let rows: Vec<Json> = serde_json::from_str(labelled)?;
    let mut figures = Figures::default();
    for row in &rows {
        add(&mut figures, row, siblings);
    }
    Ok(figures)
}

fn add(figures: &mut Figures, row: &Json, siblings: &dyn Fn(&str) -> Vec<String>) {
    let text = |key: &str| row.get(key).and_then(Json::as_str).unwrap_or_default();
    let (kind, list) = kind(text("type"));
    let names = siblings(text("page"));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let name = text("name");
    let cell = text("doc").replace("<br />", "\n").replace("<br/>", "\n").replace("<br>", "\n");
    let required = row.get("required").and_then(Json::as_bool);
    let list = list || name.ends_with(".N") || name.ends_with(".n");
    let described = Described { name, kind, list, required, request: true, text: &cell, siblings: &names };
    let found: Vec<(String, String)> =
        prose::read(&described).facts.iter().filter_map(|found| entry(&found.fact, &described)).collect();
    let gold: BTreeMap<String, String> = labels(row);
    figures.found += found.len();
    figures.labelled += gold.len();
    for (key, value) in &found {
        if gold.get(key).is_some_and(|label| agrees(key, value, label)) {
            figures.right += 1;
        } else {
            figures.differences.push(format!("{name}: found {key} = {value}, labelled {:?}", gold.get(key)));
        }
    }
    for (key, label) in &gold {
        if !found.iter().any(|(known, _)| known == key) {
            figures.differences.push(format!("{name}: labelled {key} = {label}, not found"));
        }
    }
}

fn kind(name: &str) -> (Kind, bool) {
    let lower = name.to_ascii_lowercase();
    let kinds = [
        ("string", Kind::Text),
        ("int", Kind::Integer),
        ("long", Kind::Integer),
        ("float", Kind::Float),
        ("double", Kind::Float),
        ("bool", Kind::Boolean),
        ("object", Kind::Object),
    ];
    let kind = kinds.iter().find(|(word, _)| lower.contains(word)).map_or(Kind::Unknown, |(_, kind)| *kind);
    (kind, lower.contains("array") || lower.contains('['))
}

/// The labels of a row under the keys of [`entry`].
fn labels(row: &Json) -> BTreeMap<String, String> {
    let Some(gold) = row.get("gold").and_then(Json::as_object) else { return BTreeMap::new() };
    let told = gold.iter().filter(|(key, _)| key.as_str() != "trap");
    told.map(|(key, value)| (key.clone(), plain(value))).collect()
}

fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(values) => set(values.iter().map(plain)),
        other => other.to_string(),
    }
}

/// A set in one spelling.
fn set(values: impl Iterator<Item = String>) -> String {
    let mut values: Vec<String> = values.collect();
    values.sort();
    values.join(" | ")
}

/// A fact as key and value; `None` for what labels never speak of.
fn entry(fact: &Fact, row: &Described) -> Option<(String, String)> {
    let inside = [".N.", ".n."].iter().any(|mark| row.name.contains(mark)) && !row.list;
    let items = |end: &str| if inside { format!("parent_{end}_items") } else { format!("{end}_items") };
    let (key, value) = match fact {
        Fact::Allowed { values, .. } => ("enum".to_owned(), set(values.iter().map(|value| value.wire.clone()))),
        Fact::Default(value) => ("default".to_owned(), value.clone()),
        Fact::Min { number, inclusive } => ("min".to_owned(), bound(number, *inclusive, 1, row)),
        Fact::Max { number, inclusive } => ("max".to_owned(), bound(number, *inclusive, -1, row)),
        Fact::ItemMin(number) => ("item_min".to_owned(), number.clone()),
        Fact::ItemMax(number) => ("item_max".to_owned(), number.clone()),
        Fact::MinLength(count) => ("min_len".to_owned(), count.to_string()),
        Fact::MaxLength(count) => ("max_len".to_owned(), count.to_string()),
        Fact::MinItems(count) => (items("min"), count.to_string()),
        Fact::MaxItems(count) => (items("max"), count.to_string()),
        Fact::MultipleOf(step) => ("step".to_owned(), step.clone()),
        Fact::Unit(unit) => ("unit".to_owned(), unit.clone()),
        Fact::Format(format) => ("format".to_owned(), format_label(*format)),
        Fact::Separated(separator) => ("separator".to_owned(), mark(*separator).to_owned()),
        Fact::RequiredWhen { field, values }
        | Fact::OnlyWhen { field, values }
        | Fact::Needs { row: field, values } => {
            ("condition".to_owned(), std::iter::once(field).chain(values).cloned().collect::<Vec<_>>().join(" | "))
        }
        Fact::Requires(rows) | Fact::ExactlyOne(rows) | Fact::AtLeastOne(rows) | Fact::AtMostOne(rows) => {
            ("condition".to_owned(), rows.join(" | "))
        }
        Fact::DefaultBehaviour(_)
        | Fact::LowerCase
        | Fact::Pattern(_)
        | Fact::RequiredFor(_)
        | Fact::OnlyFor(_)
        | Fact::Deprecated { .. } => return None,
    };
    Some((key, value))
}

/// The bound as an inclusive one, where the row holds whole numbers.
fn bound(number: &str, inclusive: bool, inward: i64, row: &Described) -> String {
    match number.parse::<i64>() {
        Ok(whole) if !inclusive && row.kind == Kind::Integer => (whole + inward).to_string(),
        _ => number.to_owned(),
    }
}

fn format_label(format: Format) -> String {
    match format {
        Format::UnixSeconds => "unix timestamp",
        Format::UnixMilliseconds => "unix timestamp in milliseconds",
        other => prose::format_name(other),
    }
    .to_owned()
}

fn mark(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => ",",
        Separator::Semicolon => ";",
        Separator::Pipe => "|",
    }
}

/// Whether what was found is what the label says.
fn agrees(key: &str, found: &str, label: &str) -> bool {
    match key {
        "condition" => found.split(" | ").all(|name| label.contains(name)),
        // The label may add a remark: "unix timestamp (10 digits)", "base64 of json".
        "format" => label.to_ascii_lowercase().starts_with(found),
        "unit" => found.eq_ignore_ascii_case(label) || found.eq_ignore_ascii_case(&format!("{label}b")),
        _ => found == label,
    }
}
