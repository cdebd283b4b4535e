//! Reference data.

use super::docs::{DocsBuilder, code, escaped, said};
use super::names::Names;
use super::scope::Scope;
use crate::model::{self, Action};
use crate::rust::{Column, Item, RustName, Table};

pub(super) fn tables(action: &Action, scope: &Scope) -> Vec<Item> {
    action.tables.iter().zip(&scope.tables).map(|(table, (row, name))| lowered(action, table, row, name)).collect()
}

fn lowered(action: &Action, table: &model::Table, row: &RustName, name: &RustName) -> Item {
    let mut docs = DocsBuilder::default();
    match said(&table.doc) {
        Some(doc) => docs.text(doc),
        None => docs.markdown(&format!("The table {} of the page.", code(&table.name))),
    };
    docs.markdown("Reference data as the page lists it, not a promise of what exists today.");
    docs.markdown(&super::action::source(action));
    let mut row_docs = DocsBuilder::default();
    row_docs.markdown(&format!("One row of [`{}`].", name.as_str()));
    let mut names = Names::default();
    Item::Table(Table {
        row_docs: row_docs.build(),
        row: row.clone(),
        docs: docs.build(),
        name: name.clone(),
        columns: table.columns.iter().map(|one| column(one, name, &mut names)).collect(),
        values: table.rows.iter().map(|row| row.value.iter().map(|value| value.value.wire()).collect()).collect(),
    })
}

fn column(column: &model::Column, table: &RustName, names: &mut Names) -> Column {
    let name = names.field(&column.name);
    let what = said(&column.doc).map_or_else(|| format!("{}.", code(&column.name)), |doc| escaped(doc));
    let mut docs = DocsBuilder::default();
    docs.markdown(&what);
    let mut lookup_docs = DocsBuilder::default();
    lookup_docs.markdown(&format!(
        "The first row of [`{}`] with this {}, if there is one.",
        table.as_str(),
        code(&column.name)
    ));
    let lookup = RustName::new(format!("by_{}", name.as_str().trim_end_matches('_')));
    Column { docs: docs.build(), lookup: Some((lookup, lookup_docs.build())), name }
}
