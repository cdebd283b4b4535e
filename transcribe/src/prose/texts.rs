//! What holds for a text as a whole: whether it may be empty, and that it is in lower case.

use super::cues::Cue;
use super::facts::{Fact, Kind};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};

/// What the description says of the text as a whole.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    if reading.row.kind != Kind::Text {
        return Vec::new();
    }
    (0..reading.tokens.len()).filter_map(|at| at_cue(reading, at)).collect()
}

fn at_cue(reading: &Reading, at: usize) -> Option<Candidate> {
    let fact = match reading.cue(at)? {
        Cue::NotBlank => Fact::MinLength(1),
        Cue::MayBeBlank => Fact::MinLength(0),
        // "In lower case and with a digit" is more than a case.
        Cue::LowerCase if reading.ends(at + 1) => Fact::LowerCase,
        _ => return None,
    };
    let doubt = (reading.conditional(at) || reading.has(Cue::Part)).then_some(ONLY_SOMETIMES);
    Some(Candidate { fact, tokens: at..at + 1, doubt })
}
