//! Tables whose rows are lines with single blanks between the cells; cells may be lost, and the last may hold blanks.

use std::iter::Peekable;

use super::{Line, ends_table, lost};
use crate::dialect::{Column, Dialect, Spelling};
use crate::page::{Cell, Repair, Table};

/// The columns that a line heads, when all of its words head columns.
pub(super) fn header(line: &str, dialect: &Dialect) -> Option<Vec<Column>> {
    let columns: Vec<_> = line.split_whitespace().map(|word| dialect.column(word)).collect::<Option<_>>()?;
    let names = columns.first() == Some(&Column::Name) && columns.contains(&Column::Type);
    let codes = columns.first() == Some(&Column::Code);
    (columns.len() > 1 && (names || codes)).then_some(columns)
}

/// The table that begins at a line, and the line after it.
pub(super) fn table(
    lines: &[Line<'_>],
    first: usize,
    dialect: &Dialect,
    repairs: &mut Vec<Repair>,
) -> Option<(Table, usize)> {
    let head = lines.get(first)?;
    let columns = header(head.text, dialect)?;
    let mut table = Table { header: words(head).into_iter().map(|(cell, _)| cell).collect(), rows: Vec::new() };
    let mut next = first + 1;
    while let Some(line) = lines.get(next).filter(|line| !ends_table(line, dialect)) {
        let row = row(line, &columns, dialect).filter(|row| has_type(row, &columns) || table.rows.is_empty());
        if row.is_none() && !table.rows.is_empty() {
            repairs.push(Repair { what: "a line without a type goes on with the row above it", at: line.at.start });
        }
        match table.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(last) if row.is_none() => last.text.join("\n", &line.whole()),
            _ => table.rows.extend(row),
        }
        next += 1;
    }
    Some((table, next))
}

/// Whether a row has a type, if its table has a column for it.
fn has_type(row: &[Cell], columns: &[Column]) -> bool {
    let index = columns.iter().position(|column| *column == Column::Type);
    index.is_none_or(|index| row.get(index).is_some_and(|cell| !cell.text.is_blank()))
}

/// The words of a line, each with where the rest of the line begins.
fn words(line: &Line<'_>) -> Vec<(Cell, usize)> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in line.text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if !bare.is_empty() {
            words.push((Cell::plain(line.part(start..start + bare.len())), start + word.len()));
        }
        start += word.len();
    }
    words
}

/// Takes the words behind a word for a list that say of what: `Array of String`. Returns where the rest begins.
fn entries(list: &mut Cell, words: &mut Peekable<impl Iterator<Item = (Cell, usize)>>) -> Option<usize> {
    words.next_if(|(word, _)| word.trimmed() == "of")?;
    let (of, rest) = words.next()?;
    list.text.join(" of ", &of.text);
    Some(rest)
}

/// A row: each column takes the next word if it can, and the last one takes the rest.
fn row(line: &Line<'_>, columns: &[Column], dialect: &Dialect) -> Option<Vec<Cell>> {
    let words = words(line);
    let first = words.first()?.0.trimmed();
    if !first.starts_with(|character: char| character.is_ascii_alphanumeric() || character == '_') || !first.is_ascii()
    {
        return None;
    }
    let mut words = words.into_iter().peekable();
    let mut rest = 0;
    let mut cells = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let fits = |word: &str| match column {
            Column::Type => dialect.spelling(word).is_some() || word.contains(['[', '<']),
            Column::Required => dialect.required(word).is_some(),
            _ => true,
        };
        if index + 1 == columns.len() && index > 0 {
            let start = rest.min(line.text.len());
            cells.push(if words.peek().is_some() {
                Cell::plain(line.part(start..line.text.len()))
            } else {
                lost(line.at.end)
            });
        } else {
            match words.next_if(|(word, _)| fits(word.trimmed())) {
                Some((mut word, after)) => {
                    rest = after;
                    if *column == Column::Type && dialect.spelling(word.trimmed()) == Some(Spelling::List) {
                        rest = entries(&mut word, &mut words).unwrap_or(rest);
                    }
                    cells.push(word);
                }
                None => cells.push(lost(line.at.start + rest)),
            }
        }
    }
    Some(cells)
}
