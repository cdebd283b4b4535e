//! Texts that hold several values: `多个用逗号隔开`, `separated by commas`.

use super::cues::Cue;
use super::facts::{Fact, Kind, Separator};
use super::reading::{Candidate, ONLY_SOMETIMES, Reading};

/// Words for the marks, and the marks.
const MARKS: &[(Separator, &[&str])] = &[
    (Separator::Comma, &["逗号", "comma", ","]),
    (Separator::Semicolon, &["分号", "semicolon", ";"]),
    (Separator::Pipe, &["竖线", "pipe", "|"]),
];

/// What separates the values in the text.
pub(super) fn separator(reading: &Reading) -> Option<Separator> {
    at_cue(reading).map(|(separator, _)| separator)
}

fn at_cue(reading: &Reading) -> Option<(Separator, usize)> {
    reading.all(Cue::Separated).find_map(|cue| {
        let near = reading.words(cue.saturating_sub(7)..(cue + 1));
        // "Separated by" in English, "用…隔开" in Chinese.
        let window = match near.rfind(['用', '以', '由', '按']) {
            Some(start) => &near[start..],
            None if reading.word(cue).is_ascii() => {
                reading.words(cue.saturating_sub(1)..(cue + 6).min(reading.tokens.len()))
            }
            None => near.get(near.char_indices().rev().nth(8).map_or(0, |(at, _)| at)..).unwrap_or(near),
        };
        let written = near.rfind(['用', '以', '由', '按']).is_some();
        let mark = MARKS
            .iter()
            .find(|(_, words)| words.iter().any(|word| (written || word.len() > 1) && window.contains(word)))?;
        Some((mark.0, cue))
    })
}

/// The separator as a fact. A list by its type, whose entries have no number in their names, may travel so, too.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    let row = reading.row;
    let text = matches!(row.kind, Kind::Text | Kind::Unknown) && !row.name.ends_with(".N") && !row.name.ends_with(".n");
    let Some((separator, cue)) = at_cue(reading).filter(|_| text) else { return Vec::new() };
    let doubt = match () {
        () if reading.has(Cue::Json) => Some("the separator may be that of a JSON list"),
        () if reading.under_heading(reading.sentence(cue).start) => Some(ONLY_SOMETIMES),
        () => None,
    };
    vec![Candidate { fact: Fact::Separated(separator), tokens: cue..cue + 1, doubt }]
}
