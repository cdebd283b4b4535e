//! What happens to a call that goes without the row: `when it is not sent, all are listed`.

use super::cues::Cue;
use super::defaults::known_behaviour;
use super::facts::{Fact, Kind};
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// No description speaks of it more often.
const MOST: usize = 16;

/// What the description says of calls without the row, when nothing else tells its default.
pub(super) fn candidates(reading: &Reading, found: &[Candidate]) -> Vec<Candidate> {
    let told = |candidate: &Candidate| matches!(candidate.fact, Fact::Default(_) | Fact::DefaultBehaviour(_));
    if !reading.row.request || reading.row.required == Some(true) || found.iter().any(told) {
        return Vec::new();
    }
    let mut cues = reading.all(Cue::Unset).take(MOST);
    cues.find_map(|at| used(reading, at).or_else(|| at_cue(reading, at))).into_iter().collect()
}

/// `If it is not given, "red" is used`.
fn used(reading: &Reading, at: usize) -> Option<Candidate> {
    let value = at + 1 + usize::from(reading.is_mark(at + 1, ","));
    let literal = matches!(reading.kind(value)?, TokenKind::Quoted | TokenKind::Number);
    let verb = value + 1 + usize::from(reading.is_cue(value + 1, Cue::Is) || reading.word(value + 1) == "will");
    let verb = verb + usize::from(reading.is_cue(verb, Cue::Is));
    let used =
        reading.word(value + 1).is_ascii() && matches!(reading.word(verb), "used" | "assumed" | "taken" | "applied");
    let over = reading.ends(verb + 1);
    let number =
        matches!(reading.row.kind, Kind::Integer | Kind::Float) == (reading.kind(value) == Some(TokenKind::Number));
    let text = matches!(reading.row.kind, Kind::Text | Kind::Unknown);
    let certain = literal && used && over && (text || number) && !reading.exemplary(at) && !reading.conditional(at);
    certain.then(|| Candidate {
        fact: Fact::Default(reading.word(value).to_owned()),
        tokens: at..verb + 1,
        doubt: None,
    })
}

fn at_cue(reading: &Reading, at: usize) -> Option<Candidate> {
    // A single letter is a word of many sentences: `empty`, `none`.
    let short = reading.word(at).chars().count() < 2;
    let negated = (reading.clause_start(at)..at).any(|before| reading.is_cue(before, Cue::Not));
    if short || negated || reading.exemplary(at) || reading.conditional(at) {
        return None;
    }
    let mut start = at + 1;
    while reading.is_mark(start, ",:") || matches!(reading.cue(start), Some(Cue::Then | Cue::Is | Cue::Means)) {
        start += 1;
    }
    let end = (start..reading.tokens.len()).find(|token| reading.ends(*token)).unwrap_or(reading.tokens.len());
    let verdict = |token: usize| {
        matches!(reading.cue(token), Some(Cue::Required | Cue::NotRequired | Cue::Not | Cue::Ineffective | Cue::Is))
    };
    // "All of the day on which the field begins" is not all.
    let limited = (start..end).any(|token| reading.is_sibling(reading.word(token)));
    let behaviour = known_behaviour(reading.words(start..end)).filter(|words| *words != "empty" && !limited);
    // What is not understood is worth a word only where the sentence plainly goes on to tell it.
    let told = start > at + 1 && start < end && !(start..end).any(verdict);
    (behaviour.is_some() || told).then(|| Candidate {
        fact: Fact::DefaultBehaviour(behaviour),
        tokens: at..end.max(at + 1),
        doubt: None,
    })
}
