//! Changes to a text, made where it stands: what is not named stays byte for byte.

use std::ops::Range;

use tablature_codegen::source::Node;

/// Replacements of parts of a text.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<(Range<usize>, String)>,
}

impl Edits {
    /// Puts a text in the place of these bytes. What is put in the same place stands in the order of the calls.
    pub(super) fn replace(&mut self, bytes: Range<usize>, with: impl Into<String>) {
        self.edits.push((bytes, with.into()));
    }

    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The changed text; none, when two changes are about the same bytes.
    pub(super) fn apply(mut self, text: &str) -> Option<String> {
        self.edits.sort_by_key(|(bytes, _)| (bytes.start, bytes.end > bytes.start));
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for (bytes, with) in self.edits {
            changed += text.get(done..bytes.start)?;
            changed += &with;
            done = bytes.end.max(done);
        }
        changed += text.get(done..)?;
        Some(changed)
    }
}

/// The bytes of the lines that a range touches, with the end of the last.
pub(super) fn lines(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = text.get(..bytes.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    start..line_end(text, bytes.end)
}

/// Lines, with the blank line in front of them when there is one behind them, too, or nothing.
pub(super) fn with_blank_line(text: &str, lines: Range<usize>) -> Range<usize> {
    let before = text.get(..lines.start).is_some_and(|before| before.ends_with("\n\n"));
    let behind = text.get(lines.end..).is_some_and(|rest| rest.is_empty() || rest.starts_with('\n'));
    lines.start - usize::from(before && behind)..lines.end
}

/// Where the line ends that a byte stands in, behind its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| at + length + 1)
}

/// How far the line is indented that a byte stands in.
pub(super) fn indent(text: &str, at: usize) -> usize {
    let start = lines(text, &(at..at)).start;
    text.get(start..).map_or(0, |line| line.len() - line.trim_start_matches(' ').len())
}

/// Lines, moved to another indentation.
pub(super) fn indented(lines: &str, from: usize, to: usize) -> String {
    let moved = lines.split_inclusive('\n').map(|line| {
        let blank = line.len() - line.trim_start_matches(' ').len();
        let body = line.get(from.min(blank)..).unwrap_or_default();
        if body.trim().is_empty() { body.to_owned() } else { format!("{}{body}", " ".repeat(to)) }
    });
    let mut moved: String = moved.collect();
    if !moved.ends_with('\n') {
        moved.push('\n');
    }
    moved
}

/// Whether somebody wrote a comment into a part of a text, on its last line behind it, or right above it.
pub(super) fn has_comment(text: &str, bytes: &Range<usize>, node: &Node) -> bool {
    let own = lines(text, bytes);
    let above = text.get(..own.start).and_then(|before| before.trim_end_matches('\n').rsplit('\n').next());
    let directly = text.get(..own.start).is_some_and(|before| !before.ends_with("\n\n"));
    if directly && above.is_some_and(|line| line.trim_start().starts_with('#')) {
        return true;
    }
    has_inner_comment(text, bytes.start..own.end, node)
}

/// Whether a comment stands in a range beside the values of a node. A key with such a mark counts as one, to be safe.
pub(super) fn has_inner_comment(text: &str, within: Range<usize>, node: &Node) -> bool {
    let mut leaves = Vec::new();
    collect(node, &mut leaves);
    let mut at = within.start;
    let ends = leaves.iter().map(|leaf| (leaf.start, leaf.end)).chain([(within.end, within.end)]);
    for (start, end) in ends {
        if text.get(at..start).is_some_and(|gap| gap.contains('#')) {
            return true;
        }
        at = end.max(at);
    }
    false
}

fn collect(node: &Node, leaves: &mut Vec<Range<usize>>) {
    for entry in node.entries() {
        leaves.push(entry.key_bytes.clone());
        collect(&entry.node, leaves);
    }
    for item in node.items() {
        collect(item, leaves);
    }
    if node.text().is_some() {
        leaves.push(node.bytes.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_leave_the_rest_alone() {
        let mut edits = Edits::default();
        edits.replace(4..6, "");
        edits.replace(4..4, "x\n");
        edits.replace(1..2, "B");
        assert_eq!(edits.apply("abc\nd\ne").as_deref(), Some("aBc\nx\ne"));
        let mut clash = Edits::default();
        clash.replace(0..2, "");
        clash.replace(1..3, "");
        assert_eq!(clash.apply("abc"), None);
    }

    #[test]
    fn comments_are_seen_wherever_they_stand() {
        for (text, expected) in [
            ("a: { b: \"#\" }\n", false),
            ("a: { b: 1 } # why\n", true),
            ("a:\n  # why\n  b: 1\n", true),
            ("# why\na: 1\n", true),
            ("# head\n\na: 1\n", false),
        ] {
            let node = Node::read(text).unwrap_or_else(|| panic!("{text}"));
            let entry = &node.entries()[0];
            assert_eq!(has_comment(text, &entry.bytes(), &entry.node), expected, "{text}");
        }
    }

    #[test]
    fn lines_move() {
        assert_eq!(indented("  a:\n    b: 1", 2, 4), "    a:\n      b: 1\n");
        assert_eq!(indent("x\n   y", 5), 3);
    }
}
