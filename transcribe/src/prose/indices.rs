//! The numbers of a list's entries when they are told apart: `n starts from 1, at most 5`.

use super::cues::Cue;
use super::measures::{Bound, Measured, Side};
use super::numbers;
use super::reading::Reading;
use super::tokens::TokenKind;

/// The letters that stand for the number of an entry.
pub(super) const LETTERS: &[&str] = &["n", "N", "m", "M"];

/// An upper bound right behind a clause that says where the numbering starts bounds the numbers.
pub(super) fn counted(reading: &Reading, measured: Measured) -> Measured {
    match first(reading, &measured) {
        Some((at, low)) => Measured {
            tokens: at..measured.tokens.end,
            bounds: std::iter::once(low).chain(measured.bounds).collect(),
            ..measured
        },
        None => measured,
    }
}

/// Where the clause before a lone upper bound says that the numbering starts.
fn first(reading: &Reading, measured: &Measured) -> Option<(usize, Bound)> {
    let [Bound { side: Side { upper: true, inclusive: true }, number }] = &measured.bounds[..] else { return None };
    // What is counted is no number of an entry: "at most 5 of them".
    if number.characters || number.pieces {
        return None;
    }
    let comma = measured.tokens.start.checked_sub(1).filter(|at| reading.is_mark(*at, ","))?;
    let clause = reading.clause_start(comma);
    let letter = (clause..comma).find(|at| LETTERS.contains(&reading.word(*at)))?;
    let at = letter + 2;
    let starts = matches!(reading.cue(letter + 1), Some(Cue::Between | Cue::Min));
    let low = numbers::number(reading, at).filter(|low| starts && low.count() < number.count())?;
    // Nothing but "on" or "counted" may stand behind the number.
    let rest = comma.checked_sub(low.end)?;
    let over = rest == 0 || (rest == 1 && reading.kind(low.end) == Some(TokenKind::Han));
    over.then_some((at, Bound { number: low, side: Side { upper: false, inclusive: true } }))
}
