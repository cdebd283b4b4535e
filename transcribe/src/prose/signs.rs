//! Lower bounds that are said without a number: `a positive integer`.

use super::cues::Cue;
use super::facts::{Fact, Kind};
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// Words, and the least number that they accept.
const SIGNS: &[(Cue, i64)] = &[(Cue::Positive, 1), (Cue::NotNegative, 0)];

/// The lower bound that words give to a whole number, unless the text names one itself or speaks of a number below it.
pub(super) fn candidates(reading: &Reading, found: &[Candidate]) -> Vec<Candidate> {
    let bounded = |candidate: &Candidate| matches!(candidate.fact, Fact::Min { .. } | Fact::Allowed { .. });
    if reading.row.kind != Kind::Integer || reading.row.list || found.iter().any(bounded) {
        return Vec::new();
    }
    let sign = SIGNS.iter().find_map(|(cue, least)| Some((reading.all(*cue).next()?, *least)));
    sign.and_then(|(at, least)| bound(reading, at, least)).into_iter().collect()
}

fn bound(reading: &Reading, at: usize, least: i64) -> Option<Candidate> {
    let below = (0..reading.tokens.len()).filter(|at| reading.kind(*at) == Some(TokenKind::Number)).any(|number| {
        let negative = number > 0 && reading.is_mark(number - 1, "-");
        negative || reading.word(number).parse::<f64>().is_ok_and(|number| number < least as f64)
    });
    // "An integer or a positive …", "not a positive …": something else is accepted, too.
    let start = reading.clause_start(at);
    let other = (start..at).any(|before| matches!(reading.cue(before), Some(Cue::And | Cue::Not)));
    let alternative = reading.is_cue(at + 1, Cue::And);
    if below || other || alternative || reading.exemplary(at) || reading.conditional(at) {
        return None;
    }
    let fact = Fact::Min { number: least.to_string(), inclusive: true };
    Some(Candidate { fact, tokens: at..at + 1, doubt: None })
}
