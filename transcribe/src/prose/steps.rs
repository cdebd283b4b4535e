//! Steps: `步长: 10`, `must be a multiple of 1024`.

use super::cues::Cue;
use super::facts::{Fact, Kind};
use super::numbers::{self, Number};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};

/// The steps that the description states.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    if matches!(reading.row.kind, Kind::Boolean | Kind::Object | Kind::Float) {
        return Vec::new();
    }
    (0..reading.tokens.len()).filter_map(|at| at_cue(reading, at)).collect()
}

fn at_cue(reading: &Reading, cue: usize) -> Option<Candidate> {
    let (number, start) = match reading.cue(cue)? {
        Cue::Step => step(reading, cue)?,
        Cue::Multiple => around(reading, cue)?,
        _ => return None,
    };
    let whole = number.count().is_some_and(|step| step > 0);
    // "1, and otherwise multiples of 2".
    let partly = reading.words(reading.clause_start(start)..start).contains("其他");
    let doubt = match () {
        () if partly || reading.conditional(start) => Some(ONLY_SOMETIMES),
        () if reading.names_a_kind(start) => Some(ONLY_SOMETIMES),
        () => None,
    };
    whole.then(|| Candidate {
        fact: Fact::MultipleOf(number.text.clone()),
        tokens: start..number.end.max(cue + 1),
        doubt,
    })
}

/// The number stands behind the word, or before it: `以 10 为步长`.
fn step(reading: &Reading, cue: usize) -> Option<(Number, usize)> {
    let behind = numbers::number(reading, reading.skip_links(cue + 1)).map(|number| (number, cue));
    behind.or_else(|| {
        let is = cue.checked_sub(1).filter(|at| reading.is_cue(*at, Cue::Is))?;
        (is.saturating_sub(2)..is)
            .find_map(|at| numbers::number(reading, at).filter(|number| number.end == is).map(|number| (number, at)))
    })
}

/// The number stands before the words in Chinese, behind them in English.
fn around(reading: &Reading, cue: usize) -> Option<(Number, usize)> {
    if reading.word(cue).is_ascii() {
        return Some((numbers::number(reading, cue + 1)?, cue));
    }
    let number = (cue.saturating_sub(2)..cue)
        .find_map(|at| numbers::number(reading, at).filter(|number| number.end == cue).map(|number| (number, at)))?;
    Some(number)
}
