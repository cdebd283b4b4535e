//! Bounds: of the right type, in the right order, with steps that can be taken.

use super::scope::{RowRef, Scope};
use crate::diag::{Code, Diagnostic};
use crate::model::{Kind, Row, TimeForm, segments};
use crate::source::At;
use crate::vocabulary::Limit;

pub(super) fn run(scope: &Scope<'_>) {
    for (side, row) in scope.rows() {
        for limit in &row.limits {
            if let Some(takes) = misplaced(scope, side, row, &limit.value) {
                let message = format!("`{}` does not fit `{}`", limit.value.key(), row.name.value);
                scope.report(
                    Code::LimitType,
                    message,
                    (limit.at, ""),
                    format!("`{}` is for {takes}; remove it, or correct the row's type", limit.value.key()),
                );
            }
            if let Limit::MultipleOf(step) = limit.value
                && step <= 0
            {
                let message = format!("`multiple_of` of `{}` is {step}, which is not a step", row.name.value);
                scope.report(Code::LimitStep, message, (limit.at, ""), "write a whole number above 0, or remove it");
            }
        }
        report_order(scope, row);
    }
}

/// What the limit is for, when it stands on a row of another kind.
fn misplaced(scope: &Scope<'_>, side: RowRef<'_>, row: &Row, limit: &Limit) -> Option<&'static str> {
    let integers = scope.enumeration(row.kind).is_some_and(|list| list.integer);
    let whole = matches!(row.kind, Kind::Integer | Kind::Time(TimeForm::UnixSeconds) | Kind::Any) || integers;
    let text =
        matches!(row.kind, Kind::Text | Kind::Time(_) | Kind::Any | Kind::Enum(_)) && !whole || row.kind == Kind::Any;
    let in_list =
        row.list || (side.direction() == crate::vocabulary::Direction::Request && is_in_list(&row.name.value));
    let (fits, takes) = match limit {
        Limit::Min(_) | Limit::Max(_) | Limit::Above(_) | Limit::Below(_) => {
            (whole || row.kind == Kind::Float, "rows of type `int` or `float`")
        }
        Limit::MultipleOf(_) => (whole, "rows of type `int`"),
        Limit::MinLength(_) | Limit::MaxLength(_) | Limit::Pattern(_) | Limit::Case(_) => {
            (text, "rows of type `string`")
        }
        Limit::MinItems(_) | Limit::MaxItems(_) => (in_list, "lists: `[…]` as the type, or `.n` in the name"),
        Limit::Allowed(_) => (!matches!(row.kind, Kind::Type(_) | Kind::Object), "rows of a single value"),
        Limit::Format(_) => (true, ""),
    };
    (!fits).then_some(takes)
}

fn is_in_list(name: &str) -> bool {
    segments(name).is_some_and(|parts| parts.iter().any(|part| part.list))
}

/// A bound: whether the bound itself is excluded.
#[derive(Clone, Copy)]
struct Bound {
    key: &'static str,
    number: f64,
    excluded: bool,
    at: At,
}

/// Whether no value is within the bounds of the row.
pub(super) fn is_contradictory(row: &Row) -> bool {
    !conflicts(row).is_empty()
}

/// Lower and upper bounds with nothing between them.
fn conflicts(row: &Row) -> Vec<(Bound, Bound)> {
    let bounds = |pick: fn(&Limit) -> Option<(f64, bool)>| -> Vec<Bound> {
        let found = row
            .limits
            .iter()
            .filter_map(|limit| pick(&limit.value).map(|(number, excluded)| (limit, number, excluded)));
        found
            .map(|(limit, number, excluded)| Bound { key: limit.value.key(), number, excluded, at: limit.at })
            .collect()
    };
    let pairs =
        [(bounds(lowest), bounds(highest)), (bounds(shortest), bounds(longest)), (bounds(fewest), bounds(most))];
    let apart = |low: &Bound, high: &Bound| {
        low.number > high.number || (low.number == high.number && (low.excluded || high.excluded))
    };
    let all = pairs
        .iter()
        .flat_map(|(lower, upper)| lower.iter().flat_map(|low| upper.iter().map(move |high| (*low, *high))));
    all.filter(|(low, high)| apart(low, high)).collect()
}

fn report_order(scope: &Scope<'_>, row: &Row) {
    for (low, high) in conflicts(row) {
        let message = format!(
            "no value of `{}` is within `{}: {}` and `{}: {}`",
            row.name.value, low.key, low.number, high.key, high.number
        );
        let diagnostic =
            Diagnostic::new(Code::LimitOrder, message).at(low.at, "the lower bound").at(high.at, "the upper bound");
        scope.push(diagnostic.help(format!("make `{}` the smaller of the two", low.key)));
    }
}

fn lowest(limit: &Limit) -> Option<(f64, bool)> {
    match limit {
        Limit::Min(bound) => Some((*bound, false)),
        Limit::Above(bound) => Some((*bound, true)),
        _ => None,
    }
}

fn highest(limit: &Limit) -> Option<(f64, bool)> {
    match limit {
        Limit::Max(bound) => Some((*bound, false)),
        Limit::Below(bound) => Some((*bound, true)),
        _ => None,
    }
}

fn shortest(limit: &Limit) -> Option<(f64, bool)> {
    if let Limit::MinLength(bound) = limit { Some((*bound as f64, false)) } else { None }
}

fn longest(limit: &Limit) -> Option<(f64, bool)> {
    if let Limit::MaxLength(bound) = limit { Some((*bound as f64, false)) } else { None }
}

fn fewest(limit: &Limit) -> Option<(f64, bool)> {
    if let Limit::MinItems(bound) = limit { Some((*bound as f64, false)) } else { None }
}

fn most(limit: &Limit) -> Option<(f64, bool)> {
    if let Limit::MaxItems(bound) = limit { Some((*bound as f64, false)) } else { None }
}
