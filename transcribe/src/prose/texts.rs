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

/// Words for the case that the row is sent at all.
const GIVEN: &[&str] = &["一旦传", "如果传入该值", "若传入该值", "once it is given", "if it is given"];

fn at_cue(reading: &Reading, at: usize) -> Option<Candidate> {
    let fact = match reading.cue(at)? {
        Cue::NotBlank => Fact::MinLength(1),
        Cue::MayBeBlank => Fact::MinLength(0),
        // "In lower case and with a digit" is more than a case.
        Cue::LowerCase if reading.ends(at + 1) => Fact::LowerCase,
        _ => return None,
    };
    // "Once it is given": the condition that every constraint has.
    let sentence = reading.sentence(at);
    let given = GIVEN.iter().any(|word| reading.words(sentence.start..at).contains(word));
    let doubt = (reading.conditional(at) && !given || reading.has(Cue::Part)).then_some(ONLY_SOMETIMES);
    Some(Candidate { fact, tokens: at..at + 1, doubt })
}
