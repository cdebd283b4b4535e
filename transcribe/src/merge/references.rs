//! What people wrote about a row follows it when the page calls it otherwise.

use std::ops::Range;

use tablature_codegen::source::{Node, Value};

use super::edit::Edits;
use super::finding::{Finding, Severity};
use super::names::kind;
use super::tables;
use crate::names::is_mark;
use crate::write::yaml::scalar;

/// A row that got another name.
#[derive(Clone, Debug)]
pub(super) struct Renamed {
    /// `request`, `response`, `types <name>`.
    pub(super) table: String,
    pub(super) old: String,
    pub(super) new: String,
    /// Where it stands in the spec as it was.
    pub(super) at: usize,
}

/// Lets rules, paging, errata, examples and successors name rows as a merged spec calls them. What the page gives
/// comes with the page. None, when nothing names an old row.
pub(super) fn follow(spec: &str, page: &Node, renamed: &[Renamed]) -> Option<(String, Vec<Finding>)> {
    let node = Node::read(spec).filter(|_| !renamed.is_empty())?;
    let mut follower = Follower { node: &node, renamed, section: "", edits: Edits::default(), findings: Vec::new() };
    for section in ["rules", "paging", "errata", "examples"] {
        let (Some(own), given) = (node.get(section), page.get(section)) else { continue };
        if given.is_some_and(|given| given.says(own)) {
            continue;
        }
        let from_page = |item: &Node| given.is_some_and(|given| given.items().iter().any(|one| one.says(item)));
        follower.section = section;
        match own.items() {
            [] => follower.refer(own),
            items => items.iter().filter(|item| !from_page(item)).for_each(|item| follower.refer(item)),
        }
    }
    follower.successors();
    if follower.edits.is_empty() {
        return None;
    }
    Some((follower.edits.apply(spec)?, follower.findings))
}

struct Follower<'f> {
    /// The merged spec.
    node: &'f Node,
    renamed: &'f [Renamed],
    section: &'static str,
    edits: Edits,
    findings: Vec<Finding>,
}

impl<'f> Follower<'f> {
    /// Goes through what people wrote.
    fn refer(&mut self, node: &Node) {
        match &node.value {
            Value::Text(text) => self.reference(text, &node.bytes),
            Value::Literal(_) => {}
            Value::List(items) => items.iter().for_each(|item| self.refer(item)),
            Value::Map(entries) => {
                for entry in entries {
                    if self.section == "rules" {
                        self.reference(&entry.key, &entry.key_bytes);
                    }
                    self.refer(&entry.node);
                }
            }
        }
    }

    /// Rows that people called the successors of others.
    fn successors(&mut self) {
        let node = self.node;
        self.section = "deprecated";
        for (table, rows) in tables::tables(node) {
            for row in rows.entries() {
                let Some(successor) = row.node.get("deprecated").and_then(|deprecated| deprecated.get("use")) else {
                    continue;
                };
                let is_old =
                    |renamed: &&Renamed| renamed.table == table && successor.text() == Some(renamed.old.as_str());
                if let Some(renamed) = self.renamed.iter().find(is_old) {
                    self.replace(&successor.bytes, &renamed.new, renamed);
                }
            }
        }
    }

    fn reference(&mut self, text: &str, bytes: &Range<usize>) {
        let direct = |renamed: &Renamed| match self.section {
            "rules" => (text == renamed.old && renamed.table == "request").then(|| renamed.new.clone()),
            "paging" => (text == renamed.old).then(|| renamed.new.clone()),
            "errata" => (text == format!("{} {}", renamed.table, renamed.old))
                .then(|| format!("{} {}", renamed.table, renamed.new)),
            _ => sent(text, renamed),
        };
        let found = self.renamed.iter().find_map(|renamed| Some((direct(renamed)?, renamed)));
        let found = found.or_else(|| self.path(text).filter(|_| self.section == "errata"));
        if let Some((becomes, renamed)) = found {
            self.replace(bytes, &becomes, renamed);
        }
    }

    fn replace(&mut self, bytes: &Range<usize>, becomes: &str, renamed: &Renamed) {
        self.edits.replace(bytes.clone(), scalar(becomes));
        let text = format!("{}: `{}` is called `{}` now", self.section, renamed.old, renamed.new);
        self.findings.push(Finding { at: renamed.at, severity: Severity::Changed, text });
    }

    /// A field of an answer below another, `response Set[].Id`: its rows are those of the types on the way to it.
    fn path(&self, text: &str) -> Option<(String, &'f Renamed)> {
        let path = text.strip_prefix("response ")?;
        let (mut table, mut rows) = ("response".to_owned(), self.node.get("response")?);
        let mut wrapped = None;
        let mut called = Vec::new();
        let mut found = None;
        for part in path.split('.') {
            let bare = part.trim_end_matches("[]");
            if wrapped.take().is_some_and(|item: &str| item == bare) {
                called.push(part.to_owned());
                continue;
            }
            let renamed = self.renamed.iter().find(|renamed| renamed.table == table && renamed.old == bare);
            let name = renamed.map_or(bare, |renamed| renamed.new.as_str());
            called.push(format!("{name}{}", part.get(bare.len()..).unwrap_or_default()));
            found = found.or(renamed);
            let row = rows.get(name)?;
            wrapped = row.get("item").and_then(Node::text);
            let kind = kind(row).and_then(Node::text).unwrap_or_default();
            table = format!("types {kind}");
            rows = self.node.get("types").and_then(|types| types.get(kind)).map_or(rows, tables::rows);
        }
        found.map(|renamed| (format!("response {}", called.join(".")), renamed))
    }
}

/// A pair of an example, `Ids.1=a`, under the new name.
fn sent(pair: &str, renamed: &Renamed) -> Option<String> {
    let (name, value) = pair.split_once('=').filter(|_| renamed.table == "request")?;
    let parts = || name.split('.').zip(renamed.old.split('.')).zip(renamed.new.split('.'));
    let counts = [&renamed.old, &renamed.new].map(|name| name.split('.').count());
    let is_old = parts().all(|((part, old), _)| part == old || is_mark(part) && is_mark(old));
    if counts != [name.split('.').count(); 2] || !is_old {
        return None;
    }
    let called: Vec<_> = parts().map(|((part, _), new)| if is_mark(new) { part } else { new }).collect();
    Some(format!("{}={value}", called.join("."))).filter(|called| called != pair)
}
