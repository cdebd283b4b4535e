//! Defaults, and parameters of one value.

use std::collections::BTreeMap;

use tablature_codegen::model::{Row, base};

use super::Context;
use super::parameter::Rows;
use super::tree::Node;
use crate::change::Change;
use crate::rules::{default as rules, parameter};

pub(super) fn compare(rows: &mut Rows<'_, '_>) {
    let (old, new) = (rows.old, rows.new);
    let literal = |row: &Row| row.default.as_ref().map(|default| default.value.wire());
    let behaviour = |row: &Row| row.default_is.as_ref().map(|default| default.value.clone());
    let at = |row: &Row| {
        let literal = row.default.as_ref().map(|default| default.at);
        literal.or(row.default_is.as_ref().map(|default| default.at)).unwrap_or(row.at)
    };
    let places = (at(old), at(new));
    let (before, after) = (literal(old), literal(new));
    match (&before, &after) {
        (Some(left), Some(right)) if left != right => {
            rows.push(&rules::DEFAULT_CHANGED, "default", before, after, places)
        }
        (Some(_), None) => rows.push(&rules::DEFAULT_WITHDRAWN, "default", before, behaviour(new), places),
        (None, Some(_)) => rows.push(&rules::DEFAULT_STATED, "default", behaviour(old), after, places),
        (Some(_), Some(_)) => {}
        (None, None) => described(rows, behaviour(old), behaviour(new), places),
    }
}

/// A behaviour in words; saying it for the first time changes nothing.
fn described(
    rows: &mut Rows<'_, '_>,
    before: Option<String>,
    after: Option<String>,
    places: (tablature_codegen::source::At, tablature_codegen::source::At),
) {
    let rule = if before.is_some() { &rules::DEFAULT_BEHAVIOUR_CHANGED } else { &crate::rules::fact::FACT_STATED };
    if before != after {
        rows.push(rule, "default_is", before, after, places);
    }
}

/// The parameters of one value, by their names without numbers.
pub(super) struct Constants<'m> {
    old: BTreeMap<String, &'m Row>,
    new: BTreeMap<String, &'m Row>,
    /// Parameters that a caller could set before, and can set now.
    free: [Vec<String>; 2],
}

impl<'m> Constants<'m> {
    pub(super) fn new(context: &Context<'m>) -> Self {
        let (old, new) = (context.old, context.new);
        let constants = |rows: &'m [Row], action_parameter: &str| {
            let rows = rows.iter().filter(|row| row.constant.is_some() && row.name.value != action_parameter);
            rows.map(|row| (key(row), row)).collect::<BTreeMap<_, _>>()
        };
        let free = |rows: &[Row]| rows.iter().filter(|row| row.constant.is_none()).map(key).collect();
        Self {
            old: constants(&old.request, &context.providers.0.action_parameter),
            new: constants(&new.request, &context.providers.1.action_parameter),
            free: [free(&old.request), free(&new.request)],
        }
    }

    /// Whether a parameter that cannot be set any more has one value now.
    pub(super) fn takes(&self, node: &Node<'_>) -> bool {
        self.new.contains_key(&node.key)
    }

    /// Whether a parameter that can be set had one value before.
    pub(super) fn frees(&self, node: &Node<'_>) -> bool {
        self.old.contains_key(&node.key)
    }

    pub(super) fn compare(&self, context: &Context<'_>, changes: &mut Vec<Change>) {
        let change = |rule, row: &Row| {
            Change::new(rule, &context.path, format!("request {}", row.name.value)).attribute("const")
        };
        let value = |row: &Row| row.constant.as_ref().map(|constant| constant.value.wire());
        for (key, old) in &self.old {
            match self.new.get(key) {
                Some(new) if value(old) != value(new) => {
                    let change = change(&rules::CONSTANT_CHANGED, old).values(value(old), value(new));
                    changes.push(change.at(old.at, new.at));
                }
                Some(_) => {}
                None if self.free[1].contains(key) => {
                    let new = context.new.request.iter().find(|row| self::key(row) == *key);
                    let is_needed = new.is_some_and(|row| row.required == tablature_codegen::model::Required::Yes);
                    let rule = if is_needed { &parameter::BECAME_REQUIRED } else { &rules::CONSTANT_FREED };
                    changes.push(change(rule, old).values(value(old), None).at(old.at, new.map(|row| row.at)));
                }
                None => changes.push(change(&rules::CONSTANT_CHANGED, old).values(value(old), None).at(old.at, None)),
            }
        }
        for (key, new) in self.new.iter().filter(|(key, _)| !self.old.contains_key(*key)) {
            let old = context.old.request.iter().find(|row| self::key(row) == *key);
            let rule = if old.is_some() { &rules::BECAME_CONSTANT } else { &rules::CONSTANT_ADDED };
            changes.push(change(rule, new).values(None, value(new)).at(old.map(|row| row.at), new.at));
        }
    }
}

/// A parameter's name without numbers.
fn key(row: &Row) -> String {
    base(&row.name.value).0.replace(".n.", ".")
}
