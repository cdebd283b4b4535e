//! Conditions between parameters.

use tablature_codegen::model::{Action, Condition, Rule, RuleKind};

use super::Context;
use super::names::{Pairing, Renames};
use crate::change::Change;
use crate::rules::condition as rules;

pub(super) fn compare(context: &Context<'_>, pairing: &Pairing, changes: &mut Vec<Change>) {
    let unchanged = Renames::default();
    let mut old: Vec<(Said, &Rule)> =
        context.old.rules.iter().map(|rule| (Said::new(context.old, rule, &pairing.parameters), rule)).collect();
    let mut new: Vec<(Said, &Rule)> =
        context.new.rules.iter().map(|rule| (Said::new(context.new, rule, &unchanged), rule)).collect();
    old.retain(|(said, _)| match new.iter().position(|(other, _)| other == said) {
        Some(same) => {
            new.remove(same);
            false
        }
        None => true,
    });
    for (said, rule) in old {
        let thing = format!("rule {}", said.head());
        let change = |rule| Change::new(rule, &context.path, thing.clone());
        match new.iter().position(|(other, _)| other.head() == said.head()) {
            Some(index) => {
                let (other, after) = new.remove(index);
                let change = change(&rules::CONDITION_CHANGED).before(said.rest()).after(other.rest());
                changes.push(change.at(rule.at, after.at));
            }
            None => changes.push(change(&rules::CONDITION_REMOVED).before(said.rest()).at(rule.at, None)),
        }
    }
    for (said, rule) in new {
        let change = Change::new(&rules::CONDITION_ADDED, &context.path, format!("rule {}", said.head()));
        changes.push(change.after(said.rest()).at(None, rule.at));
    }
}

/// A condition in words, under the names that rows have now; what it lists stands in a fixed order.
#[derive(PartialEq)]
struct Said {
    name: &'static str,
    given: Option<String>,
    others: Vec<String>,
}

impl Said {
    fn new(action: &Action, rule: &Rule, renames: &Renames) -> Self {
        let row = |index: &usize| renames.current(action.request.get(*index).map_or("", |row| row.name.value.as_str()));
        let listed = |rows: &[usize]| rows.iter().map(row).collect::<Vec<_>>();
        let when = |conditions: &[Condition]| conditions.iter().map(|one| condition(&row(&one.row), one)).collect();
        let (given, mut others) = match &rule.kind {
            RuleKind::Requires(given, others) | RuleKind::Forbids(given, others) => (Some(row(given)), listed(others)),
            RuleKind::AtMostOne(rows) | RuleKind::ExactlyOne(rows) | RuleKind::AtLeastOne(rows) => (None, listed(rows)),
            RuleKind::OnlyWhen(given, conditions) | RuleKind::NeededWhen(given, conditions) => {
                (Some(row(given)), when(conditions))
            }
        };
        others.sort();
        Self { name: rule.kind.name(), given, others }
    }

    /// What makes two conditions one condition that has changed: the demand, and the row that it starts from.
    fn head(&self) -> String {
        let start = self.given.as_ref().or(self.others.first()).map_or("", String::as_str);
        format!("{} {start}", self.name)
    }

    fn rest(&self) -> String {
        self.others.join(", ")
    }
}

fn condition(name: &str, condition: &Condition) -> String {
    let mut values: Vec<String> = condition.values.iter().map(|value| value.value.wire()).collect();
    values.sort();
    format!("{name} = {}", values.join(" | "))
}
