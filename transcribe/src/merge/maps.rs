//! Maps: sections, rows and their keys.

use std::collections::{BTreeMap, BTreeSet};

use tablature_codegen::source::{Entry, Node, Value};

use super::edit::Edits;
use super::finding::{Finding, Severity};
use super::memory::{DESCRIBED, Marks};
use super::parts::{self, Change, Written};
use super::references::{self, Renamed};
use super::renames::{Readings, renames};
use super::{Merged, tables};

/// Merges one spec.
pub(super) struct Merger<'m> {
    /// The page as it was read last; none, when the spec was written by people and is only compared.
    pub(super) before: Option<&'m Node>,
    pub(super) page: Written<'m>,
    pub(super) ours: Written<'m>,
    pub(super) edits: Edits,
    findings: Vec<Finding>,
    /// The rows that got another name.
    called: Vec<Renamed>,
    /// How the descriptions were worded then, and how they are now.
    marks: [Marks<'m>; 2],
}

/// A value in the three texts.
#[derive(Clone, Copy)]
pub(super) struct Three<'t> {
    pub(super) before: Option<&'t Node>,
    pub(super) page: Option<&'t Node>,
    pub(super) ours: Option<&'t Node>,
}

/// Where a value stands in the spec, or would stand.
pub(super) struct Place<'p> {
    /// Its key on the page.
    key: &'p str,
    /// What the three texts have.
    three: Three<'p>,
    /// What it is called in messages.
    pub(super) name: String,
    /// The map that it stands in.
    pub(super) owner: &'p Node,
    /// Its number there.
    pub(super) index: Option<usize>,
    /// The number of what it would stand behind.
    pub(super) after: Option<usize>,
    /// What the page has.
    pub(super) entry: Option<&'p Entry>,
}

const NOTHING: &Node = &Node { bytes: 0..0, flow: true, value: Value::Map(Vec::new()) };

impl<'m> Merger<'m> {
    /// With what was read of the page last.
    pub(super) fn merging(before: &'m Node, text: &'m str, page: &'m Node, spec: &'m str, ours: &'m Node) -> Self {
        let marks = [Marks::of(before), Marks::of(page)];
        Self { before: Some(before), marks, ..Self::comparing(text, page, spec, ours) }
    }

    /// Without; nothing is changed.
    pub(super) fn comparing(text: &'m str, page: &'m Node, spec: &'m str, ours: &'m Node) -> Self {
        let (page, ours) = (Written { text, node: page }, Written { text: spec, node: ours });
        let (edits, findings, called) = (Edits::default(), Vec::new(), Vec::new());
        Self { before: None, page, ours, edits, findings, called, marks: Default::default() }
    }

    /// Merges everything.
    pub(super) fn run(mut self) -> Merged {
        self.sections();
        self.reworded();
        let mut findings = self.findings;
        findings.sort_by_key(|finding| finding.at);
        if self.edits.is_empty() {
            return Merged { spec: None, findings };
        }
        match self.edits.apply(self.ours.text).filter(|text| Node::read(text).is_some()) {
            Some(text) => {
                let followed = references::follow(&text, self.page.node, &self.called);
                let (text, said) = followed.unwrap_or((text, Vec::new()));
                findings.extend(said);
                findings.sort_by_key(|finding| finding.at);
                Merged { spec: Some(text), findings }
            }
            None => Merged::failed(
                "the spec is written in a way that cannot be edited in place; carry the page's changes over by hand",
            ),
        }
    }

    fn sections(&mut self) {
        let (page, ours) = (self.page.node, self.ours.node);
        let before = self.before.unwrap_or(NOTHING);
        let mut changes = Vec::new();
        for mut at in places(before, page, ours, &BTreeMap::new()).filter(|at| at.key != DESCRIBED) {
            let (key, three) = (at.key, at.three);
            at.name = format!("`{key}`");
            match (key, three.ours, at.index) {
                // Names the page; what differs there is no fact about the action.
                ("source", ..) if self.before.is_none() || is_called_otherwise(three) => {}
                // Follows from rows; whether callers turn pages from now on is a decision about the action.
                ("paging", None, _) if self.before.is_some() && three.before.is_none() => self.propose(&at),
                ("rules" | "errors" | "errata", Some(node), Some(index)) => {
                    changes.extend(self.list(key, three, node, index))
                }
                ("request" | "response" | "types" | "enums", Some(node), Some(index)) => {
                    changes.extend(self.section(key, three, node, index));
                }
                _ => changes.extend(self.value(key, three, &at).map(spaced)),
            }
        }
        parts::make(self.ours, changes, &mut self.edits);
    }

    /// Says which line the page gives cause for.
    fn propose(&mut self, at: &Place<'_>) {
        let line = at.entry.and_then(|entry| self.page.text.get(entry.key_bytes.start..entry.node.bytes.end));
        if let Some(line) = line {
            let text = format!("rows of the page can turn its pages now; add to the action if callers are to: {line}");
            self.say(Severity::Proposed, at.at(), text);
        }
    }

    /// A table, or the types, or the value lists. What is left empty goes.
    fn section(&mut self, name: &str, three: Three<'_>, ours: &Node, index: usize) -> Option<Change> {
        let read = |entry: &Entry| {
            three.before.and_then(|before| before.get(&entry.key)).is_some_and(|known| known.says(&entry.node))
        };
        if three.page.is_none() && ours.entries().iter().all(read) && parts::is_bare(self.ours, index) {
            self.say(Severity::Changed, ours.bytes.start, format!("`{name}` is no longer on the page"));
            return Some(Change::Remove(index));
        }
        self.map(name, three).map(|text| Change::Set(index, text))
    }

    /// A map: what is in it, by key. Gives the new text of a map in braces.
    pub(super) fn map(&mut self, name: &str, three: Three<'_>) -> Option<String> {
        let (before, page) = (three.before.unwrap_or(NOTHING), three.page.unwrap_or(NOTHING));
        let ours = three.ours?;
        let renamed = self.renamed(name, before, page, ours);
        let olds: BTreeSet<_> = renamed.values().map(String::as_str).collect();
        let mut changes = Vec::new();
        for mut at in places(before, page, ours, &renamed).filter(|at| !olds.contains(at.key)) {
            at.name = format!("{name}: `{}`", at.key);
            changes.extend(self.value(&inner(name, at.key), at.three, &at));
        }
        for (new, old) in &renamed {
            let Some(entry) = ours.entry(old) else { continue };
            self.edits.replace(entry.key_bytes.clone(), crate::write::yaml::scalar(new));
            self.say(Severity::Changed, entry.key_bytes.start, format!("{name}: `{old}` is called `{new}` now"));
            let (table, old, new) = (name.to_owned(), old.clone(), new.clone());
            self.called.push(Renamed { table, old, new, at: entry.key_bytes.start });
        }
        if self.before.is_none() && is_table(name) {
            self.unlisted(name, page, ours);
        }
        parts::make(Written { text: self.ours.text, node: ours }, changes, &mut self.edits)
    }

    /// Rows of a spec that people wrote, which the page does not have.
    fn unlisted(&mut self, name: &str, page: &Node, ours: &Node) {
        let listed = page.index();
        for entry in ours.entries().iter().filter(|entry| !listed.contains_key(entry.key.as_str())) {
            let text = format!("{name}: `{}` is in the spec, but not on the page", entry.key);
            self.say(Severity::Conflict, entry.key_bytes.start, text);
        }
    }

    /// Rows that got another name and that the spec has under the old one: old names by new.
    fn renamed(&self, name: &str, before: &Node, page: &Node, ours: &Node) -> BTreeMap<String, String> {
        if self.before.is_none() || !is_table(name) || ours.flow {
            return BTreeMap::new();
        }
        let marks = [&self.marks[0], &self.marks[1]];
        let fits = |(old, new): &(String, String)| ours.get(old).is_some() && ours.get(new).is_none();
        renames(Readings { marks, table: name }, before, page)
            .into_iter()
            .filter(fits)
            .map(|(old, new)| (new, old))
            .collect()
    }

    /// Rows whose description changed: a person's `doc` may have to follow.
    fn reworded(&mut self) {
        for (table, rows) in tables::tables(self.ours.node) {
            for row in rows.entries().iter().filter(|row| row.node.get("doc").is_some()) {
                let [old, new] = [0, 1].map(|index| self.marks[index].of_row(&table, &row.key));
                if old.is_some() && new.is_some() && old != new {
                    let text = format!(
                        "{table}: the page describes `{}` in other words; see whether its `doc` still holds",
                        row.key
                    );
                    self.say(Severity::Reworded, row.key_bytes.start, text);
                }
            }
        }
    }

    pub(super) fn say(&mut self, severity: Severity, at: usize, text: String) {
        self.findings.push(Finding { at, severity, text });
    }
}

/// The keys of the page in its order, then those that are gone from it, each with its place: a new one stands behind
/// what stands before it on the page.
fn places<'p>(
    before: &'p Node,
    page: &'p Node,
    ours: &'p Node,
    renamed: &'p BTreeMap<String, String>,
) -> impl Iterator<Item = Place<'p>> {
    let (old, new) = (before.index(), page.index());
    let own: BTreeMap<_, _> =
        ours.entries().iter().enumerate().map(|(index, entry)| (entry.key.as_str(), (index, &entry.node))).collect();
    let gone: Vec<_> = before.entries().iter().filter(|entry| !new.contains_key(entry.key.as_str())).collect();
    let (mut after, mut settled) = (None, None);
    page.entries().iter().map(|entry| (entry, true)).chain(gone.into_iter().map(|entry| (entry, false))).map(
        move |(entry, listed)| {
            let key = entry.key.as_str();
            let was = renamed.get(key).map_or(key, String::as_str);
            let known = own.get(was);
            let three = Three {
                before: old.get(was).copied(),
                page: listed.then_some(&entry.node),
                ours: known.map(|(_, node)| *node),
            };
            let place = Place {
                key,
                three,
                name: String::new(),
                owner: ours,
                index: known.map(|(index, _)| *index),
                after,
                entry: listed.then_some(entry),
            };
            if let Some((index, _)) = known {
                // A row that got another name may have moved, too; it stays where it is, and what follows it does not.
                let moved = was != key;
                settled = if moved { settled } else { Some(*index) };
                after = if moved { settled.max(Some(*index)) } else { Some(*index) };
            }
            place
        },
    )
}

/// A section that is new has a blank line in front of it.
fn spaced(change: Change) -> Change {
    let Change::Insert(after, mut part) = change else { return change };
    part.lines.0.insert(0, '\n');
    Change::Insert(after, part)
}

/// Where a value of a map stands.
fn inner(name: &str, key: &str) -> String {
    format!("{name} {key}")
}

/// Whether the entries of a map are rows.
pub(super) fn is_table(name: &str) -> bool {
    matches!(name, "request" | "response") || name.strip_prefix("types ").is_some_and(|name| !name.contains(' '))
}

impl Place<'_> {
    /// The byte of the spec to point at.
    pub(super) fn at(&self) -> usize {
        let entry = |index: usize| self.owner.entries().get(index).map(|entry| entry.key_bytes.start);
        self.index.or(self.after).and_then(entry).unwrap_or(self.owner.bytes.start)
    }
}

/// Whether the page is the same and only called by a shorter or a longer path: alone, or by the folder it lies in.
fn is_called_otherwise(three: Three<'_>) -> bool {
    let page = |source: Option<&Node>| Some(source?.get("page")?.text()?.to_owned());
    let (Some(before), Some(now)) = (page(three.before), page(three.page)) else { return false };
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|folder| folder.ends_with('/'));
    ends(&before, &now) || ends(&now, &before)
}
