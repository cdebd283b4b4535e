//! Reference data.

use tablature_codegen::model::Table;

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
    let (gone, come) = (lacking(rows(old, new), rows(new, old)), lacking(rows(new, old), rows(old, new)));
    if gone.is_some() || come.is_some() {
        let change = change(&rules::TABLE_ROWS_CHANGED, "rows".to_owned()).values(gone, come);
        changes.push(change.at(old.name.at, new.name.at));
    }
}

/// The rows of one table that the other has not, each as often as it has it more often.
fn lacking(mut rows: Vec<Vec<String>>, other: Vec<Vec<String>>) -> Option<String> {
    for row in other {
        if let Some(found) = rows.iter().position(|own| *own == row) {
            rows.remove(found);
        }
    }
    let shown: Vec<String> = rows.iter().map(|row| row.join(", ")).collect();
    (!shown.is_empty()).then(|| shown.join("; "))
}

/// The rows, as far as the columns of both tables go, in a fixed order.
fn rows(table: &Table, other: &Table) -> Vec<Vec<String>> {
    let mut shared: Vec<(&str, usize)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| other.columns.iter().any(|also| also.name.value == column.name.value))
        .map(|(index, column)| (column.name.value.as_str(), index))
        .collect();
    shared.sort_unstable();
    let cell = |row: &[tablature_codegen::source::Spanned<tablature_codegen::model::Scalar>], index: usize| {
        row.get(index).map_or(String::new(), |value| value.value.wire())
    };
    let mut rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| shared.iter().map(|(_, index)| cell(&row.value, *index)).collect()).collect();
    rows.sort();
    rows
}
