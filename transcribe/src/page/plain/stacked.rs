//! Tables of which each cell is a line. Heads end in a pipe; the last cell of a row may take several lines.

use super::{Line, ends_table, lost};
use crate::dialect::{Column, Dialect};
use crate::page::{Cell, Table};

/// The column that a line heads: `Name |`.
pub(super) fn head(line: &str, dialect: &Dialect) -> Option<Column> {
    let word = line.strip_suffix('|')?;
    if word.contains('|') { None } else { dialect.column(word) }
}

/// The table that begins at a line, and the line after it.
pub(super) fn table(lines: &[Line<'_>], first: usize, dialect: &Dialect) -> Option<(Table, usize)> {
    let heads = lines.get(first..)?.iter().map_while(|line| Some((line, head(line.text, dialect)?)));
    let heads: Vec<_> = heads.collect();
    if heads.len() < 2 {
        return None;
    }
    let columns: Vec<_> = heads.iter().map(|(_, column)| *column).collect();
    let header = heads.iter().map(|(line, _)| Cell::plain(line.part(0..line.text.len().saturating_sub(1)))).collect();
    let start = first + heads.len();
    let rest = lines.get(start..)?;
    // A row may have the name of a section.
    let goes_on = |index: &usize| {
        rest.get(*index).is_some_and(|line| !ends_table(line, dialect))
            || (columns.contains(&Column::Type)
                && starts_row(rest.get(*index..).unwrap_or_default(), &columns, dialect))
    };
    let body = (0..rest.len()).take_while(goes_on).count();
    let body = rest.get(..body)?;
    let rows = rows(body, &columns, dialect);
    Some((Table { header, rows }, start + body.len()))
}

fn rows(body: &[Line<'_>], columns: &[Column], dialect: &Dialect) -> Vec<Vec<Cell>> {
    let width = columns.len();
    let told = columns.iter().any(|column| matches!(column, Column::Type | Column::Required));
    let starts: Vec<usize> = if told {
        (0..body.len()).filter(|index| starts_row(body.get(*index..).unwrap_or_default(), columns, dialect)).collect()
    } else {
        (0..body.len()).step_by(width).collect()
    };
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().zip(ends).map(|(start, end)| row(body.get(*start..end).unwrap_or_default(), width)).collect()
}

/// Whether the lines from here on have a name, a type and a requirement where the columns have them.
fn starts_row(lines: &[Line<'_>], columns: &[Column], dialect: &Dialect) -> bool {
    columns.iter().enumerate().all(|(index, column)| {
        let Some(line) = lines.get(index).map(|line| line.text) else { return index + 1 == columns.len() };
        match column {
            Column::Name => line.is_ascii() && !line.contains(' ') && !line.starts_with('-'),
            Column::Type => is_type(line, dialect),
            Column::Required => dialect.required(line).is_some(),
            _ => true,
        }
    })
}

/// A word that names a type; a model's is one with a capital letter.
fn is_type(line: &str, dialect: &Dialect) -> bool {
    let model = line.starts_with(|first: char| first.is_ascii_uppercase())
        && line.chars().all(|character| character.is_ascii_alphanumeric() || "[]<>_".contains(character));
    dialect.spelling(line).is_some() || model
}

fn row(lines: &[Line<'_>], width: usize) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(width);
    for line in lines {
        if cells.len() < width {
            cells.push(Cell::plain(line.whole()));
        } else if let Some(last) = cells.last_mut() {
            last.text.join("\n", &line.whole());
        }
    }
    let end = lines.last().map_or(0, |line| line.at.end);
    cells.resize_with(width, || lost(end));
    cells
}
