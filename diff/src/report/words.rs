//! Texts of strangers inside of Markdown.

use crate::Change;

/// A text as code, whatever stands in it: backquotes get longer fences, line breaks and hidden characters go.
pub(crate) fn code(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let longest = plain.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if plain.starts_with('`') || plain.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{plain}{pad}{fence}")
}

/// A text in a line of Markdown: nothing in it means anything.
pub(crate) fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '@' | '!' | '~' => {
                shown.push('\\');
                shown.push(letter);
            }
            _ if letter.is_control() => shown.push(' '),
            _ => shown.push(letter),
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

/// The same in a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_strangers_stay_texts() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`a\nb"), "`` `a b ``");
        assert_eq!(plain("<b>@all</b>"), "\\<b\\>\\@all\\</b\\>");
    }
}
