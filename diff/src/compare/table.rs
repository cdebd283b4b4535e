//! Reference data.

use std::collections::BTreeMap;

use tablature_codegen::model::{Scalar, Table};
use tablature_codegen::source::Spanned;

use super::Context;
use crate::change::Change;
use crate::rules::table as rules;

pub(super) fn compare(context: &Context<'_>, changes: &mut Vec<Change>) {
    let find = |tables: &'_ [Table], name: &str| tables.iter().position(|table| table.name.value == name);
    for old in &context.old.tables {
        let thing = format!("table {}", old.name.value);
        match find(&context.new.tables, &old.name.value) {
            Some(index) => one(context, &thing, old, &context.new.tables[index], changes),
            None => changes.push(Change::new(&rules::TABLE_REMOVED, &context.path, thing).at(old.name.at, None)),
        }
    }
    for new in context.new.tables.iter().filter(|table| find(&context.old.tables, &table.name.value).is_none()) {
        let thing = format!("table {}", new.name.value);
        changes.push(Change::new(&rules::TABLE_ADDED, &context.path, thing).at(None, new.name.at));
    }
}

fn one(context: &Context<'_>, thing: &str, old: &Table, new: &Table, changes: &mut Vec<Change>) {
    let change = |rule, attribute: String| Change::new(rule, &context.path, thing).attribute(attribute);
    if old.row_name != new.row_name {
        let change = change(&rules::TABLE_REMOVED, "row".to_owned()).before(old.row_name.clone());
        changes.push(change.after(new.row_name.clone()).at(old.name.at, new.name.at));
    }
    let has = |table: &Table, name: &str| table.columns.iter().any(|column| column.name.value == name);
    for gone in old.columns.iter().filter(|column| !has(new, &column.name)) {
        changes.push(change(&rules::TABLE_REMOVED, format!("column {}", gone.name.value)).at(gone.name.at, None));
    }
    for come in new.columns.iter().filter(|column| !has(old, &column.name)) {
        changes.push(change(&rules::TABLE_ADDED, format!("column {}", come.name.value)).at(None, come.name.at));
    }
    let rows = (rows(old, new), rows(new, old));
    let (gone, come) = (lacking(&rows.0, &rows.1), lacking(&rows.1, &rows.0));
    if gone.is_some() || come.is_some() {
        let change = change(&rules::TABLE_ROWS_CHANGED, "rows".to_owned()).values(gone, come);
        changes.push(change.at(old.name.at, new.name.at));
    }
}

/// The rows that others have not, or not as often.
fn lacking(rows: &[String], others: &[String]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in others {
        *counts.entry(row).or_default() += 1;
    }
    let is_lacking = |row: &&str| match counts.get_mut(*row) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let lacking: Vec<&str> = rows.iter().map(String::as_str).filter(is_lacking).collect();
    (!lacking.is_empty()).then(|| lacking.join("; "))
}

/// The rows, as far as the columns of both tables go, in a fixed order.
fn rows(table: &Table, other: &Table) -> Vec<String> {
    let has = |name: &str| other.columns.iter().any(|column| column.name.value == name);
    let columns = table.columns.iter().enumerate().map(|(index, column)| (column.name.value.as_str(), index));
    let mut shared: Vec<(&str, usize)> = columns.filter(|(name, _)| has(name)).collect();
    shared.sort_unstable();
    let said = |row: &[Spanned<Scalar>]| {
        let cell = |index: usize| row.get(index).map_or(String::new(), |value| value.value.wire());
        shared.iter().map(|(name, index)| format!("{name}: {}", cell(*index))).collect::<Vec<_>>().join(", ")
    };
    let mut rows: Vec<String> = table.rows.iter().map(|row| said(&row.value)).collect();
    rows.sort();
    rows
}
