//! Tables -> rows.

use super::columns::Columns;
use super::kinds;
use crate::dialect::{Column, Dialect};
use crate::draft::{Cells, Required, Row};
use crate::names;
use crate::page::{Cell, Table};
use crate::report::{Notes, Weight};

/// Reads the rows of a table of parameters or fields.
pub(super) fn rows(table: &Table, columns: &Columns, dialect: &Dialect, notes: &mut Notes) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let header = columns.headless.then_some(&table.header);
    let mut current = columns.clone();
    for cells in header.into_iter().chain(&table.rows) {
        if Columns::is_header(cells, dialect) {
            current.columns = cells.iter().map(|cell| dialect.column(cell.trimmed())).collect();
            continue;
        }
        rows.extend(row(cells, &current, dialect, notes));
    }
    rows
}

fn row(cells: &[Cell], columns: &Columns, dialect: &Dialect, notes: &mut Notes) -> Option<Row> {
    let filled = || cells.iter().filter(|cell| !cell.text.is_blank()).map(|cell| cell.text.at());
    let at = filled().next()?.start..filled().map(|at| at.end).max()?;
    let cells = gathered(columns.assign(cells, dialect));
    if cells.name.text.is_blank() {
        if cells != Cells::default() {
            notes.say(Weight::NotUnderstood, at.start, "a row without a name");
        }
        return None;
    }
    let printed = cells.name.trimmed().to_owned();
    let Some((name, plain)) = names::in_cell(&printed) else {
        notes.say(
            Weight::NotUnderstood,
            at.start,
            format!("`{printed}` is no name that could be sent; the row is left out"),
        );
        return None;
    };
    if !plain {
        notes.say(Weight::Guess, at.start, format!("the name in `{printed}` is taken to be `{name}`"));
    }
    let mut row = Row::new(name, at);
    read_type(&mut row, &cells, columns, dialect, notes);
    row.required = required(&cells, columns, dialect, row.at.start, notes);
    row.cells = cells;
    Some(row)
}

fn gathered(assigned: Vec<(Column, Cell)>) -> Cells {
    let mut cells = Cells::default();
    for (column, cell) in assigned {
        match column {
            Column::Name => cells.name = cell,
            Column::Type => cells.kind = Some(cell),
            Column::Required => cells.required = Some(cell),
            Column::Description | Column::Meaning | Column::Message => match &mut cells.description {
                Some(description) if !cell.text.is_blank() => {
                    let offset = description.text.as_str().len() + 1;
                    description.text.join("\n", &cell.text);
                    description.links.extend(cell.links.into_iter().map(|mut link| {
                        link.part = link.part.start + offset..link.part.end + offset;
                        link
                    }));
                }
                Some(_) => {}
                None => cells.description = Some(cell),
            },
            Column::Example => cells.example = Some(cell),
            Column::Code | Column::Http => {}
        }
    }
    cells
}

fn read_type(row: &mut Row, cells: &Cells, columns: &Columns, dialect: &Dialect, notes: &mut Notes) {
    let Some(cell) = cells.kind.as_ref().filter(|cell| !cell.text.is_blank()) else {
        if columns.has(Column::Type) {
            notes.say(Weight::NotUnderstood, row.at.start, format!("`{}` has no type", row.name));
        }
        return;
    };
    let read = kinds::read(cell, dialect);
    if !read.understood {
        let text = format!("`{}` is no known type; `{}` can hold anything", cell.trimmed(), row.name);
        notes.say(Weight::NotUnderstood, cell.text.at().start, text);
    }
    row.kind = read.kind;
    row.list = read.list || names::parts(&row.name).last().is_some_and(|(_, list)| *list);
}

fn required(cells: &Cells, columns: &Columns, dialect: &Dialect, at: usize, notes: &mut Notes) -> Required {
    if !columns.has(Column::Required) {
        return Required::Unmarked;
    }
    let Some(cell) = cells.required.as_ref().filter(|cell| !cell.text.is_blank()) else {
        notes.say(Weight::Guess, at, "no cell says whether this is required; the spec says `unknown`");
        return Required::Unknown;
    };
    match dialect.required(cell.trimmed()) {
        Some((true, true)) => Required::Yes,
        Some((false, _)) => Required::No,
        Some((true, false)) => {
            let text = format!("`{}`: required only sometimes; the spec says `required: false`", cell.trimmed());
            notes.say(Weight::Guess, cell.text.at().start, text);
            Required::No
        }
        None => {
            let text = format!("`{}` says neither yes nor no; the spec says `required: unknown`", cell.trimmed());
            notes.say(Weight::NotUnderstood, cell.text.at().start, text);
            Required::Unknown
        }
    }
}
