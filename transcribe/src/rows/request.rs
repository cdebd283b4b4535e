//! Parameters: each value that travels has a row of its own, so that the fields of a model become rows.

use super::models::model;
use crate::draft::{Draft, Kind, Row};
use crate::names;
use crate::report::{Notes, Weight};

/// Deepest structure that is written out.
const DEEPEST: usize = 8;

/// Most rows that a request can have. A page whose models refer to each other would have more.
const MOST: usize = 2_000;

/// Writes out the models of parameters, and makes containers objects.
pub(super) fn expand(draft: &mut Draft, notes: &mut Notes) {
    let mark = if draft.request.iter().any(|row| row.name.split('.').any(|part| part == "N")) { "N" } else { "n" };
    let mut expanded = Vec::with_capacity(draft.request.len());
    for row in &draft.request {
        write_out(row.clone(), draft, mark, 0, &mut expanded);
    }
    unique(&mut expanded, notes);
    number(&mut expanded, mark, notes);
    contain(&mut expanded);
    for row in &mut expanded {
        if let Kind::Model(name) = &row.kind {
            let text = format!("`{name}`, the type of `{}`, is not on the page; its fields are not known", row.name);
            notes.say(Weight::NotUnderstood, row.at.start, text);
            row.unresolved = Some(name.clone());
            row.kind = Kind::Unknown;
        }
    }
    draft.request = expanded;
}

fn write_out(mut row: Row, draft: &Draft, mark: &str, depth: usize, rows: &mut Vec<Row>) {
    let Kind::Model(name) = &row.kind else {
        rows.push(row);
        return;
    };
    let Some(model) = model(draft, name).filter(|_| depth < DEEPEST && rows.len() < MOST) else {
        rows.push(row);
        return;
    };
    let numbered = names::parts(&row.name).last().is_some_and(|(_, list)| *list);
    let prefix = if row.list && !numbered { format!("{}.{mark}", row.name) } else { row.name.clone() };
    let fields = model.rows.clone();
    row.kind = Kind::Object;
    rows.push(row);
    for mut field in fields {
        field.name = format!("{prefix}.{}", field.name);
        // What an entry needs is not what the call needs.
        field.list |= names::parts(&field.name).last().is_some_and(|(_, list)| *list);
        write_out(field, draft, mark, depth + 1, rows);
    }
}

/// A name stands once: the first row counts.
pub(super) fn unique(rows: &mut Vec<Row>, notes: &mut Notes) {
    let mut seen = std::collections::BTreeSet::new();
    rows.retain(|row| {
        let new = seen.insert(row.name.clone());
        if !new {
            let weight = if row.basis == crate::draft::Basis::Table { Weight::Guess } else { Weight::Read };
            notes.say(weight, row.at.start, format!("`{}` stands a second time; the first row counts", row.name));
        }
        new
    });
}

/// Rows for the first entries of a list, `Filter.1.Key` and `Filter.2.Key`, are one row of its entries. What is said of
/// one entry does not hold for the others.
fn number(rows: &mut Vec<Row>, mark: &str, notes: &mut Notes) {
    let numbered = |row: &Row| row.name.split('.').any(|part| part.parse::<u32>().is_ok());
    let mut counts = std::collections::BTreeMap::new();
    for row in rows.iter().filter(|row| numbered(row)) {
        *counts.entry(names::unmarked(&row.name)).or_insert(0) += 1;
    }
    let mut seen = std::collections::BTreeSet::new();
    rows.retain_mut(|row| {
        let plain = names::unmarked(&row.name);
        if !numbered(row) || counts.get(&plain).is_none_or(|count| *count < 2) {
            return true;
        }
        let parts = row.name.split('.').map(|part| if names::is_mark(part) { mark } else { part });
        let name = parts.collect::<Vec<_>>().join(".");
        notes.say(
            Weight::Guess,
            row.at.start,
            format!("`{}` is one entry of the list; it is read as `{name}`", row.name),
        );
        row.name = name;
        row.cells.description = None;
        seen.insert(plain)
    });
}

/// A row that other rows stand in is an object, whatever its type says; a list, if theirs say so.
fn contain(rows: &mut [Row]) {
    let mut containers = std::collections::BTreeMap::new();
    for row in rows.iter() {
        let parts = names::parts(&row.name);
        let mut path = String::new();
        for (part, list) in parts.iter().take(parts.len().saturating_sub(1)) {
            path = if path.is_empty() { (*part).to_owned() } else { format!("{path}.{part}") };
            *containers.entry(path.clone()).or_insert(false) |= list;
        }
    }
    for row in rows {
        let parts = names::parts(&row.name);
        let path: Vec<_> = parts.iter().map(|(part, _)| *part).collect();
        if let Some(list) = containers.get(&path.join(".")) {
            row.kind = Kind::Object;
            row.list = *list;
        }
    }
}
