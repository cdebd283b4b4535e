//! What a list of values says as a fact, and what speaks against it.

use std::ops::Range;

use super::lists::{self, List};
use super::{Listed, Strength};
use crate::prose::cues::Cue;
use crate::prose::facts::{Fact, Kind, Value};
use crate::prose::indices::LETTERS;
use crate::prose::reading::{Candidate, Reading};
use crate::prose::tokens::TokenKind;

/// The list as a fact; none, when its values cannot be those of the row.
pub(super) fn candidate(reading: &Reading, listed: &Listed) -> Option<Candidate> {
    let Listed { list, strength, doubt } = listed;
    let kind = reading.row.kind;
    if matches!(kind, Kind::Boolean | Kind::Object | Kind::Float) {
        return None;
    }
    let values: Vec<Value> = list.entries.iter().map(|entry| value(reading, entry)).collect();
    let whole = |value: &Value| value.wire.parse::<i64>().is_ok();
    if (kind == Kind::Integer && !values.iter().all(whole))
        || values.iter().any(|value| !plausible(&value.wire) || counts_entries(reading, &value.wire))
        || names_rows(reading, &values, list, *strength)
    {
        return None;
    }
    let parts = values.iter().all(|value| matches!(value.wire.as_str(), "key" | "value" | "Key" | "Value"));
    let structure = kind == Kind::Unknown && *strength == Strength::None;
    let numbers = values.iter().all(whole) && kind != Kind::Integer && !(list.paired && list.clean);
    if parts || structure || numbers && *strength == Strength::Weak || tells_cases(reading, list) {
        return None;
    }
    let doubt = doubt.or_else(|| {
        Some(match () {
            () if !list.clean => "the list goes on in a way that is not understood",
            () if names_the_empty_text(reading) => "an empty text is one of the values, too",
            () if values.len() == 1 && others(reading, list.tokens.start + 1) => "the text speaks of other values, too",
            () => return None,
        })
    });
    let last = list.tokens.end;
    let open = list.open
        || reading.is_cue(last, Cue::Open)
        || reading.is_cue(last - 1, Cue::Open)
        || trails_off(reading, last);
    Some(Candidate { fact: Fact::Allowed { values, open }, tokens: list.tokens.clone(), doubt })
}

/// `a/b/...`: there are more.
fn trails_off(reading: &Reading, end: usize) -> bool {
    let first = if reading.is_mark(end, "/、,|") { end + 1 } else { end };
    reading.is_mark(first, "…") || (reading.is_mark(first, "。") && reading.is_mark(first + 1, "。"))
}

fn value(reading: &Reading, entry: &lists::Entry) -> Value {
    let label = entry.label.as_ref().map(|label| reading.text.origin(reading.bytes(label.clone())));
    Value { wire: reading.word(entry.value).to_owned(), label: label.filter(|label| !label.is_empty()) }
}

/// The list is one of other rows.
fn names_rows(reading: &Reading, values: &[Value], list: &List, strength: Strength) -> bool {
    let row = |value: &&Value| reading.is_sibling(&value.wire) || value.wire == reading.row.name;
    let rows = values.iter().filter(row).count();
    if strength == Strength::None {
        return rows > 0;
    }
    // Behind plain words, what stands in quotes is a value, though a row may be called like one of them.
    let quoted = || list.entries.iter().all(|entry| reading.kind(entry.value) == Some(TokenKind::Quoted));
    if list.paired || rows < values.len() && quoted() { false } else { rows > 0 && rows * 3 > values.len() }
}

/// `100: [1, 5], 200: [5, 9]`: what stands beside each number is a range, and no meaning.
fn tells_cases(reading: &Reading, list: &List) -> bool {
    let number = |at: &usize| reading.kind(*at) == Some(TokenKind::Number);
    let bare = |at: usize| number(&at) || matches!(reading.kind(at), Some(TokenKind::Mark(_)));
    let range = |label: &Range<usize>| label.clone().filter(number).count() > 1 && label.clone().all(bare);
    // `1 the highest, 90 the lowest`: the ends of a scale.
    let end = |label: &Range<usize>| label.clone().any(|at| matches!(reading.cue(at), Some(Cue::Min | Cue::Max)));
    let all =
        |test: &dyn Fn(&Range<usize>) -> bool| list.entries.iter().all(|entry| entry.label.as_ref().is_some_and(test));
    all(&range) || all(&end) && list.entries.iter().all(|entry| number(&entry.value))
}

/// `""`: quotes with nothing between them.
fn names_the_empty_text(reading: &Reading) -> bool {
    let quotes = |at: usize| reading.is_mark(at, "\"") && reading.is_mark(at + 1, "\"");
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced);
    (0..reading.tokens.len()).any(|at| quotes(at) && glued(at + 1))
}

/// Words that tell what happens with any value that is not listed.
const OTHERS: &[&str] = &["否则", "其他值", "其它值", "otherwise", "other value"];

/// Whether the text behind a lone value speaks of values that are not listed.
fn others(reading: &Reading, behind: usize) -> bool {
    let words = reading.words(behind..reading.tokens.len());
    OTHERS.iter().any(|word| words.contains(word))
}

/// `n is 0: …`: the letter that stands for the number of an entry in the name of the row.
fn counts_entries(reading: &Reading, value: &str) -> bool {
    LETTERS.contains(&value) && reading.row.name.split('.').any(|part| part.eq_ignore_ascii_case(value))
}

/// What can be a value: no address, no placeholder, no part of a time.
fn plausible(value: &str) -> bool {
    let leading_zero = value.len() > 1 && value.starts_with('0') && value.bytes().all(|byte| byte.is_ascii_digit());
    let placeholder = value.len() > 2 && value.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'*'));
    let letters = |stem: &str| stem.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'.' || byte == b'_');
    let indexed = value.rsplit_once('.').is_some_and(|(stem, last)| last.parse::<u32>().is_ok() && letters(stem));
    let described = value.starts_with('<') && value.ends_with('>');
    !placeholder && !described && !indexed && !value.contains("://") && value.matches('.').count() < 2 && !leading_zero
}
