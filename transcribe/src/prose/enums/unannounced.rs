//! Lists that no words announce: they tell by their form what they are.

use std::ops::Range;

use super::lists::{self, List};
use super::shapes::{Shape, is_value};
use super::{Listed, Strength, bare, is_part, segments};
use crate::prose::cues::Cue;
use crate::prose::facts::Kind;
use crate::prose::reading::{ONLY_SOMETIMES, Reading};
use crate::prose::tokens::TokenKind;

/// A list that no words announce: values in lines of their own, pairs in the whole text or in one bracket.
pub(super) fn find(reading: &Reading) -> Option<Listed> {
    let whole = 0..reading.tokens.len();
    let brackets =
        whole.clone().filter(|at| reading.is_mark(*at, "(")).filter_map(|at| Some(at + 1..reading.close(at)?));
    let stretches = std::iter::once(whole).chain(brackets.filter(|inside| inside.len() > 2).take(MOST_STARTS));
    column(reading)
        .or_else(|| stretches.filter_map(|stretch| pairs(reading, stretch)).next())
        .or_else(|| whole_of_spaced_pairs(reading))
}

/// The lines below the first title with a colon, when each is a value.
fn column(reading: &Reading) -> Option<Listed> {
    let line = |at: usize| reading.kind(at) == Some(TokenKind::Break);
    let first = (2..reading.tokens.len()).find(|at| reading.is_mark(at - 2, ":") && line(at - 1))?;
    let list = lists::join(reading, &segments::segments(reading, first..reading.tokens.len()))?;
    let told = bare::is_column(reading, &list) && bare::speaks_for_itself(reading, &list);
    let certain = told && !reading.exemplary(first) && !reading.conditional(first);
    certain.then_some(Listed { list, strength: Strength::None, doubt: None })
}

/// `Way: Fast 快速, Slow 慢速`: a title, perhaps, and entries that are all the rest, or have the default among them.
fn whole_of_spaced_pairs(reading: &Reading) -> Option<Listed> {
    let end = reading.tokens.len();
    let worded = |at: usize| !reading.word(at).bytes().any(|byte| byte.is_ascii_alphanumeric());
    let colon = (0..end).find(|at| reading.is_mark(*at, ":")).filter(|colon| (0..*colon).all(worded));
    let titled = colon.is_none() && reading.kind(0) == Some(TokenKind::Han) && reading.is_mark(1, ",");
    let start = colon.map_or(if titled { 2 } else { 0 }, |colon| colon + 1);
    let list = spaced_pairs(reading, &segments::segments(reading, start..end))?;
    // `CPU 数量, GPU 尺寸`: short forms of things, each with what is told of it.
    let short_form = |entry: &lists::Entry| !reading.word(entry.value).bytes().any(|byte| byte.is_ascii_lowercase());
    let values = colon.is_some() || !titled && !list.entries.iter().any(short_form);
    let rest = values && (list.tokens.end..end).all(|at| reading.ends_sentence(at));
    let told = rest || bare::default_follows(reading, &list);
    (told && !reading.exemplary(start)).then_some(Listed { list, strength: Strength::None, doubt: None })
}

/// Entries of a foreign word, a space and its meaning: `Fast 快速, Slow 慢速`, up to the next statement.
pub(super) fn spaced_pairs(reading: &Reading, segments: &[segments::Segment]) -> Option<List> {
    let stop = segments.iter().position(|segment| matches!(segment.shape, Shape::Stop(_))).unwrap_or(segments.len());
    let segments = &segments[..stop];
    if reading.row.kind != Kind::Text || segments.len() < 2 {
        return None;
    }
    let entry = |segment: &segments::Segment| match segment.shape {
        Shape::Trailing(value, text) => {
            let label = text..segment.tokens.end;
            let is_foreign = reading.word(value).bytes().all(|byte| byte.is_ascii_alphanumeric());
            let is_label = label.clone().all(|at| !reading.word(at).is_ascii());
            (value == segment.tokens.start && is_foreign && is_label)
                .then_some(lists::Entry { value, label: Some(label) })
        }
        _ => None,
    };
    let entries: Vec<lists::Entry> = segments.iter().map(entry).collect::<Option<_>>()?;
    if entries.iter().any(|entry| reading.kind(entry.value) != reading.kind(entries[0].value)) {
        return None;
    }
    let tokens = segments.first()?.tokens.start..segments.last()?.tokens.end;
    Some(List { entries, tokens, open: false, clean: true, paired: true })
}

/// How many times a list may begin anew in one stretch.
const MOST_STARTS: usize = 6;

/// The first list in the stretch that tells by its form what it is.
fn pairs(reading: &Reading, stretch: Range<usize>) -> Option<Listed> {
    let segments = segments::segments(reading, stretch.clone());
    let mut from = 0;
    for _ in 0..MOST_STARTS {
        from +=
            segments.get(from..)?.iter().position(|segment| !matches!(segment.shape, Shape::Prose | Shape::Stop(_)))?;
        let Some(list) = lists::join(reading, &segments[from..]) else {
            from += 1;
            continue;
        };
        if list.entries.len() >= 2
            && !value_before(reading, &segments, &list)
            && speaks_for_itself(reading, &list)
            && !reading.exemplary(list.tokens.start)
        {
            let part = stretch.start > 0 && is_part(reading, stretch.start - 1);
            // Words announce a list that is not understood; this may be its rest.
            let rest = is_rest(reading, list.tokens.start);
            let doubt = (reading.conditional(list.tokens.start) || part || rest).then_some(ONLY_SOMETIMES);
            return Some(Listed { list, strength: Strength::None, doubt });
        }
        let behind = segments.iter().position(|segment| segment.tokens.start >= list.tokens.end);
        from = behind.unwrap_or(segments.len()).max(from + 1);
    }
    None
}

/// A cue announces a list, and between it and this one stands something that may be an entry.
fn is_rest(reading: &Reading, start: usize) -> bool {
    let Some(cue) = reading.all(Cue::Allowed).find(|cue| *cue < start) else { return false };
    let worded = |at| matches!(reading.kind(at), Some(TokenKind::Word | TokenKind::Quoted));
    let colons = (cue..start).filter(|at| reading.is_mark(*at, ":")).count();
    (cue..start).any(worded) || colons > 1
}

/// Something that looks like an entry stands before the first one: the list is not complete.
fn value_before(reading: &Reading, segments: &[segments::Segment], list: &List) -> bool {
    let before = segments.iter().filter(|segment| segment.tokens.end <= list.tokens.start);
    let entry = |segment: &segments::Segment| match segment.shape {
        Shape::ValueFirst(..) | Shape::ValueBracket(..) => true,
        Shape::Value(value) => {
            reading.kind(value) == Some(TokenKind::Quoted) || reading.kind(value) == Some(TokenKind::Number)
        }
        Shape::Stop(_) => false,
        // `0CPU`: a number and its meaning, glued.
        _ if reading.row.kind == Kind::Integer
            && reading.word(segment.tokens.start).starts_with(|first: char| first.is_ascii_digit()) =>
        {
            true
        }
        _ => segment.tokens.clone().any(|at| {
            let linked = reading.is_mark(at + 1, ":-(") || (at > 0 && reading.is_mark(at - 1, ":"));
            is_value(reading, at) && linked
        }),
    };
    let mut before = before.rev();
    before.next().is_some_and(entry)
        || before.any(|segment| matches!(segment.shape, Shape::ValueFirst(..)) && !matches!(segment.after, '。'))
}

/// Pairs whose meanings are words; or bare words behind a title and a colon.
fn speaks_for_itself(reading: &Reading, list: &List) -> bool {
    let sentence = reading.sentence(list.tokens.start);
    if (sentence.start..list.tokens.start).any(|at| matches!(reading.cue(at), Some(Cue::Format | Cue::Json))) {
        return false;
    }
    if list.paired && !bare::is_remarked(reading, list) {
        let worded = |label: &Range<usize>| {
            label.clone().any(|at| !matches!(reading.kind(at), Some(TokenKind::Mark(_) | TokenKind::Number)))
        };
        // "For a, this field is …" tells of the field, and not of one of its values.
        let labels = || list.entries.iter().filter_map(|entry| entry.label.clone()).flatten();
        if labels().any(|at| reading.is_cue(at, Cue::ThisRow)) {
            return false;
        }
        let numbers = list.entries.iter().all(|entry| reading.kind(entry.value) == Some(TokenKind::Number));
        // `Lamp: red, shade: blue`, `a=1, b=2`: in a Chinese text, foreign words are no meanings.
        let chinese = |at: usize| !reading.word(at).is_ascii() && reading.mark(at).is_none();
        if !numbers && (0..reading.tokens.len()).any(chinese) && !labels().any(chinese) {
            return false;
        }
        let means = |label: &Range<usize>| reading.is_cue(label.start, Cue::Means);
        let linked =
            |entry: &lists::Entry| !reading.is_mark(entry.value + 1, ",") || entry.label.as_ref().is_some_and(means);
        if numbers && !list.entries.iter().any(linked) {
            return false;
        }
        return list.clean && list.entries.iter().all(|entry| entry.label.as_ref().is_some_and(worded));
    }
    bare::speaks_for_itself(reading, list)
}
