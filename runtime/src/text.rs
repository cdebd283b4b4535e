//! Texts for people.

use std::borrow::Cow;

/// What is shown in place of a secret.
pub(crate) const REDACTED: &str = "[redacted]";

/// So many characters of a value are shown.
const SHOWN: usize = 60;

/// The text in quotes, with control characters escaped, cut when it is long.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => format!("{text:?}"),
        Some((end, _)) => format!("{:?}… ({} characters)", &text[..end], text.chars().count()),
    }
}

/// A name that others gave: as it is, or [`quoted`] when it is long, or a terminal would not show it as it is.
pub(crate) fn shown_name(name: &str) -> Cow<'_, str> {
    let is_short = name.chars().nth(SHOWN).is_none();
    if is_short && name.escape_debug().eq(name.chars()) { name.into() } else { quoted(name).into() }
}

/// Texts joined as in a sentence: `a`, `b` and `c`.
pub(crate) fn listed(texts: &[&str], last: &str) -> String {
    match texts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [front @ .., end] => format!("{} {last} {end}", front.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(quoted("a\"b\n"), r#""a\"b\n""#);
        assert_eq!(quoted(&"é".repeat(60)), format!("\"{}\"", "é".repeat(60)));
        assert_eq!(quoted(&"é".repeat(61)), format!("\"{}\"… (61 characters)", "é".repeat(60)));
    }

    #[test]
    fn names_of_others_stay_on_their_line() {
        assert_eq!(shown_name("Größe"), "Größe");
        assert_eq!(shown_name("a\nmismatch: x"), r#""a\nmismatch: x""#);
        assert_eq!(shown_name("\u{1b}[2J\u{202e}"), r#""\u{1b}[2J\u{202e}""#);
        assert!(shown_name(&"x".repeat(1 << 20)).len() < 100);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(&[], "or"), "");
        assert_eq!(listed(&["a"], "or"), "a");
        assert_eq!(listed(&["a", "b", "c"], "or"), "a, b or c");
    }
}
