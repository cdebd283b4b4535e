//! What a segment of a list looks like: a value, a value and its meaning, a meaning and its value.

use std::ops::Range;

use super::lists;
use crate::prose::cues::Cue;
use crate::prose::facts::Kind;
use crate::prose::numbers;
use crate::prose::reading::Reading;
use crate::prose::tokens::TokenKind;

/// The form of one segment. Values are tokens; labels are stretches of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing but a value.
    Value(usize),
    /// `value: label`, `value - label`, `value means label`.
    ValueFirst(usize, Range<usize>),
    /// `value (label)`: bare values may stand beside it.
    ValueBracket(usize, Range<usize>),
    /// `label: value`, `label (value)`.
    LabelFirst(Range<usize>, usize),
    /// Something that names the list, then its first entry.
    Titled(Box<Shape>),
    /// A value, and more text, which begins at the token.
    Trailing(usize, usize),
    /// Text without a value at its edge.
    Prose,
    /// Another statement begins.
    Stop(Cue),
}

/// Statements that are no part of a list.
const STOPS: &[Cue] = &[
    Cue::Default,
    Cue::Example,
    Cue::Unset,
    Cue::Required,
    Cue::NotRequired,
    Cue::Format,
    Cue::Min,
    Cue::Max,
    Cue::Unit,
    Cue::Others,
    Cue::Not,
    Cue::Range,
    Cue::Length,
    Cue::AtMost,
    Cue::AtLeast,
    Cue::Step,
    Cue::Open,
    Cue::Deprecated,
    Cue::ThisRow,
    Cue::Successor,
];

/// Cues that are never values, even when they are English words.
const NEVER_VALUES: &[Cue] = &[
    Cue::Default,
    Cue::Example,
    Cue::And,
    Cue::Is,
    Cue::Not,
    Cue::Open,
    Cue::Required,
    Cue::Means,
    Cue::When,
    Cue::To,
    Cue::Allowed,
    Cue::Supports,
    Cue::Successor,
    Cue::Characters,
    Cue::Pieces,
    Cue::Above,
    Cue::Below,
    Cue::AtLeast,
    Cue::AtMost,
    Cue::Others,
];

/// Whether the token can be a value on the wire.
pub(in crate::prose) fn is_value(reading: &Reading, at: usize) -> bool {
    let word = reading.word(at);
    match reading.kind(at) {
        Some(TokenKind::Word | TokenKind::Number) => true,
        Some(TokenKind::Quoted) => {
            word.is_ascii() && word.len() <= 64 && word.bytes().any(|byte| byte.is_ascii_alphanumeric())
        }
        // `Default -> …`: an arrow leads from a value to its meaning.
        Some(TokenKind::Cue(Cue::Default)) => {
            word.starts_with('D') && reading.is_cue(at + 1, Cue::Means) && reading.word(at + 1).ends_with('>')
        }
        Some(TokenKind::Cue(cue)) => {
            !NEVER_VALUES.contains(&cue)
                && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && linked(reading, at + 1)
        }
        _ => false,
    }
}

fn linked(reading: &Reading, at: usize) -> bool {
    reading.ends(at) || reading.is_mark(at, ":(-=/|")
}

/// The form of the segment.
pub(super) fn shape(reading: &Reading, mut segment: Range<usize>) -> Shape {
    while segment.start < segment.end
        && (reading.is_mark(segment.start, "\"") || reading.is_cue(segment.start, Cue::And))
    {
        segment.start += 1;
    }
    while segment.start < segment.end && reading.is_mark(segment.end - 1, "\"]}:") {
        segment.end -= 1;
    }
    if segment.is_empty() {
        return Shape::Prose;
    }
    // `mode=1: …`: the row's own name stands before each value.
    if reading.is_own(segment.start)
        && reading.is_cue(segment.start + 1, Cue::Is)
        && segment.start + 2 < segment.end
        && is_value(reading, segment.start + 2)
    {
        segment.start += 2;
    }
    // "If it is 1, …": the condition is the value itself.
    let condition = reading.is_cue(segment.start, Cue::When);
    let first = if condition { reading.skip_links(segment.start + 1) } else { segment.start };
    // "When that other row is 1, …" is about the other row.
    if condition && reading.is_sibling(reading.word(first)) {
        return Shape::Prose;
    }
    if is_value(reading, first) && first < segment.end {
        return value_first(reading, first, segment);
    }
    match reading.cue(segment.start) {
        Some(cue) if STOPS.contains(&cue) && !label_first_cue(reading, &segment) => Shape::Stop(cue),
        _ => titled(reading, &segment).unwrap_or_else(|| label_first(reading, segment)),
    }
}

/// `种类 Fast:快速`: Chinese words, a space, and the first value with its meaning.
fn titled(reading: &Reading, segment: &Range<usize>) -> Option<Shape> {
    let first = segment.clone().find(|at| reading.word(*at).is_ascii())?;
    let title = reading.kind(segment.start) == Some(TokenKind::Han);
    // A row of numbers has no words that a figure could belong to.
    let number = reading.row.kind == Kind::Integer && reading.kind(first) == Some(TokenKind::Number);
    let spaced = number || reading.tokens.get(first).is_some_and(|token| token.spaced);
    let worded = first + 2 < segment.end && !reading.word(first + 2).is_ascii();
    let linked = is_value(reading, first) && reading.is_mark(first + 1, ":") && worded;
    (title && spaced && linked).then(|| Shape::Titled(Box::new(Shape::ValueFirst(first, first + 2..segment.end))))
}

/// `不支持:"No"`: the cue is a label.
fn label_first_cue(reading: &Reading, segment: &Range<usize>) -> bool {
    let last = segment.end - 1;
    let linked = reading.kind(last) == Some(TokenKind::Quoted)
        || (reading.is_mark(last.saturating_sub(1), ":") && is_value(reading, last));
    linked && last > segment.start && matches!(reading.cue(segment.start), Some(Cue::Not | Cue::Others | Cue::Unset))
}

fn value_first(reading: &Reading, value: usize, segment: Range<usize>) -> Shape {
    let next = value + 1;
    if next >= segment.end {
        return Shape::Value(value);
    }
    if is_range(reading, value) {
        return Shape::Prose;
    }
    if reading.is_cue(next, Cue::Default) {
        return Shape::Trailing(value, next);
    }
    if let Some(close) = reading.close(next) {
        return if close + 1 >= segment.end {
            Shape::ValueBracket(value, next + 1..close)
        } else if reading.is_mark(close + 1, ":") {
            Shape::ValueFirst(value, close + 2..segment.end)
        } else {
            Shape::Trailing(value, close + 1)
        };
    }
    // Several English words before a colon are a label, or name the list.
    let colon = (next..segment.end).find(|at| reading.is_mark(*at, ":"));
    if let Some(colon) = colon
        && colon > next
        && (next..colon)
            .all(|at| !reading.is_mark(at, "-(") && !reading.is_cue(at, Cue::Is) && !reading.is_cue(at, Cue::Means))
    {
        return label_first(reading, segment);
    }
    // `"in" for incoming`: the word leads from a value in quotes to its meaning.
    let purpose =
        reading.kind(value) == Some(TokenKind::Quoted) && reading.word(next) == "for" && next + 1 < segment.end;
    if purpose {
        return Shape::ValueFirst(value, next + 1..segment.end);
    }
    let link = reading.is_mark(next, ":-") || matches!(reading.cue(next), Some(Cue::Is | Cue::Means));
    let mut label = next;
    while label < segment.end
        && (reading.is_mark(label, ":->") || matches!(reading.cue(label), Some(Cue::Is | Cue::Means | Cue::Above)))
    {
        // `Y: 是`, `1 是`: the word is the meaning itself.
        let linked = label > next || reading.word(label) == "是";
        if linked && label + 1 == segment.end && reading.is_cue(label, Cue::Is) {
            break;
        }
        label += 1;
    }
    if link {
        let inner = reading.is_mark(next, ":").then(|| shape(reading, label..segment.end));
        return match inner {
            // "type: value (label)" names the list first.
            Some(titled @ (Shape::ValueBracket(..) | Shape::ValueFirst(..))) if is_title(reading, value) => {
                Shape::Titled(Box::new(titled))
            }
            _ => Shape::ValueFirst(value, label..segment.end),
        };
    }
    adjacent(reading, value, segment)
}

/// `1-100`: no value, and what follows is no meaning.
pub(super) fn is_range(reading: &Reading, value: usize) -> bool {
    let number = |at: usize| reading.kind(at) == Some(TokenKind::Number);
    number(value)
        && (reading.is_mark(value + 1, "-~") || reading.is_cue(value + 1, Cue::To))
        && (number(value + 2) || numbers::number(reading, value + 2).is_some())
}

/// A word before a colon that is the row itself, or no value of such a row.
fn is_title(reading: &Reading, value: usize) -> bool {
    let named = reading.word(value) == reading.row.name;
    named || (reading.row.kind == Kind::Integer && reading.kind(value) != Some(TokenKind::Number))
}

/// `1启用`, `true开启`: no link at all.
fn adjacent(reading: &Reading, value: usize, segment: Range<usize>) -> Shape {
    let next = value + 1;
    let word = reading.word(value);
    let counted = numbers::number(reading, value)
        .is_some_and(|number| number.unit.is_some() || number.pieces || number.characters);
    let plain = matches!(reading.kind(value), Some(TokenKind::Number | TokenKind::Quoted))
        || matches!(word, "true" | "false" | "True" | "False");
    let text = matches!(reading.kind(next), Some(TokenKind::Han | TokenKind::Quoted))
        || matches!(reading.cue(next), Some(Cue::Not | Cue::NotRequired | Cue::Supports))
        // In English a word follows a number after a space.
        || (reading.row.kind == Kind::Integer && reading.kind(next) == Some(TokenKind::Word));
    if lists::closes(reading.word(next)) && next + 1 == segment.end {
        return Shape::Trailing(value, next);
    }
    if plain && text && !counted {
        return Shape::ValueFirst(value, next..segment.end);
    }
    match label_first(reading, segment) {
        labelled @ Shape::LabelFirst(..) => labelled,
        _ => Shape::Trailing(value, next),
    }
}

/// `label: value`, `label (value)`, `label "value"`, or a title before an entry.
fn label_first(reading: &Reading, segment: Range<usize>) -> Shape {
    let last = segment.end - 1;
    if let Some(colon) = (segment.start + 1..segment.end).find(|at| reading.is_mark(*at, ":")) {
        if colon + 1 == last && is_value(reading, last) {
            return Shape::LabelFirst(segment.start..colon, last);
        }
        if colon + 1 < segment.end {
            return match shape(reading, colon + 1..segment.end) {
                shape @ (Shape::ValueFirst(..) | Shape::ValueBracket(..) | Shape::LabelFirst(..)) => {
                    Shape::Titled(Box::new(shape))
                }
                _ => Shape::Prose,
            };
        }
        return Shape::Prose;
    }
    let open = (segment.start + 1..segment.end).find(|at| reading.close(*at).is_some());
    if let Some(open) = open {
        let lone = reading.close(open) == Some(open + 2) && open + 2 == last;
        return if lone && is_value(reading, open + 1) {
            Shape::LabelFirst(segment.start..open, open + 1)
        } else {
            Shape::Prose
        };
    }
    if last > segment.start && reading.kind(last) == Some(TokenKind::Quoted) && is_value(reading, last) {
        return Shape::LabelFirst(segment.start..last, last);
    }
    Shape::Prose
}
