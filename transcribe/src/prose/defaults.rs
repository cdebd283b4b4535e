//! Defaults: a literal, or a behaviour.

use std::ops::Range;

use super::cues::Cue;
use super::enums::{self, Listed};
use super::facts::{Fact, Kind};
use super::numbers::{self, Number};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};
use super::tokens::TokenKind;

/// Behaviours that many pages state, by words that all of them use.
const BEHAVIOURS: &[(&str, &[&str])] = &[
    ("nothing is changed", &["不修改", "不更改", "不变", "不做修改", "不做更改", "unchanged", "not modified"]),
    ("all", &["全部", "所有", "全量", "all "]),
    ("the default project", &["默认项目", "default project"]),
    ("no limit", &["不限", "no limit", "unlimited"]),
    ("assigned automatically", &["自动分配", "自动从", "自动选择", "自动生成", "随机", "automatically", "randomly"]),
    ("the current time", &["当前时间", "current time"]),
    ("empty", &["空", "empty", "null"]),
];

/// What the description says is assumed.
pub(super) fn candidates(reading: &Reading, lists: &[Listed]) -> Vec<Candidate> {
    let stated = reading.all(Cue::Default).filter(|at| !enums::is_entry(lists, *at) && !is_attribute(reading, *at));
    stated.filter_map(|at| at_cue(reading, lists, at)).collect()
}

/// `the region's default network`: the word stands before what it tells of.
fn is_attribute(reading: &Reading, cue: usize) -> bool {
    let owner = cue.checked_sub(1).is_some_and(|before| reading.word(before).ends_with('的'));
    owner && reading.word(cue) == "默认"
}

fn at_cue(reading: &Reading, lists: &[Listed], cue: usize) -> Option<Candidate> {
    // "(default)" behind a value.
    if bracketed_behind(reading, cue) {
        if let Some(value) = cue.checked_sub(2).and_then(|label| enums::labelled(lists, label)) {
            return literal(reading, lists, cue, value..cue + 1, reading.word(value).to_owned());
        }
        let value = cue
            .checked_sub(2)
            .filter(|value| enums::is_value(reading, *value) || reading.kind(*value) == Some(TokenKind::Word))?;
        if value > 0 && reading.kind(value - 1) == Some(TokenKind::Word) {
            return None;
        }
        return literal(reading, lists, cue, value..value + 1, reading.word(value).to_owned());
    }
    if reading.word(cue).eq_ignore_ascii_case("by default") && reading.ends(cue + 1) {
        return around(reading, lists, cue);
    }
    let mut at = reading.skip_links(cue + 1);
    let bracket = reading.is_mark(at, "([") && reading.close(at) == Some(at + 2);
    if bracket {
        at += 1;
    }
    // "By default this value is red".
    if reading.word(at) == "该" && reading.word(at + 1) == "值为" {
        at = reading.skip_links(at + 2);
    }
    while reading.is_cue(at, Cue::Default) && !reading.word(at).is_ascii() {
        at = reading.skip_links(at + 1);
    }
    value_at(reading, lists, cue, at)
        .or_else(|| of_a_thing(reading, lists, cue, at))
        .or_else(|| behaviour(reading, lists, cue, at))
}

/// `The default group is "red"`: the word between may be another one for the row, or name something else.
fn of_a_thing(reading: &Reading, lists: &[Listed], cue: usize, at: usize) -> Option<Candidate> {
    let lower = reading.word(at).bytes().all(|byte| byte.is_ascii_lowercase());
    let thing = reading.kind(at) == Some(TokenKind::Word) && lower && reading.is_cue(at + 1, Cue::Is);
    let value = reading.skip_links(at + 1);
    let named = thing && reading.kind(value) == Some(TokenKind::Quoted) && reading.ends(value + 1);
    let found = named.then(|| value_at(reading, lists, cue, value))??;
    Some(Candidate { doubt: found.doubt.or(Some("it may be the default of something else")), ..found })
}

/// "By default, all are shown", "all are shown by default".
fn around(reading: &Reading, lists: &[Listed], cue: usize) -> Option<Candidate> {
    let start = reading.clause_start(cue);
    if start == cue {
        return reading.is_mark(cue + 1, ",").then(|| behaviour(reading, lists, cue, cue + 2))?;
    }
    if start + 1 == cue && matches!(reading.kind(start), Some(TokenKind::Word | TokenKind::Number | TokenKind::Quoted))
    {
        return literal(reading, lists, cue, start..cue + 1, reading.word(start).to_owned());
    }
    let fact = Fact::DefaultBehaviour(Some(known_behaviour(reading.words(start..cue))?));
    Some(Candidate { fact, tokens: start..cue + 1, doubt: None })
}

fn bracketed_behind(reading: &Reading, cue: usize) -> bool {
    cue > 0 && reading.is_mark(cue - 1, "(") && reading.close(cue - 1) == Some(cue + 1)
}

/// A literal that stands at `at`.
fn value_at(reading: &Reading, lists: &[Listed], cue: usize, at: usize) -> Option<Candidate> {
    if let Some(number) = numbers::grouped(reading, at)
        && (ends(reading, number.end) || names_its_unit(reading, number.end) || composed(reading, at).is_some())
    {
        if let Some(end) = composed(reading, at) {
            let text = reading.row.kind == Kind::Text && ends(reading, end);
            return text.then(|| literal(reading, lists, cue, cue..end, reading.words(at..end).to_owned()))?;
        }
        return numeric(reading, lists, cue, at, number);
    }
    if let Some(end) = subnet(reading, at).filter(|end| reading.row.kind == Kind::Text && ends(reading, *end)) {
        return literal(reading, lists, cue, cue..end, reading.words(at..end).to_owned());
    }
    let word = match reading.kind(at)? {
        TokenKind::Word | TokenKind::Quoted => reading.word(at),
        TokenKind::Cue(_) if reading.word(at).bytes().all(|byte| byte.is_ascii_alphanumeric()) => reading.word(at),
        TokenKind::Mark('/' | '*') => reading.word(at),
        _ => return None,
    };
    // `null` is the word of pages for no value.
    let none = word.eq_ignore_ascii_case("null") && !enums::lists_value(reading, lists, word);
    if none
        || !(ends(reading, at + 1) || explained(reading, cue, at))
        || (reading.is_sibling(word) && !enums::lists_value(reading, lists, word))
        || matches!(reading.cue(at), Some(Cue::Unset))
    {
        return None;
    }
    if !word.is_ascii()
        && let Some(meant) = enums::value_meaning(reading, lists, word)
    {
        return literal(reading, lists, cue, cue..at + 1, meant.to_owned());
    }
    literal(reading, lists, cue, cue..at + 1, word.to_owned())
}

/// The end of figures with marks between them, which are one text: `5:00~6:00`, `10|5|2`.
fn composed(reading: &Reading, start: usize) -> Option<usize> {
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced);
    let figures = |at: usize| reading.word(at).starts_with(|first: char| first.is_ascii_digit());
    let mut end = start + 1;
    while reading.is_mark(end, ":|~/") && figures(end + 1) && glued(end) && glued(end + 1) {
        end += 2;
    }
    let telling = (start..end).any(|at| reading.is_mark(at, ":|"));
    (telling && end > start + 1).then_some(end)
}

/// The end of an address with the length of its mask: `0.0.0.0/0`.
fn subnet(reading: &Reading, at: usize) -> Option<usize> {
    let parts = reading.word(at).split('.');
    let address = parts.clone().count() == 4 && parts.clone().all(|part| part.parse::<u8>().is_ok());
    let mask = reading.word(at + 2).parse::<u8>().is_ok();
    (address && reading.is_mark(at + 1, "/") && mask).then_some(at + 3)
}

/// `3 nodes`: what a row of numbers counts, in a word of which nothing else is known, ends the sentence.
fn names_its_unit(reading: &Reading, at: usize) -> bool {
    let word = reading.word(at);
    let time = word.starts_with(['天', '月', '年', '日', '周', '时', '秒', '分', '小']);
    let short = reading.kind(at) == Some(TokenKind::Han) && word.chars().count() < 4 && !time;
    reading.row.kind.is_number() && short && reading.ends_sentence(at + 1)
}

/// `默认为 value meaning`: behind the value stands what it means, and nothing else.
fn explained(reading: &Reading, cue: usize, at: usize) -> bool {
    let spaced = reading.tokens.get(at + 1).is_some_and(|token| token.spaced);
    let equated = reading.word(cue).ends_with(['为', '是']) || reading.row.kind == Kind::Boolean;
    let meaning = reading.kind(at + 1) == Some(TokenKind::Han) && reading.ends(at + 2);
    equated && spaced && meaning && reading.kind(at) == Some(TokenKind::Word)
}

/// Whether a literal is over here: a mark, another statement, a meaning in brackets.
fn ends(reading: &Reading, at: usize) -> bool {
    reading.ends(at)
        || reading.is_mark(at, "(:\"")
        || reading.is_cue(at, Cue::Supports) && reading.is_mark(at + 1, ":")
        || matches!(reading.cue(at), Some(Cue::Default | Cue::Range | Cue::Max | Cue::Min | Cue::Allowed | Cue::AtMost))
}

fn numeric(reading: &Reading, lists: &[Listed], cue: usize, at: usize, number: Number) -> Option<Candidate> {
    // "3,7": a text that is itself a list.
    let next = number.end + 1;
    if reading.row.kind == Kind::Text && reading.is_mark(number.end, ",") {
        let glued = |token: usize| reading.tokens.get(token).is_some_and(|token| !token.spaced);
        if reading.kind(next) == Some(TokenKind::Number) && glued(next) && glued(number.end) && number.unit.is_none() {
            return literal(reading, lists, cue, cue..next + 1, reading.words(at..next + 1).to_owned());
        }
    }
    if let Some(value) = said_again(reading, number.end) {
        return literal(reading, lists, cue, cue..value + 1, reading.word(value).to_owned());
    }
    let mut candidate = literal(reading, lists, cue, cue..number.end, number.text.clone())?;
    // A text row's default with a unit may be the unit's text, too: 1G.
    if reading.row.kind == Kind::Text && number.unit.is_some() && reading.kind(at) == Some(TokenKind::Word) {
        candidate.fact = Fact::Default(reading.word(at).to_owned());
    }
    if number.unclear {
        candidate.doubt = Some(numbers::UNCLEAR);
    }
    // "short: 5 minutes; 5 minutes by default": the words are what a value means.
    let words = reading.words(at..number.end);
    if let Some(meant) = enums::value_meaning(reading, lists, words).filter(|_| number.unit.is_some()) {
        return literal(reading, lists, cue, cue..number.end, meant.to_owned());
    }
    let worded = reading.row.kind == Kind::Text && number.unit.is_some() && reading.kind(at) == Some(TokenKind::Number);
    if worded && reading.text.even.matches(words).count() > 1 {
        candidate.doubt = Some("the words may be what a value means");
    }
    let said = reading.all(Cue::Unit).find_map(|unit| numbers::unit(reading, reading.skip_links(unit + 1)));
    if let (Some(unit), Some((said, _))) = (number.unit, said)
        && unit != said
    {
        candidate.doubt = Some("its unit is not the row's unit");
    }
    Some(candidate)
}

fn literal(reading: &Reading, lists: &[Listed], cue: usize, tokens: Range<usize>, text: String) -> Option<Candidate> {
    let lower = text.to_ascii_lowercase();
    let fits = match reading.row.kind {
        Kind::Integer => text.parse::<i64>().is_ok(),
        Kind::Float => text.parse::<f64>().is_ok(),
        Kind::Boolean => matches!(lower.as_str(), "true" | "false"),
        Kind::Text | Kind::Unknown => text.is_ascii() || reading.kind(tokens.end - 1) == Some(TokenKind::Quoted),
        Kind::Object => false,
    };
    let doubt = match () {
        () if !fits => Some("it does not fit the row's type"),
        () if conditional(reading, lists, cue) => Some(ONLY_SOMETIMES),
        () => None,
    };
    let text = if reading.row.kind == Kind::Boolean { lower } else { text };
    Some(Candidate { fact: Fact::Default(text), tokens, doubt })
}

/// A default for some case only, by a condition or by another row's name before it.
fn conditional(reading: &Reading, lists: &[Listed], cue: usize) -> bool {
    let start = reading.clause_start(cue);
    let names = (start..cue)
        .any(|at| !enums::taken(lists, at) && reading.kind(at) == Some(TokenKind::Word) && !reading.is_own(at));
    let title = reading.is_mark(cue - usize::from(cue > 0), ":");
    // "When …, it must be sent, or is 5 by default".
    let required = reading.has_in(start..cue, Cue::Then) && reading.has_in(start..cue, Cue::Required);
    // "Of monthly calls not required, and 0 by default".
    let excepted = |at: usize| reading.is_cue(at, Cue::NotRequired) && reading.kind(at - 1) == Some(TokenKind::Han);
    let excepted = (reading.sentence(cue).start + 1..cue).any(excepted);
    let conditional = reading.conditional_beside(cue, &|at| enums::taken(lists, at));
    conditional || required || excepted || (names && !title && (start + 1 < cue || names_a_thing(reading, start)))
}

/// `Redis defaults to 5`: a lone word in front that is no unit and no last entry of a list, but a name.
fn names_a_thing(reading: &Reading, at: usize) -> bool {
    let word = reading.word(at);
    let listed = at
        .checked_sub(2)
        .is_some_and(|before| reading.is_mark(before + 1, ",、") && reading.kind(before) == Some(TokenKind::Word));
    word.contains(|letter: char| letter.is_ascii_uppercase()) && numbers::symbol(word).is_none() && !listed
}

/// The value behind a default in words, when the text says it once more: `an hour, that is 3600`.
fn said_again(reading: &Reading, at: usize) -> Option<usize> {
    let again =
        reading.is_mark(at, ",(") && reading.is_cue(at + 1, Cue::Means) && reading.word(at + 1).starts_with('即');
    let value = reading.skip_links(at + 2);
    let literal = matches!(reading.kind(value), Some(TokenKind::Number | TokenKind::Quoted));
    (again && literal && reading.ends(value + 1)).then_some(value)
}

/// A default in words: the meaning of a value, or something that happens.
fn behaviour(reading: &Reading, lists: &[Listed], cue: usize, at: usize) -> Option<Candidate> {
    let end = (at..reading.tokens.len()).find(|token| reading.ends(*token)).unwrap_or(reading.tokens.len());
    if at >= end {
        return None;
    }
    if let Some(value) = (at..=end).find_map(|at| said_again(reading, at)) {
        return literal(reading, lists, cue, cue..value + 1, reading.word(value).to_owned());
    }
    let words = reading.words(at..end);
    if let Some(meant) = enums::value_meaning(reading, lists, words) {
        return literal(reading, lists, cue, cue..end, meant.to_owned());
    }
    let doubt = reading.under_heading(reading.sentence(cue).start).then_some(ONLY_SOMETIMES);
    Some(Candidate { fact: Fact::DefaultBehaviour(known_behaviour(words)), tokens: cue..end, doubt })
}

/// A behaviour that many pages know, in English.
pub(super) fn known_behaviour(words: &str) -> Option<&'static str> {
    let known = BEHAVIOURS.iter().find(|(_, signs)| signs.iter().any(|sign| words.contains(sign)));
    // "An hour before the current time" is not now.
    let shifted =
        ["时间前", "时间的前", "时间后", "时间之前", "before", "after"].iter().any(|shift| words.contains(shift));
    known.map(|(english, _)| *english).filter(|english| match *english {
        "the current time" => !shifted,
        "empty" => !["非空", "不为空", "not empty"].iter().any(|filled| words.contains(filled)),
        _ => true,
    })
}
