//! Single values and lists against one constraint. Each function gives the rule that is not kept, if it is not.

use super::pattern;
use crate::record::View;
use crate::shape::Limit;
use crate::text::{listed, quoted};

/// The rule that a list of `count` entries does not keep.
pub(super) fn list(limit: Limit, count: usize) -> Option<String> {
    match limit {
        Limit::MinItems(bound) if count < bound => Some(format!("must have at least {bound} entries")),
        Limit::MaxItems(bound) if count > bound => Some(format!("must have at most {bound} entries")),
        _ => None,
    }
}

/// The rule that a single value does not keep.
pub(super) fn single(limit: Limit, view: View<'_>) -> Option<String> {
    match view {
        View::Integer(number) => integer(limit, number),
        View::Float(number) => float(limit, number),
        View::Text(value) => text(limit, value),
        _ => None,
    }
}

fn integer(limit: Limit, number: i64) -> Option<String> {
    let (kept, rule) = match limit {
        Limit::Min(bound) => (number >= bound, format!("must be at least {bound}")),
        Limit::Max(bound) => (number <= bound, format!("must be at most {bound}")),
        Limit::Above(bound) => (number > bound, format!("must be greater than {bound}")),
        Limit::Below(bound) => (number < bound, format!("must be less than {bound}")),
        Limit::MultipleOf(step) => {
            (step != 0 && number.wrapping_rem(step) == 0, format!("must be a multiple of {step}"))
        }
        Limit::OneOfInteger(values) => (values.contains(&number), one_of(values.iter().map(i64::to_string))),
        _ => return float(limit, number as f64),
    };
    (!kept).then_some(rule)
}

fn float(limit: Limit, number: f64) -> Option<String> {
    let (kept, rule) = match limit {
        Limit::Min(bound) => (number >= bound as f64, format!("must be at least {bound}")),
        Limit::Max(bound) => (number <= bound as f64, format!("must be at most {bound}")),
        Limit::Above(bound) => (number > bound as f64, format!("must be greater than {bound}")),
        Limit::Below(bound) => (number < bound as f64, format!("must be less than {bound}")),
        Limit::MinFloat(bound) => (number >= bound, format!("must be at least {bound}")),
        Limit::MaxFloat(bound) => (number <= bound, format!("must be at most {bound}")),
        Limit::AboveFloat(bound) => (number > bound, format!("must be greater than {bound}")),
        Limit::BelowFloat(bound) => (number < bound, format!("must be less than {bound}")),
        Limit::MultipleOf(step) => (number % step as f64 == 0.0, format!("must be a multiple of {step}")),
        _ => return None,
    };
    (!kept).then_some(rule)
}

fn text(limit: Limit, value: &str) -> Option<String> {
    let length = || value.chars().count();
    let (kept, rule) = match limit {
        Limit::MinLength(bound) => (length() >= bound, format!("must have at least {bound} characters")),
        Limit::MaxLength(bound) => (length() <= bound, format!("must have at most {bound} characters")),
        Limit::OneOf(values) => (values.contains(&value), one_of(values.iter().map(|value| quoted(value)))),
        Limit::Pattern(expression) => (pattern::matches(expression, value), format!("must match {expression}")),
        Limit::LowerCase => (!value.chars().any(char::is_uppercase), "must be in lower case".to_owned()),
        Limit::UpperCase => (!value.chars().any(char::is_lowercase), "must be in upper case".to_owned()),
        _ => return None,
    };
    (!kept).then_some(rule)
}

fn one_of(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    let texts: Vec<&str> = values.iter().map(String::as_str).collect();
    match texts.as_slice() {
        [only] => format!("must be {only}"),
        all => format!("must be {}", listed(all, "or")),
    }
}
