//! Conditions between the fields of one record.

use super::violation::Violation;
use super::walk::Place;
use crate::encode::scalar;
use crate::record::{At, Record, Value, View};
use crate::shape::{Condition, Rule, RuleKind};
use crate::text::listed;

pub(super) fn check(rule: &Rule, record: &dyn Record, place: &Place<'_>, found: &mut Vec<Violation>) {
    let mut report =
        |name: &str, text: String| found.push(place.violation(name, &documented(record, name), text, rule.basis));
    let is_given = |name: &&str| is_given(record, name);
    match rule.kind {
        RuleKind::Requires(given, needs) => {
            for missing in needs.iter().filter(|name| is_given(&given) && !is_given(name)) {
                report(missing, format!("must be given together with {}", documented(record, given)));
            }
        }
        RuleKind::Forbids(given, not) => {
            for present in not.iter().filter(|name| is_given(&given) && is_given(name)) {
                report(present, format!("must not be given together with {}", documented(record, given)));
            }
        }
        RuleKind::AtMostOne(fields) => report_count(record, fields, 0..=1, &mut report),
        RuleKind::ExactlyOne(fields) => report_count(record, fields, 1..=1, &mut report),
        RuleKind::AtLeastOne(fields) => report_count(record, fields, 1..=usize::MAX, &mut report),
        RuleKind::OnlyWhen(field, conditions) => {
            if is_given(&field) && !conditions.iter().all(|condition| holds(record, condition)) {
                report(field, format!("may be given only when {}", describe(record, conditions)));
            }
        }
        RuleKind::NeededWhen(field, conditions) => {
            if !is_given(&field) && conditions.iter().all(|condition| holds(record, condition)) {
                report(field, format!("must be given when {}", describe(record, conditions)));
            }
        }
    }
}

fn report_count(
    record: &dyn Record,
    fields: &[&str],
    allowed: std::ops::RangeInclusive<usize>,
    report: &mut dyn FnMut(&str, String),
) {
    let given: Vec<&str> = fields.iter().copied().filter(|name| is_given(record, name)).collect();
    if allowed.contains(&given.len()) {
        return;
    }
    let name = given.first().or(fields.first()).copied().unwrap_or_default();
    let names: Vec<String> = fields.iter().map(|name| documented(record, name)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let rule = match (given.is_empty(), *allowed.start()) {
        (true, _) if fields.len() == 1 => "must be given".to_owned(),
        (true, _) => format!("must be given, or one of the others: {}", listed(&names, "or")),
        (false, _) => format!("must be the only one given of {}", listed(&names, "and")),
    };
    report(name, rule);
}

/// Whether a field is given: it is neither absent nor an empty list.
fn is_given(record: &dyn Record, name: &str) -> bool {
    look(record, name, &mut |_, view| match view {
        View::Absent | View::List(0) => false,
        View::Record(nested) => {
            let mut any = false;
            nested.values(&mut |values: &[&dyn Value]| {
                any = values.iter().any(|value| !matches!(value.view(At::Whole), View::Absent | View::List(0)));
            });
            any
        }
        _ => true,
    })
}

/// Whether a field has one of the values of the condition. When it is not given, what the provider assumes counts.
fn holds(record: &dyn Record, (name, values): &Condition) -> bool {
    look(record, name, &mut |assumed, view| {
        let value = scalar(view).or_else(|| assumed.map(str::to_owned));
        value.is_some_and(|value| values.contains(&value.as_str()))
    })
}

/// Asks about a field of the record, or of a record nested in it: `Policy.Name`. False when there is no such field.
fn look(record: &dyn Record, name: &str, ask: &mut dyn FnMut(Option<&'static str>, View<'_>) -> bool) -> bool {
    let shape = record.shape();
    let mut answer = false;
    record.values(&mut |values: &[&dyn Value]| {
        for (field, value) in shape.fields().zip(values) {
            let view = value.view(At::Whole);
            if field.wire() == name {
                answer = ask(field.assumed_value(), view);
                return;
            }
            let inner = name.strip_prefix(field.wire()).and_then(|rest| rest.strip_prefix('.'));
            if let (Some(inner), View::Record(nested)) = (inner, view) {
                answer = look(nested, inner, ask);
                return;
            }
        }
    });
    answer
}

/// What the page calls a field that a rule names: `Policy.Name`, `imageIds.n`.
fn documented(record: &dyn Record, name: &str) -> String {
    let mut found = name.to_owned();
    record.values(&mut |values: &[&dyn Value]| {
        for (field, value) in record.shape().fields().zip(values) {
            if field.wire() == name {
                found = field.documented_name().to_owned();
                return;
            }
            let inner = name.strip_prefix(field.wire()).and_then(|rest| rest.strip_prefix('.'));
            if let (Some(inner), View::Record(nested)) = (inner, value.view(At::Whole)) {
                found = format!("{}.{}", field.documented_name(), documented(nested, inner));
                return;
            }
        }
    });
    found
}

fn describe(record: &dyn Record, conditions: &[Condition]) -> String {
    let part = |(name, values): &Condition| format!("{} is {}", documented(record, name), listed(values, "or"));
    let parts = conditions.iter().map(part);
    parts.collect::<Vec<_>>().join(" and ")
}
