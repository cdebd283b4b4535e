//! Formats: times, Base64, JSON, addresses.

use super::cues::Cue;
use super::facts::{Fact, Format, Kind};
use super::reading::{Candidate, Reading};

/// Cues, and the formats that they name, the most telling first.
const FORMATS: &[(Cue, Format)] = &[
    (Cue::Base64, Format::Base64),
    (Cue::Milliseconds, Format::UnixMilliseconds),
    (Cue::Iso8601, Format::Iso8601),
    (Cue::LocalTime, Format::LocalTime),
    (Cue::UnixTime, Format::UnixSeconds),
    (Cue::Date, Format::Date),
    (Cue::Json, Format::Json),
    (Cue::Cidr, Format::Cidr),
    (Cue::Ip, Format::Ip),
    (Cue::Email, Format::Email),
    (Cue::Url, Format::Url),
    (Cue::Uuid, Format::Uuid),
];

/// The format that the description names.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    let found =
        FORMATS.iter().find_map(|(cue, format)| Some((reading.all(*cue).find(|at| !negated(reading, *at))?, *format)));
    let Some((at, format)) = found else { return Vec::new() };
    let (format, doubt) = weigh(reading, at, format);
    format.map(|format| Candidate { fact: Fact::Format(format), tokens: at..at + 1, doubt }).into_iter().collect()
}

fn negated(reading: &Reading, at: usize) -> bool {
    let clause = reading.clause_start(at);
    (clause..at).any(|before| matches!(reading.cue(before), Some(Cue::Not | Cue::NotRequired)))
}

/// Whether the format fits the row's type.
fn weigh(reading: &Reading, at: usize, format: Format) -> (Option<Format>, Option<&'static str>) {
    let row = reading.row;
    let text = matches!(row.kind, Kind::Text | Kind::Unknown);
    let conditional = reading.conditional(at).then_some(super::reading::ONLY_SOMETIMES);
    match format {
        Format::UnixSeconds if !matches!(row.kind, Kind::Integer | Kind::Text | Kind::Unknown) => (None, None),
        Format::UnixSeconds if in_milliseconds(reading) => (Some(Format::UnixMilliseconds), None),
        Format::UnixSeconds if text && !says_unix(reading) => (Some(format), Some("the row is a text")),
        Format::UnixSeconds | Format::UnixMilliseconds => (Some(format), None),
        _ if !text || row.list && format == Format::Json => (None, None),
        // What the members of a list are sent as, not one member.
        Format::Json if row.name.contains(".N") => (None, None),
        _ => (Some(format), conditional),
    }
}

fn in_milliseconds(reading: &Reading) -> bool {
    ["毫秒", "ms", "13位", "millisecond"].iter().any(|word| reading.text.even.contains(word))
}

fn says_unix(reading: &Reading) -> bool {
    let lower = reading.text.even.to_ascii_lowercase();
    lower.contains("unix") || lower.contains("10位") || lower.contains("秒级") || lower.contains("epoch")
}
