//! Tables of error codes.

use std::collections::BTreeSet;

use super::columns::Columns;
use crate::dialect::{Column, Dialect};
use crate::draft::ErrorRow;
use crate::page::{Cell, Table};
use crate::report::{Notes, Weight};

/// Reads a table of error codes. A code that stands twice with the same message is read once.
pub(super) fn rows(table: &Table, columns: &Columns, dialect: &Dialect, notes: &mut Notes) -> Vec<ErrorRow> {
    // Where one column says what an error means, the other text is the provider's message.
    let described = columns.has(Column::Meaning) && !columns.has(Column::Message);
    let mut seen = BTreeSet::new();
    let mut errors = Vec::new();
    for cells in table.rows.iter().filter(|cells| cells.iter().any(|cell| !cell.text.is_blank())) {
        let assigned = columns.assign(cells, dialect);
        let find = |wanted: Column| assigned.iter().find(|(column, _)| *column == wanted).map(|(_, cell)| cell);
        let message =
            find(Column::Message).or_else(|| find(Column::Description).filter(|_| described)).filter(is_filled);
        let Some(code) = find(Column::Code).filter(is_filled) else {
            notes.say(Weight::NotUnderstood, start(cells), "an error without a code");
            continue;
        };
        let http = find(Column::Http).and_then(|cell| cell.trimmed().parse().ok());
        let http = http.filter(|status| (100..=599).contains(status));
        if !seen.insert((code.trimmed().to_owned(), message.map(|cell| cell.trimmed().to_owned()))) {
            notes.say(
                Weight::Read,
                start(cells),
                format!("the error `{}` stands twice; it is read once", code.trimmed()),
            );
            continue;
        }
        errors.push(ErrorRow { code: code.clone(), http, message: message.cloned() });
    }
    errors
}

fn is_filled(cell: &&Cell) -> bool {
    !cell.text.is_blank()
}

fn start(cells: &[Cell]) -> usize {
    cells.first().map_or(0, |cell| cell.text.at().start)
}
