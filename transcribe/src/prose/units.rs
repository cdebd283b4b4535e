//! Units: said in words, in brackets behind the title, or by the numbers themselves.

use super::cues::Cue;
use super::enums::{self, Listed};
use super::facts::{Fact, Kind};
use super::numbers;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// The unit that the words name.
pub(super) fn declared(reading: &Reading) -> Option<&'static str> {
    said(reading).map(|(unit, _)| unit)
}

fn said(reading: &Reading) -> Option<(&'static str, std::ops::Range<usize>)> {
    let cued = reading.all(Cue::Unit).find_map(|cue| {
        let behind = numbers::unit(reading, reading.skip_links(cue + 1));
        behind.map(|(unit, end)| (unit, cue..end)).or_else(|| before(reading, cue))
    });
    cued.or_else(|| measured_in(reading)).or_else(|| {
        (1..reading.tokens.len()).find_map(|open| {
            let worded = matches!(
                reading.kind(open.checked_sub(1)?),
                Some(TokenKind::Han | TokenKind::Word | TokenKind::Cue(_))
            );
            let (unit, end) = numbers::unit(reading, open + 1)?;
            let word = reading.kind(open + 1) == Some(TokenKind::Word)
                || matches!(unit, "s" | "min" | "h" | "d" | "month" | "year" | "ms" | "CNY" | "%");
            (reading.is_mark(open, "(") && worded && word && reading.close(open) == Some(end))
                .then_some((unit, open..end + 1))
        })
    })
}

/// `Interval in seconds`.
fn measured_in(reading: &Reading) -> Option<(&'static str, std::ops::Range<usize>)> {
    let measured = (1..reading.tokens.len()).filter(|at| reading.row.kind.is_number() && reading.word(*at) == "in");
    measured.into_iter().find_map(|at| {
        let (unit, end) = numbers::unit(reading, at + 1)?;
        let over = reading.ends(end) || reading.is_mark(end, "(");
        // "In minutes" tells a unit, "in one minute" and "in May" do not.
        let spelt = reading.word(at + 1).ends_with('s') || reading.word(at + 1).ends_with('B');
        (over && spelt).then_some((unit, at..end))
    })
}

/// `以 GB 为单位`.
fn before(reading: &Reading, cue: usize) -> Option<(&'static str, std::ops::Range<usize>)> {
    let is = cue.checked_sub(1).filter(|at| reading.is_cue(*at, Cue::Is))?;
    let start = (is.saturating_sub(3)..is).find(|at| numbers::unit(reading, *at).is_some_and(|(_, end)| end == is))?;
    numbers::unit(reading, start).map(|(unit, _)| (unit, start..cue + 1))
}

/// A lone `M` is megabytes, but of a bandwidth megabits a second; so is `Mb`.
fn of_bandwidth(reading: &Reading, unit: &'static str, tokens: &std::ops::Range<usize>) -> &'static str {
    let digits = |char: char| char.is_ascii_digit() || char == '.';
    let symbol = |at: usize| reading.word(at).trim_start_matches(digits);
    let lone = tokens.clone().any(|at| matches!(symbol(at), "M" | "K" | "G" | "Mb" | "Kb" | "Gb"));
    let bandwidth = reading.text.even.contains("带宽") || reading.row.name.to_ascii_lowercase().contains("bandwidth");
    match unit {
        "MB" if lone && bandwidth => "Mbps",
        "KB" if lone && bandwidth => "Kbps",
        "GB" if lone && bandwidth => "Gbps",
        other => other,
    }
}

/// The unit of the row's numbers.
pub(super) fn candidates(reading: &Reading, lists: &[Listed], found: &[Candidate]) -> Vec<Candidate> {
    if matches!(reading.row.kind, Kind::Boolean | Kind::Object | Kind::Unknown)
        || reading.has(Cue::UnixTime)
        || reading.has(Cue::Milliseconds)
    {
        return Vec::new();
    }
    if let Some((unit, tokens)) = said(reading).filter(|(_, tokens)| !enums::taken(lists, tokens.start)) {
        let others = reading.all(Cue::Unit).map(|cue| reading.skip_links(cue + 1)).chain([tokens.end]);
        let several = others.filter_map(|at| numbers::unit(reading, at)).any(|(other, _)| other != unit);
        let unit = of_bandwidth(reading, unit, &tokens);
        let doubt = several.then_some("the text names several units");
        return vec![Candidate { fact: Fact::Unit(unit.to_owned()), tokens, doubt }];
    }
    if !reading.row.kind.is_number() {
        return Vec::new();
    }
    // The numbers of certain bounds carry it, and all the same.
    let bounds = found
        .iter()
        .filter(|candidate| candidate.doubt.is_none() && matches!(candidate.fact, Fact::Min { .. } | Fact::Max { .. }));
    let mut units = bounds.filter_map(|candidate| {
        candidate
            .tokens
            .clone()
            .rev()
            .find_map(|at| numbers::number(reading, at).and_then(|number| number.unit))
            .map(|unit| (unit, candidate.tokens.clone()))
    });
    let Some((unit, tokens)) = units.next() else { return Vec::new() };
    // A small `m` may be minutes.
    if reading.words(tokens.clone()).ends_with('m') {
        return Vec::new();
    }
    let same = units.all(|(other, _)| other == unit);
    let unit = of_bandwidth(reading, unit, &tokens);
    same.then(|| Candidate { fact: Fact::Unit(unit.to_owned()), tokens, doubt: None }).into_iter().collect()
}
