//! What changes in one map or list, and how that is written: in lines of their own, or between braces.

use std::ops::Range;

use tablature_codegen::source::{Node, Value};

use super::edit::{self, Edits};

/// A text with its tree.
#[derive(Clone, Copy)]
pub(super) struct Written<'w> {
    pub(super) text: &'w str,
    pub(super) node: &'w Node,
}

/// What happens to the parts of a map or a list.
pub(super) enum Change {
    /// The value of this part becomes another.
    Set(usize, String),
    /// This part goes.
    Remove(usize),
    /// A part comes, behind this one; none, in front of all.
    Insert(Option<usize>, Part),
}

/// A part to be put in, in both ways of writing.
pub(super) struct Part {
    /// Whole lines, and their indentation.
    pub(super) lines: (String, usize),
    /// Between braces or brackets.
    pub(super) flow: String,
}

impl Part {
    /// A part of a text: its bytes (with the key), its key, its value.
    pub(super) fn of(text: &str, bytes: &Range<usize>, key: Option<&str>, node: &Node) -> Self {
        let value = flow(text, node);
        let flow = key.map_or(value.clone(), |key| format!("{}: {value}", crate::write::yaml::scalar(key)));
        let whole = edit::lines(text, bytes);
        let in_front = text.get(whole.start..bytes.start).unwrap_or_default().trim_start();
        let mark = if key.is_some() { "" } else { "- " };
        if in_front == mark {
            let lines = text.get(whole).unwrap_or_default().to_owned();
            return Self { lines: (lines, edit::indent(text, bytes.start)), flow };
        }
        Self { lines: (format!("{mark}{flow}\n"), 0), flow }
    }
}

/// A value as it stands in braces.
pub(super) fn flow(text: &str, node: &Node) -> String {
    if node.flow || node.text().is_some() {
        // The bytes of a list reach to what stands behind it.
        return text.get(node.bytes.clone()).unwrap_or_default().trim_end().to_owned();
    }
    match &node.value {
        Value::List(items) => format!("[{}]", items.iter().map(|item| flow(text, item)).collect::<Vec<_>>().join(", ")),
        _ => {
            let entry = |key: &Range<usize>, node: &Node| {
                format!("{}: {}", text.get(key.clone()).unwrap_or_default(), flow(text, node))
            };
            let entries: Vec<_> = node.entries().iter().map(|known| entry(&known.key_bytes, &known.node)).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// The bytes of a part of a map or list, and its value.
fn part(node: &Node, index: usize) -> Option<(Range<usize>, &Node)> {
    match &node.value {
        Value::Map(entries) => entries.get(index).map(|entry| (entry.bytes(), &entry.node)),
        Value::List(items) => items.get(index).map(|item| (item.bytes.clone(), item)),
        Value::Text(_) | Value::Literal(_) => None,
    }
}

/// All parts of a map or list.
fn parts(node: &Node) -> Vec<(Range<usize>, &Node)> {
    (0..node.entries().len().max(node.items().len())).filter_map(|index| part(node, index)).collect()
}

/// Makes the changes. Of what stands in braces the new text is given back, for the one who writes what is around it.
pub(super) fn make(written: Written<'_>, changes: Vec<Change>, edits: &mut Edits) -> Option<String> {
    if changes.is_empty() {
        return None;
    }
    if written.node.flow {
        return Some(rebuilt(written, changes));
    }
    let parts = parts(written.node);
    let to = parts.first().map_or(2, |(bytes, _)| edit::indent(written.text, bytes.start));
    let front = match parts.first() {
        Some((bytes, _)) => edit::lines(written.text, bytes).start,
        None => edit::line_end(written.text, written.node.bytes.end),
    };
    for change in changes {
        match change {
            Change::Set(index, value) => {
                edits.replace(parts.get(index).map_or(0..0, |(_, node)| node.bytes.clone()), value);
            }
            Change::Remove(index) => {
                let bytes = parts.get(index).map_or(0..0, |(bytes, _)| edit::lines(written.text, bytes));
                edits.replace(edit::with_blank_line(written.text, bytes), "");
            }
            Change::Insert(after, part) => {
                let after = after.and_then(|index| parts.get(index));
                let at = after.map_or(front, |(bytes, _)| edit::line_end(written.text, bytes.end));
                let unended = at == written.text.len() && !written.text.ends_with('\n');
                let lines = edit::indented(&part.lines.0, part.lines.1, to);
                edits.replace(at..at, if unended { format!("\n{lines}") } else { lines });
            }
        }
    }
    None
}

/// What stands in braces, with its changes; parts that stay keep their bytes and what stands in front of them.
fn rebuilt(written: Written<'_>, changes: Vec<Change>) -> String {
    let text = |bytes: Range<usize>| written.text.get(bytes).unwrap_or_default();
    let whole = &written.node.bytes;
    let parts = parts(written.node);
    let mut values: Vec<Option<String>> = parts.iter().map(|(bytes, _)| Some(text(bytes.clone()).to_owned())).collect();
    let mut behind: Vec<Vec<String>> = vec![Vec::new(); parts.len() + 1];
    for change in changes {
        match change {
            Change::Set(index, value) => {
                if let (Some(slot), Some((bytes, node))) = (values.get_mut(index), parts.get(index)) {
                    *slot = Some(format!("{}{value}", text(bytes.start..node.bytes.start)));
                }
            }
            Change::Remove(index) => {
                if let Some(slot) = values.get_mut(index) {
                    *slot = None;
                }
            }
            Change::Insert(after, part) => {
                if let Some(slot) = behind.get_mut(after.map_or(0, |index| index + 1)) {
                    slot.push(part.flow);
                }
            }
        }
    }
    let open = text(whole.start..whole.start + 1);
    let usual = if open == "{" { " " } else { "" };
    let blank = parts.first().map_or(usual, |(bytes, _)| text(whole.start + 1..bytes.start));
    let mut inner = String::new();
    let mut end = whole.start + 1;
    for (index, added) in behind.iter().enumerate() {
        if let Some((value, (bytes, _))) =
            index.checked_sub(1).and_then(|index| Some((values.get(index)?, parts.get(index)?)))
        {
            if let Some(value) = value {
                let lead = text(end..bytes.start);
                inner += if inner.is_empty() {
                    blank
                } else if lead.contains(',') {
                    lead
                } else {
                    ", "
                };
                inner += value;
            }
            end = bytes.end;
        }
        for part in added {
            inner += if inner.is_empty() { blank } else { ", " };
            inner += part;
        }
    }
    let tail = text(end..whole.end);
    let tail = if parts.is_empty() || tail.is_empty() {
        format!("{blank}{}", if open == "{" { "}" } else { "]" })
    } else {
        tail.to_owned()
    };
    format!("{open}{inner}{tail}")
}

/// Whether a part can go without anything that a person wrote beside it: no comment in it or at it.
pub(super) fn is_bare(written: Written<'_>, index: usize) -> bool {
    let Some((bytes, node)) = part(written.node, index) else { return false };
    if !written.node.flow {
        return !edit::has_comment(written.text, &bytes, node);
    }
    // What stands around a part in braces goes with it.
    let neighbour = index.checked_sub(1).and_then(|index| part(written.node, index));
    let before = neighbour.map_or(written.node.bytes.start, |(bytes, _)| bytes.end);
    let after = part(written.node, index + 1).map_or(written.node.bytes.end, |(bytes, _)| bytes.start);
    let gaps = [before..bytes.start, bytes.end..after];
    !edit::has_inner_comment(written.text, bytes.clone(), node)
        && gaps.into_iter().all(|gap| !written.text.get(gap).unwrap_or_default().contains('#'))
}
