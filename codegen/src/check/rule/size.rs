//! A rule names the rows that it needs, each once.

use std::collections::BTreeSet;

use super::super::scope::Scope;
use super::name;
use crate::diag::Code;
use crate::model::{Action, Rule, RuleKind};

/// Whether the rule names enough rows, each once; what it lacks is reported.
pub(super) fn is_sound(scope: &Scope<'_>, action: &Action, rule: &Rule) -> bool {
    let (given, rows) = rule.kind.rows();
    let key = rule.kind.name();
    let (least, wanted) = match rule.kind {
        RuleKind::AtMostOne(_) | RuleKind::ExactlyOne(_) | RuleKind::AtLeastOne(_) => (2, "at least two rows"),
        _ => (1, "at least one other row"),
    };
    let mut sound = rows.len() >= least;
    if !sound {
        scope.report(
            Code::RuleSize,
            format!("`{key}` names {}, but takes {wanted}", counted(rows.len())),
            (rule.at, ""),
            "name the other rows, or remove the rule",
        );
    }
    let mut seen = BTreeSet::new();
    for row in rows.iter().filter(|row| !seen.insert(**row)) {
        sound = false;
        scope.report(
            Code::RuleSize,
            format!("`{key}` names `{}` twice", name(action, *row)),
            (rule.at, ""),
            "name each row once",
        );
    }
    if let Some(row) = given.filter(|given| rows.contains(given)) {
        sound = false;
        let message = format!("`{key}` sets `{}` against itself", name(action, row));
        scope.report(Code::RuleImpossible, message, (rule.at, ""), "name another row on one of the two sides");
    }
    if let RuleKind::OnlyWhen(_, conditions) | RuleKind::NeededWhen(_, conditions) = &rule.kind {
        for condition in conditions.iter().filter(|condition| condition.values.is_empty()) {
            sound = false;
            scope.report(
                Code::RuleSize,
                format!("`{key}` names no value of `{}`", name(action, condition.row)),
                (rule.at, ""),
                "list the values that count: `is: { Row: [a, b] }`",
            );
        }
    }
    sound
}

fn counted(rows: usize) -> String {
    match rows {
        0 => "no row".to_owned(),
        1 => "one row".to_owned(),
        more => format!("{more} rows"),
    }
}
