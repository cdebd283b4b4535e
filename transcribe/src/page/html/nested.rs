//! Tables within cells. One of two columns is a list of words and what they mean, and becomes lines of the cell; a
//! wider one follows the outermost table, below the name of the row that it stands in.

use std::ops::Range;

use super::spans::Reaching;
use super::{Builder, Heads, Open};
use crate::page::{Block, BlockKind, Cell, Table, Text, TextBuilder};

/// Tables that stand deeper in each other are no documentation; they are read one after the other.
const DEEPEST: usize = 4;

/// A table whose cell holds another one.
pub(super) struct Outer {
    table: Option<(Table, usize)>,
    row: Vec<Cell>,
    cell: Open,
    reaching: Reaching,
    heads: Heads,
}

impl Builder<'_> {
    /// Begins a table, within the cell that is being read if there is one.
    pub(super) fn begin_table(&mut self, start: usize) {
        match self.cell.take() {
            Some(cell) if self.outer.len() < DEEPEST => {
                let (row, reaching) = (self.row.take().unwrap_or_default(), self.spans.pause());
                self.outer.push(Outer { table: self.table.take(), row, cell, reaching, heads: self.heads });
            }
            cell => {
                self.cell = cell;
                self.end_all(start);
            }
        }
        self.table = Some((Table::default(), start));
    }

    /// Ends the table that is being read, and all that it stands in.
    pub(super) fn end_all(&mut self, end: usize) {
        for _ in 0..=self.outer.len() {
            self.end_table(end);
        }
    }

    /// Goes on with the cell that holds the table.
    pub(super) fn go_on(&mut self, outer: Outer, table: Option<(Table, Range<usize>)>) {
        let Outer { table: whole, row, mut cell, reaching, heads } = outer;
        self.spans.resume(reaching);
        if let Some((table, at)) = table {
            if table.header.len() == 2 {
                cell.text.append(&lines(&table, self.heads.table));
            } else {
                let owner = row.first().map(|name| name.text.trimmed()).filter(|name| !name.is_blank());
                self.inner.extend(owner.map(above));
                self.inner.push(Block { kind: BlockKind::Table(table), at });
            }
        }
        (self.table, self.row, self.cell, self.heads) = (whole, Some(row), Some(cell), heads);
    }
}

/// The words above a table that stood in the row of this name. They must not be taken for those that head a section.
fn above(mut name: Text) -> Block {
    let at = name.at();
    let mut mark = TextBuilder::default();
    mark.push("[]", at.end..at.end);
    name.join("", &mark.build());
    Block { kind: BlockKind::Paragraph(name), at }
}

/// A line for each row but one that tells what the columns hold: one of heads, or without anything that can be sent.
fn lines(table: &Table, headed: bool) -> Text {
    let sent = |cell: &Cell| cell.text.as_str().contains(|character: char| character.is_ascii_alphanumeric());
    let first = (!headed && table.header.first().is_some_and(sent)).then_some(&table.header);
    let mut lines = Text::default();
    for row in first.into_iter().chain(&table.rows) {
        let mut between = "\n";
        for cell in row.iter().filter(|cell| !cell.text.is_blank()) {
            lines.join(between, &cell.text.trimmed());
            between = "：";
        }
    }
    lines
}
