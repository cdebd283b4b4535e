//! A rule can be kept, can be broken, and says something that no other rule says.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scope::Scope;
use super::{always_sent, name};
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Rule, RuleKind};
use crate::source::At;

pub(super) fn run(scope: &Scope<'_>, action: &Action, rules: &[&Rule]) {
    let sent = always_sent(action);
    for rule in rules {
        if let Some((fault, help)) = impossible(action, rule, &sent) {
            scope.report(Code::RuleImpossible, fault, (rule.at, ""), help);
        } else if let Some((fault, help)) = idle(action, rule, &sent) {
            scope.report(Code::RuleRedundant, fault, (rule.at, ""), help);
        }
    }
    report_repetitions(scope, rules);
    report_conflicts(scope, action, rules);
}

type Finding = (String, &'static str);

/// Rows that can never be sent, since a row that is always sent excludes them.
fn impossible(action: &Action, rule: &Rule, sent: &BTreeSet<usize>) -> Option<Finding> {
    match &rule.kind {
        RuleKind::AtMostOne(rows) | RuleKind::ExactlyOne(rows) => {
            let always: Vec<usize> = rows.iter().copied().filter(|row| sent.contains(row)).collect();
            match always[..] {
                [] => None,
                [one] => Some((
                    format!(
                        "`{}` is in every call, so that none of the other rows of this rule can ever be sent",
                        name(action, one)
                    ),
                    "drop `required: true` there, or leave the row out of the rule",
                )),
                [one, other, ..] => Some((
                    format!(
                        "no call can keep this rule: `{}` and `{}` are in every call",
                        name(action, one),
                        name(action, other)
                    ),
                    "drop `required: true` of all but one, or remove the rule",
                )),
            }
        }
        RuleKind::Forbids(given, not) => {
            if let Some(row) = not.iter().find(|row| sent.contains(row)) {
                return Some((
                    format!(
                        "`{}` can never be sent: it forbids `{}`, which is in every call",
                        name(action, *given),
                        name(action, *row)
                    ),
                    "drop `required: true` there, or remove the rule",
                ));
            }
            let other = not.first()?;
            let fault = || {
                format!(
                    "`{}` can never be sent: `{}` is in every call, and forbids it",
                    name(action, *other),
                    name(action, *given)
                )
            };
            sent.contains(given).then(|| (fault(), "drop `required: true` of the row that forbids, or remove the rule"))
        }
        _ => None,
    }
}

/// Rules that every call keeps.
fn idle(action: &Action, rule: &Rule, sent: &BTreeSet<usize>) -> Option<Finding> {
    let (row, help) = match &rule.kind {
        RuleKind::Requires(_, needs) => {
            (*needs.iter().find(|row| sent.contains(row))?, "leave that row out of `needs`")
        }
        RuleKind::AtLeastOne(rows) => (*rows.iter().find(|row| sent.contains(row))?, "remove the rule"),
        RuleKind::NeededWhen(row, _) => (*sent.get(row)?, "remove the rule, or drop `required: true`"),
        _ => return None,
    };
    Some((format!("`{}` is in every call anyway", name(action, row)), help))
}

/// The same said twice, perhaps in another order; `exactly_one` also says `at_most_one` and `at_least_one`.
fn report_repetitions(scope: &Scope<'_>, rules: &[&Rule]) {
    let mut said: BTreeMap<(&str, Option<usize>, Vec<usize>), At> = BTreeMap::new();
    let order = |rule: &&&Rule| !matches!(rule.kind, RuleKind::ExactlyOne(_));
    let mut ordered: Vec<&&Rule> = rules.iter().collect();
    ordered.sort_by_key(order);
    for rule in ordered {
        let (given, mut rows) = rule.kind.rows();
        rows.sort_unstable();
        let keys: &[&str] = match rule.kind {
            RuleKind::OnlyWhen(..) | RuleKind::NeededWhen(..) => continue,
            RuleKind::ExactlyOne(_) => &["exactly_one", "at_most_one", "at_least_one"],
            _ => &[rule.kind.name()],
        };
        if let Some(earlier) = said.get(&(keys[0], given, rows.clone())) {
            let diagnostic =
                Diagnostic::new(Code::RuleRedundant, format!("this `{}` says nothing new", rule.kind.name()));
            scope.push(diagnostic.at(rule.at, "").at(*earlier, "this rule says it already").help("remove one of them"));
            continue;
        }
        said.extend(keys.iter().map(|key| ((*key, given, rows.clone()), rule.at)));
    }
}

/// A row that needs another, while a second rule keeps the two apart.
fn report_conflicts(scope: &Scope<'_>, action: &Action, rules: &[&Rule]) {
    let mut apart: BTreeMap<(usize, usize), At> = BTreeMap::new();
    let mut groups: BTreeMap<usize, BTreeMap<usize, At>> = BTreeMap::new();
    for (index, rule) in rules.iter().enumerate() {
        match &rule.kind {
            RuleKind::Forbids(given, not) => {
                apart.extend(not.iter().flat_map(|other| [((*given, *other), rule.at), ((*other, *given), rule.at)]))
            }
            RuleKind::AtMostOne(rows) | RuleKind::ExactlyOne(rows) => {
                for row in rows {
                    groups.entry(*row).or_default().insert(index, rule.at);
                }
            }
            _ => {}
        }
    }
    for rule in rules {
        let RuleKind::Requires(given, needs) = &rule.kind else { continue };
        for need in needs {
            let shared = || {
                groups
                    .get(given)?
                    .iter()
                    .find(|(group, _)| groups.get(need).is_some_and(|other| other.contains_key(group)))
                    .map(|(_, at)| *at)
            };
            let Some(other) = apart.get(&(*given, *need)).copied().or_else(shared) else { continue };
            let message = format!(
                "`{}` can never be sent: it needs `{}`, and may not stand beside it",
                name(action, *given),
                name(action, *need)
            );
            let diagnostic =
                Diagnostic::new(Code::RuleImpossible, message).at(rule.at, "needs it").at(other, "keeps the two apart");
            scope.push(diagnostic.help("correct one of the two rules"));
        }
    }
}
