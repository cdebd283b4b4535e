//! Lists of values.

use std::collections::BTreeSet;

use tablature_codegen::model::{Direction, Enum, EnumValue, Kind, Row};
use tablature_codegen::rust_names::value_name;

use super::answer::renamed_type;
use super::names::Pairing;
use super::parameter::deprecation;
use super::{Context, order};
use crate::change::Change;
use crate::rules::{enumeration as rules, fact, limit};

pub(super) fn compare(context: &Context<'_>, pairing: &Pairing, changes: &mut Vec<Change>) {
    for (old, new) in &pairing.enums {
        let (Some(before), Some(after)) = (context.old.enums.get(*old), context.new.enums.get(*new)) else { continue };
        let is_sent = uses(&context.old.request, *old) || uses(&context.new.request, *new);
        let thing = format!("enum {}", before.name.value);
        if before.name.value != after.name.value {
            changes.push(renamed_type(context, &thing, &before.name, &after.name));
        }
        Lists { context, thing, old: before, new: after, is_sent }.compare(changes);
    }
}

fn uses(rows: &[Row], index: usize) -> bool {
    rows.iter().any(|row| row.kind == Kind::Enum(index))
}

struct Lists<'c, 'm> {
    context: &'c Context<'m>,
    thing: String,
    old: &'m Enum,
    new: &'m Enum,
    /// Whether requests have values of it.
    is_sent: bool,
}

impl Lists<'_, '_> {
    fn compare(&self, changes: &mut Vec<Change>) {
        if self.old.integer != self.new.integer {
            let words = [self.old, self.new].map(|list| if list.integer { "numbers" } else { "texts" });
            let change = self.change(&rules::NUMBERS_CHANGED, "type").before(words[0]).after(words[1]);
            changes.push(change.at(self.old.name.at, self.new.name.at));
        }
        if self.old.open != self.new.open {
            let rule = match (self.is_sent, self.new.open) {
                (true, true) => &limit::VALUES_WIDENED,
                (true, false) => &limit::VALUES_NARROWED,
                (false, _) => &fact::FACT_STATED,
            };
            let change = self.change(rule, "open").before(self.old.open.to_string()).after(self.new.open.to_string());
            changes.push(change.at(self.old.name.at, self.new.name.at));
        }
        let mut taken = BTreeSet::new();
        let mut places = Vec::new();
        for old in &self.old.values {
            match self.counterpart(old, &taken) {
                Some(index) => {
                    taken.insert(index);
                    places.push(index);
                    self.value(old, &self.new.values[index], changes);
                }
                None => {
                    let rule =
                        if self.is_sent { &rules::REQUEST_VALUE_REMOVED } else { &rules::RESPONSE_VALUE_REMOVED };
                    changes.push(self.change(rule, &wire(old)).at(old.value.at, None));
                }
            }
        }
        for (_, new) in self.new.values.iter().enumerate().filter(|(index, _)| !taken.contains(index)) {
            let is_sent = self.is_sent && new.only != Some(Direction::Response);
            let rule = if is_sent { &rules::REQUEST_VALUE_ADDED } else { &rules::RESPONSE_VALUE_ADDED };
            changes.push(self.change(rule, &wire(new)).at(None, new.value.at));
        }
        self.moves(&places, changes);
    }

    fn change(&self, rule: &'static crate::rules::Rule, attribute: &str) -> Change {
        Change::new(rule, &self.context.path, self.thing.clone()).attribute(attribute)
    }

    /// The same value, or else one that differs in case only and has the same name in Rust.
    fn counterpart(&self, old: &EnumValue, taken: &BTreeSet<usize>) -> Option<usize> {
        let same = |other: &EnumValue| wire(other) == wire(old);
        if let Some(index) = self.new.values.iter().position(same) {
            return Some(index);
        }
        let is_new = |other: &EnumValue| !self.old.values.iter().any(|known| wire(known) == wire(other));
        let recased = |other: &EnumValue| {
            wire(other).eq_ignore_ascii_case(&wire(old)) && self.name(self.old, old) == self.name(self.new, other)
        };
        let mut found = self.new.values.iter().enumerate().filter(|(index, _)| !taken.contains(index));
        found.find(|(_, other)| is_new(other) && recased(other)).map(|(index, _)| index)
    }

    fn name(&self, list: &Enum, value: &EnumValue) -> String {
        value_name(value, list.integer)
    }

    fn value(&self, old: &EnumValue, new: &EnumValue, changes: &mut Vec<Change>) {
        let places = (old.value.at, new.value.at);
        let thing = format!("{} {}", self.thing, wire(old));
        let change = |rule, attribute: &str| {
            Change::new(rule, &self.context.path, thing.clone()).attribute(attribute).at(places.0, places.1)
        };
        if wire(old) != wire(new) {
            changes.push(change(&rules::VALUE_RECASED, "value").before(wire(old)).after(wire(new)));
        }
        let label = |value: &EnumValue| value.label.as_ref().map(|label| label.value.clone());
        let names = (self.name(self.old, old), self.name(self.new, new));
        if label(old) != label(new) && names.0 != names.1 {
            changes.push(change(&rules::VALUE_RENAMED, "label").before(names.0).after(names.1));
        }
        if old.only != new.only {
            let sendable = [old, new].map(|value| self.is_sent && value.only != Some(Direction::Response));
            let rule = if sendable == [true, false] { &rules::VALUE_RESTRICTED } else { &fact::FACT_STATED };
            let word = |value: &EnumValue| {
                value.only.map(|only| if only == Direction::Request { "request" } else { "response" }.to_owned())
            };
            changes.push(change(rule, "only").values(word(old), word(new)));
        }
        self.regions(old, new, &change, changes);
        let deprecated = deprecation(&self.context.path, &thing, old.deprecated.as_ref(), new.deprecated.as_ref());
        changes.extend(deprecated.map(|change| change.at(places.0, places.1)));
    }

    fn regions(
        &self,
        old: &EnumValue,
        new: &EnumValue,
        change: &impl Fn(&'static crate::rules::Rule, &str) -> Change,
        changes: &mut Vec<Change>,
    ) {
        for lost in new.except.iter().filter(|region| !old.except.contains(region)) {
            let rule = if self.is_sent { &rules::VALUE_RESTRICTED } else { &fact::FACT_STATED };
            changes.push(change(rule, &format!("except {lost}")).after(lost.clone()));
        }
        for regained in old.except.iter().filter(|region| !new.except.contains(region)) {
            changes.push(change(&fact::FACT_STATED, &format!("except {regained}")).before(regained.clone()));
        }
    }

    fn moves(&self, places: &[usize], changes: &mut Vec<Change>) {
        let moved = order::moved(places);
        for (place, _) in places.iter().zip(moved).filter(|(_, moved)| *moved) {
            let new = &self.new.values[*place];
            let thing = format!("{} {}", self.thing, wire(new));
            let old = self.old.values.iter().find(|old| wire(old).eq_ignore_ascii_case(&wire(new)));
            let change = Change::new(&fact::ROW_MOVED, &self.context.path, thing).attribute("place");
            changes.push(change.at(old.map(|old| old.value.at), new.value.at));
        }
    }
}

fn wire(value: &EnumValue) -> String {
    value.value.value.wire()
}
