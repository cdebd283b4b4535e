//! Characters that cannot be seen, in texts that people read. Names, which have no breaks either, are judged in `resolve`.

use super::node::Node;
use super::reader::Context;
use crate::diag::{Code, Diagnostic};
use crate::source::is_hidden;

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
    if let Some(character) = text.chars().find(|character| is_hidden(*character) && !matches!(character, '\n' | '\t')) {
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
