//! Mends tables, line by line: a row becomes one line, the header has as many cells as the longest row, and a table is
//! a block of its own.

use std::ops::Range;

use super::copy::Copy;
use super::regions::{fence_after, is_heading};
use super::rows::{cells, ends_open, is_delimiter, starts_row};
use crate::page::Repair;

/// A mended copy of these lines.
pub(super) fn mended(page: &str, lines: &[Range<usize>], repairs: &mut Vec<Repair>) -> Copy {
    let mut mender = Mender { page, lines, copy: Copy::default(), repairs };
    let mut index = 0;
    let mut fence = None;
    while index < lines.len() {
        let fenced = fence.is_some();
        fence = fence_after(fence, mender.line(index));
        index = match mender.table_at(index).filter(|_| !fenced && fence.is_none()) {
            Some(first_row) => mender.table(index, first_row),
            None => {
                mender.keep(index);
                index + 1
            }
        };
    }
    mender.copy
}

struct Mender<'p> {
    page: &'p str,
    lines: &'p [Range<usize>],
    copy: Copy,
    repairs: &'p mut Vec<Repair>,
}

impl<'p> Mender<'p> {
    /// A line; beyond the last one, an empty one.
    fn line(&self, index: usize) -> &'p str {
        self.lines.get(index).and_then(|line| self.page.get(line.clone())).unwrap_or_default()
    }

    fn keep(&mut self, index: usize) {
        if let Some(line) = self.lines.get(index) {
            self.copy.copy(self.page, line.clone());
        }
    }

    fn repaired(&mut self, what: &'static str, index: usize) {
        let at = self.lines.get(index).map_or(self.page.len(), |line| line.start);
        self.repairs.push(Repair { what, at });
    }

    /// The first row of the table whose header this line is.
    fn table_at(&self, index: usize) -> Option<usize> {
        let line = self.line(index);
        if !line.contains('|') || is_delimiter(line) {
            return None;
        }
        if is_delimiter(self.line(index + 1)) {
            return Some(index + 2);
        }
        let next = self.line(index + 1);
        (starts_row(line) && starts_row(next) && cells(line) > 1 && cells(line) == cells(next)).then_some(index + 1)
    }

    /// Copies a table, and says which line comes after it.
    fn table(&mut self, header: usize, first_row: usize) -> usize {
        let mut rows = Vec::new();
        let mut next = first_row;
        while self.is_row(next) {
            let last = self.last_line(next);
            rows.push(next..last + 1);
            next = last + 1;
        }
        let own = cells(self.line(header));
        let widest = rows.iter().map(|row| row.clone().map(|line| cells_in(self.line(line), row.len() > 1)).sum());
        let width = widest.max().unwrap_or(own).clamp(own, own.saturating_mul(2).max(own + 8));
        self.copy.insert("\n");
        self.row(header..header + 1);
        self.copy.insert(&" |".repeat(width - own));
        self.copy.insert(&format!("\n|{}\n", "-|".repeat(width)));
        if first_row == header + 1 {
            self.repaired("a table without a line below its header", header);
        }
        for row in rows {
            if row.len() > 1 {
                self.repaired("a row of several lines", row.start);
            }
            self.row(row);
            self.copy.insert("\n");
        }
        self.copy.insert("\n");
        next
    }

    fn is_row(&self, index: usize) -> bool {
        let line = self.line(index);
        line.contains('|') && !is_heading(line) && !(index + 1 < self.lines.len() && self.begins_another(index))
    }

    /// Whether another table begins here, without a blank line before it.
    fn begins_another(&self, index: usize) -> bool {
        is_delimiter(self.line(index + 1))
    }

    /// The last line of the row that begins here. A row that is not closed goes on to the line that closes it, when
    /// one does before another row or a heading.
    fn last_line(&self, first: usize) -> usize {
        if !starts_row(self.line(first)) || !ends_open(self.line(first)) {
            return first;
        }
        for index in first + 1..self.lines.len() {
            let line = self.line(index);
            if starts_row(line) || is_heading(line) || fence_after(None, line).is_some() || self.begins_another(index) {
                return first;
            }
            if !line.trim().is_empty() && !ends_open(line) {
                return index;
            }
        }
        first
    }

    /// Copies the lines of a row as one line that begins and ends with a pipe.
    fn row(&mut self, row: Range<usize>) {
        if !self.line(row.start).trim_start().starts_with('|') {
            self.copy.insert("|");
        }
        let last = row.end.saturating_sub(1);
        for index in row.clone() {
            let Some(line) = self.lines.get(index) else { continue };
            let text = self.line(index);
            let start = line.start + (text.len() - text.trim_start_matches([' ', '\t']).len());
            let end = line.start + text.trim_end().len();
            self.copy.copy(self.page, start.min(end)..end);
            if index < last {
                self.copy.insert("<br>");
            }
        }
        if ends_open(self.line(last)) {
            self.copy.insert("|");
        }
    }
}

/// Cells of a line of a row; of a row of several lines, those that are closed in it.
fn cells_in(line: &str, among_others: bool) -> usize {
    if among_others { super::rows::pipes(line) } else { cells(line) }
}
