//! What people wrote about a row follows it when the page calls it otherwise.

use std::collections::BTreeMap;
use std::ops::Range;

use tablature_codegen::source::{Node, Value};

use super::finding::Severity;
use super::maps::Merger;
use crate::names::is_mark;
use crate::write::yaml::scalar;

/// A row that got another name.
#[derive(Clone, Copy)]
struct Renamed<'r> {
    /// `request`, `response`, `types <name>`.
    table: &'r str,
    old: &'r str,
    new: &'r str,
}

impl Merger<'_> {
    /// Lets rules, paging, errata and examples name rows as they are called now: old names by new.
    pub(super) fn follow(&mut self, table: &str, renamed: &BTreeMap<String, String>) {
        let (before, ours) = (self.before, self.ours.node);
        for (new, old) in renamed {
            let renamed = Renamed { table, old, new };
            for section in ["rules", "paging", "errata", "examples"] {
                let Some(own) = ours.get(section) else { continue };
                let known = before.and_then(|before| before.get(section));
                if known.is_some_and(|known| known.says(own)) {
                    continue;
                }
                // What the page said comes with the page.
                let from_page = |item: &Node| known.is_some_and(|known| known.items().iter().any(|one| one.says(item)));
                match own.items() {
                    [] => self.refer(section, own, &renamed),
                    items => items.iter().filter(|item| !from_page(item)).for_each(|item| {
                        self.refer(section, item, &renamed);
                    }),
                }
            }
        }
    }

    /// Goes through what people wrote.
    fn refer(&mut self, section: &str, node: &Node, renamed: &Renamed<'_>) {
        match &node.value {
            Value::Text(text) => self.reference(section, text, &node.bytes, renamed),
            Value::Literal(_) => {}
            Value::List(items) => items.iter().for_each(|item| self.refer(section, item, renamed)),
            Value::Map(entries) => {
                for entry in entries {
                    if section == "rules" {
                        self.reference(section, &entry.key, &entry.key_bytes, renamed);
                    }
                    self.refer(section, &entry.node, renamed);
                }
            }
        }
    }

    fn reference(&mut self, section: &str, text: &str, bytes: &Range<usize>, renamed: &Renamed<'_>) {
        let Renamed { table, old, new } = *renamed;
        let becomes = match section {
            "rules" => (text == old && table == "request").then(|| new.to_owned()),
            "paging" => (text == old).then(|| new.to_owned()),
            "errata" => (text == format!("{table} {old}")).then(|| format!("{table} {new}")),
            _ => sent(text, renamed),
        };
        if let Some(becomes) = becomes {
            self.edits.replace(bytes.clone(), scalar(&becomes));
            self.say(Severity::Changed, bytes.start, format!("{section}: `{old}` is called `{new}` now"));
        }
    }
}

/// A pair of an example, `Ids.1=a`, under the new name.
fn sent(pair: &str, renamed: &Renamed<'_>) -> Option<String> {
    let (name, value) = pair.split_once('=').filter(|_| renamed.table == "request")?;
    let parts = || name.split('.').zip(renamed.old.split('.')).zip(renamed.new.split('.'));
    let counts = [renamed.old, renamed.new].map(|name| name.split('.').count());
    let is_old = parts().all(|((part, old), _)| part == old || is_mark(part) && is_mark(old));
    if counts != [name.split('.').count(); 2] || !is_old {
        return None;
    }
    let called: Vec<_> = parts().map(|((part, _), new)| if is_mark(new) { part } else { new }).collect();
    Some(format!("{}={value}", called.join("."))).filter(|called| called != pair)
}
