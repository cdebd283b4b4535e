//! Copies of pages as plain text, in which tables have lost their lines: a row is a line with blanks between its
//! cells, or a cell is a line. Only the words of the dialect tell where a table begins and which cell is which.

mod spaced;
mod stacked;

use std::ops::Range;

use super::markdown::{is_delimiter, is_heading, lines};
use super::{Block, BlockKind, Cell, Page, Repair, Text, TextBuilder};
use crate::dialect::Dialect;

/// Whether a page has no markup, but tables.
pub(super) fn is_plain(text: &str, dialect: &Dialect) -> bool {
    let mut tables = false;
    for range in lines(text, 0) {
        let line = text.get(range).unwrap_or_default().trim();
        if is_heading(line) || is_delimiter(line) || line.starts_with('|') || line.contains("<table") {
            return false;
        }
        tables = tables || spaced::header(line, dialect).is_some() || stacked::head(line, dialect).is_some();
    }
    tables
}

/// Reads a copy.
pub(super) fn read(text: &str, dialect: &Dialect) -> Page {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for range in self::lines(text, 0) {
        let content = text.get(range.clone()).unwrap_or_default();
        let trimmed = content.trim();
        let start = range.start + (content.len() - content.trim_start().len());
        lines.push(Line { text: trimmed, at: start.min(range.end)..(start + trimmed.len()).min(range.end) });
    }
    let mut reader =
        Reader { lines: &lines, dialect, blocks: Vec::new(), paragraph: TextBuilder::default(), repairs: Vec::new() };
    let mut index = 0;
    while index < lines.len() {
        index = reader.block(index);
    }
    reader.end_paragraph();
    Page { title: None, blocks: reader.blocks, repairs: reader.repairs }
}

/// A line without blanks around it.
struct Line<'t> {
    text: &'t str,
    at: Range<usize>,
}

impl Line<'_> {
    /// A part of the line.
    fn part(&self, part: Range<usize>) -> Text {
        let mut builder = TextBuilder::default();
        let at = self.at.start + part.start..self.at.start + part.end;
        builder.push(self.text.get(part).unwrap_or_default(), at);
        builder.build()
    }

    fn whole(&self) -> Text {
        self.part(0..self.text.len())
    }
}

struct Reader<'r, 't> {
    lines: &'r [Line<'t>],
    dialect: &'r Dialect,
    blocks: Vec<Block>,
    paragraph: TextBuilder,
    repairs: Vec<Repair>,
}

impl Reader<'_, '_> {
    /// Reads what begins at a line, and says which line comes after it.
    fn block(&mut self, index: usize) -> usize {
        let Some(line) = self.lines.get(index) else { return index + 1 };
        let table = spaced::table(self.lines, index, self.dialect, &mut self.repairs)
            .or_else(|| stacked::table(self.lines, index, self.dialect));
        if let Some((table, next)) = table {
            self.end_paragraph();
            let end = self.lines.get(next.saturating_sub(1)).map_or(line.at.end, |last| last.at.end);
            self.blocks.push(Block { kind: BlockKind::Table(table), at: line.at.start..end });
            return next;
        }
        if line.text.is_empty() {
            self.end_paragraph();
        } else if line.text.len() < 60 && self.dialect.section(line.text).is_some() {
            self.end_paragraph();
            self.blocks.push(Block { kind: BlockKind::Heading { level: 2, text: line.whole() }, at: line.at.clone() });
        } else if let Some(entry) = line.text.strip_prefix('•') {
            self.end_paragraph();
            let text = line.part(line.text.len() - entry.trim_start().len()..line.text.len());
            self.blocks.push(Block { kind: BlockKind::Item { depth: 0, text }, at: line.at.clone() });
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push("\n", line.at.start..line.at.start);
            }
            self.paragraph.push(line.text, line.at.clone());
        }
        index + 1
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            let text = paragraph.build();
            let at = text.at();
            self.blocks.push(Block { kind: BlockKind::Paragraph(text), at });
        }
    }
}

/// Whether a line ends the table that it could belong to.
fn ends_table(line: &Line<'_>, dialect: &Dialect) -> bool {
    line.text.is_empty() || (line.text.len() < 60 && dialect.section(line.text).is_some())
}

/// A cell that was lost.
fn lost(at: usize) -> Cell {
    let mut builder = TextBuilder::default();
    builder.push("", at..at);
    Cell::plain(builder.build())
}
