//! Characters that cannot be seen, in texts that people read. Names have a stricter rule of their own, in `resolve`.

use super::node::Node;
use super::reader::Context;
use crate::diag::{Code, Diagnostic};

/// Keys whose values are texts in our own words, or in the provider's.
const READ_BY_PEOPLE: [&str; 13] = [
    "doc",
    "title",
    "notes",
    "message",
    "label",
    "reason",
    "use",
    "default_is",
    "empty",
    "unit",
    "required_for",
    "only_for",
    "repaired",
];

/// Reports the first character of a text that cannot be seen. Line breaks and tabs can.
pub(super) fn report(context: &Context<'_>, node: &Node, key: &str, text: &str) {
    if !READ_BY_PEOPLE.contains(&key) {
        return;
    }
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return;
    }
    if let Some(character) = text.chars().find(|character| is_hidden(*character)) {
        let what = if character.is_control() { "a control character" } else { "a character without a shape" };
        let diagnostic =
            Diagnostic::new(Code::HiddenCharacter, format!("`{key}` holds {what}, U+{:04X}", u32::from(character)));
        context.sink.push(
            diagnostic
                .at(context.at(node), "in this text")
                .help("remove it; such characters can change how the rest of the line reads"),
        );
    }
}

fn is_hidden(character: char) -> bool {
    let plain = matches!(character, '\n' | '\t');
    let shapeless = matches!(character, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}');
    (character.is_control() && !plain) || shapeless
}

#[cfg(test)]
mod tests {
    use super::is_hidden;

    #[test]
    fn breaks_and_wide_letters_can_be_seen() {
        assert!("中文 – \"é\"\n\t".chars().all(|character| !is_hidden(character)));
        assert!(['\0', '\r', '\u{7f}', '\u{202e}', '\u{feff}', '\u{200b}'].into_iter().all(is_hidden));
    }
}
