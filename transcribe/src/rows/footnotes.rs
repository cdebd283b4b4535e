//! Footnotes: what a description refers to with `[^1]`, and the page says below as `[^1]: …`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::draft::Row;
use crate::page::{Block, BlockKind, Cell, Text};

/// The longest mark, and the longest note, in bytes: each row may refer to it.
const LONGEST_MARK: usize = 64;
const LONGEST_NOTE: usize = 1_000;

/// Most notes of one description.
const MOST: usize = 20;

/// What each mark stands for.
pub(super) struct Footnotes(BTreeMap<String, Text>);

impl Footnotes {
    /// Finds them among the paragraphs.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let paragraphs = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some(text),
            _ => None,
        });
        let lines = paragraphs.flat_map(|text| text.lines().map(|line| line.trimmed()).collect::<Vec<_>>());
        Self(lines.filter_map(|line| note(&line)).collect())
    }

    /// Puts them into the descriptions, each behind what is said there.
    pub(super) fn put<'r>(&self, rows: impl IntoIterator<Item = &'r mut Row>) {
        if self.0.is_empty() {
            return;
        }
        for cell in rows.into_iter().filter_map(|row| row.cells.description.as_mut()) {
            self.put_into(cell);
        }
    }

    fn put_into(&self, cell: &mut Cell) {
        let (mut text, mut notes, mut marks) = (Text::default(), Vec::new(), Vec::<Range<usize>>::new());
        let whole = &cell.text;
        let end = |marks: &[Range<usize>]| marks.last().map_or(0, |mark| mark.end);
        for (start, _) in whole.as_str().match_indices("[^") {
            let Some(mark) = mark(whole.as_str().get(start..).unwrap_or_default()) else { continue };
            let Some(note) = self.0.get(mark).filter(|_| start >= end(&marks) && notes.len() < MOST) else { continue };
            text.join("", &whole.part(end(&marks)..start));
            marks.push(start..start + mark.len());
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        if notes.is_empty() {
            return;
        }
        text.join("", &whole.part(end(&marks)..whole.as_str().len()));
        notes.into_iter().for_each(|note| text.join("\n", note));
        let before = |place: usize| marks.iter().filter(|mark| mark.end <= place).map(Range::len).sum::<usize>();
        let moved = |part: &mut Range<usize>| *part = part.start - before(part.start)..part.end - before(part.end);
        cell.links.iter_mut().for_each(|link| moved(&mut link.part));
        cell.code.iter_mut().for_each(moved);
        cell.text = text;
    }
}

/// The mark at the beginning of the text: `[^1]`.
fn mark(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("[^")?.bytes().take(LONGEST_MARK);
    let end = inside.into_iter().position(|byte| matches!(byte, b']' | b' ' | b'\n'))? + 2;
    (text.as_bytes().get(end) == Some(&b']') && end > 2).then(|| text.get(..=end))?
}

/// A line that explains a mark.
fn note(line: &Text) -> Option<(String, Text)> {
    let mark = mark(line.as_str())?;
    let text = line.as_str().get(mark.len()..)?.strip_prefix([':', '：']).filter(|text| text.len() <= LONGEST_NOTE)?;
    Some((mark.to_owned(), line.part(line.as_str().len() - text.len()..line.as_str().len()).trimmed()))
}
