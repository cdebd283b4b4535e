//! Types and value lists are called by names of our own making: people rename them, and a new row may shift their
//! numbers. Rows say which is which.

use std::collections::{BTreeMap, BTreeSet};

use tablature_codegen::source::Node;

use super::edit::Edits;
use super::tables::{rows, tables};

/// How deep types stand in each other that are still followed.
const DEEPEST: usize = 16;

/// The text of a reading, with types and value lists called as another one calls them.
pub(super) fn called_alike(text: &str, node: &Node, like: &Node) -> Option<String> {
    let names = alike(node, like);
    if names.iter().all(|(from, to)| from == to) {
        return None;
    }
    let mut edits = Edits::default();
    let mut call = |bytes: &std::ops::Range<usize>, name: &str| {
        if let Some(to) = names.get(name).filter(|to| *to != name) {
            edits.replace(bytes.clone(), crate::write::yaml::scalar(to));
        }
    };
    for section in ["types", "enums"] {
        for entry in node.get(section).map(Node::entries).unwrap_or_default() {
            call(&entry.key_bytes, &entry.key);
        }
    }
    for (_, table) in tables(node) {
        for row in table.entries() {
            if let Some(kind) = kind(&row.node) {
                call(&kind.bytes, kind.text().unwrap_or_default());
            }
        }
    }
    edits.apply(text)
}

/// The type of a row, or of its entries.
pub(super) fn kind(row: &Node) -> Option<&Node> {
    let kind = row.get("type")?;
    Some(kind.items().first().unwrap_or(kind)).filter(|kind| kind.text().is_some())
}

fn defined(node: &Node) -> BTreeSet<&str> {
    let sections = ["types", "enums"].into_iter().filter_map(|section| node.get(section));
    sections.flat_map(Node::entries).map(|entry| entry.key.as_str()).collect()
}

/// Which name of the one is which name of the other. Names that mean the same in both come first.
fn alike(node: &Node, like: &Node) -> BTreeMap<String, String> {
    let (own, others) = (defined(node), defined(like));
    let mut names = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for equal in [true, false] {
        // A type that was found tells about the types in its rows.
        for _ in 0..DEEPEST {
            let before = names.len();
            for (from, to) in pairs(node, like, &names) {
                let fits = own.contains(from) && others.contains(to) && (from == to) == equal;
                if fits && !names.contains_key(from) && taken.insert(to.to_owned()) {
                    names.insert(from.to_owned(), to.to_owned());
                }
            }
            if names.len() == before {
                break;
            }
        }
    }
    for name in own.iter().filter(|name| taken.contains(**name)) {
        if !names.contains_key(*name) {
            let free = (2..).map(|number| format!("{name}{number}"));
            let free = free
                .into_iter()
                .find(|free| !own.contains(free.as_str()) && !others.contains(free.as_str()) && !taken.contains(free));
            names.extend(free.map(|free| ((*name).to_owned(), free)));
        }
    }
    names
}

/// The types of rows that stand in both.
fn pairs<'n>(node: &'n Node, like: &'n Node, names: &BTreeMap<String, String>) -> Vec<(&'n str, &'n str)> {
    let mut pairs = Vec::new();
    for (place, table) in tables(node) {
        let other = match place.strip_prefix("types ") {
            Some(name) => {
                like.get("types").and_then(|types| types.get(names.get(name).map_or(name, String::as_str))).map(rows)
            }
            None => like.get(&place),
        };
        let other = other.map(Node::index).unwrap_or_default();
        for row in table.entries() {
            let types = other.get(row.key.as_str()).copied().and_then(kind).and_then(Node::text);
            pairs.extend(kind(&row.node).and_then(Node::text).zip(types));
        }
    }
    pairs
}
