//! What stands before a list of values: one word that names them.

use std::ops::Range;

use super::lists::Joiner;
use super::segments::Segment;
use super::shapes::{self, Shape};
use crate::prose::tokens::TokenKind;

impl Joiner<'_> {
    /// `State: red, blue or green`: all there is are a word, a colon and values; the word is no value, but names them.
    pub(super) fn heads_bare(&self, at: usize, label: &Range<usize>) -> bool {
        let (segment, reading) = (&self.segments[at], self.reading);
        let title = segment.tokens.start == 0 && reading.kind(0) == Some(TokenKind::Word) && reading.is_mark(1, ":");
        let rest = &self.segments[at + 1..];
        let bare =
            |next: &Segment| matches!(next.shape, Shape::Value(_)) && matches!(next.after, ',' | '/' | '|' | '&');
        let end = rest.last().map_or(0, |last| last.tokens.end);
        title
            && label.len() == 1
            && shapes::is_value(reading, label.start)
            && rest.len() > 1
            && rest.iter().all(bare)
            && (end..reading.tokens.len()).all(|at| reading.is_mark(at, "。"))
    }
}
