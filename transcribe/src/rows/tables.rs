//! Tables -> rows.

use super::branches::{self, Branches};
use super::columns::Columns;
use super::{kinds, literals, struck};
use crate::dialect::{Column, Dialect, is_nothing};
use crate::draft::{Basis, Cells, Constraint, Kind, Property, Required, Row};
use crate::names;
use crate::page::{Cell, Table};
use crate::report::{Notes, Weight};

/// Reads the rows of a table of parameters or fields.
pub(super) fn rows(table: &Table, columns: &Columns, dialect: &Dialect, notes: &mut Notes) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    if !columns.headless {
        unknown_columns(table, columns, dialect, notes);
    }
    let header = columns.headless.then_some(&table.header);
    let mut current = columns.clone();
    let mut branches = Branches::default();
    for cells in header.into_iter().chain(&table.rows) {
        if Columns::is_header(cells, dialect) {
            current = current.renewed(cells, dialect);
            continue;
        }
        if let Some(row) = row(cells, &current, dialect, &mut branches, notes) {
            match rows.last_mut().filter(|last| goes_on(last, &row)) {
                Some(last) => {
                    last.at.end = last.at.end.max(row.at.end);
                    row.cells.description.into_iter().for_each(|cell| describe(&mut last.cells, NOTHING, cell));
                }
                None => rows.push(row),
            }
        }
    }
    if columns.has(Column::Type) {
        untyped(&rows, notes);
    }
    rows
}

/// How deep a row stands by its number: `2.1` is part of `2`.
fn depth_of(cell: &Cell) -> usize {
    let number = cell.trimmed().trim_end_matches('.');
    let is_number = number.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number { number.matches('.').count() } else { 0 }
}

/// Whether a row is that before it, with more to say: the cells of name and type reach over both.
fn goes_on(last: &Row, row: &Row) -> bool {
    let place = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.text.at());
    let (old, new) = (&last.cells, &row.cells);
    let same = old.name.text.at() == new.name.text.at() && place(&old.kind) == place(&new.kind);
    same && old.name.text.as_str() == new.name.text.as_str() && place(&old.description) != place(&new.description)
}

/// Whether the cells are one line of words between the rows: one cell over all columns, or all others are empty.
fn is_remark(cells: &[Cell], printed: &str) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.text.is_blank()).map(|cell| cell.text.at()).peekable();
    let first = filled.next();
    let spans_others = filled.peek().is_some();
    let is_worded = printed.contains(char::is_whitespace) || !printed.is_ascii();
    (is_worded || spans_others) && filled.all(|at| Some(at) == first)
}

/// Says which columns are left out, because nobody knows what they hold, and which is known by its cells only.
fn unknown_columns(table: &Table, columns: &Columns, dialect: &Dialect, notes: &mut Notes) {
    for (index, head) in table.header.iter().enumerate() {
        let column = columns.columns.get(index).copied().flatten();
        if column == Some(Column::Type) && dialect.column(head.trimmed()) != column {
            let text = format!("the column `{}` is taken to hold the types, as its cells do", head.trimmed());
            notes.say(Weight::Guess, head.text.at().start, text);
        }
        let filled = |row: &Vec<Cell>| row.get(index).is_some_and(|cell| !cell.text.is_blank());
        if columns.columns.get(index) == Some(&None) && table.rows.iter().any(filled) {
            let text = format!("no dialect knows what the column `{}` holds; it is left out", head.trimmed());
            notes.say(Weight::Guess, head.text.at().start, text);
        }
    }
}

/// Says which rows have no type, though there is a column for it. What other rows stand below needs none.
fn untyped(rows: &[Row], notes: &mut Notes) {
    let owners = branches::owners(rows);
    for row in rows.iter().filter(|row| row.cells.kind.as_ref().is_none_or(|cell| cell.text.is_blank())) {
        if !owners.contains(&names::unmarked(&row.name)) {
            notes.say(Weight::NotUnderstood, row.at.start, format!("`{}` has no type", row.name));
        }
    }
}

fn row(
    cells: &[Cell],
    columns: &Columns,
    dialect: &Dialect,
    branches: &mut Branches,
    notes: &mut Notes,
) -> Option<Row> {
    let filled = || cells.iter().filter(|cell| !cell.text.is_blank()).map(|cell| cell.text.at());
    let at = filled().next()?.start..filled().map(|at| at.end).max()?;
    let (unstruck, struck) = struck::unstruck(cells);
    let cells = unstruck.as_slice();
    let printed = cells;
    let assigned = columns.assign(cells, dialect);
    let numbered = assigned.iter().filter(|(column, _)| *column == Column::Aside).map(|(_, cell)| depth_of(cell)).max();
    let mut cells = gathered(assigned);
    let depth;
    (depth, cells.name) = branches::unbranched(&cells.name);
    if cells.name.text.is_blank() {
        if cells != Cells::default() {
            notes.say(Weight::NotUnderstood, at.start, "a row without a name");
        }
        return None;
    }
    let remark = is_remark(printed, cells.name.trimmed());
    let printed = cells.name.trimmed().to_owned();
    let Some((name, plain)) = names::in_cell(&printed).filter(|_| !remark) else {
        if remark {
            let text = format!("`{printed}` is a line of words between the rows; see what it says of those below");
            notes.say(Weight::Guess, at.start, text);
            return None;
        }
        notes.say(
            Weight::NotUnderstood,
            at.start,
            format!("`{printed}` is not a name that could be sent; the row is left out"),
        );
        return None;
    };
    if names::index(&printed).is_some() {
        notes.say(Weight::Guess, at.start, format!("`{printed}` is one entry of the list; it is read as `{name}`"));
    } else if !plain {
        notes.say(Weight::Guess, at.start, format!("the name in `{printed}` is taken to be `{name}`"));
    }
    let mut row = Row::new(name, at);
    if let Some(values) = cells.kind.as_ref().and_then(literals::values) {
        describe(&mut cells, VALUES, Cell::plain(values));
    }
    read_type(&mut row, &cells, dialect, notes);
    row.required = required(&cells, columns, dialect, row.at.start, notes);
    if struck {
        let (property, at) = (Property::Deprecated(None), cells.name.text.at());
        row.constraints.push(Constraint { property, basis: Basis::Table, at });
    }
    row.cells = cells;
    branches.place(&mut row, depth.max(numbered.unwrap_or_default()), notes);
    Some(row)
}

/// What stands before what has a cell of its own, in a description in English, and in others.
type Announced = [&'static str; 2];

const NOTHING: Announced = ["\n"; 2];
const DEFAULT: Announced = ["\nDefault value: ", "\n默认值："];
const VALUES: Announced = ["\nValue range: ", "\n取值范围："];
const LENGTH: Announced = ["\nMaximum length: ", "\n最大长度："];

fn gathered(assigned: Vec<(Column, Cell)>) -> Cells {
    let mut cells = Cells::default();
    for (column, cell) in assigned {
        match column {
            Column::Name => cells.name = below(cells.name, cell),
            Column::Type => cells.kind = Some(cell),
            Column::Required => cells.required = Some(cell),
            Column::Description | Column::Meaning | Column::Message => describe(&mut cells, NOTHING, cell),
            Column::Default | Column::Values | Column::Length if is_nothing(cell.trimmed()) => {}
            Column::Default => describe(&mut cells, DEFAULT, cell),
            Column::Values => describe(&mut cells, VALUES, cell),
            Column::Length => describe(&mut cells, LENGTH, cell),
            Column::Example => cells.example = Some(cell),
            Column::Code | Column::Http | Column::Aside | Column::Optional => {}
        }
    }
    cells
}

/// Adds a cell to the description. What a column's head says about its cells is put in front of it.
fn describe(cells: &mut Cells, announced: Announced, cell: Cell) {
    let [english, other] = announced;
    let is_other =
        |cell: &Cell| cell.text.as_str().contains(|letter: char| !letter.is_ascii() && letter.is_alphabetic());
    let between = if cells.description.iter().chain([&cell]).any(is_other) { other } else { english };
    match &mut cells.description {
        Some(_) if cell.text.is_blank() => {}
        Some(description) => {
            let offset = description.text.as_str().len() + between.len();
            description.text.join(between, &cell.text);
            description.links.extend(cell.links.into_iter().map(|mut link| {
                link.part = link.part.start + offset..link.part.end + offset;
                link
            }));
            description.code.extend(cell.code.into_iter().map(|part| part.start + offset..part.end + offset));
        }
        None if between.trim().is_empty() => cells.description = Some(cell),
        None => {
            let mut text = crate::page::Text::default();
            text.join(between, &cell.text);
            cells.description = Some(Cell::plain(text));
        }
    }
}

/// Of several columns of names, each holds fields of what stands in the one before. A cell that spans both is one name.
fn below(name: Cell, cell: Cell) -> Cell {
    if cell.text.is_blank() || name.text.at() == cell.text.at() && !name.text.is_blank() {
        return name;
    }
    if name.text.is_blank() {
        return cell;
    }
    let mut text = name.text.trimmed();
    text.join(".", &cell.text.trimmed());
    Cell::plain(text)
}

fn read_type(row: &mut Row, cells: &Cells, dialect: &Dialect, notes: &mut Notes) {
    let Some(cell) = cells.kind.as_ref().filter(|cell| !cell.text.is_blank()) else { return };
    let read = kinds::read(cell, dialect);
    if !read.understood {
        let text = format!("`{}` is not a known type; `{}` can hold anything", cell.trimmed(), row.name);
        notes.say(Weight::NotUnderstood, cell.text.at().start, text);
    }
    if read.nullable {
        let property = Property::Literal("nullable", "true".to_owned());
        row.constraints.push(Constraint { property, basis: Basis::Table, at: cell.text.at() });
    }
    row.bare_list = read.list && read.kind == Kind::Unknown && read.understood;
    row.kind = read.kind;
    row.list = read.list || names::parts(&row.name).last().is_some_and(|(_, list)| *list);
}

fn required(cells: &Cells, columns: &Columns, dialect: &Dialect, at: usize, notes: &mut Notes) -> Required {
    if !columns.has(Column::Required) {
        return Required::Unmarked;
    }
    let Some(cell) = cells.required.as_ref().filter(|cell| !cell.text.is_blank()) else {
        if columns.ticked {
            return Required::No;
        }
        notes.say(Weight::Guess, at, "no cell says whether this is required; the spec says `unknown`");
        return Required::Unknown;
    };
    let said = dialect.required(cell.trimmed());
    match said.map(|(required, whole)| (required != columns.inverted, whole)) {
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
