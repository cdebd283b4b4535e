//! Conditions between parameters.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::draft::{Kind, Property, Row, Rule, RuleKind};
use crate::prose::Fact;
use crate::report::{Notes, Weight};

/// A condition, and the row whose description says it.
pub(super) struct Found {
    pub(super) row: String,
    pub(super) rule: RuleKind,
    pub(super) at: Range<usize>,
}

/// The conditions that a fact of a row is; none, when it is another kind of fact.
pub(super) fn rules(row: &str, fact: &Fact) -> Vec<RuleKind> {
    let row = row.to_owned();
    vec![match fact {
        Fact::Requires(needs) => {
            return needs.iter().map(|need| RuleKind::Requires(row.clone(), need.clone())).collect();
        }
        Fact::RequiredWhen { field, values } if values.is_empty() => RuleKind::Requires(field.clone(), row),
        Fact::RequiredWhen { field, values } => RuleKind::NeededWhen(row, field.clone(), values.clone()),
        Fact::Needs { row: other, values } => RuleKind::NeededWhen(other.clone(), row, values.clone()),
        Fact::OnlyWhen { field, values } => RuleKind::OnlyWhen(row, field.clone(), values.clone()),
        Fact::ExactlyOne(rows) => RuleKind::ExactlyOne(rows.clone()),
        Fact::AtLeastOne(rows) => RuleKind::AtLeastOne(rows.clone()),
        Fact::AtMostOne(rows) => RuleKind::AtMostOne(rows.clone()),
        _ => return Vec::new(),
    }]
}

/// The conditions that can be written: each once, between rows that stand side by side and can have these values.
pub(super) fn possible(found: Vec<Found>, rows: &[Row], notes: &mut Notes) -> Vec<Rule> {
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for Found { row, rule, at } in found {
        if !seen.insert(ordered(&rule)) {
            continue;
        }
        if is_possible(&rule, rows) {
            rules.push(Rule { kind: rule, at });
        } else {
            notes.say(
                Weight::Guess,
                at.start,
                format!("a condition of `{row}` cannot be written as a rule; say it in a note"),
            );
        }
    }
    rules
}

/// The same rule, however its rows are ordered.
fn ordered(rule: &RuleKind) -> RuleKind {
    let sorted = |rows: &Vec<String>| {
        let mut rows = rows.clone();
        rows.sort();
        rows
    };
    match rule {
        RuleKind::ExactlyOne(rows) => RuleKind::ExactlyOne(sorted(rows)),
        RuleKind::AtLeastOne(rows) => RuleKind::AtLeastOne(sorted(rows)),
        RuleKind::AtMostOne(rows) => RuleKind::AtMostOne(sorted(rows)),
        other => other.clone(),
    }
}

fn is_possible(rule: &RuleKind, rows: &[Row]) -> bool {
    let find = |name: &String| rows.iter().find(|row| row.name == *name);
    let (names, condition) = match rule {
        RuleKind::Requires(given, needs) => (vec![given, needs], None),
        RuleKind::NeededWhen(field, when, values) | RuleKind::OnlyWhen(field, when, values) => {
            (vec![field, when], Some((when, values)))
        }
        RuleKind::ExactlyOne(names) | RuleKind::AtLeastOne(names) | RuleKind::AtMostOne(names) => {
            (names.iter().collect(), None)
        }
    };
    let found: Vec<&Row> = names.iter().copied().filter_map(find).collect();
    let distinct: BTreeSet<_> = names.iter().collect();
    let owners: BTreeSet<_> = found.iter().map(|row| owner(&row.name)).collect();
    let required = |row: &&Row| row.required == crate::draft::Required::Yes;
    let useful = match rule {
        RuleKind::Requires(_, needs) => find(needs).is_none_or(|row| !required(&row)),
        RuleKind::NeededWhen(field, ..) | RuleKind::OnlyWhen(field, ..) => {
            find(field).is_none_or(|row| !required(&row))
        }
        _ => !found.iter().any(required),
    };
    found.len() == names.len()
        && found.len() > 1
        && distinct.len() == names.len()
        && owners.len() == 1
        && useful
        && condition.is_none_or(|(when, values)| find(when).is_some_and(|row| can_have(row, values)))
}

/// Where a row stands: the list or object whose entries it is part of.
fn owner(name: &str) -> String {
    let parts: Vec<_> = name.split('.').filter(|part| !crate::names::is_mark(part)).collect();
    parts.get(..parts.len().saturating_sub(1)).unwrap_or_default().join(".")
}

fn can_have(row: &Row, values: &[String]) -> bool {
    let type_fits = !row.list
        && values.iter().all(|value| match row.kind {
            Kind::Text => true,
            Kind::Integer => value.parse::<i64>().is_ok(),
            Kind::Boolean => matches!(value.as_str(), "true" | "false"),
            _ => false,
        });
    let listed = row.constraints.iter().all(|constraint| match &constraint.property {
        Property::Values(known, open) => {
            *open || values.iter().all(|value| known.iter().any(|(wire, _)| wire == value))
        }
        Property::Literal("allowed", _) | Property::List("allowed", _) => false,
        _ => true,
    });
    type_fits && listed
}
