//! Rules compare rows with values that they can have.

use std::collections::BTreeMap;

use super::super::scope::{RowRef, Scope};
use super::super::values::{breach, fits, other_type};
use super::name;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Condition, Rule, RuleKind};

pub(super) fn run<'m>(scope: &Scope<'m>, action: &'m Action, rule: &Rule) {
    let (RuleKind::OnlyWhen(_, conditions) | RuleKind::NeededWhen(_, conditions)) = &rule.kind else { return };
    for condition in conditions {
        report(scope, action, condition);
    }
}

fn report<'m>(scope: &Scope<'m>, action: &'m Action, condition: &Condition) {
    let Some(row) = action.request.get(condition.row) else { return };
    let name = name(action, condition.row);
    let mut first = BTreeMap::new();
    for value in &condition.values {
        let wire = value.value.wire();
        if !fits(scope, row.kind, &value.value) {
            let message = format!("`{name}` can never be `{wire}`, which is {}", value.value.kind());
            let diagnostic = Diagnostic::new(Code::RuleValue, message).at(value.at, "").at(row.at, "the row");
            scope.push(diagnostic.help(other_type(scope, row.kind, "value", &value.value)));
        } else if let Some(breach) = breach(scope, RowRef::Request(condition.row), row, &value.value) {
            let diagnostic =
                Diagnostic::new(Code::RuleValue, format!("`{name}` can never be `{wire}`: {}", breach.says));
            let diagnostic = diagnostic.at(value.at, "").at(breach.at, "this excludes it");
            let known = scope
                .enumeration(row.kind)
                .map(|list| list.values.iter().map(|one| one.value.value.wire()).collect::<Vec<_>>());
            scope.push(
                diagnostic
                    .suggest(&wire, known.iter().flatten().map(String::as_str))
                    .help("correct the value, or document it with the row"),
            );
        }
        if let Some(earlier) = first.insert(wire.clone(), value.at) {
            let diagnostic = Diagnostic::new(Code::RuleValue, format!("the rule names `{wire}` of `{name}` twice"));
            scope.push(diagnostic.at(value.at, "again here").at(earlier, "first here").help("keep one of them"));
        }
    }
}
