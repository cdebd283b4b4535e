//! Limits of a parameter: whether what was right is still right.

use tablature_codegen::model::{Fact, Format, Kind, Limit, OnInvalid, Row, Scalar};
use tablature_codegen::source::At;

use super::describe::truth;
use super::form;
use super::parameter::Rows;
use crate::rules::Rule;
use crate::rules::limit as rules;

/// A rule for less, and one for more.
type Pair = (&'static Rule, &'static Rule);

static RANGE: Pair = (&rules::RANGE_NARROWED, &rules::RANGE_WIDENED);
static SIZE: Pair = (&rules::SIZE_NARROWED, &rules::SIZE_WIDENED);
static VALUES: Pair = (&rules::VALUES_NARROWED, &rules::VALUES_WIDENED);
static FORM: Pair = (&rules::FORM_NARROWED, &rules::FORM_WIDENED);

pub(super) fn compare(rows: &mut Rows<'_, '_>) {
    bound(rows, SIZE, "min_items", |row, limit| number(row, limit, "min_items"), false);
    bound(rows, SIZE, "max_items", |row, limit| number(row, limit, "max_items"), true);
    // The range of a number says nothing about the text that took its place: that is the change of type.
    if form::is_comparable(rows.old, rows.new) {
        values(rows);
    }
    let (old, new) = (rows.old.empty.is_some(), rows.new.empty.is_some());
    let rule = if new { FORM.1 } else { FORM.0 };
    rows.fact(rule, "empty", Some(truth(old)), Some(truth(new)));
    let names = [rows.old, rows.new].map(|row| if row.on_invalid == OnInvalid::Error { "error" } else { "ignored" });
    let rule = if rows.new.on_invalid == OnInvalid::Error { VALUES.0 } else { VALUES.1 };
    rows.fact(rule, "on_invalid", Some(names[0].to_owned()), Some(names[1].to_owned()));
}

/// What single values have to be.
fn values(rows: &mut Rows<'_, '_>) {
    bound(rows, RANGE, "min", lower, false);
    bound(rows, RANGE, "max", upper, true);
    bound(rows, SIZE, "min_length", |row, limit| number(row, limit, "min_length"), false);
    bound(rows, SIZE, "max_length", |row, limit| number(row, limit, "max_length"), true);
    allowed(rows);
    step(rows);
    for key in ["pattern", "format", "case"] {
        let (before, after) = (form(rows.old, key), form(rows.new, key));
        let value = |found: &Option<(String, At)>| found.as_ref().map(|(value, _)| value.clone());
        if value(&before) != value(&after) {
            let rule = if after.is_some() { FORM.0 } else { FORM.1 };
            let places = places(rows, before.as_ref().map(|found| found.1), after.as_ref().map(|found| found.1));
            rows.push(rule, key, value(&before), value(&after), places);
        }
    }
}

/// A bound as a number that is itself within, or as one that is just outside.
#[derive(Clone, Copy, PartialEq)]
struct Bound {
    value: f64,
    within: bool,
}

impl Bound {
    fn shown(self, is_upper: bool) -> String {
        match (self.within, is_upper) {
            (true, _) => self.value.to_string(),
            (false, true) => format!("below {}", self.value),
            (false, false) => format!("above {}", self.value),
        }
    }

    /// Whether everything within `self` is within `other`, both being upper bounds.
    fn fits(self, other: Self) -> bool {
        self.value < other.value || self.value == other.value && (other.within || !self.within)
    }
}

/// For whole numbers, "above 0" is "at least 1".
fn whole(row: &Row, value: f64, within: bool, step: f64) -> Bound {
    if !within && row.kind == Kind::Integer && value.fract() == 0.0 {
        Bound { value: value + step, within: true }
    } else {
        Bound { value, within }
    }
}

fn lower(row: &Row, limit: &Limit) -> Option<Bound> {
    match limit {
        Limit::Min(value) => Some(whole(row, *value, true, 1.0)),
        Limit::Above(value) => Some(whole(row, *value, false, 1.0)),
        _ => None,
    }
}

fn upper(row: &Row, limit: &Limit) -> Option<Bound> {
    match limit {
        Limit::Max(value) => Some(whole(row, *value, true, -1.0)),
        Limit::Below(value) => Some(whole(row, *value, false, -1.0)),
        _ => None,
    }
}

fn number(_: &Row, limit: &Limit, key: &str) -> Option<Bound> {
    match limit {
        Limit::MinLength(count) | Limit::MaxLength(count) | Limit::MinItems(count) | Limit::MaxItems(count)
            if limit.key() == key =>
        {
            Some(Bound { value: *count as f64, within: true })
        }
        _ => None,
    }
}

fn bound(
    rows: &mut Rows<'_, '_>,
    rules: Pair,
    key: &str,
    read: impl Fn(&Row, &Limit) -> Option<Bound>,
    is_upper: bool,
) {
    let found = |row: &Row| row.limits.iter().find_map(|fact| Some((read(row, &fact.value)?, fact.at)));
    let (old, new) = (found(rows.old), found(rows.new));
    let (before, after) = (old.map(|found| found.0), new.map(|found| found.0));
    if before == after {
        return;
    }
    let fits = |one: Bound, other: Bound| if is_upper { one.fits(other) } else { flipped(one).fits(flipped(other)) };
    let widens = match (before, after) {
        (Some(before), Some(after)) => fits(before, after),
        (_, after) => after.is_none(),
    };
    let shown = |bound: Option<Bound>| bound.map(|bound| bound.shown(is_upper));
    let places = places(rows, old.map(|found| found.1), new.map(|found| found.1));
    rows.push(if widens { rules.1 } else { rules.0 }, key, shown(before), shown(after), places);
}

fn flipped(bound: Bound) -> Bound {
    Bound { value: -bound.value, ..bound }
}

/// Where a limit is written, or the row where it is not.
fn places(rows: &Rows<'_, '_>, old: Option<At>, new: Option<At>) -> (At, At) {
    (old.unwrap_or(rows.old.at), new.unwrap_or(rows.new.at))
}

fn allowed(rows: &mut Rows<'_, '_>) {
    let values = |row: &Row| {
        row.limits.iter().find_map(|fact| match &fact.value {
            Limit::Allowed(values) => {
                Some((values.iter().map(|value| value.value.wire()).collect::<Vec<_>>(), fact.at))
            }
            _ => None,
        })
    };
    let (old, new) = (values(rows.old), values(rows.new));
    let places = places(rows, old.as_ref().map(|found| found.1), new.as_ref().map(|found| found.1));
    match (old, new) {
        (Some((old, _)), Some((new, _))) => {
            for gone in old.iter().filter(|value| !new.contains(value)) {
                rows.push(VALUES.0, &format!("allowed {gone}"), Some(gone.clone()), None, places);
            }
            for come in new.iter().filter(|value| !old.contains(value)) {
                rows.push(VALUES.1, &format!("allowed {come}"), None, Some(come.clone()), places);
            }
        }
        (None, Some((new, _))) => rows.push(VALUES.0, "allowed", None, Some(new.join(", ")), places),
        (Some((old, _)), None) => rows.push(VALUES.1, "allowed", Some(old.join(", ")), None, places),
        (None, None) => {}
    }
}

fn step(rows: &mut Rows<'_, '_>) {
    let found = |row: &Row| {
        row.limits.iter().find_map(|fact| match fact.value {
            Limit::MultipleOf(step) => Some((step, fact.at)),
            _ => None,
        })
    };
    let (old, new) = (found(rows.old), found(rows.new));
    let (before, after) = (old.map(|found| found.0), new.map(|found| found.0));
    if before == after {
        return;
    }
    let widens = match (before, after) {
        (Some(before), Some(after)) => after != 0 && before % after == 0,
        (_, after) => after.is_none(),
    };
    let shown = |step: Option<i64>| step.map(|step| Scalar::Integer(step).wire());
    let places = places(rows, old.map(|found| found.1), new.map(|found| found.1));
    rows.push(if widens { FORM.1 } else { FORM.0 }, "multiple_of", shown(before), shown(after), places);
}

/// A pattern, a format or a case. The formats of times are types.
fn form(row: &Row, key: &str) -> Option<(String, At)> {
    let written = |fact: &Fact<Limit>| match &fact.value {
        Limit::Pattern(pattern) => Some(pattern.clone()),
        Limit::Format(Format::Iso8601 | Format::LocalTime | Format::UnixSeconds | Format::Date) => None,
        Limit::Format(format) => Some(format.name().to_owned()),
        Limit::Case(case) => Some(format!("{case:?}").to_lowercase()),
        _ => None,
    };
    let fact = row.limits.iter().find(|fact| fact.value.key() == key)?;
    Some((written(fact)?, fact.at))
}
