//! Numbers with their signs and units, and the units' symbols.

use super::cues::Cue;
use super::reading::Reading;
use super::tokens::TokenKind;

/// Symbols of units, and the spellings that stand for them.
const UNITS: &[(&str, &[&str])] = &[
    ("s", &["s", "秒", "second", "seconds", "sec", "秒钟"]),
    ("ms", &["ms", "毫秒", "millisecond", "milliseconds"]),
    ("min", &["分钟", "minute", "minutes", "mins"]),
    ("h", &["小时", "hour", "hours", "h"]),
    ("d", &["天", "day", "days", "日"]),
    ("month", &["月", "个月", "month", "months"]),
    ("year", &["年", "year", "years"]),
    ("B", &["byte", "bytes", "字节", "个字节"]),
    ("KB", &["kb", "k", "kib"]),
    ("MB", &["mb", "m", "兆"]),
    ("GB", &["gb", "g"]),
    ("TB", &["tb", "t"]),
    ("PB", &["pb", "p"]),
    ("MiB", &["mib", "mi"]),
    ("GiB", &["gib", "gi"]),
    ("TiB", &["tib", "ti"]),
    ("bps", &["bps", "bit/s"]),
    ("Kbps", &["kbps", "kbit/s"]),
    ("Mbps", &["mbps", "mbit/s", "mbs"]),
    ("KB/s", &["kb/s"]),
    ("MB/s", &["mb/s"]),
    ("GB/s", &["gb/s"]),
    ("Gbps", &["gbps"]),
    ("%", &["%", "百分比", "percent"]),
    ("CNY", &["元", "人民币", "人民币元"]),
    ("px", &["px", "像素", "pixel", "pixels"]),
    ("fps", &["fps"]),
    ("Hz", &["hz"]),
    ("KHz", &["khz"]),
];

/// Spellings whose small letter tells bits from bytes.
const BITS: &[(&str, &str)] = &[("Kb/s", "Kbps"), ("kb/s", "Kbps"), ("Mb/s", "Mbps"), ("Gb/s", "Gbps")];

/// The symbol of a unit.
pub(super) fn symbol(spelling: &str) -> Option<&'static str> {
    if let Some((_, symbol)) = BITS.iter().find(|(bits, _)| *bits == spelling) {
        return Some(symbol);
    }
    let known = |spellings: &[&str]| spellings.iter().any(|known| known.eq_ignore_ascii_case(spelling));
    UNITS.iter().find(|(_, spellings)| known(spellings)).map(|(symbol, _)| *symbol)
}

/// Marks of powers.
const POWERS: &str = "^⁰¹²³⁴⁵⁶⁷⁸⁹";

/// A number in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// As printed, with its sign.
    pub text: String,
    /// The symbol of the unit behind it.
    pub unit: Option<&'static str>,
    /// Counted things follow (`个`), not a unit.
    pub pieces: bool,
    /// Characters follow.
    pub characters: bool,
    /// A comma stands in it that may as well part two thoughts.
    pub unclear: bool,
    /// The token after the number and its unit.
    pub end: usize,
}

/// Why a number is not certain.
pub(super) const UNCLEAR: &str = "the comma may stand in the number, or behind it";

impl Number {
    pub fn value(&self) -> f64 {
        self.text.parse().unwrap_or(f64::NAN)
    }

    pub fn count(&self) -> Option<u64> {
        self.text.parse().ok()
    }
}

/// The number that begins at token `at`.
pub(super) fn number(reading: &Reading, at: usize) -> Option<Number> {
    let negative = reading.is_mark(at, "-");
    let first = if negative { at + 1 } else { at };
    let (digits, glued) = match reading.kind(first)? {
        TokenKind::Number => (reading.word(first).to_owned(), None),
        TokenKind::Word => {
            let (digits, unit) = split(reading.word(first))?;
            (digits.to_owned(), Some(unit))
        }
        _ => return None,
    };
    // `2^16`: neither is the number.
    if reading.is_mark(first + 1, POWERS) || first > 0 && reading.is_mark(first - 1, "^") {
        return None;
    }
    if digits.len() > 18 || (digits.len() > 1 && digits.starts_with('0') && !digits.contains('.')) {
        return None;
    }
    let mut number = Number {
        text: if negative { format!("-{digits}") } else { digits },
        unit: glued,
        pieces: false,
        characters: false,
        unclear: false,
        end: first + 1,
    };
    if glued.is_none() {
        behind(reading, &mut number);
    }
    Some(number)
}

/// The number that begins at `at`, with the groups of three digits that commas part, where no list can stand. In Chinese,
/// a comma may as well part two thoughts.
pub(super) fn grouped(reading: &Reading, at: usize) -> Option<Number> {
    let first = number(reading, at)?;
    let glued = |token: usize| reading.tokens.get(token).is_some_and(|token| !token.spaced);
    let mut end = at + 1;
    let is_plain =
        |token: usize| reading.row.text.get(reading.text.origin(reading.bytes(token..token + 1))) == Some(",");
    while reading.is_mark(end, ",")
        && is_plain(end)
        && reading.kind(end + 1) == Some(TokenKind::Number)
        && reading.word(end + 1).len() == 3
        && glued(end)
        && glued(end + 1)
    {
        end += 2;
    }
    let digits = reading.word(at).len();
    if end == at + 1 || reading.kind(at) != Some(TokenKind::Number) || digits > 3 {
        return Some(first);
    }
    let unclear = reading.tokens.iter().any(|token| token.kind == TokenKind::Han);
    let text = reading.words(at..end).replace(',', "");
    let mut whole = Number { text, unit: None, pieces: false, characters: false, unclear, end };
    behind(reading, &mut whole);
    Some(whole)
}

/// `10GB` is a number and a unit.
fn split(word: &str) -> Option<(&str, &'static str)> {
    let digits = word.find(|char: char| !char.is_ascii_digit() && char != '.')?;
    if digits == 0 {
        return None;
    }
    Some((&word[..digits], symbol(&word[digits..])?))
}

/// What things are counted by, in words that begin many others.
const COUNTED: &[&str] = &["对", "名", "只", "笔"];

/// Takes the unit, or what is counted, behind a number.
fn behind(reading: &Reading, number: &mut Number) {
    let at = number.end;
    match reading.kind(at) {
        Some(TokenKind::Cue(Cue::Characters)) => {
            // A number is measured in bytes; a text is so long.
            let bytes = reading.row.kind.is_number().then(|| symbol(reading.word(at))).flatten();
            (number.unit, number.characters) = (bytes, bytes.is_none());
            number.end += 1;
        }
        Some(TokenKind::Cue(Cue::Pieces)) => {
            number.pieces = !matches!(reading.word(at), "次" | "核" | "页" | "行" | "块" | "张" | "份");
            number.end += 1;
            // "个月" is cut in two by the table, and "个字符" may be.
            if let Some(unit) = symbol(reading.word(number.end)) {
                number.unit = Some(unit);
                number.pieces = false;
                number.end += 1;
            } else if reading.is_cue(number.end, Cue::Characters) {
                number.characters = true;
                number.pieces = false;
                number.end += 1;
            }
        }
        Some(TokenKind::Word) if reading.is_cue(at + 1, Cue::Pieces) && reading.word(at + 1).is_ascii() => {
            number.pieces = true;
            number.end += 2;
        }
        Some(TokenKind::Han) if COUNTED.contains(&reading.word(at)) => {
            number.pieces = true;
            number.end += 1;
        }
        Some(TokenKind::Word | TokenKind::Han | TokenKind::Mark('%') | TokenKind::Cue(_)) => {
            if let Some(unit) = compound(reading, at).or_else(|| symbol(reading.word(at)).map(|unit| (unit, at + 1))) {
                (number.unit, number.end) = (Some(unit.0), unit.1);
            }
        }
        _ => {}
    }
}

/// A unit at token `at`, `MB/s` included, and the token after it.
pub(super) fn unit(reading: &Reading, at: usize) -> Option<(&'static str, usize)> {
    compound(reading, at).or_else(|| symbol(reading.word(at)).map(|unit| (unit, at + 1)))
}

fn compound(reading: &Reading, at: usize) -> Option<(&'static str, usize)> {
    if reading.is_mark(at + 1, "/") {
        return symbol(reading.words(at..at + 3)).map(|unit| (unit, at + 3));
    }
    None
}
