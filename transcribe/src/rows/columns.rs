//! What the columns of a table hold, and which cell of a row belongs to which, also when cells are missing or a cell
//! holds pipes of its own.

use std::collections::BTreeSet;

use super::kinds;
use crate::dialect::{Column, Dialect};
use crate::page::{Cell, Table};

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// What each holds; none, when it is not known.
    pub(super) columns: Vec<Option<Column>>,
    /// Whether the first row of the table is no header, but a row.
    pub(super) headless: bool,
    /// Whether what says yes or no says whether a row can be left out.
    pub(super) inverted: bool,
    /// Whether required rows are ticked, so that those without a tick are not.
    pub(super) ticked: bool,
}

impl Columns {
    /// Reads the header. A table whose header is no header is told by what its cells hold.
    pub(super) fn of(table: &Table, dialect: &Dialect) -> Self {
        let (mut columns, inverted) = heads(Self::header(table, dialect), dialect);
        while columns.last() == Some(&None)
            && table.header.get(columns.len() - 1).is_some_and(|cell| cell.text.is_blank())
        {
            columns.pop();
        }
        let known = columns.iter().flatten().count();
        let is_row = known == 0 || is_row(&table.header, &columns, dialect);
        let headless = is_row && crate::names::in_cell(first(&table.header)).is_some();
        let mut read = Self { columns, headless, inverted, ticked: false };
        if headless {
            read.infer(table, dialect);
        } else if known > 0 && !read.has(Column::Name) && !read.has(Column::Code) {
            read.name_first();
        }
        if !headless && read.has(Column::Name) && !read.has(Column::Type) && !read.has(Column::Code) {
            read.type_by_cells(table, dialect);
        }
        read.ticked = read.is_ticked(table, dialect);
        read
    }

    /// Whether the column of requirements holds ticks, each for yes, and gaps, but no word.
    fn is_ticked(&self, table: &Table, dialect: &Dialect) -> bool {
        let Some(index) = self.columns.iter().position(|column| *column == Some(Column::Required)) else {
            return false;
        };
        let cells = || table.rows.iter().filter_map(|row| row.get(index)).map(Cell::trimmed);
        let tick = |cell: &str| !cell.contains(char::is_alphanumeric) && dialect.required(cell) == Some((true, true));
        !self.headless
            && cells().any(tick)
            && cells().any(str::is_empty)
            && cells().all(|cell| cell.is_empty() || tick(cell))
    }

    /// The header, or the line below it, when that says more of the columns.
    fn header<'t>(table: &'t Table, dialect: &Dialect) -> &'t [Cell] {
        let known = |cells: &[Cell]| {
            let columns: BTreeSet<_> = cells.iter().filter_map(|cell| dialect.column(cell.trimmed())).collect();
            columns.len()
        };
        let second = table.rows.first().filter(|row| Self::is_header(row, dialect));
        second.filter(|row| known(row) > known(&table.header)).unwrap_or(&table.header)
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// Whether the rows of such a table can be parameters or fields.
    pub(super) fn hold_rows(&self) -> bool {
        self.has(Column::Name)
            && (self.has(Column::Type) || self.has(Column::Required) || self.has(Column::Description))
    }

    /// Whether a table beside the main ones holds fields, and not words and what they mean.
    pub(super) fn hold_fields(&self) -> bool {
        self.hold_rows() && (self.has(Column::Type) || self.has(Column::Required))
    }

    /// Whether the table lists error codes.
    pub(super) fn hold_errors(&self) -> bool {
        self.has(Column::Code) && !self.has(Column::Type)
    }

    /// The columns as another header among the rows has them.
    pub(super) fn renewed(&self, cells: &[Cell], dialect: &Dialect) -> Self {
        let (columns, inverted) = heads(cells, dialect);
        Self { columns, inverted, ..self.clone() }
    }

    /// Whether a row says once more what the columns are.
    pub(super) fn is_header(cells: &[Cell], dialect: &Dialect) -> bool {
        let mut filled = cells.iter().filter(|cell| !cell.text.is_blank()).peekable();
        filled.peek().is_some()
            && cells.len() > 1
            && filled.all(|cell| dialect.column(cell.trimmed()).is_some())
            && dialect.column(first(cells)) == Some(Column::Name)
    }

    /// A first column without a known head holds the names when the others are known.
    fn name_first(&mut self) {
        if let Some(first @ None) = self.columns.first_mut() {
            *first = Some(Column::Name);
        }
    }

    /// A column whose head is not known, or spans others, holds the types when all its cells are names of such.
    fn type_by_cells(&mut self, table: &Table, dialect: &Dialect) {
        let is_type = |cell: &Cell| kinds::is_known(cell, dialect);
        let is_basic = |cell: &Cell| dialect.spelling(cell.trimmed()).is_some();
        let holds_types = |index: usize| {
            // A cell over all columns is a line between the rows.
            let own =
                |row: &Vec<Cell>| row.first().map(|first| first.text.at()) != row.get(index).map(|cell| cell.text.at());
            let cells = table.rows.iter().filter(|row| own(row)).filter_map(|row| row.get(index));
            let mut cells = cells.filter(|cell| !cell.text.is_blank());
            cells.clone().all(is_type) && cells.any(is_basic)
        };
        let open = |column: &Option<Column>| matches!(column, None | Some(Column::Values));
        let found = self.columns.iter().enumerate().position(|(index, column)| open(column) && holds_types(index));
        if let Some(slot) = found.and_then(|index| self.columns.get_mut(index)) {
            *slot = Some(Column::Type);
        }
    }

    /// Tells columns by their cells.
    fn infer(&mut self, table: &Table, dialect: &Dialect) {
        let rows = || std::iter::once(&table.header).chain(&table.rows);
        let all = |index: usize, fits: &dyn Fn(&Cell) -> bool| {
            rows().filter_map(|row| row.get(index)).all(|cell| !cell.text.is_blank() && fits(cell))
        };
        let mut described = None;
        for index in 0..self.columns.len() {
            let column = if index == 0 {
                Some(Column::Name)
            } else if !self.has(Column::Type) && all(index, &|cell| kinds::is_known(cell, dialect)) {
                Some(Column::Type)
            } else if !self.has(Column::Required) && all(index, &|cell| dialect.required(cell.trimmed()).is_some()) {
                Some(Column::Required)
            } else {
                described.get_or_insert(index);
                None
            };
            if let Some(slot) = self.columns.get_mut(index) {
                *slot = column;
            }
        }
        if let Some(slot) = described.and_then(|index| self.columns.get_mut(index)) {
            *slot = Some(Column::Description);
        }
        if !self.has(Column::Type) {
            self.columns.clear();
        }
    }

    /// The cells of a row, one for each column that the row has.
    pub(super) fn assign(&self, cells: &[Cell], dialect: &Dialect) -> Vec<(Column, Cell)> {
        let filled = cells.len() - cells.iter().rev().take_while(|cell| cell.text.is_blank()).count();
        let cells = cells.get(..filled).unwrap_or_default();
        let width = self.columns.len();
        if cells.len() > width {
            return self.named(self.merged(cells, cells.len() - width));
        }
        let assigned = self.named(cells.to_vec());
        if cells.len() < width && !self.fits(&assigned, dialect) {
            return self.matched(cells, dialect);
        }
        assigned
    }

    fn named(&self, cells: Vec<Cell>) -> Vec<(Column, Cell)> {
        self.columns.iter().zip(cells).filter_map(|(column, cell)| Some(((*column)?, cell))).collect()
    }

    /// Joins what pipes inside of the description have made several cells of.
    fn merged(&self, cells: &[Cell], extra: usize) -> Vec<Cell> {
        let at = self.columns.iter().position(|column| *column == Some(Column::Description));
        let at = at.unwrap_or(self.columns.len().saturating_sub(1));
        let mut merged: Vec<Cell> = Vec::with_capacity(self.columns.len());
        for (index, cell) in cells.iter().enumerate() {
            match merged.last_mut().filter(|_| index > at && index <= at + extra) {
                Some(description) => description.text.join("|", &cell.text),
                None => merged.push(cell.clone()),
            }
        }
        merged
    }

    /// Whether what stands in the columns of types and requirements are such.
    fn fits(&self, assigned: &[(Column, Cell)], dialect: &Dialect) -> bool {
        assigned.iter().all(|(column, cell)| match column {
            Column::Type => kinds::is_known(cell, dialect),
            Column::Required => cell.text.is_blank() || dialect.required(cell.trimmed()).is_some(),
            _ => true,
        })
    }

    /// Finds a column for each cell of a row that has lost some: columns are skipped whose kind of cell this is not.
    fn matched(&self, cells: &[Cell], dialect: &Dialect) -> Vec<(Column, Cell)> {
        let mut columns = self.columns.iter().flatten().copied().peekable();
        let mut matched = Vec::new();
        for cell in cells {
            let fits = |column: Column| match column {
                Column::Type => kinds::is_known(cell, dialect),
                Column::Required => dialect.required(cell.trimmed()).is_some(),
                _ => true,
            };
            if let Some(column) = columns.find(|column| fits(*column)) {
                matched.push((column, cell.clone()));
            }
        }
        matched
    }
}

/// What columns with these heads hold, and whether it is said of rows that they can be left out.
fn heads(cells: &[Cell], dialect: &Dialect) -> (Vec<Option<Column>>, bool) {
    let mut columns: Vec<_> = cells.iter().map(|cell| dialect.column(cell.trimmed())).collect();
    let inverted = !columns.contains(&Some(Column::Required)) && columns.contains(&Some(Column::Optional));
    for column in columns.iter_mut().filter(|column| **column == Some(Column::Optional)) {
        *column = inverted.then_some(Column::Required);
    }
    (columns, inverted)
}

/// Whether what looks like a header is a row, whose name is also a word for names: it has a type, and says yes or no.
fn is_row(cells: &[Cell], columns: &[Option<Column>], dialect: &Dialect) -> bool {
    let facts = [Column::Type, Column::Required].map(Some);
    let mut others = cells.iter().skip(1);
    !columns.iter().any(|column| facts.contains(column))
        && others.clone().any(|cell| dialect.spelling(cell.trimmed()).is_some())
        && others.any(|cell| dialect.required(cell.trimmed()).is_some())
}

fn first(cells: &[Cell]) -> &str {
    cells.first().map(Cell::trimmed).unwrap_or_default()
}
