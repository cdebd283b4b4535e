//! The line of a page that a place stands in, cut to what can be shown.

use std::ops::Range;

use tablature_codegen::source::is_hidden;

use crate::page::Lines;

/// Longest part of a line that is shown, in bytes.
const LONGEST: usize = 240;

/// A line, or the part of it around a place.
pub(super) struct Quote {
    pub(super) text: String,
    /// Number of the line.
    pub(super) line: usize,
    /// Number of the character.
    pub(super) column: usize,
    /// Where the place stands in the text.
    pub(super) span: Range<usize>,
}

/// Quotes the page around a place.
pub(super) fn quote(page: &str, lines: &Lines<'_>, at: &Range<usize>) -> Quote {
    let start = floor(page, at.start.min(page.len()));
    let line_start = page.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |index| index + 1);
    let line_end = page.get(start..).and_then(|rest| rest.find('\n')).map_or(page.len(), |length| start + length);
    let from = floor(page, line_start.max(start.saturating_sub(LONGEST / 3)));
    let to = floor(page, line_end.min(from + LONGEST)).max(from);
    let end = floor(page, at.end.clamp(start, to.max(start)));
    let place = lines.place(start);
    let text = page.get(from..to).unwrap_or_default();
    // A control character would move the cursor; a blank of the same length does not.
    let text = text.chars().flat_map(|character| {
        let hidden = is_hidden(character);
        std::iter::repeat_n(if hidden { ' ' } else { character }, if hidden { character.len_utf8() } else { 1 })
    });
    Quote { text: text.collect(), line: place.line, column: place.column, span: start - from..end.min(to) - from }
}

fn floor(text: &str, mut index: usize) -> usize {
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
