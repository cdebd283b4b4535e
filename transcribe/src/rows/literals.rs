//! Types that are lists of values: `"on" | "off"`, `enum(on, off)`.

use crate::page::{Cell, Text};

/// What opens the values behind the word `enum`, and what closes them.
const BRACKETS: &[(char, char)] = &[('(', ')'), ('<', '>'), ('[', ']'), ('{', '}')];

/// The values that a cell of a type lists; none, when it is a type like others.
pub(super) fn values(cell: &Cell) -> Option<Text> {
    let trimmed = cell.text.trimmed();
    let text = trimmed.as_str();
    let quoted = |part: &str| {
        let part = part.trim();
        let ends = part.chars().next().zip(part.chars().next_back());
        part.len() > 2 && matches!(ends, Some(('"', '"') | ('\'', '\'')))
    };
    if text.contains('|') && text.split('|').all(quoted) {
        return Some(trimmed);
    }
    let rest = text.get(4..).filter(|_| text.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("enum")))?;
    let inside =
        BRACKETS.iter().find_map(|(open, close)| rest.trim_start().strip_prefix(*open)?.strip_suffix(*close))?;
    let start = text.len() - inside.len() - 1;
    inside.contains([',', '|', '/']).then(|| trimmed.part(start..start + inside.len()))
}
