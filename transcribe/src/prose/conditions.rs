//! Conditions between rows: required when, only effective when, one of several.

use std::ops::Range;

use super::cues::Cue;
use super::enums;
use super::facts::Fact;
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};
use super::tokens::TokenKind;

/// The rules that the description states.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let sentence = reading.sentence(at);
        found.extend(conditional(reading, sentence.clone()));
        found.extend(together(reading, sentence.clone()));
        at = sentence.end.max(at) + 1;
    }
    found
}

/// "When `field` is `value`, … is required", or "… has effect", or both.
fn conditional(reading: &Reading, sentence: Range<usize>) -> Vec<Candidate> {
    let required = |at: &usize| matches!(reading.cue(*at), Some(Cue::Required | Cue::Effective));
    let verdicts: Vec<usize> = sentence.clone().filter(required).collect();
    let sentence = match verdicts[..] {
        [verdict] => sentence.start..other_case(reading, verdict, sentence.end),
        _ => sentence,
    };
    let clear = sentence.clone().all(|at| {
        !matches!(
            reading.cue(at),
            Some(Cue::Not | Cue::NotRequired | Cue::Ineffective | Cue::OneOf | Cue::SomeOf | Cue::Example)
        )
    });
    match verdicts[..] {
        [verdict] if clear => of_verdict(reading, sentence, verdict).into_iter().collect(),
        // "… has effect, and is required": both under the one condition.
        [first, second] if clear && follows(reading, first, second) && reading.cue(first) != reading.cue(second) => {
            let Some(one) = of_verdict(reading, sentence.start..first + 1, first) else { return Vec::new() };
            let mut other = one.clone();
            (other.fact, other.tokens.end) = (opposite(&one.fact), second + 1);
            vec![one, other]
        }
        _ => Vec::new(),
    }
}

/// Where the sentence ends for a verdict: before a clause that says of another value that nothing is needed.
fn other_case(reading: &Reading, verdict: usize, end: usize) -> usize {
    let Some(comma) = (verdict + 1..end).find(|at| reading.is_mark(*at, ",")) else { return end };
    let taken_back = (comma..end).any(|at| matches!(reading.cue(at), Some(Cue::NotRequired | Cue::Ineffective)));
    let premised = (comma..end).any(|at| reading.is_cue(at + 1, Cue::Is) && reading.is_sibling(reading.word(at)));
    if taken_back && premised { comma } else { end }
}

/// Whether nothing but "and" stands between two verdicts.
fn follows(reading: &Reading, first: usize, second: usize) -> bool {
    (first + 1..second).all(|at| {
        reading.is_mark(at, ",")
            || reading.is_cue(at, Cue::And)
            || matches!(reading.word(at), "且" | "并且" | "并" | "且需" | "并需" | "且为")
    })
}

/// The other verdict under the same condition.
fn opposite(fact: &Fact) -> Fact {
    match fact.clone() {
        Fact::RequiredWhen { field, values } => Fact::OnlyWhen { field, values },
        Fact::OnlyWhen { field, values } => Fact::RequiredWhen { field, values },
        other => other,
    }
}

fn of_verdict(reading: &Reading, sentence: Range<usize>, verdict: usize) -> Option<Candidate> {
    if let Some(needed) = needed_with_this(reading, sentence.start..verdict) {
        return Some(Candidate {
            fact: Fact::Requires(vec![needed]),
            tokens: sentence.start..verdict + 1,
            doubt: None,
        });
    }
    // In English the condition stands behind: "is required when …".
    let behind = reading.word(verdict).is_ascii() && reading.has_in(verdict..sentence.end, Cue::When);
    let (field, values) = premise(reading, if behind { verdict + 1..sentence.end } else { sentence.start..verdict })?;
    let fact = match reading.cue(verdict) {
        Some(Cue::Required) => Fact::RequiredWhen { field, values },
        _ if !values.is_empty() => Fact::OnlyWhen { field, values },
        _ => return None,
    };
    // Between condition and verdict no other row may stand: it would be what is required.
    let subject = reading.word(verdict.saturating_sub(1));
    let other =
        reading.is_sibling(subject) && reading.cue(verdict) == Some(Cue::Required) && !reading.is_cue(verdict, Cue::Is);
    let doubt = (other && !is_premise(&fact, reading, subject)).then_some("another row may be meant");
    Some(Candidate { fact, tokens: sentence.start..verdict + 1, doubt })
}

/// "If images are given, `field` is required": the condition is this row, by its title and not by its name.
fn needed_with_this(reading: &Reading, tokens: Range<usize>) -> Option<String> {
    let needed = name(reading, tokens.end.checked_sub(1)?)?;
    let when = tokens.clone().find(|at| reading.is_cue(*at, Cue::When))?;
    let given = GIVEN.iter().any(|word| reading.word(when + 1).starts_with(word));
    let comma = (when..tokens.end).any(|at| reading.is_mark(at, ","));
    let others = tokens.clone().filter_map(|at| name(reading, at)).any(|other| other != needed);
    (given && comma && !others && !reading.has_in(tokens, Cue::Is)).then(|| needed.to_owned())
}

fn is_premise(fact: &Fact, reading: &Reading, subject: &str) -> bool {
    let named = reading.sibling(subject);
    match fact {
        Fact::RequiredWhen { field, values } => values.is_empty() && named == Some(field.as_str()),
        _ => false,
    }
}

/// The one sibling in these tokens, and the values that it is said to have.
fn premise(reading: &Reading, tokens: Range<usize>) -> Option<(String, Vec<String>)> {
    let mut siblings = tokens.clone().filter_map(|at| name(reading, at).map(|name| (at, name)));
    let (at, field) = siblings.next()?;
    if siblings.any(|(_, other)| other != field) {
        return None;
    }
    let is = if matches!(reading.word(at + 1), "parameter" | "field") { at + 2 } else { at + 1 };
    let equals =
        reading.is_cue(is, Cue::Is) || (reading.is_cue(is, Cue::Allowed) && reading.word(is).starts_with("取值"));
    if !equals {
        // "If `field` is given": the words of giving, and nothing else, stand beside it.
        let given = (tokens.start..at).any(|before| GIVEN.iter().any(|word| reading.word(before).ends_with(word)));
        return (given && (reading.ends(at + 1) || reading.is_cue(at + 1, Cue::Then)))
            .then(|| (field.to_owned(), Vec::new()));
    }
    let mut values = Vec::new();
    let mut next = reading.skip_links(is + 1);
    while next < tokens.end && enums::is_value(reading, next) {
        values.push(reading.word(next).to_owned());
        next += 1;
        if !(reading.is_cue(next, Cue::And) || reading.is_mark(next, "/、|")) {
            break;
        }
        next += 1;
    }
    let over = next >= tokens.end
        || reading.ends(next)
        || reading.is_mark(next, "(\"")
        || matches!(reading.cue(next), Some(Cue::Then | Cue::Required | Cue::Effective));
    (!values.is_empty() && over).then(|| (field.to_owned(), values))
}

pub(super) const GIVEN: &[&str] = &["指定", "指定了", "填写了", "传入", "设置了", "given", "specified"];

/// The other row that a token names.
pub(super) fn name<'a>(reading: &Reading<'a>, at: usize) -> Option<&'a str> {
    let named = matches!(reading.kind(at)?, TokenKind::Word | TokenKind::Quoted)
        .then(|| reading.sibling(reading.word(at)))??;
    (named != reading.row.name).then_some(named)
}

/// "Exactly one of", "at least one of", "not together".
fn together(reading: &Reading, sentence: Range<usize>) -> Vec<Candidate> {
    apart(reading, &sentence).unwrap_or_else(|| one_rule(reading, sentence).into_iter().collect())
}

/// `not together with a, b`: this row with neither, which says nothing of those two beside each other.
fn apart(reading: &Reading, sentence: &Range<usize>) -> Option<Vec<Candidate>> {
    let verdict = sentence.clone().find(|at| reading.is_cue(*at, Cue::NotTogether))?;
    let start = reading_start(reading, sentence, verdict);
    let rows: Vec<usize> = (start..verdict).filter(|at| name(reading, *at).is_some()).collect();
    let with = rows.first().is_some_and(|first| *first > start && reading.is_cue(first - 1, Cue::And));
    let listed = rows.windows(2).all(|pair| pair[0] + 2 == pair[1]) && rows.last() == Some(&verdict.checked_sub(1)?);
    let plain = !sentence.clone().any(|at| reading.is_cue(at, Cue::When));
    (rows.len() > 1 && with && listed && plain).then(|| {
        let beside = rows.iter().filter_map(|at| name(reading, *at));
        let fact = |other: &str| Fact::AtMostOne(vec![reading.row.name.to_owned(), other.to_owned()]);
        beside.map(|other| Candidate { fact: fact(other), tokens: start..verdict + 1, doubt: None }).collect()
    })
}

fn one_rule(reading: &Reading, sentence: Range<usize>) -> Option<Candidate> {
    let kind = |at: &usize| matches!(reading.cue(*at), Some(Cue::OneOf | Cue::SomeOf | Cue::NotTogether));
    let verdict = sentence.clone().find(kind)?;
    let mut rows: Vec<String> = Vec::new();
    let start = reading_start(reading, &sentence, verdict);
    // In English, the names of "at least one of" stand behind it.
    let behind = reading.is_cue(verdict, Cue::NotTogether) || reading.word(verdict).is_ascii();
    let end = if behind { sentence.end } else { verdict };
    for at in start..end {
        if let Some(row) = reading
            .sibling(reading.word(at))
            .filter(|_| matches!(reading.kind(at), Some(TokenKind::Word | TokenKind::Quoted)))
        {
            if !rows.iter().any(|known| known == row) {
                rows.push(row.to_owned());
            }
        } else if reading.kind(at) == Some(TokenKind::Word) && at + 1 < verdict && !rows.is_empty() {
            return None;
        }
    }
    let own = (start..end).any(|at| reading.is_cue(at, Cue::ThisRow)) || rows.len() == 1;
    if own && !rows.iter().any(|row| row == reading.row.name) {
        rows.insert(0, reading.row.name.to_owned());
    }
    if rows.len() < 2 || !rows.iter().any(|row| row == reading.row.name) {
        return None;
    }
    let fact = match reading.cue(verdict)? {
        Cue::OneOf => Fact::ExactlyOne(rows),
        Cue::SomeOf => Fact::AtLeastOne(rows),
        _ => Fact::AtMostOne(rows),
    };
    let both = ["优先", "同时填写", "takes precedence"].iter().any(|word| reading.text.even.contains(word));
    let doubt = match () {
        () if sentence.clone().any(|at| reading.is_cue(at, Cue::When) && reading.word(at) != "在") => {
            Some(ONLY_SOMETIMES)
        }
        () if both => Some("several may be sent, and one wins"),
        () => None,
    };
    Some(Candidate { fact, tokens: start..verdict + 1, doubt })
}

/// Where the names begin: after a bracket, when the verdict stands in one.
fn reading_start(reading: &Reading, sentence: &Range<usize>, verdict: usize) -> usize {
    (sentence.start..verdict)
        .rev()
        .find(|at| reading.is_mark(*at, "([") && reading.close(*at).is_some_and(|close| close > verdict))
        .map_or(sentence.start, |open| open + 1)
}
