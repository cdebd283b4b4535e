//! What is remembered of a page: its facts, as the spec that they gave, and a mark for the wording of each description.
//! The wording itself is the page's, and is not kept.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use tablature_codegen::source::Node;

use crate::draft::{Draft, Side};
use crate::fingerprint::fingerprint;
use crate::write::{self, Settings};

/// The section with the marks.
pub(super) const DESCRIBED: &str = "described";

const HEAD: &str = "# The page as it was read last. Written by `cargo xtask transcribe`; not to be edited.\n";

/// The text to be remembered.
pub(crate) fn of(draft: &Draft, settings: &Settings) -> String {
    let undated = Settings { transcribed: None, ..settings.clone() };
    let mut text = format!("{HEAD}{}", write::spec(draft, &undated));
    let mut marks = String::new();
    for (side, row) in draft.rows() {
        let Some(mark) = row.cells.description.as_ref().and_then(|cell| mark(cell.text.as_str())) else { continue };
        let place = write::yaml::scalar(&place(side, &row.name));
        // Writing to a text cannot fail.
        let _ = writeln!(marks, "  {place}: \"{mark:016x}\"");
    }
    if !marks.is_empty() {
        let _ = write!(text, "\n{DESCRIBED}:\n{marks}");
    }
    text
}

fn place(side: Side<'_>, row: &str) -> String {
    match side {
        Side::Request => format!("request {row}"),
        Side::Response => format!("response {row}"),
        Side::Model(name) => format!("types {name} {row}"),
    }
}

/// The marks of a reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks<'n> {
    marks: BTreeMap<&'n str, &'n Node>,
}

impl<'n> Marks<'n> {
    /// Those of what was remembered of a page.
    pub(super) fn of(memory: &'n Node) -> Self {
        Self { marks: memory.get(DESCRIBED).map(Node::index).unwrap_or_default() }
    }

    /// The mark of a row's description; none, when there is none.
    pub(super) fn of_row(&self, table: &str, row: &str) -> Option<&'n str> {
        self.marks.get(format!("{table} {row}").as_str()).and_then(|node| node.text())
    }
}

/// A fingerprint of the letters and digits, so that marks stay the same whatever the markup does.
fn mark(text: &str) -> Option<u64> {
    let letters: String = text.chars().filter(|character| character.is_alphanumeric()).collect();
    (!letters.is_empty()).then(|| fingerprint(letters.bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_about_words() {
        assert_eq!(mark("a b, c."), mark("a  b c"));
        assert_ne!(mark("a b"), mark("a c"));
        assert_eq!(mark(" - "), None);
        assert_eq!(mark("a"), Some(0xaf63_dc4c_8601_ec8c));
    }
}
