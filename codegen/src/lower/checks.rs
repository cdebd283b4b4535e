//! Constraints and rules, as the runtime's constructors.

use super::literals::fraction;
use super::scope::Scope;
use crate::model::{
    Action, Basis, Case, Condition, Direction, Fact, Kind, Limit, OnInvalid, Row, Scalar, TimeForm, rule_owner,
};
use crate::model::{Rule as ModelRule, RuleKind as ModelRuleKind};
use crate::rust::{Check, CheckKind, Rule, RuleKind};

/// Variant of the runtime's `Basis`; the table is its default.
pub(super) fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Table => None,
        Basis::Prose => Some("Prose"),
        Basis::Example => Some("Example"),
        Basis::Traffic => Some("Traffic"),
    }
}

/// Which of a row's constraints to take: those of the list, or those of its entries and single values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Everything,
    ListOnly,
    EntryOnly,
}

pub(super) fn checks(action: &Action, row: &Row, scope: &Scope, part: Part) -> Vec<Check> {
    let mut checks: Vec<Check> = row
        .limits
        .iter()
        .filter(|limit| match part {
            Part::Everything => true,
            Part::ListOnly => is_of_list(&limit.value),
            Part::EntryOnly => !is_of_list(&limit.value),
        })
        .filter_map(|limit| check(row, limit))
        .collect();
    if part != Part::ListOnly {
        checks.extend(enum_check(action, row, scope));
    }
    checks
}

pub(super) fn is_of_list(limit: &Limit) -> bool {
    matches!(limit, Limit::MinItems(_) | Limit::MaxItems(_))
}

fn check(row: &Row, limit: &Fact<Limit>) -> Option<Check> {
    let bound = |integer: &'static str, float: &'static str, bound: f64| {
        let whole = row.kind != Kind::Float && bound.fract() == 0.0 && bound.abs() < 9e15;
        if whole { CheckKind::Integer(integer, bound as i64) } else { CheckKind::Float(float, fraction(bound)) }
    };
    let kind = match &limit.value {
        Limit::Min(value) => bound("min", "min_float", *value),
        Limit::Max(value) => bound("max", "max_float", *value),
        Limit::Above(value) => bound("above", "above_float", *value),
        Limit::Below(value) => bound("below", "below_float", *value),
        Limit::MultipleOf(step) => CheckKind::Integer("multiple_of", *step),
        Limit::MinLength(length) => CheckKind::Count("min_length", *length),
        Limit::MaxLength(length) => CheckKind::Count("max_length", *length),
        Limit::MinItems(count) => CheckKind::Count("min_items", *count),
        Limit::MaxItems(count) => CheckKind::Count("max_items", *count),
        Limit::Allowed(_) if row.on_invalid == OnInvalid::Ignored => return None,
        Limit::Allowed(values) => {
            let integers: Vec<i64> = values
                .iter()
                .filter_map(|value| if let Scalar::Integer(value) = value.value { Some(value) } else { None })
                .collect();
            if integers.len() == values.len() && row.kind == Kind::Integer {
                CheckKind::OneOfIntegers(integers)
            } else {
                CheckKind::OneOf(values.iter().map(|value| value.value.wire()).collect())
            }
        }
        Limit::Pattern(pattern) => CheckKind::Pattern(pattern.clone()),
        Limit::Case(Case::Lower) => CheckKind::Plain("lower_case"),
        Limit::Case(Case::Upper) => CheckKind::Plain("upper_case"),
        Limit::Format(_) => CheckKind::Time(time_form(row.kind)?),
    };
    Some(Check { kind, basis: basis(row.basis_of(limit)) })
}

/// Variant of the runtime's `TimeForm`, where a row holds times. Other formats are said in the docs.
fn time_form(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Time(TimeForm::Iso8601) => Some("Utc"),
        Kind::Time(TimeForm::Local) => Some("Local"),
        Kind::Time(TimeForm::Date) => Some("Date"),
        Kind::Time(TimeForm::UnixSeconds) => Some("UnixSeconds"),
        _ => None,
    }
}

/// A closed list of values is enforced, unless the provider ignores what it does not know.
fn enum_check(action: &Action, row: &Row, scope: &Scope) -> Option<Check> {
    let Kind::Enum(index) = row.kind else { return None };
    let values = &action.enums[index];
    if values.open || row.on_invalid == OnInvalid::Ignored {
        return None;
    }
    let name = scope.enums[index].clone();
    let allowed: Vec<_> = values
        .values
        .iter()
        .filter(|value| value.only != Some(Direction::Response))
        .map(|value| &value.value.value)
        .collect();
    let kind = match (values.integer, allowed.len() == values.values.len()) {
        (true, true) => CheckKind::IntegerEnum(name),
        (false, true) => CheckKind::TextEnum(name),
        (true, false) => CheckKind::OneOfIntegers(
            allowed
                .iter()
                .filter_map(|value| if let Scalar::Integer(value) = value { Some(*value) } else { None })
                .collect(),
        ),
        (false, false) => CheckKind::OneOf(allowed.iter().map(|value| value.wire()).collect()),
    };
    Some(Check { kind, basis: basis(values.basis.max(row.basis)) })
}

/// The struct that a rule belongs to, by its full name (empty for the request), and the rule with names relative to it.
/// A rule whose rows all stand in entries of one list is a rule of the entries.
pub(super) fn rule(action: &Action, rule: &ModelRule) -> (String, Rule) {
    let way = rule_owner(action, rule);
    let name = |row: &usize| relative_name(&action.request[*row].name, way.len());
    let names = |rows: &[usize]| rows.iter().map(name).collect();
    let when = |conditions: &[Condition]| {
        conditions
            .iter()
            .map(|one| (name(&one.row), one.values.iter().map(|value| value.value.wire()).collect()))
            .collect()
    };
    let kind = match &rule.kind {
        ModelRuleKind::Requires(given, needs) => RuleKind::Given("requires", name(given), names(needs)),
        ModelRuleKind::Forbids(given, not) => RuleKind::Given("forbids", name(given), names(not)),
        ModelRuleKind::AtMostOne(rows) => RuleKind::Fields("at_most_one", names(rows)),
        ModelRuleKind::ExactlyOne(rows) => RuleKind::Fields("exactly_one", names(rows)),
        ModelRuleKind::AtLeastOne(rows) => RuleKind::Fields("at_least_one", names(rows)),
        ModelRuleKind::OnlyWhen(given, conditions) => RuleKind::When("only_when", name(given), when(conditions)),
        ModelRuleKind::NeededWhen(given, conditions) => RuleKind::When("needed_when", name(given), when(conditions)),
    };
    let owner = way.last().map(|list| list.full_name.clone()).unwrap_or_default();
    (owner, Rule { kind, basis: basis(rule.basis) })
}

/// Rules name rows without the numbers of their lists: `imageIds.n` is `imageIds`.
fn relative_name(row: &str, skipped: usize) -> String {
    let parts = crate::model::segments(row).unwrap_or_default();
    parts.iter().skip(skipped).map(|part| part.name.as_str()).collect::<Vec<_>>().join(".")
}
