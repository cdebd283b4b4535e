//! An example sends what is required, and keeps the rules of its page.

use std::collections::{BTreeMap, BTreeSet};

use super::super::proposal::{MISSING, erratum};
use super::super::scope::{RowRef, Scope};
use super::Shown;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Condition, Required, Rule, RuleKind};

pub(super) fn run(scope: &Scope<'_>, shown: &Shown<'_>) {
    let Some(action) = scope.action else { return };
    // Some pages show an answer without the call that it answers.
    if shown.sent.is_empty() {
        return;
    }
    let mut sent: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for one in &shown.sent {
        if let Some(RowRef::Request(row)) = one.row {
            sent.entry(row).or_default().push(&one.pair.value);
        }
    }
    report_missing(scope, action, shown);
    for rule in action.rules.iter().filter(|rule| is_broken(action, rule, &sent)) {
        let names: Vec<String> = rows(rule)
            .iter()
            .filter_map(|row| action.request.get(*row))
            .map(|row| format!("`{}`", row.name.value))
            .collect();
        let diagnostic = Diagnostic::new(
            Code::ExampleRule,
            format!("the example breaks the rule `{}` on {}", rule.kind.name(), names.join(", ")),
        );
        let diagnostic = diagnostic.at(shown.example.at, "this example").at(rule.at, "the rule");
        scope.push(
            diagnostic.help("correct the rule; if the page hides the parameter, add it under `supply` of the example"),
        );
    }
}

/// Without what is needed, neither the request nor a struct in it can be built.
fn report_missing(scope: &Scope<'_>, action: &Action, shown: &Shown<'_>) {
    for index in &shown.call.lacking {
        let row = &action.request[*index];
        // What is needed in each entry, and stands in none, is an error of its own.
        if row.required == Required::InItem && !row.name.value.contains('.') {
            continue;
        }
        let name = &row.name.value;
        let diagnostic =
            Diagnostic::new(Code::ExampleRequest, format!("the example lacks `{name}`, which is required"));
        let diagnostic = diagnostic
            .misses(name)
            .at(shown.example.at, "this example")
            .at(row.required_at.unwrap_or(row.at), "required here");
        let supply = format!("add `supply: [{name}=…]` to the example");
        scope.push(diagnostic.help(if scope.coverage().has(RowRef::Request(*index), "missing") {
            supply
        } else {
            let entry = erratum(scope, RowRef::Request(*index), "missing", &MISSING);
            format!("{supply}, and {entry}")
        }));
    }
}

fn rows(rule: &Rule) -> Vec<usize> {
    let (given, others) = rule.kind.rows();
    given.into_iter().chain(others).collect()
}

fn is_broken(action: &Action, rule: &Rule, sent: &BTreeMap<usize, Vec<&str>>) -> bool {
    let has =
        |row: &usize| sent.contains_key(row) || action.request.get(*row).is_some_and(|row| row.constant.is_some());
    let count = |rows: &[usize]| rows.iter().filter(|row| has(row)).count();
    let holds = |conditions: &[Condition]| {
        conditions.iter().all(|condition| {
            let values: BTreeSet<String> = condition.values.iter().map(|value| value.value.wire()).collect();
            sent.get(&condition.row).is_some_and(|sent| sent.iter().any(|value| values.contains(*value)))
        })
    };
    match &rule.kind {
        RuleKind::Requires(given, needs) => has(given) && !needs.iter().all(has),
        RuleKind::Forbids(given, not) => has(given) && not.iter().any(has),
        RuleKind::AtMostOne(rows) => count(rows) > 1,
        RuleKind::ExactlyOne(rows) => count(rows) != 1,
        RuleKind::AtLeastOne(rows) => count(rows) == 0,
        RuleKind::OnlyWhen(row, conditions) => {
            has(row) && conditions.iter().all(|condition| sent.contains_key(&condition.row)) && !holds(conditions)
        }
        RuleKind::NeededWhen(row, conditions) => holds(conditions) && !has(row),
    }
}
