//! What a bound is a bound of: the number, the length of the text, the entries of the list.

use std::ops::Range;

use super::cues::Cue;
use super::enums::{self, Listed};
use super::facts::{Described, Fact, Kind};
use super::measure_doubts::{doubt, outdone};
use super::numbers::Number;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;
use super::{bounds, indices, intervals, separators, text_bounds, units};

/// Which side a bound closes, and whether it is itself allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Side {
    pub upper: bool,
    pub inclusive: bool,
}

/// One end of a range.
#[derive(Debug, Clone)]
pub(super) struct Bound {
    pub number: Number,
    pub side: Side,
}

/// One or two bounds that stand together.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    pub bounds: Vec<Bound>,
    pub tokens: Range<usize>,
    /// Words announce it.
    pub cued: bool,
    /// The words between cue and number speak of a length.
    pub length: bool,
}

/// What is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Number,
    Length,
    Items,
    /// The number of a list's entry, counted from the lower end.
    Index,
    /// Each entry of a list that travels in one text.
    Entry,
}

/// No description of one value states more.
const MOST_BOUNDS: usize = 64;

/// The bounds that the description states.
pub(super) fn candidates(reading: &Reading, lists: &[Listed]) -> Vec<Candidate> {
    let mut all = intervals::measured(reading);
    all.extend(bounds::measured(reading));
    if all.len() > MOST_BOUNDS {
        return Vec::new();
    }
    let mut all: Vec<_> = all.into_iter().map(|measured| indices::counted(reading, measured)).collect();
    all.sort_by_key(|measured| measured.tokens.start);
    let mut found = Vec::new();
    let mut unread = Vec::new();
    let mut last: Option<(Role, usize)> = None;
    for measured in &all {
        if enums::taken(lists, measured.tokens.start + 1)
            || measured.bounds.len() == 2 && enums::holds(lists, &measured.tokens)
            || reading.exemplary(measured.tokens.start)
        {
            continue;
        }
        let carried = last.filter(|(role, end)| carries(reading, *role, *end, measured)).map(|(role, _)| role);
        let Some(role) = carried.or_else(|| role(reading, measured)) else {
            unread.extend((reading.row.kind.is_number() && measured.bounds.len() == 2).then_some(measured));
            continue;
        };
        last = Some((role, measured.tokens.end));
        let doubt = doubt(reading, measured, role);
        found.extend(facts(measured, role).into_iter().map(|fact| Candidate {
            fact,
            tokens: measured.tokens.clone(),
            doubt,
        }));
    }
    outdone(&mut found, &unread);
    found
}

/// Only a comma or "and" stands between two bounds: the second speaks of what the first does.
fn carries(reading: &Reading, role: Role, end: usize, measured: &Measured) -> bool {
    let characters = measured.bounds.iter().any(|bound| bound.number.characters);
    let joint = |at: usize| {
        let short = reading.kind(at) == Some(TokenKind::Han) && reading.word(at).chars().count() < 2;
        short || reading.is_mark(at, ",") || reading.is_cue(at, Cue::And)
    };
    let start = measured.tokens.start;
    let same = role == Role::Length || (role == Role::Items && !characters);
    same && end <= start && (end..start).all(joint)
}

/// Things whose size says nothing about the value.
const OTHER_THINGS: &[&str] = &[
    "差",
    "文件",
    "时间范围",
    "的间隔",
    "跨度",
    "之和",
    "总和",
    "总大小",
    "连续",
    "个数应",
    "同一",
    "账号",
    "距",
    "配额",
    "延迟",
    "前缀",
    "其中",
];

/// Words in front of a bound that are not what is bounded: `you can specify at most 20`.
const VERBS: &[&str] = &[
    "specify", "enter", "select", "add", "contain", "include", "have", "set", "pass", "query", "value", "number",
    "integer", "create", "attach", "list", "send", "give", "pass", "request", "bind", "delete", "choose",
];

fn role(reading: &Reading, measured: &Measured) -> Option<Role> {
    let start = measured.tokens.start;
    let clause = reading.clause_start(start);
    let before = || clause..start;
    let says = |cue: Cue| before().any(|at| reading.is_cue(at, cue));
    if before().any(|at| indices::LETTERS.contains(&reading.word(at))) {
        return (measured.bounds.len() == 2).then_some(Role::Index);
    }
    let words = reading.words(before());
    if OTHER_THINGS.iter().any(|thing| words.contains(thing)) || before().any(|at| reading.is_cue(at, Cue::Not)) {
        return None;
    }
    let subject =
        start.checked_sub(1).filter(|at| matches!(reading.kind(*at), Some(TokenKind::Word | TokenKind::Quoted)));
    let other = |at: usize| reading.word(at) != reading.row.name && !VERBS.contains(&reading.word(at));
    if measured.bounds.len() == 1 && subject.is_some_and(other) {
        return None;
    }
    let text = !matches!(reading.row.kind, Kind::Integer | Kind::Float | Kind::Boolean | Kind::Object);
    if text && text_bounds::of_a_part(words) {
        return None;
    }
    let any = |test: fn(&Number) -> bool| measured.bounds.iter().any(|bound| test(&bound.number));
    let listed = reading.row.list || reading.row.name.contains(".N") || reading.row.name.contains(".n");
    match () {
        () if reading.is_cue(measured.tokens.end, Cue::Then) => None,
        // "Above 0 means that it failed": what the number tells, and not what it can be.
        () if measured.bounds.len() == 1 && reading.is_cue(measured.tokens.end, Cue::Means) => None,
        () if says(Cue::Items) => listed.then_some(Role::Items),
        // The length of a list, unless the row stands for one of its entries.
        () if reading.row.list
            && !ends_in_number(reading.row.name)
            && !any(|number| number.characters)
            && (says(Cue::Length) || measured.length) =>
        {
            Some(Role::Items)
        }
        () if reading.row.kind.is_number() && any(|number| number.unit == Some("B")) => number_role(reading, measured),
        () if any(|number| number.characters) || says(Cue::Length) || measured.length => text.then_some(Role::Length),
        () if any(|number| number.pieces) && (ends_in_number(reading.row.name) || reading.row.list) => {
            Some(Role::Items)
        }
        () if any(|number| number.pieces) && listed => Some(Role::Items),
        () if any(|number| number.pieces) && text => separators::separator(reading).is_some().then_some(Role::Items),
        () if reading.row.kind.is_number() => number_role(reading, measured),
        () if text => text_bounds::role(reading, measured),
        () if reading.row.list
            && reading.row.kind == Kind::Object
            && text_bounds::is_upper_count(reading, measured) =>
        {
            Some(Role::Items)
        }
        () => None,
    }
}

/// Whether a row is a list, or stands for its entries.
pub(super) fn is_listed(row: &Described) -> bool {
    row.list || ends_in_number(row.name)
}

/// Whether a row stands for the entries of a list.
pub(super) fn ends_in_number(name: &str) -> bool {
    [".N", ".n", ".m", ".M"].iter().any(|end| name.ends_with(end))
}

fn number_role(reading: &Reading, measured: &Measured) -> Option<Role> {
    let start = measured.tokens.start;
    let long =
        measured.bounds.iter().any(|bound| matches!(bound.number.unit, Some("d" | "h" | "min" | "month" | "year")));
    let lower = reading.row.name.to_ascii_lowercase();
    let time =
        ["time", "date", "begin", "end", "start"].iter().any(|part| lower.contains(part)) || reading.has(Cue::UnixTime);
    if long && time && units::declared(reading).is_none() {
        return None;
    }
    let alone = start == 0
        || reading.is_mark(start - 1, ":(,;。")
        || reading.is_cue(start - 1, Cue::And)
        || (reading.is_cue(start - 1, Cue::Is) && measured.bounds.len() == 2)
        || reading.kind(start - 1) == Some(TokenKind::Break)
        || reading.is_mark(start, "[")
        || measured.bounds.len() == 2 && reading.is_mark(start, "(") && reading.clause_start(start) == 0;
    (measured.cued || alone || is_all(reading, measured)).then_some(Role::Number)
}

/// A title, a range with two ends, and perhaps a default are all that the description says.
pub(super) fn is_all(reading: &Reading, measured: &Measured) -> bool {
    let title = |at: usize| reading.kind(at) == Some(TokenKind::Han);
    let end = measured.tokens.end;
    let default =
        reading.is_cue(end, Cue::Default) || reading.is_mark(end, ",;。") && reading.is_cue(end + 1, Cue::Default);
    measured.bounds.len() == 2
        && (0..measured.tokens.start).all(title)
        && (default || (end..reading.tokens.len()).all(|at| reading.is_mark(at, "。")))
}

fn facts(measured: &Measured, role: Role) -> Vec<Fact> {
    if role == Role::Index {
        let ends: Vec<u64> = measured.bounds.iter().filter_map(|bound| bound.number.count()).collect();
        return match ends[..] {
            [low, high] if low < 2 => vec![Fact::MaxItems(high - low + 1)],
            _ => Vec::new(),
        };
    }
    measured.bounds.iter().filter_map(|bound| fact(bound, role)).collect()
}

fn fact(bound: &Bound, role: Role) -> Option<Fact> {
    let Side { upper, inclusive } = bound.side;
    let number = bound.number.text.clone();
    // Of whole things, "fewer than 64" is "at most 63".
    let count = bound.number.count().and_then(|count| match (inclusive, upper) {
        (true, _) => Some(count),
        (false, true) => count.checked_sub(1),
        (false, false) => count.checked_add(1),
    });
    Some(match (role, upper) {
        (Role::Number, false) => Fact::Min { number, inclusive },
        (Role::Number, true) => Fact::Max { number, inclusive },
        (Role::Length, false) => Fact::MinLength(count?),
        (Role::Length, true) => Fact::MaxLength(count?),
        (Role::Items, false) => Fact::MinItems(count?),
        (Role::Items, true) => Fact::MaxItems(count?),
        (Role::Entry, false) => Fact::ItemMin(number),
        (Role::Entry, true) => Fact::ItemMax(number),
        (Role::Index, _) => return None,
    })
}
