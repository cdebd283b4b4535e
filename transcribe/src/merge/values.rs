//! One value of a map: what the page did, what people did, and what follows.

use tablature_codegen::source::{Node, Value};

use super::edit;
use super::finding::Severity;
use super::maps::{Merger, Place, Three};
use super::parts::{self, Change, Part, Written};
use super::tables;

impl Merger<'_> {
    /// Gives what happens to the value in its map.
    pub(super) fn value(&mut self, inside: &str, three: Three<'_>, at: &Place<'_>) -> Option<Change> {
        match (three.before, three.page, three.ours) {
            (Some(before), Some(page), _) if before.says(page) => None,
            (_, Some(page), Some(ours)) if page.says(ours) => None,
            // Which values there are; what they mean, people say.
            (None, Some(page), Some(_)) if is_map(page) && page.entries().is_empty() => None,
            (None, Some(page), Some(ours)) if self.before.is_none() && self.is_refined(inside, page, ours) => None,
            (_, None, None) | (None, None, Some(_)) => None,
            (None, Some(page), None) => self.added(inside, page, at),
            (Some(before), None, Some(ours)) => self.gone(before, ours, at),
            (Some(before), Some(page), None) => {
                let text = format!(
                    "{}: the page says {} now (it said {}), but the spec leaves it out",
                    at.name,
                    shown(page),
                    shown(before)
                );
                self.say(Severity::Conflict, at.at(), text);
                None
            }
            (before, Some(page), Some(ours)) => self.both(inside, before, page, ours, at),
        }
    }

    fn added(&mut self, inside: &str, page: &Node, at: &Place<'_>) -> Option<Change> {
        if self.before.is_none() && !self.is_unmarked(inside, page) {
            self.say(
                Severity::Conflict,
                at.at(),
                format!("{} is on the page, but not in the spec: {}", at.name, shown(page)),
            );
        }
        self.before?;
        let entry = at.entry?;
        self.say(Severity::Changed, at.at(), format!("{} is new: {}", at.name, shown(page)));
        Some(Change::Insert(at.after, Part::of(self.page.text, &entry.bytes(), Some(&entry.key), page)))
    }

    /// Whether the spec says the same by saying nothing: parameters without a mark are not required.
    fn is_unmarked(&self, inside: &str, page: &Node) -> bool {
        let no = |node: &Node| matches!(&node.value, Value::Literal(word) if word == "false");
        let unmarked = self.ours.node.get("unmarked").and_then(|unmarked| unmarked.get("request"));
        inside.starts_with("request ") && inside.ends_with(" required") && no(page) && unmarked.is_none_or(no)
    }

    /// Whether people gave the values that the page lists elsewhere a name, instead of the type that the page has.
    fn is_refined(&self, inside: &str, page: &Node, ours: &Node) -> bool {
        let names = |node: &Node| node.items().first().unwrap_or(node).text().map(str::to_owned);
        let (Some(basic), Some(own)) = (names(page), names(ours)) else { return false };
        let listed = self.ours.node.get("enums").is_some_and(|enums| enums.get(&own).is_some());
        inside.ends_with(" type") && listed && matches!(basic.as_str(), "string" | "int")
    }

    fn gone(&mut self, before: &Node, ours: &Node, at: &Place<'_>) -> Option<Change> {
        let index = at.index?;
        if before.says(ours) && parts::is_bare(Written { text: self.ours.text, node: at.owner }, index) {
            self.say(Severity::Changed, at.at(), format!("{} is no longer on the page", at.name));
            return Some(Change::Remove(index));
        }
        let text = format!(
            "{} is no longer on the page (it said {}), but somebody has worked on it here: {}; remove it by hand, or keep it",
            at.name,
            shown(before),
            shown(ours)
        );
        self.say(Severity::Conflict, at.at(), text);
        None
    }

    /// A value that the page changed, and that the spec has.
    fn both(
        &mut self,
        inside: &str,
        before: Option<&Node>,
        page: &Node,
        ours: &Node,
        at: &Place<'_>,
    ) -> Option<Change> {
        let index = at.index?;
        let body = body(inside, ours);
        let (old, new, own) = (before.map(body), body(page), body(ours));
        if is_map(new) && is_map(own) && old.is_none_or(is_map) {
            let text = self.map(inside, Three { before: old, page: Some(new), ours: Some(own) })?;
            if std::ptr::eq(own, ours) {
                return Some(Change::Set(index, text));
            }
            self.edits.replace(own.bytes.clone(), text);
            return None;
        }
        let untouched = before.is_some_and(|before| before.says(ours));
        if untouched && !ours.bytes.is_empty() && !edit::has_inner_comment(self.ours.text, ours.bytes.clone(), ours) {
            self.say(Severity::Changed, at.at(), format!("{}: {} instead of {}", at.name, shown(page), shown(ours)));
            return Some(Change::Set(index, parts::flow(self.page.text, page)));
        }
        let was = before.map_or_else(String::new, |before| format!(" now (it said {})", shown(before)));
        self.say(
            Severity::Conflict,
            at.at(),
            format!("{}: the page says {}{was}, the spec says {}", at.name, shown(page), shown(ours)),
        );
        None
    }
}

/// The part of a type or value list that holds its rows or values. Both have a short form and a long one; all three
/// texts are looked at in the same.
fn body(inside: &str, ours: &Node) -> fn(&Node) -> &Node {
    let names_one = |section: &str| inside.strip_prefix(section).is_some_and(|name| !name.contains(' '));
    if names_one("types ") {
        tables::rows
    } else if names_one("enums ") && ours.get("values").is_none() {
        tables::values
    } else {
        whole
    }
}

fn whole(node: &Node) -> &Node {
    node
}

fn is_map(node: &Node) -> bool {
    matches!(node.value, Value::Map(_))
}

/// A value in one line.
pub(super) fn shown(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => crate::write::yaml::scalar(text),
        Value::Literal(literal) => literal.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<_> =
                entries.iter().map(|entry| format!("{}: {}", entry.key, shown(&entry.node))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}
