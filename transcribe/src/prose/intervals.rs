//! Ranges with two ends: `[1,100]`, `(0,100]`, `1-100`, `1~100`, `8到16`.

use super::cues::Cue;
use super::measures::{Bound, Measured, Side};
use super::numbers::{self, Number};
use super::reading::Reading;
use super::tokens::TokenKind;

/// The ranges of a description.
pub(super) fn measured(reading: &Reading) -> Vec<Measured> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        match endless(reading, at).or_else(|| bracketed(reading, at)).or_else(|| bare(reading, at)) {
            Some(measured) => {
                at = measured.tokens.end.max(at + 1);
                found.push(measured);
            }
            None => at += 1,
        }
    }
    found
}

/// `[0, ∞)`: only one end is a number.
fn endless(reading: &Reading, open: usize) -> Option<Measured> {
    let low = reading.is_mark(open, "[(").then(|| numbers::number(reading, open + 1))??;
    let sign = reading.is_mark(low.end + 1, "+");
    let end = low.end + 1 + usize::from(sign);
    let over = reading.is_mark(low.end, ",~-") && reading.is_mark(end, "∞") && reading.close(open) == Some(end + 1);
    let side = Side { upper: false, inclusive: reading.is_mark(open, "[") };
    over.then(|| Measured {
        bounds: vec![Bound { number: low, side }],
        tokens: open..end + 2,
        cued: true,
        length: false,
    })
}

fn bracketed(reading: &Reading, open: usize) -> Option<Measured> {
    if !reading.is_mark(open, "[(") {
        return None;
    }
    let low = numbers::number(reading, open + 1)?;
    let comma = reading.is_mark(low.end, ",、");
    let between = if comma { low.end + 1 } else { dash(reading, low.end)? };
    let high = numbers::number(reading, between)?;
    if reading.close(open) != Some(high.end) {
        return None;
    }
    let (round_low, round_high) = (reading.is_mark(open, "("), reading.is_mark(high.end, ")"));
    let both_round = round_low && round_high;
    if both_round && comma {
        return None;
    }
    let mut end = high.end + 1;
    let mut high = high;
    // The unit may stand behind the bracket.
    if reading.is_cue(end, Cue::Characters) {
        high.characters = true;
        end += 1;
    } else if let Some((unit, after)) = numbers::unit(reading, end) {
        high.unit = high.unit.or(Some(unit));
        end = after;
    }
    interval(reading, open, end, (low, !round_low || both_round), (high, !round_high || both_round))
}

fn bare(reading: &Reading, at: usize) -> Option<Measured> {
    let low = numbers::number(reading, at)?;
    // A part of something longer: a date, a version, an address.
    if at > 0
        && (reading.is_mark(at - 1, "-~./:+*") || reading.kind(at - 1) == Some(TokenKind::Number))
        && !reading.is_mark(at, "-")
        && !reading.is_mark(at - 1, ":")
    {
        return None;
    }
    let high = numbers::grouped(reading, dash(reading, low.end)?)?;
    if reading.is_mark(high.end, "-~:/.+*") {
        return None;
    }
    interval(reading, at, high.end, (low, true), (high, true))
}

/// The token after what joins the ends of a range.
fn dash(reading: &Reading, at: usize) -> Option<usize> {
    let joins = reading.is_mark(at, "-~")
        || reading.is_cue(at, Cue::To)
        || (reading.is_cue(at, Cue::And) || reading.word(at) == "up to") && between_before(reading, at);
    let mut next = at + 1;
    while joins
        && (reading.is_mark(next, "-~") && reading.is_mark(next - 1, "-~"))
        && next < at + 4
        && reading.kind(next + 1) != Some(TokenKind::Number)
    {
        next += 1;
    }
    joins.then_some(next)
}

fn between_before(reading: &Reading, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|token| reading.is_cue(token, Cue::Between))
}

fn interval(
    reading: &Reading,
    start: usize,
    end: usize,
    low: (Number, bool),
    high: (Number, bool),
) -> Option<Measured> {
    if low.0.value() >= high.0.value() {
        return None;
    }
    let mut low = low;
    low.0.unit = low.0.unit.or(high.0.unit);
    low.0.characters |= high.0.characters;
    low.0.pieces |= high.0.pieces;
    let mut high = high;
    // "20G-2T" has two units; the caller sees it by the difference.
    high.0.unit = high.0.unit.or(low.0.unit);
    let bound = |(number, inclusive), upper| Bound { number, side: Side { upper, inclusive } };
    let cued = announced(reading, start);
    Some(Measured { bounds: vec![bound(low, false), bound(high, true)], tokens: start..end, cued, length: false })
}

/// Whether the words before say that a range follows.
fn announced(reading: &Reading, start: usize) -> bool {
    let clause = reading.clause_start(start);
    (clause..start).any(|at| {
        matches!(
            reading.cue(at),
            Some(Cue::Range | Cue::Allowed | Cue::Only | Cue::Length | Cue::Items | Cue::Between | Cue::Supports)
        )
    })
}
