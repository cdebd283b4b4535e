//! Cells that take several rows or columns: each row gets a cell of its own, with the same text at the same place.

use crate::page::Cell;

/// Most rows and columns that a cell can take; documentation has few.
const WIDEST: usize = 100;

/// The cells of a table that reach into its further rows.
#[derive(Debug)]
pub(super) struct Reaching(Vec<Option<(Cell, usize)>>);

/// The cells that reach from earlier rows into later ones.
#[derive(Debug)]
pub(super) struct Spans {
    /// For each column, the cell that reaches into further rows, and into how many.
    open: Vec<Option<(Cell, usize)>>,
    /// How many bytes may still be repeated, so that a small page cannot become a large table.
    left: usize,
}

impl Spans {
    /// Of a part of a page of so many bytes.
    pub(super) fn of(bytes: usize) -> Self {
        Self { open: Vec::new(), left: bytes.saturating_mul(2) }
    }

    /// Forgets what reaches on: another table begins.
    pub(super) fn end_table(&mut self) {
        self.open.clear();
    }

    /// Takes out what reaches on, while a table within a cell is read.
    pub(super) fn pause(&mut self) -> Reaching {
        Reaching(std::mem::take(&mut self.open))
    }

    /// Goes on with what was taken out.
    pub(super) fn resume(&mut self, reaching: Reaching) {
        self.open = reaching.0;
    }

    /// Adds a cell that takes so many rows and columns behind those that reach into the row.
    pub(super) fn push(&mut self, row: &mut Vec<Cell>, cell: Cell, rows: usize, columns: usize) {
        self.fill(row);
        let (rows, columns) = (rows.clamp(1, WIDEST), columns.clamp(1, WIDEST));
        for _ in 1..columns {
            if !self.pay(&cell) {
                break;
            }
            self.reach(row.len(), &cell, rows);
            row.push(cell.clone());
        }
        self.reach(row.len(), &cell, rows);
        row.push(cell);
    }

    /// Adds the cells of earlier rows that reach into the columns from here on.
    pub(super) fn fill(&mut self, row: &mut Vec<Cell>) {
        while let Some(slot @ Some(_)) = self.open.get_mut(row.len()) {
            let Some((cell, rows)) = slot.take() else { return };
            if rows > 1 && self.left >= cost(&cell) {
                self.left -= cost(&cell);
                *slot = Some((cell.clone(), rows - 1));
            }
            row.push(cell);
        }
    }

    fn reach(&mut self, column: usize, cell: &Cell, rows: usize) {
        if rows > 1 && self.pay(cell) {
            self.open.resize_with(self.open.len().max(column + 1), || None);
            if let Some(slot) = self.open.get_mut(column) {
                *slot = Some((cell.clone(), rows - 1));
            }
        }
    }

    fn pay(&mut self, cell: &Cell) -> bool {
        let paid = self.left.checked_sub(cost(cell));
        self.left = paid.unwrap_or(self.left);
        paid.is_some()
    }
}

/// What a cell takes, about.
fn cost(cell: &Cell) -> usize {
    cell.text.as_str().len() + 16
}
