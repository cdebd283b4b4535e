//! Lists of values: where they begin, what they hold, and whether they can be trusted.

mod bare;
mod behind;
mod labels;
mod lists;
mod segments;
mod shapes;
mod titled;
mod unannounced;
mod weighing;

use std::ops::Range;

use self::lists::List;
use super::cues::Cue;
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};
use super::tokens::TokenKind;

pub(super) use self::shapes::is_value;

/// How clearly the words say that a list of values follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// No words at all: only pairs of value and meaning tell.
    None,
    /// Words with other uses, too.
    Weak,
    /// "The values are".
    Strong,
}

/// The list of values that a description holds, with what speaks against it.
pub(super) struct Listed {
    list: List,
    strength: Strength,
    doubt: Option<&'static str>,
}

/// The lists of a description; the best known first.
pub(super) fn find(reading: &Reading) -> Vec<Listed> {
    let cues = (0..reading.tokens.len()).filter(|at| strength(reading, *at).is_some()).take(MOST_CUES);
    let mut cued: Vec<Listed> = cues.filter_map(|at| announced(reading, at)).collect();
    if cued.is_empty() {
        return unannounced::find(reading).into_iter().collect();
    }
    let best = cued.iter().map(|listed| listed.strength).max();
    cued.retain(|listed| Some(listed.strength) == best);
    drop_mentions(reading, &mut cued);
    cued
}

/// Values of a clear list that are mentioned once more, in a sentence that is not understood or for some case, are no
/// list of their own.
fn drop_mentions(reading: &Reading, lists: &mut Vec<Listed>) {
    let words = |listed: &Listed| -> Vec<String> {
        listed.list.entries.iter().map(|entry| reading.word(entry.value).to_owned()).collect()
    };
    let certain = |listed: &Listed| listed.list.clean && listed.doubt.is_none();
    let clear: Vec<Vec<String>> = lists.iter().filter(|listed| certain(listed)).map(words).collect();
    // `Red, blue. Large lamps only support red`: what has a subject of its own is no other list.
    let subject = |listed: &Listed| {
        let start = reading.sentence(listed.list.tokens.start).start;
        start > 0 && matches!(reading.kind(start), Some(TokenKind::Han | TokenKind::Word))
    };
    lists.retain(|listed| {
        let mentioned = words(listed);
        let mut holding = clear.iter().filter(|known| mentioned.iter().all(|word| known.contains(word)));
        if certain(listed) {
            return mentioned.len() > 1 || !subject(listed) || !holding.any(|known| known.len() > 1);
        }
        holding.next().is_none()
    });
}

/// No description has more lists than this.
const MOST_CUES: usize = 16;

/// How clearly the cue at `at` announces a list.
fn strength(reading: &Reading, at: usize) -> Option<Strength> {
    match reading.cue(at)? {
        Cue::Allowed | Cue::Only | Cue::Range => Some(Strength::Strong),
        Cue::Supports => Some(Strength::Weak),
        _ => None,
    }
}

/// The list that the cue at `at` announces.
fn announced(reading: &Reading, at: usize) -> Option<Listed> {
    let strength = strength(reading, at)?;
    // "The length can be 0": the values are those of the length.
    let before = reading.clause_start(at)..at;
    if reading.has_in(before.clone(), Cue::Items) || reading.has_in(before, Cue::Length) {
        return None;
    }
    let mut start = at + 1;
    while reading.is_mark(start, ":,。\"")
        || reading.kind(start) == Some(TokenKind::Break)
        || reading.word(start) == ">"
        || !is_label(reading, start)
            && matches!(reading.cue(start), Some(Cue::Is | Cue::Allowed | Cue::Supports | Cue::Range | Cue::Means))
        || (reading.is_mark(start, "[(")
            && reading.close(start).is_some_and(|close| {
                // "Valid values (in small letters): …".
                reading.is_cue(close - 1, Cue::Required) || reading.is_mark(close + 1, ":")
            }))
    {
        start = match reading.close(start) {
            Some(close) => close + 1,
            None => start + 1,
        };
    }
    // "This row=0": the value stands behind the name.
    if reading.word(start) == reading.row.name && reading.is_cue(start + 1, Cue::Is) {
        start += 2;
    }
    let bracketed = reading.is_mark(start, "[(").then(|| reading.close(start)).flatten();
    let stretch = match bracketed {
        Some(close) => start + 1..close,
        None => start..reading.tokens.len(),
    };
    let segments = segments::segments(reading, stretch);
    let list = lists::join(reading, &segments).or_else(|| unannounced::spaced_pairs(reading, &segments))?;
    if is_interval(reading, at, &list, bracketed.is_some()) {
        return None;
    }
    let weak = strength == Strength::Weak || reading.is_cue(at, Cue::Only);
    if weak && !list.paired && !ends_well(reading, &list, bracketed) {
        return None;
    }
    if strength == Strength::Weak && list.entries.len() < 2 || reading.is_cue(at, Cue::Only) && counts(reading, &list) {
        return None;
    }
    if tells_what_happens(reading, at, &list) {
        return None;
    }
    let sometimes = reading.conditional(at) || is_part(reading, at) || is_one_of_several(reading, at);
    let doubt = sometimes.then_some(ONLY_SOMETIMES).or_else(|| no_values(reading, at, &list));
    let exemplary = reading.exemplary(at);
    (!exemplary).then_some(Listed { list, strength, doubt })
}

/// Words that name kinds of values more often than values.
const KINDS: &[&str] = &["ID", "Id", "id", "IP", "ip", "Name", "name", "URL", "CIDR", "JSON"];

/// Why what is listed may be no values, or not all: `may be an ID or a Name`, `a value of 0 means no limit`.
fn no_values(reading: &Reading, cue: usize, list: &List) -> Option<&'static str> {
    let word = reading.word(cue).to_ascii_lowercase();
    let listing = word.contains('举') || word.contains("enum");
    let kinds = list.entries.iter().any(|entry| KINDS.contains(&reading.word(entry.value)));
    let vague = ["可以", "可为", "支持", "can be", "support"].iter().any(|vague| word.contains(vague));
    match &list.entries[..] {
        [entry] if !listing && !reading.is_cue(cue, Cue::Only) => {
            let number = reading.kind(entry.value) == Some(TokenKind::Number);
            (number && entry.label.is_some()).then_some("one value is explained, and others may be accepted")
        }
        _ => (kinds && vague && !list.paired).then_some("the words may name kinds of values"),
    }
}

/// `X supports a, b; Y supports c`: each name has values of its own.
fn is_one_of_several(reading: &Reading, at: usize) -> bool {
    let name = |cue: usize| {
        cue.checked_sub(1)
            .filter(|at| reading.kind(*at) == Some(TokenKind::Word) && !reading.is_own(*at))
            .map(|at| reading.word(at))
    };
    let others = (0..reading.tokens.len()).filter(|other| strength(reading, *other).is_some()).filter_map(name);
    name(at).is_some_and(|own| others.into_iter().any(|other| other != own))
}

/// `The name can be changed`: in English, plain words behind "can be" need not be values.
fn tells_what_happens(reading: &Reading, cue: usize, list: &List) -> bool {
    let lower = |entry: &lists::Entry| {
        let bare = reading.kind(entry.value) != Some(TokenKind::Quoted);
        bare && reading.word(entry.value).bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let word = reading.word(cue).to_ascii_lowercase();
    let subject = cue > reading.clause_start(cue) && !word.starts_with("the value");
    word.ends_with("can be") && list.entries.iter().all(lower) && (subject || list.entries.len() < 2)
}

/// `fixed to 4 nodes`: a lone number, and right behind it what there are so many of.
fn counts(reading: &Reading, list: &List) -> bool {
    let [lists::Entry { value, label: Some(label) }] = &list.entries[..] else { return false };
    reading.kind(*value) == Some(TokenKind::Number) && label.start == value + 1
}

/// `the flag is (1: on, 0: off)`: the list is that of something else which the clause names.
fn is_part(reading: &Reading, at: usize) -> bool {
    let clause = reading.clause_start(at);
    let named = |word: usize| reading.kind(word) == Some(TokenKind::Word) && reading.is_cue(word + 1, Cue::Is);
    (clause..at).any(|word| named(word) && reading.word(word) != reading.row.name)
}

/// `支持：YES`: the cue is what a value means.
fn is_label(reading: &Reading, at: usize) -> bool {
    reading.is_cue(at, Cue::Supports) && reading.is_mark(at + 1, ":")
}

/// Two numbers behind the word "range" are its ends; so are two in brackets that are no neighbours, unless the word is
/// plainly one for lists.
fn is_interval(reading: &Reading, cue: usize, list: &List, bracketed: bool) -> bool {
    let number = |entry: &lists::Entry| reading.word(entry.value).parse::<i64>().ok();
    let numbers: Option<Vec<i64>> = list.entries.iter().map(number).collect();
    let Some(numbers) = numbers.filter(|numbers| numbers.len() < 3 && !list.paired) else { return false };
    let apart = matches!(numbers[..], [low, high] if high.saturating_sub(low) > 1);
    let word = reading.word(cue).to_ascii_lowercase();
    reading.is_cue(cue, Cue::Range) || bracketed && apart && !word.contains('举') && !word.contains("enum")
}

/// Whether nothing but another statement follows a list.
fn ends_well(reading: &Reading, list: &List, bracketed: Option<usize>) -> bool {
    let end = list.tokens.end;
    bracketed.is_some()
        || reading.ends_sentence(end)
        || (reading.is_mark(end, ",)") && list.clean)
        || reading.is_cue(end, Cue::Default)
}

/// What the lists say, as facts.
pub(super) fn candidates(reading: &Reading, lists: &[Listed]) -> Vec<Candidate> {
    lists.iter().filter_map(|listed| weighing::candidate(reading, listed)).collect()
}

/// The value whose meaning is exactly these words.
pub(super) fn value_meaning<'a>(reading: &'a Reading, lists: &[Listed], words: &str) -> Option<&'a str> {
    let wanted = words.trim();
    let entries = lists.iter().flat_map(|listed| &listed.list.entries);
    let means = |label: &Range<usize>| {
        let words = reading.words(label.clone()).trim();
        words.strip_prefix("for ").unwrap_or(words) == wanted
    };
    let exact = only(entries.clone().filter(|entry| entry.label.as_ref().is_some_and(means)));
    // A meaning that speaks of the default itself runs on into the next statement.
    let shortened = |label: &Range<usize>| {
        !reading.has_in(label.clone(), Cue::Default) && is_short_for(wanted, reading.words(label.clone()))
    };
    exact
        .or_else(|| only(entries.filter(|entry| entry.label.as_ref().is_some_and(shortened))))
        .map(|entry| reading.word(entry.value))
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// `每月付费` is short for `按每个月付费`: no sign is another one, and none that takes back the rest is left out.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let within = short.chars().all(|wanted| rest.any(|sign| sign == wanted));
    let negated = |text: &str| text.contains(['不', '非', '无', '未', '否', '没']);
    let count = short.chars().count();
    within
        && count > 1
        && count * 2 >= long.trim().chars().count()
        && !short.is_ascii()
        && negated(short) == negated(long)
}

/// The value that the word at `label` explains, or ends to explain.
pub(super) fn labelled(lists: &[Listed], label: usize) -> Option<usize> {
    let mut entries = lists.iter().flat_map(|listed| &listed.list.entries);
    entries.find(|entry| entry.label.as_ref().is_some_and(|words| words.contains(&label))).map(|entry| entry.value)
}

/// The tokens that the lists take: what stands there is a value or its meaning, whatever it looks like.
pub(super) fn taken(lists: &[Listed], at: usize) -> bool {
    lists.iter().any(|listed| listed.list.paired && listed.list.tokens.contains(&at))
}

/// Whether the lists hold these tokens: they are values, and bound nothing.
pub(super) fn holds(lists: &[Listed], tokens: &Range<usize>) -> bool {
    lists.iter().any(|listed| {
        let list = &listed.list.tokens;
        list.contains(&(tokens.start + 1)) && list.contains(&(tokens.end - 1).saturating_sub(1))
    })
}

/// Whether the token is a value of the lists.
pub(super) fn is_entry(lists: &[Listed], at: usize) -> bool {
    lists.iter().flat_map(|listed| &listed.list.entries).any(|entry| entry.value == at)
}

/// Whether the word is a value of the lists.
pub(super) fn lists_value(reading: &Reading, lists: &[Listed], word: &str) -> bool {
    lists.iter().flat_map(|listed| &listed.list.entries).any(|entry| reading.word(entry.value) == word)
}
