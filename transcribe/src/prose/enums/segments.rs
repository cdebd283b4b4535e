//! Cuts a stretch of tokens at everything that may stand between the entries of a list.

use std::ops::Range;

use super::shapes::{self, Shape};
use crate::prose::cues::Cue;
use crate::prose::facts::Kind;
use crate::prose::reading::Reading;
use crate::prose::tokens::TokenKind;

/// What stands between two marks of separation.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub tokens: Range<usize>,
    /// The strongest mark before it: `\n`, `。`, `;`, `|`, `/`, `、`, `,`, `&`, or a space.
    pub after: char,
    /// What it looks like.
    pub shape: Shape,
}

impl Segment {
    /// Whether a sentence or line ended before it.
    pub fn starts_anew(&self) -> bool {
        matches!(self.after, '\n' | '。' | ';')
    }
}

const STRENGTH: &str = "\n。;|/、,& ";

/// The segments of a stretch. What stands in brackets is never cut.
pub(super) fn segments(reading: &Reading, stretch: Range<usize>) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = stretch.start;
    let mut after = '\n';
    let mut linked = false;
    let mut at = stretch.start;
    while at < stretch.end {
        let cut = separator(reading, at, start);
        if let Some(mark) = cut {
            if push(reading, &mut segments, start..at, after) {
                after = mark;
            } else {
                after = stronger(after, mark);
            }
            (start, linked) = (at + 1, false);
        } else if at > start && (both_quoted(reading, at) || begins_entry(reading, at, start, linked)) {
            push(reading, &mut segments, start..at, after);
            (start, after, linked) = (at, ' ', false);
        }
        let adjacent = at == start + 1 && reading.kind(start) == Some(TokenKind::Number);
        linked |= at > start && (reading.is_mark(at, ":(-") || is_equals(reading, at) || adjacent);
        at = reading.close(at).filter(|close| *close < stretch.end).unwrap_or(at) + 1;
    }
    push(reading, &mut segments, start..stretch.end, after);
    segments
}

fn push(reading: &Reading, segments: &mut Vec<Segment>, tokens: Range<usize>, after: char) -> bool {
    let some = tokens.start < tokens.end;
    if some {
        let shape = shapes::shape(reading, tokens.clone());
        segments.push(Segment { tokens, after, shape });
    }
    some
}

fn stronger(one: char, other: char) -> char {
    let place = |mark| STRENGTH.find(mark).unwrap_or(STRENGTH.len());
    if place(one) <= place(other) { one } else { other }
}

/// The mark of separation at `at`.
fn separator(reading: &Reading, at: usize, start: usize) -> Option<char> {
    match reading.kind(at)? {
        TokenKind::Break => Some('\n'),
        TokenKind::Mark(mark) if ";|/、,。".contains(mark) => Some(mark),
        TokenKind::Cue(Cue::And) if at > start && is_word(reading, at + 1) => Some('&'),
        // Lists whose entries begin with a mark that elsewhere begins a line.
        TokenKind::Cue(Cue::Above) if reading.word(at) == ">" && is_word(reading, at + 1) => Some('\n'),
        _ => None,
    }
}

fn is_word(reading: &Reading, at: usize) -> bool {
    matches!(reading.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Quoted | TokenKind::Han))
}

fn is_equals(reading: &Reading, at: usize) -> bool {
    reading.is_cue(at, Cue::Is) && reading.word(at) == "="
}

/// `"a" "b"`
fn both_quoted(reading: &Reading, at: usize) -> bool {
    at > 0 && [at - 1, at].iter().all(|at| reading.kind(*at) == Some(TokenKind::Quoted))
}

/// A new entry after a mere space, or after a bracket: a value with its link.
fn begins_entry(reading: &Reading, at: usize, start: usize, is_pair: bool) -> bool {
    let value = matches!(reading.kind(at), Some(TokenKind::Word | TokenKind::Number | TokenKind::Quoted));
    let spaced = reading.tokens.get(at).is_some_and(|token| token.spaced);
    let closed = reading.is_mark(at - 1, ")");
    // `0 off 1 on`, `0-off 1-on`: numbers need no link of their own.
    let number = |at: usize| reading.kind(at) == Some(TokenKind::Number);
    let behind_title = (start..at).any(|before| reading.is_mark(before, ":") && number(before + 1));
    let numbers = number(at)
        && (number(start) || behind_title)
        && (reading.is_mark(at + 1, "-") || reading.kind(at + 1) == Some(TokenKind::Han));
    // `state 0: off 1: on`: a number with its meaning ends the title of a row of numbers.
    let titled = reading.row.kind == Kind::Integer
        && reading.kind(at) == Some(TokenKind::Number)
        && reading.kind(start) != Some(TokenKind::Number)
        && spaced
        && (reading.is_mark(at + 1, ":") || reading.kind(at + 1) == Some(TokenKind::Han))
        && matches!(reading.kind(at - 1), Some(TokenKind::Han | TokenKind::Word));
    let dashed = reading.is_mark(at + 1, "-") && reading.kind(at + 2) == Some(TokenKind::Han);
    let linked = reading.is_mark(at + 1, ":(") || dashed || is_equals(reading, at + 1) || numbers;
    // `(by request) trial, for a week`: only a remark stands before the value.
    let remark = closed && spaced && reading.close(start) == Some(at - 1) && reading.is_mark(at + 1, ",");
    value && (remark || titled || is_pair && linked && (spaced || closed) && !reading.is_mark(at - 1, ":-("))
}
