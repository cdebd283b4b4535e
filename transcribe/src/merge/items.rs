//! Lists: rules, errors and errata. An entry is known by what it is about.

use std::collections::BTreeMap;

use tablature_codegen::source::Node;

use super::finding::Severity;
use super::maps::{Merger, Three};
use super::parts::{self, Change, Part, Written};
use super::values::shown;

impl Merger<'_> {
    /// Merges a list; without entries it goes. Gives what happens to it in the spec.
    pub(super) fn list(&mut self, name: &str, three: Three<'_>, ours: &Node, index: usize) -> Option<Change> {
        let (before, page) = (items(three.before), items(three.page));
        let (known_items, own_items) = (by_about(before, name), by_about(ours.items(), name));
        let mut changes = Vec::new();
        let mut after = None;
        for item in page {
            let own = own_items.get(&about(name, item)).copied();
            after = own.or(after);
            let known = known_items.get(&about(name, item)).and_then(|index| before.get(*index));
            match (known, own.and_then(|index| ours.items().get(index))) {
                (Some(known), _) if known.says(item) => {}
                (known, Some(own)) if own.says(item) || known.is_none() && says_in_other_words(own, item) => {}
                (None, None) => {
                    if let Some(text) = self.new_item(name, item, ours) {
                        changes.push(Change::Insert(after, text));
                    }
                }
                (Some(known), Some(own)) if known.says(own) => {
                    self.say(
                        Severity::Changed,
                        own.bytes.start,
                        format!("{name}: {} instead of {}", shown(item), shown(own)),
                    );
                    changes.extend(after.map(|index| Change::Set(index, parts::flow(self.page.text, item))));
                }
                (_, Some(own)) => {
                    let text = format!("{name}: the page gives {}, the spec says {}", shown(item), shown(own));
                    self.say(Severity::Conflict, own.bytes.start, text);
                }
                // Somebody took it out.
                (Some(_), None) => {}
            }
        }
        self.gone_items(name, before, page, ours, &mut changes);
        let removed = changes.iter().filter(|change| matches!(change, Change::Remove(_))).count();
        if removed > 0 && removed == changes.len() && removed == ours.items().len() && parts::is_bare(self.ours, index)
        {
            return Some(Change::Remove(index));
        }
        parts::make(Written { text: self.ours.text, node: ours }, changes, &mut self.edits)
            .map(|text| Change::Set(index, text))
    }

    fn new_item(&mut self, name: &str, item: &Node, ours: &Node) -> Option<Part> {
        let text = format!("{name}: the page gives {}", shown(item));
        if self.before.is_none() {
            self.say(Severity::Conflict, ours.bytes.start, format!("{text}, which the spec does not have"));
            return None;
        }
        self.say(Severity::Changed, ours.bytes.start, text);
        Some(Part::of(self.page.text, &item.bytes, None, item))
    }

    /// Entries that the page gave before and does not give now.
    fn gone_items(&mut self, name: &str, before: &[Node], page: &[Node], ours: &Node, changes: &mut Vec<Change>) {
        let (listed, own) = (by_about(page, name), by_about(ours.items(), name));
        for item in before.iter().filter(|item| !listed.contains_key(&about(name, item))) {
            let Some(index) = own.get(&about(name, item)).copied() else { continue };
            let Some(own) = ours.items().get(index) else { continue };
            if own.says(item) && parts::is_bare(Written { text: self.ours.text, node: ours }, index) {
                self.say(Severity::Changed, own.bytes.start, format!("{name}: {} no longer holds", shown(own)));
                changes.push(Change::Remove(index));
            } else {
                let text = format!(
                    "{name}: the page no longer gives {}, but somebody has worked on it here: {}",
                    shown(item),
                    shown(own)
                );
                self.say(Severity::Conflict, own.bytes.start, text);
            }
        }
    }
}

fn items(node: Option<&Node>) -> &[Node] {
    node.map(Node::items).unwrap_or_default()
}

/// The numbers of entries, by what they are about; of equal ones the first.
fn by_about(items: &[Node], list: &str) -> BTreeMap<Vec<String>, usize> {
    items.iter().enumerate().rev().map(|(index, item)| (about(list, item), index)).collect()
}

/// What tells entries of a list apart.
fn about(list: &str, item: &Node) -> Vec<String> {
    let mut words = Vec::new();
    let keys: &[&str] = match list {
        "errors" => &["code", "message"],
        "errata" => &["about", "attribute"],
        _ => &[],
    };
    for key in keys {
        leaves(item.get(key), &mut words);
        words.push(String::new());
    }
    for rule in item.entries().iter().filter(|_| keys.is_empty()) {
        words.push(rule.key.clone());
        let told = rule.node.entries().iter().filter(|entry| !matches!(entry.key.as_str(), "doc" | "basis"));
        told.for_each(|entry| leaves(Some(&entry.node), &mut words));
        leaves(Some(&rule.node).filter(|node| node.entries().is_empty()), &mut words);
    }
    words
}

/// Keys and texts, in order.
fn leaves(node: Option<&Node>, words: &mut Vec<String>) {
    let Some(node) = node else { return };
    words.extend(node.text().map(str::to_owned));
    node.items().iter().for_each(|item| leaves(Some(item), words));
    for entry in node.entries() {
        words.push(entry.key.clone());
        leaves(Some(&entry.node), words);
    }
}

/// Whether two entries differ in the sentence for the reader only.
fn says_in_other_words(own: &Node, item: &Node) -> bool {
    let facts = |node: &Node| {
        let facts = node.entries().iter().filter(|entry| entry.key != "doc");
        facts.map(|entry| (entry.key.clone(), entry.node.clone())).collect::<Vec<_>>()
    };
    let (own, item) = (facts(own), facts(item));
    !own.is_empty()
        && own.len() == item.len()
        && own.iter().all(|(key, node)| item.iter().any(|(other, says)| key == other && node.says(says)))
}
