//! Numbers with a meaning of their own, outside of the bounds: `1 to 30, -1 means for ever`.

use super::cues::Cue;
use super::facts::Fact;
use super::numbers;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// A bound of 1 begins at 0 when 0 has a meaning; another bound that refuses such a number is no certain one.
pub(super) fn allow(reading: &Reading, candidates: &mut [Candidate]) {
    let bounded = |candidate: &Candidate| matches!(candidate.fact, Fact::Min { .. } | Fact::Max { .. });
    if !candidates.iter().any(bounded) {
        return;
    }
    let special: Vec<f64> = (0..reading.tokens.len()).filter_map(|at| special(reading, candidates, at)).collect();
    for candidate in candidates {
        let refused = match &candidate.fact {
            Fact::Min { number, .. } => special.iter().find(|value| below(**value, number)).copied(),
            Fact::Max { number, .. } => special.iter().find(|value| above(**value, number)).copied(),
            _ => None,
        };
        match (&mut candidate.fact, refused) {
            (Fact::Min { number, inclusive: true }, Some(0.0))
                if number == "1" && special.iter().all(|v| *v >= 0.0) =>
            {
                *number = "0".to_owned();
            }
            (_, Some(0.0)) => candidate.doubt = candidate.doubt.or(Some("0 has a meaning of its own")),
            (_, Some(_)) => {
                candidate.doubt = candidate.doubt.or(Some("a number outside of it has a meaning of its own"))
            }
            (_, None) => {}
        }
    }
}

fn below(value: f64, bound: &str) -> bool {
    bound.parse().is_ok_and(|bound: f64| value < bound)
}

fn above(value: f64, bound: &str) -> bool {
    bound.parse().is_ok_and(|bound: f64| value > bound)
}

/// The number at a token, when the text tells what it means, or allows it beside a range.
fn special(reading: &Reading, candidates: &[Candidate], at: usize) -> Option<f64> {
    let number = reading.word(at).parse::<f64>().ok().filter(|_| reading.kind(at) == Some(TokenKind::Number))?;
    let signed = at > 0 && reading.is_mark(at - 1, "-") && reading.kind(at.wrapping_sub(2)) != Some(TokenKind::Number);
    let told = reading.is_cue(at + 1, Cue::Means)
        || reading.is_mark(at + 1, ":") && matches!(reading.kind(at + 2), Some(TokenKind::Han | TokenKind::Cue(_)))
        || at.checked_sub(1).is_some_and(|before| matches!(reading.word(before), "传" | "传入" | "填" | "传值"));
    // "0 disables it", "0 is for ever": it begins a thought.
    let next = reading.kind(at + 1);
    let zero = number == 0.0 && matches!(next, Some(TokenKind::Han | TokenKind::Cue(Cue::Is | Cue::Not)));
    let begins = reading.clause_start(at) == at && (zero || next == Some(TokenKind::Word));
    let told = told || begins && numbers::unit(reading, at + 1).is_none();
    let part = |fact: fn(&Fact) -> bool| {
        candidates.iter().any(|candidate| fact(&candidate.fact) && candidate.tokens.contains(&at))
    };
    let beside = |candidate: &Candidate| {
        let bounds = matches!(candidate.fact, Fact::Min { .. } | Fact::Max { .. });
        let joined = |and: usize| reading.is_cue(and, Cue::And);
        // `1~20，30，40`: a list that begins with a range.
        let listed = |mark: usize| reading.is_mark(mark, ",、") && (reading.ends(at + 1) || joined(at + 1));
        bounds
            && (joined(at + 1) && at + 2 == candidate.tokens.start
                || at > 0 && (joined(at - 1) || listed(at - 1)) && candidate.tokens.end + 1 == at)
    };
    let in_bounds = part(|fact| matches!(fact, Fact::Min { .. } | Fact::Max { .. } | Fact::MultipleOf(_)));
    let listed = part(|fact| matches!(fact, Fact::Allowed { .. })) && !candidates.iter().any(beside);
    let is_special = (told || signed || candidates.iter().any(beside)) && !in_bounds && !listed;
    is_special.then_some(if signed { -number } else { number })
}
