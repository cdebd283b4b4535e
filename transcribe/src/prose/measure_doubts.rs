//! Why what looks like a bound may be none, or that of something else.

use super::cues::Cue;
use super::facts::Fact;
use super::measures::{Bound, Measured, Role, ends_in_number, is_all, is_listed};
use super::numbers::{self, UNCLEAR};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};
use super::tokens::TokenKind;
use super::{indices, separators, units};

/// Why a bound may not hold, or not of the row.
pub(super) fn doubt(reading: &Reading, measured: &Measured, role: Role) -> Option<&'static str> {
    let start = measured.tokens.start;
    let unit = |bound: &Bound| bound.number.unit;
    let (first, last) = (measured.bounds.first().and_then(unit), measured.bounds.last().and_then(unit));
    let declared = units::declared(reading);
    let other_unit = |unit: Option<&'static str>| unit.is_some() && declared.is_some() && unit != declared;
    match () {
        () if measured.bounds.iter().any(|bound| bound.number.unclear) => Some(UNCLEAR),
        () if reading.conditional(start) || other_case(reading, start) => Some(ONLY_SOMETIMES),
        () if is_advised(reading, start) => Some("it is only advised"),
        () if says_what_counts(reading, measured) => Some("whether the bounds themselves count is said in words"),
        () if role == Role::Number && is_wider_in_brackets(reading, measured) => Some(ONLY_SOMETIMES),
        () if measured.bounds.len() == 1 && reading.names_a_kind(start) => Some(ONLY_SOMETIMES),
        () if one_of_labelled(reading, start) => Some(ONLY_SOMETIMES),
        () if goes_on(reading, measured) => Some("the text names further values"),
        () if role == Role::Length && is_listed(reading.row) && is_bare_bound(measured) => {
            Some("it may be the length of the list")
        }
        () if role == Role::Number && (first != last || other_unit(first)) => Some("its unit is not the row's unit"),
        () if role == Role::Length && reading.has(Cue::Base64) => Some("it may be the length before encoding"),
        () if matches!(role, Role::Length | Role::Number) && reading.has(Cue::Part) => {
            Some("it may be about a part of the value")
        }
        () if role == Role::Number && names_a_case(reading, measured) => Some(ONLY_SOMETIMES),
        () if role == Role::Items && counts_things(reading, measured) => {
            Some("it may be about something else than the list")
        }
        () if role == Role::Items && names_outer_list(reading) => Some("it may be about an outer list"),
        () if role == Role::Index && several_lists(reading) => Some("it may be about an outer list"),
        () => None,
    }
}

/// `Recommended: 1 to 10`: other values are accepted, too.
fn is_advised(reading: &Reading, start: usize) -> bool {
    const ADVICE: &[&str] = &["建议", "推荐", "通常", "一般", "ecommended", "uggested", "ypically", "sually"];
    let words = reading.words(reading.sentence(start).start..start);
    ADVICE.iter().any(|word| words.contains(word))
}

/// `20-500；SSD 20-1000`: ranges that are none of the row's reach further than what is.
pub(super) fn outdone(candidates: &mut [Candidate], unread: &[&Measured]) {
    let bounds = || unread.iter().flat_map(|measured| &measured.bounds);
    for candidate in candidates {
        let further = match &candidate.fact {
            Fact::Max { number, .. } => bounds()
                .any(|other| other.side.upper && number.parse().is_ok_and(|most: f64| other.number.value() > most)),
            _ => false,
        };
        if further {
            candidate.doubt = candidate.doubt.or(Some(ONLY_SOMETIMES));
        }
    }
}

/// `最大100（VIP最大500）`: the brackets behind a bound hold a number beyond it.
fn is_wider_in_brackets(reading: &Reading, measured: &Measured) -> bool {
    let open = measured.tokens.end;
    let Some(close) = reading.close(open).filter(|_| reading.is_mark(open, "(")) else { return false };
    let upper = measured.bounds.iter().filter(|bound| bound.side.upper).map(|bound| bound.number.value());
    let beyond = |most: f64| (open..close).any(|at| reading.word(at).parse::<f64>().is_ok_and(|number| number > most));
    upper.into_iter().any(beyond)
}

/// `1 to 100 (exclusive)`, `1~100，不含100`.
fn says_what_counts(reading: &Reading, measured: &Measured) -> bool {
    const SAYS: &[&str] = &["exclusive", "excluded", "excluding", "不含", "不包含", "不包括", "开区间"];
    let end = measured.tokens.end;
    let sentence = reading.sentence(end.saturating_sub(1)).end.max(end);
    let words = reading.words(end..sentence);
    let Some(said) = SAYS.iter().find_map(|word| words.find(word)) else { return false };
    // `1~100 (without 50)`: what is left out is neither of them.
    let bound = |number: f64| measured.bounds.iter().any(|bound| bound.number.value() == number);
    let start = reading.bytes(end..sentence).start + said;
    let behind = (end..sentence).filter(|at| reading.bytes(*at..at + 1).start >= start);
    let left_out: Vec<f64> = behind.filter_map(|at| reading.word(at).parse().ok()).collect();
    left_out.is_empty() || left_out.into_iter().any(bound)
}

/// Things are counted at a row that is part of an entry: its own list, or others.
fn counts_things(reading: &Reading, measured: &Measured) -> bool {
    let start = measured.tokens.start;
    let says_list = reading.has_in(reading.sentence(start).start..start, Cue::Items);
    measured.bounds.iter().any(|bound| bound.number.pieces)
        && !says_list
        && !ends_in_number(reading.row.name)
        && !reading.row.list
        && separators::separator(reading).is_none()
}

/// One number, and not what it counts.
fn is_bare_bound(measured: &Measured) -> bool {
    matches!(&measured.bounds[..], [bound] if !bound.number.characters)
}

/// `free: 100; paid: 200-300`: another label has a number of its own.
fn one_of_labelled(reading: &Reading, start: usize) -> bool {
    let label =
        |colon: usize| reading.is_mark(colon, ":") && colon > 0 && reading.kind(colon - 1) == Some(TokenKind::Han);
    let labelled = start.checked_sub(1).is_some_and(label);
    let other = |at: usize| label(at) && reading.kind(at + 1) == Some(TokenKind::Number);
    labelled && (1..start - 1).any(other)
}

/// `1-2, 4, 8`: further numbers stand beside the range.
fn goes_on(reading: &Reading, measured: &Measured) -> bool {
    let end = measured.tokens.end;
    let joined = reading.is_mark(end, ",、/") || reading.is_cue(end, Cue::And);
    let further = numbers::number(reading, end + 1).filter(|_| joined);
    measured.bounds.len() == 2 && further.is_some_and(|number| reading.ends(number.end))
}

/// `SSD disks [1-8000]`: no words announce the range, and something other than the row's title stands before it.
fn names_a_case(reading: &Reading, measured: &Measured) -> bool {
    let start = measured.tokens.start;
    let worded = start
        .checked_sub(1)
        .is_some_and(|at| matches!(reading.kind(at), Some(TokenKind::Han | TokenKind::Word | TokenKind::Quoted)));
    !measured.cued && worded && !is_all(reading, measured)
}

/// "In other cases, …".
fn other_case(reading: &Reading, start: usize) -> bool {
    let clause = reading.clause_start(start);
    (clause..start).any(|at| reading.is_cue(at, Cue::Others))
}

fn several_lists(reading: &Reading) -> bool {
    reading.row.name.split('.').filter(|part| indices::LETTERS.contains(part)).count() > 1
}

/// Of the lists around the row, the text names one that is not the innermost.
fn names_outer_list(reading: &Reading) -> bool {
    let lists: Vec<&str> = reading.row.name.split('.').collect();
    let count = lists.iter().filter(|part| indices::LETTERS.contains(part)).count();
    let outer = lists.first().copied().unwrap_or_default();
    count > 1 && reading.tokens.iter().any(|token| reading.text.slice(token.at.clone()) == outer)
}
