//! Where the examples that the spec has and its tables differ, and what is proposed.

use std::collections::BTreeMap;

use serde_json::Value;

use super::sent;
use super::walk::{self, Seen};
use crate::draft::{Basis, Draft, Erratum, Kind, Property, Row, Says};
use crate::names;

/// What tells findings apart: the attribute, what the table says, and the decision.
type Finding = (&'static str, Says, String);

/// The rows of each finding, and what the examples show of it.
#[derive(Default)]
struct Findings(BTreeMap<Finding, (Vec<String>, Vec<String>)>);

/// The contradictions, each once, with all the rows that have it.
pub(super) fn errata(draft: &Draft) -> Vec<Erratum> {
    let mut found = Findings::default();
    for example in &draft.examples {
        if let Some(response) = example.response.as_ref().filter(|_| example.told.has_answer()) {
            walk::answer(draft, &response.value).iter().for_each(|seen| found.answered(seen));
        }
        for pair in example.request.iter().filter(|_| example.told.has_call()) {
            let plain = names::unmarked(&pair.name);
            match draft.request.iter().find(|row| names::unmarked(&row.name) == plain) {
                Some(row) => found.sent(row, &pair.value),
                None => found.misspelt(&draft.request, &pair.name),
            }
        }
    }
    found
        .0
        .into_iter()
        .map(|((attribute, table, decision), (about, shown))| Erratum {
            about,
            attribute,
            says: vec![("table", table), ("example", one_or_list(shown))],
            decision,
            doc: doc(attribute).to_owned(),
        })
        .collect()
}

fn one_or_list(mut shown: Vec<String>) -> Says {
    if shown.len() == 1 { Says::One(shown.remove(0)) } else { Says::List(shown) }
}

fn doc(attribute: &str) -> &'static str {
    match attribute {
        "undocumented" => "Only the example shows it.",
        "missing" => "The table says that it is always there, and the example lacks it.",
        "name" => "The example spells the name in another way.",
        "type" => "The example has another kind of value than the table says.",
        _ => "The example has a value that the table does not list.",
    }
}

impl Findings {
    fn answered(&mut self, seen: &Seen<'_>) {
        let about = format!("response {}", seen.path);
        let row = seen.row;
        let Some(value) = seen.value else {
            self.add(&about, "missing", "present", "absent", "kept");
            return;
        };
        if row.basis == Basis::Example {
            self.add(&about, "undocumented", "absent", "present", "kept");
            return;
        }
        if seen.key != row.name {
            self.add(&about, "name", &row.name, seen.key, &row.name);
        }
        if row.bare_list && !row.list && value.is_object() {
            self.add(&about, "type", "list", "object", type_name(&row.kind));
            return;
        }
        let (Some(documented), Some(shown)) = (kind(&row.kind), json_kind(value)) else { return };
        let fits = documented == shown || (documented == "float" && shown == "int");
        if !fits && !row.list {
            self.add(&about, "type", documented, shown, documented);
        } else if fits {
            self.value(&about, row, &text(value));
        }
    }

    fn sent(&mut self, row: &Row, value: &str) {
        let about = format!("request {}", row.name);
        if row.basis == Basis::Example {
            self.add(&about, "undocumented", "absent", "present", "kept");
        } else {
            self.value(&about, row, value);
        }
    }

    fn misspelt(&mut self, rows: &[Row], name: &str) {
        if let Some(row) = sent::near(rows, name) {
            self.add(&format!("request {name}"), "name", row, name, "dropped");
        }
    }

    /// A value that a closed list does not have. What an empty text means, only a person can tell.
    fn value(&mut self, about: &str, row: &Row, value: &str) {
        let listed = row.constraints.iter().find_map(|constraint| match &constraint.property {
            Property::Values(values, false) => Some(values.iter().map(|(wire, _)| wire.clone()).collect::<Vec<_>>()),
            Property::List("allowed", values) => Some(values.clone()),
            _ => None,
        });
        if let Some(listed) = listed.filter(|listed| !value.is_empty() && !listed.iter().any(|known| known == value)) {
            self.put(about, ("value", Says::List(listed), "table".to_owned()), value);
        }
    }

    fn add(&mut self, about: &str, attribute: &'static str, table: &str, shown: &str, decision: &str) {
        self.put(about, (attribute, Says::One(table.to_owned()), decision.to_owned()), shown);
    }

    fn put(&mut self, about: &str, finding: Finding, shown: &str) {
        let (rows, all) = self.0.entry(finding).or_default();
        if !rows.iter().any(|row| row == about) {
            rows.push(about.to_owned());
        }
        if !all.iter().any(|known| known == shown) {
            all.push(shown.to_owned());
        }
    }
}

/// The type as errata name it, of a single value.
fn kind(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Text => Some("string"),
        Kind::Integer => Some("int"),
        Kind::Float => Some("float"),
        Kind::Boolean => Some("bool"),
        Kind::Object | Kind::Model(_) | Kind::Unknown => None,
    }
}

/// The type of a row that holds an object.
fn type_name(kind: &Kind) -> &str {
    match kind {
        Kind::Model(name) => name,
        _ => "object",
    }
}

/// The kind of a JSON value as errata name it; null fits everything.
fn json_kind(value: &Value) -> Option<&'static str> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some("bool"),
        Value::Number(number) if number.is_f64() => Some("float"),
        Value::Number(_) => Some("int"),
        Value::String(_) => Some("string"),
        Value::Array(_) => Some("list"),
        Value::Object(_) => Some("object"),
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
