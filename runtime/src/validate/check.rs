//! Single values and lists against one constraint: whether it is kept, and, only when it is not, its words.

use super::pattern;
use crate::record::View;
use crate::shape::Limit;
use crate::text::{listed, quoted};

/// Whether a list of `count` entries keeps a constraint; those of single values are kept by all.
pub(super) fn list_keeps(limit: Limit, count: usize) -> bool {
    match limit {
        Limit::MinItems(bound) => count >= bound,
        Limit::MaxItems(bound) => count <= bound,
        _ => true,
    }
}

/// Whether a single value keeps a constraint; those of lists and of other types are kept by all.
pub(super) fn keeps(limit: Limit, view: View<'_>) -> bool {
    match view {
        View::Integer(number) => integer(limit, number),
        View::Float(number) => float(limit, number),
        View::Text(value) => text(limit, value),
        _ => true,
    }
}

fn integer(limit: Limit, number: i64) -> bool {
    match limit {
        Limit::Min(bound) => number >= bound,
        Limit::Max(bound) => number <= bound,
        Limit::Above(bound) => number > bound,
        Limit::Below(bound) => number < bound,
        Limit::MultipleOf(step) => step != 0 && number.wrapping_rem(step) == 0,
        Limit::OneOfInteger(values) => values.contains(&number),
        _ => float(limit, number as f64),
    }
}

fn float(limit: Limit, number: f64) -> bool {
    match limit {
        Limit::Min(bound) => number >= bound as f64,
        Limit::Max(bound) => number <= bound as f64,
        Limit::Above(bound) => number > bound as f64,
        Limit::Below(bound) => number < bound as f64,
        Limit::MinFloat(bound) => number >= bound,
        Limit::MaxFloat(bound) => number <= bound,
        Limit::AboveFloat(bound) => number > bound,
        Limit::BelowFloat(bound) => number < bound,
        Limit::MultipleOf(step) => number % step as f64 == 0.0,
        _ => true,
    }
}

fn text(limit: Limit, value: &str) -> bool {
    match limit {
        // A character is one byte, or up to four.
        Limit::MinLength(bound) => value.len().div_ceil(4) >= bound || value.chars().count() >= bound,
        Limit::MaxLength(bound) => value.len() <= bound || value.chars().count() <= bound,
        Limit::OneOf(values) => values.contains(&value) || are_joined(values, value),
        Limit::Pattern(expression) => pattern::matches(expression, value),
        Limit::LowerCase => !value.chars().any(char::is_uppercase),
        Limit::UpperCase => !value.chars().any(char::is_lowercase),
        Limit::Time(form) => form.is_written(value),
        _ => true,
    }
}

/// Whether these are several of the values, with commas between them. Pages that list the values of a filter seldom say
/// whether it takes more than one, and where it does, a violation would stop a valid call.
fn are_joined(values: &[&str], text: &str) -> bool {
    text.contains(',') && text.split(',').all(|part| values.contains(&part))
}

/// A constraint in words.
pub(super) fn rule(limit: Limit) -> String {
    match limit {
        Limit::Min(bound) => format!("must be at least {bound}"),
        Limit::Max(bound) => format!("must be at most {bound}"),
        Limit::Above(bound) => format!("must be greater than {bound}"),
        Limit::Below(bound) => format!("must be less than {bound}"),
        Limit::MinFloat(bound) => format!("must be at least {bound}"),
        Limit::MaxFloat(bound) => format!("must be at most {bound}"),
        Limit::AboveFloat(bound) => format!("must be greater than {bound}"),
        Limit::BelowFloat(bound) => format!("must be less than {bound}"),
        Limit::MultipleOf(step) => format!("must be a multiple of {step}"),
        Limit::MinLength(bound) => format!("must have at least {bound} characters"),
        Limit::MaxLength(bound) => format!("must have at most {bound} characters"),
        Limit::MinItems(bound) => format!("must have at least {bound} entries"),
        Limit::MaxItems(bound) => format!("must have at most {bound} entries"),
        Limit::OneOf(values) => one_of(values.iter().map(|value| quoted(value))),
        Limit::OneOfInteger(values) => one_of(values.iter().map(i64::to_string)),
        Limit::Pattern(expression) => format!("must match {expression}"),
        Limit::LowerCase => "must be in lower case".to_owned(),
        Limit::UpperCase => "must be in upper case".to_owned(),
        Limit::Time(form) => format!("must be a time of the form {}", form.name()),
    }
}

fn one_of(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    let texts: Vec<&str> = values.iter().map(String::as_str).collect();
    match texts.as_slice() {
        [only] => format!("must be {only}"),
        all => format!("must be {}", listed(all, "or")),
    }
}
