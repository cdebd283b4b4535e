//! Formats: times, Base64, JSON, addresses.

use super::cues::Cue;
use super::facts::{Fact, Format, Kind};
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

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
    let Some((at, format)) = found else {
        let written = |at: usize| digits(reading, at).or_else(|| sample(reading, at));
        return reading.all(Cue::Format).find_map(written).into_iter().collect();
    };
    let (format, doubt) = weigh(reading, at, format);
    format.map(|format| Candidate { fact: Fact::Format(format), tokens: at..at + 1, doubt }).into_iter().collect()
}

/// `the format is YYYY-MM-DD`: letters that stand for the figures of a time.
fn digits(reading: &Reading, cue: usize) -> Option<Candidate> {
    let at = reading.skip_links(cue + 1);
    let text = reading.kind(at) == Some(TokenKind::Word) || reading.kind(at) == Some(TokenKind::Quoted);
    let word = reading.word(at);
    let year = word.starts_with("YYYY") || word.starts_with("yyyy");
    let rest = reading
        .tokens
        .get(at + 1)
        .is_some_and(|next| !reading.ends(at + 1) || !next.spaced && reading.is_mark(at + 1, "/:"));
    if !text || !year || rest || reading.row.kind != Kind::Text || negated(reading, cue) || reading.exemplary(cue) {
        return None;
    }
    let mut pattern = String::new();
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut count = 1;
        while letters.next_if_eq(&letter).is_some() {
            count += 1;
        }
        match letter {
            'Y' | 'y' | 'M' | 'm' | 'D' | 'd' | 'H' | 'h' | 'S' | 's' => pattern += &format!("[0-9]{{{count}}}"),
            '-' | '/' | '_' if count == 1 => pattern.push(letter),
            _ => return None,
        }
    }
    let doubt = reading.conditional(cue).then_some(super::reading::ONLY_SOMETIMES);
    Some(Candidate { fact: Fact::Pattern(pattern), tokens: cue..at + 1, doubt })
}

/// Times in figures, each of which is a zero here.
const SAMPLES: &[(&str, Format)] = &[
    ("0000-00-00T00:00:00Z", Format::Iso8601),
    ("0000-00-00T00:00:00.000Z", Format::Iso8601),
    ("0000-00-00 00:00:00", Format::LocalTime),
    ("0000/00/00", Format::Date),
];

/// `the format is 2000-01-02 03:04:05`: a time that shows it.
fn sample(reading: &Reading, cue: usize) -> Option<Candidate> {
    let start = reading.skip_links(cue + 1);
    let at = reading.tokens.get(start)?.at.start;
    let rest = reading.text.slice(at..reading.text.even.len());
    let zeros =
        |text: &str| text.chars().map(|char| if char.is_ascii_digit() { '0' } else { char }).collect::<String>();
    let written = |sample: &str| {
        let over = rest
            .get(sample.len()..)
            .is_some_and(|rest| !rest.trim_start().starts_with(|next: char| next.is_ascii_alphanumeric()));
        rest.get(..sample.len()).is_some_and(|text| zeros(text) == sample) && over
    };
    let (_, format) = SAMPLES.iter().find(|(sample, _)| written(sample))?;
    let fits = reading.row.kind == Kind::Text && !negated(reading, cue) && !reading.exemplary(cue);
    let doubt = reading.conditional(cue).then_some(super::reading::ONLY_SOMETIMES);
    fits.then(|| Candidate { fact: Fact::Format(*format), tokens: cue..start + 1, doubt })
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
