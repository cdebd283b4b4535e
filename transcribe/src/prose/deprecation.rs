//! Rows that should not be used any more, and what takes their place.

use super::cues::Cue;
use super::enums::{self, Listed};
use super::facts::Fact;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// Whether the row is out of use.
pub(super) fn candidates(reading: &Reading, lists: &[Listed]) -> Vec<Candidate> {
    let outside = |at: &usize| !enums::taken(lists, *at) && !about_values(reading, *at);
    let Some(at) = reading.all(Cue::Deprecated).find(outside) else { return Vec::new() };
    let successor = reading.all(Cue::Successor).find_map(|cue| {
        (cue + 1..cue + 3).find_map(|word| reading.sibling(reading.word(word)).filter(|name| *name != reading.row.name))
    });
    let doubt = reading.conditional(at).then_some(super::reading::ONLY_SOMETIMES);
    vec![Candidate { fact: Fact::Deprecated { successor: successor.map(str::to_owned) }, tokens: at..at + 1, doubt }]
}

/// Whether the text says so of an action: `deprecated boats` are what it is about.
pub(super) fn of_action(reading: &Reading) -> bool {
    let own =
        |at: usize| at == 0 || reading.is_mark(at - 1, "([") || reading.word(at).contains(['.', ':', ' ', '[', '(']);
    reading.all(Cue::Deprecated).any(|at| own(at) || !reading.word(at).is_ascii())
}

/// `other values are no longer used`: a word of the text stands before, in the same clause.
fn about_values(reading: &Reading, at: usize) -> bool {
    let lone = at == 0 || reading.is_mark(at - 1, "([");
    // "A, B (deprecated)": one of several values.
    let bracket = if reading.word(at).starts_with('(') { at } else { at.saturating_sub(1) };
    let listed = bracket > 1 && reading.is_mark(bracket - 2, ",、|") && (bracket == at || lone);
    if listed && reading.word(at).is_ascii() && reading.kind(bracket - 1) == Some(TokenKind::Word) {
        return true;
    }
    if reading.word(at).to_ascii_lowercase().starts_with("deprecated") {
        return !lone;
    }
    let start = reading.clause_start(at);
    (start..at).any(|before| enums::is_value(reading, before) && reading.word(before) != reading.row.name)
        && !reading.word(at).starts_with('(')
}
