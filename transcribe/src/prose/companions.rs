//! Other rows that have to be sent along with this one, always or with some of its values.

use std::ops::Range;

use super::conditions::{GIVEN, name};
use super::cues::Cue;
use super::enums::{self, Listed};
use super::facts::Fact;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// The rows that the description says to send along.
pub(super) fn candidates(reading: &Reading, lists: &[Listed]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let sentence = reading.sentence(at);
        let told = with_value(reading, sentence.clone(), lists)
            .or_else(|| with_this(reading, sentence.clone()))
            .or_else(|| without_other(reading, sentence.clone()))
            .or_else(|| together(reading, sentence.clone()));
        found.extend(told.map(|(fact, tokens)| Candidate { fact, tokens, doubt: None }));
        at = sentence.end.max(at) + 1;
    }
    found
}

/// The one other row that these tokens name.
fn only_name<'a>(reading: &Reading<'a>, tokens: Range<usize>) -> Option<(usize, &'a str)> {
    let mut names = tokens.filter_map(|at| Some((at, name(reading, at)?)));
    let first = names.next()?;
    names.next().is_none().then_some(first)
}

/// Whether a sentence takes back what it says, or says it of something else.
fn unclear(reading: &Reading, mut tokens: Range<usize>) -> bool {
    let against =
        [Cue::Not, Cue::NotRequired, Cue::NotTogether, Cue::Ineffective, Cue::Example, Cue::OneOf, Cue::SomeOf];
    tokens.any(|at| reading.cue(at).is_some_and(|cue| against.contains(&cue)))
}

/// `When the type is a, other is required`: the condition is a value of this row, which the text lists.
fn with_value(reading: &Reading, sentence: Range<usize>, lists: &[Listed]) -> Option<(Fact, Range<usize>)> {
    let (at, row) = only_name(reading, sentence.clone())?;
    let using = |at: usize| ["使用", "选择", "采用"].iter().any(|verb| reading.word(at).ends_with(verb));
    let is = (sentence.start..at).find(|is| reading.is_cue(*is, Cue::Is) || using(*is))?;
    let value = reading.skip_links(is + 1);
    let word = reading.word(value);
    let letters = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    let over = reading.is_cue(value + 1, Cue::Then) || reading.is_mark(value + 1, ",");
    let listed = enums::lists_value(reading, lists, word) && !enums::taken(lists, value);
    let subject = (sentence.start..is).all(|at| {
        matches!(reading.kind(at), Some(TokenKind::Han | TokenKind::Cue(Cue::When | Cue::ThisRow)))
            || reading.is_own(at)
    });
    // Only the title of the other row may stand between it and what is said of it.
    let beside = |verdict: &usize| {
        let between = if *verdict < at { verdict + 1..at } else { at + 1..*verdict };
        let title = |at: usize| {
            let id = reading.word(at).eq_ignore_ascii_case("id");
            id || reading.kind(at) == Some(TokenKind::Han) || reading.is_mark(at, ":(")
        };
        reading.is_cue(*verdict, Cue::Required) && between.clone().all(title)
    };
    let mut verdicts = (value + 1..sentence.end).filter(|at| reading.is_cue(*at, Cue::Required));
    let told = verdicts.next().is_some_and(|verdict| beside(&verdict)) && verdicts.next().is_none();
    // Some words of being hold the title, too: `类型为`.
    let titled = is > sentence.start || reading.word(is).chars().count() > 1;
    if !(letters && over && listed && subject && titled && told) || unclear(reading, sentence.clone()) {
        return None;
    }
    Some((Fact::Needs { row: row.to_owned(), values: vec![word.to_owned()] }, sentence))
}

/// `With this parameter, other is required`.
fn with_this(reading: &Reading, sentence: Range<usize>) -> Option<(Fact, Range<usize>)> {
    let this = sentence.clone().find(|at| reading.is_cue(*at, Cue::ThisRow) && reading.is_cue(at + 1, Cue::Then))?;
    let given = this > sentence.start && given(reading.word(this - 1));
    let (at, row) = only_name(reading, this..sentence.end)?;
    let only = only_name(reading, sentence.clone()).is_some();
    let required = reading.is_cue(at + 1, Cue::Required) || reading.is_cue(at - 1, Cue::Required);
    (given && only && required && !unclear(reading, sentence.clone()))
        .then(|| (Fact::Requires(vec![row.to_owned()]), sentence))
}

/// `Without other, this parameter is required`, or the other way round: one of both has to be sent.
fn without_other(reading: &Reading, sentence: Range<usize>) -> Option<(Fact, Range<usize>)> {
    let (other, row) = only_name(reading, sentence.clone())?;
    let own = sentence.clone().find(|at| reading.is_own(*at) || reading.is_cue(*at, Cue::ThisRow))?;
    let says = |at: usize, cue: Cue| reading.is_cue(at + 1, cue) || at > 0 && reading.is_cue(at - 1, cue);
    let (first, second) = (own.min(other), own.max(other));
    let told = says(first, Cue::Unset) && says(second, Cue::Required);
    let verdicts = sentence.clone().filter(|at| reading.is_cue(*at, Cue::Required)).count();
    let certain = told && verdicts == 1 && !unclear(reading, sentence.clone());
    certain.then(|| (Fact::AtLeastOne(vec![reading.row.name.to_owned(), row.to_owned()]), sentence))
}

fn given(word: &str) -> bool {
    GIVEN.iter().chain(&["使用", "设置", "填写", "传", "启用"]).any(|given| word.ends_with(given))
}

/// Words of obligation.
const MUST: &[&str] = &["必须", "需", "须", "应", "must"];

/// `must be given together with other`.
fn together(reading: &Reading, sentence: Range<usize>) -> Option<(Fact, Range<usize>)> {
    let (at, row) = only_name(reading, sentence.clone())?;
    let end = (at..sentence.end).find(|end| reading.ends(*end)).unwrap_or(sentence.end);
    let clause = reading.clause_start(at)..end;
    let words = reading.words(clause.clone()).to_ascii_lowercase();
    let must = MUST.iter().any(|word| words.contains(word)) && reading.has_in(clause.clone(), Cue::Along);
    // A condition is none when it is this row's being given.
    let conditional = (sentence.start..at).any(|at| match reading.cue(at) {
        Some(Cue::When) => true,
        Some(Cue::Then) => at == 0 || !reading.is_cue(at - 1, Cue::ThisRow),
        _ => false,
    });
    let certain = must && !conditional && !unclear(reading, sentence);
    certain.then(|| (Fact::Requires(vec![row.to_owned()]), clause))
}
