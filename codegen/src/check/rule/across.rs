//! A rule sees single values: those of the request, or those of one entry of a list. Which entry it means when it speaks
//! of a list from outside cannot be said.

use super::super::scope::Scope;
use super::name;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Rule, RuleKind, containers, rule_owner};
use crate::source::At;

/// Whether the rule looks into lists from outside; that is reported.
pub(super) fn is_across(scope: &Scope<'_>, action: &Action, rule: &Rule) -> bool {
    let seen = rule_owner(action, rule).len();
    let (given, others) = rule.kind.rows();
    let key = rule.kind.name();
    for row in given.into_iter().chain(others) {
        let way = containers(&action.fields, name(action, row));
        let Some(list) = way.iter().skip(seen).find(|field| field.list) else { continue };
        let fault =
            format!("`{key}` speaks of `{}`, but not all of its rows stand in `{}`", name(action, row), list.page_name);
        let help = "a rule holds for the request, or for each entry of one list; say this one as a note of the row";
        report(scope, fault, rule, action.request[row].at, help);
        return true;
    }
    let (RuleKind::OnlyWhen(_, conditions) | RuleKind::NeededWhen(_, conditions)) = &rule.kind else { return false };
    let Some(row) = conditions.iter().map(|one| one.row).find(|row| action.request[*row].list) else { return false };
    let fault = format!("`{key}` compares the list `{}` with single values", name(action, row));
    report(scope, fault, rule, action.request[row].at, "compare a single value, or say it as a note of the row");
    true
}

fn report(scope: &Scope<'_>, message: String, rule: &Rule, row: At, help: &str) {
    scope.push(Diagnostic::new(Code::RuleAcrossList, message).at(rule.at, "").at(row, "the row").help(help));
}
