//! Words that a page shows as code: what a description says of values stands in such words.

use crate::page::{Cell, Text};

/// The longest word that can be a value.
const LONGEST: usize = 64;

/// The text of a description, with quotes around words that are code and can be values. Numbers need none, and the names
/// of rows are no values.
pub(super) fn quoted(cell: &Cell, rows: &[&str]) -> Text {
    let whole = &cell.text;
    let is_value = |word: &str| {
        let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
        let word_like = word.len() <= LONGEST && word.bytes().all(part);
        word_like
            && word.starts_with(|first: char| first.is_ascii_alphabetic())
            && !PLAIN.contains(&word)
            && !rows.contains(&word)
    };
    let (mut text, mut end, mut between) = (Text::default(), 0, "");
    for part in &cell.code {
        if part.start >= end && whole.as_str().get(part.clone()).is_some_and(is_value) {
            text.join(between, &whole.part(end..part.start));
            text.join("`", &whole.part(part.clone()));
            (end, between) = (part.end, "`");
        }
    }
    text.join(between, &whole.part(end..whole.as_str().len()));
    text
}

/// Words that say the same with and without quotes.
const PLAIN: &[&str] = &["true", "false", "null"];
