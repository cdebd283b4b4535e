//! Texts of strangers in reports: no page and no spec says what a terminal or a comment does.

use std::fmt::Write as _;

use crate::Change;

/// Values are shown up to this many characters; JSON has them whole.
const LONGEST: usize = 200;

/// A text in one line, as it can be shown: what moves the cursor, or turns the direction of writing, is written out, and
/// the end of a long text is left out.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len().min(4 * LONGEST));
    for letter in text.chars().take(LONGEST) {
        match letter {
            '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                shown.extend(letter.escape_unicode());
            }
            _ if letter.is_control() => shown.extend(letter.escape_default()),
            _ => shown.push(letter),
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A text as code in Markdown, whatever stands in it: nothing in it is a mention, a link, a picture or the end of anything,
/// also in a cell of a table.
pub(crate) fn code(text: &str) -> String {
    let shown = visible(text);
    if shown.is_empty() {
        return "`\"\"`".to_owned();
    }
    // In a cell, a bar ends the cell even inside of backquotes.
    if shown.contains('|') {
        return format!("<code>{}</code>", entities(&shown));
    }
    let longest = shown.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if shown.starts_with('`') || shown.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// A text whose signs mean nothing in Markdown or in HTML.
fn entities(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            let _ = write!(shown, "&#{};", letter as u32);
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// What was and what is, as code: `` `20` → `50` ``.
pub(crate) fn step(change: &Change) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("{} → {}", code(before), code(after)),
        (Some(before), None) => format!("was {}", code(before)),
        (None, Some(after)) => format!("now {}", code(after)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_strangers_stay_texts() {
        for (text, shown) in [
            ("a", "`a`"),
            ("", "`\"\"`"),
            ("a`b", "``a`b``"),
            ("`a\nb", "`` `a\\nb ``"),
            ("@all </details> ![x](y)", "`@all </details> ![x](y)`"),
            ("a|`@b`", "<code>a&#124;&#96;&#64;b&#96;</code>"),
            ("\\|", "<code>&#92;&#124;</code>"),
        ] {
            assert_eq!(code(text), shown, "{text}");
        }
    }

    #[test]
    fn nothing_moves_the_cursor_and_nothing_is_endless() {
        assert_eq!(visible("\u{1b}[2J\u{202e}x\r"), "\\u{1b}[2J\\u{202e}x\\r");
        assert_eq!(visible(&"x".repeat(100_000)).chars().count(), LONGEST + 1);
        assert!(!visible(&"x".repeat(LONGEST)).contains('…'));
    }
}
