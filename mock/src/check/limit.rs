//! Single values and lists against what a row says of them. Each function gives what is not kept, if anything is not.

use regex_lite::Regex;
use tablature_codegen::model::{Action, Direction, Kind, Limit, OnInvalid, Row, Scalar, TimeForm};
use tablature_codegen::vocabulary::Case;
use tablature_runtime::jiff::civil::DateTime;
use tablature_runtime::jiff::{Timestamp, civil::Date};

/// The number of a list's entries.
pub(super) fn of_list(limit: &Limit, count: usize) -> Option<String> {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    match limit {
        Limit::MinItems(least) if count < *least => Some(format!("must have at least {least} entries")),
        Limit::MaxItems(most) if count > *most => Some(format!("must have at most {most} entries")),
        _ => None,
    }
}

/// What the row holds: a number must be one, and a value of a closed list must stand in it.
pub(super) fn of_kind(action: &Action, row: &Row, text: &str) -> Option<String> {
    let expected = match row.kind {
        Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => text.parse::<i64>().is_err().then_some("a whole number"),
        Kind::Float => (!text.parse().is_ok_and(f64::is_finite)).then_some("a number"),
        Kind::Boolean => (!["true", "false"].contains(&text.to_ascii_lowercase().as_str())).then_some("true or false"),
        Kind::Time(form) => (!is_time(form, text)).then(|| form_of(form)),
        Kind::Enum(index) => return of_enum(action, index, row, text),
        Kind::Text | Kind::Any | Kind::Object | Kind::Type(_) => None,
    };
    expected.map(|expected| format!("must be {expected}"))
}

fn of_enum(action: &Action, index: usize, row: &Row, text: &str) -> Option<String> {
    let values = &action.enums[index];
    if values.integer && text.parse::<i64>().is_err() {
        return Some("must be a whole number".to_owned());
    }
    if values.open || row.on_invalid == OnInvalid::Ignored {
        return None;
    }
    let sendable = values.values.iter().filter(|value| value.only != Some(Direction::Response));
    one_of(sendable.map(|value| &value.value.value), text)
}

/// One limit of a single value.
pub(super) fn of_value(row: &Row, limit: &Limit, text: &str) -> Option<String> {
    if let Some(rule) = of_number(limit, text) {
        return Some(rule);
    }
    let length = || u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    match limit {
        Limit::MinLength(least) if length() < *least => Some(format!("must have at least {least} characters")),
        Limit::MaxLength(most) if length() > *most => Some(format!("must have at most {most} characters")),
        Limit::Allowed(_) if row.on_invalid == OnInvalid::Ignored => None,
        Limit::Allowed(values) => one_of(values.iter().map(|value| &value.value), text),
        Limit::Pattern(pattern) => {
            let whole = Regex::new(&format!(r"\A(?:{pattern})\z"));
            whole.is_ok_and(|whole| !whole.is_match(text)).then(|| format!("must match {pattern}"))
        }
        Limit::Case(Case::Lower) if text.chars().any(char::is_uppercase) => Some("must be in lower case".to_owned()),
        Limit::Case(Case::Upper) if text.chars().any(char::is_lowercase) => Some("must be in upper case".to_owned()),
        _ => None,
    }
}

/// The bounds of a number; what is none keeps them all.
fn of_number(limit: &Limit, text: &str) -> Option<String> {
    let number: f64 = text.parse().ok()?;
    match limit {
        Limit::Min(bound) if number < *bound => Some(format!("must be at least {bound}")),
        Limit::Max(bound) if number > *bound => Some(format!("must be at most {bound}")),
        Limit::Above(bound) if number <= *bound => Some(format!("must be greater than {bound}")),
        Limit::Below(bound) if number >= *bound => Some(format!("must be less than {bound}")),
        Limit::MultipleOf(step) => {
            let whole: Option<i64> = text.parse().ok();
            let rest = whole.map_or(number % *step as f64, |whole| whole.checked_rem(*step).unwrap_or(0) as f64);
            (rest != 0.0).then(|| format!("must be a multiple of {step}"))
        }
        _ => None,
    }
}

fn one_of<'a>(values: impl Iterator<Item = &'a Scalar>, text: &str) -> Option<String> {
    let values: Vec<&Scalar> = values.collect();
    let stands_in = values.iter().any(|value| match value {
        Scalar::Integer(number) => text.parse() == Ok(*number),
        other => other.wire() == text,
    });
    // Several texts with commas between them: the page may not say whether they can be sent at once.
    let is_text = |part: &str| values.iter().any(|value| !matches!(value, Scalar::Integer(_)) && value.wire() == part);
    let stands_in = stands_in || text.contains(',') && text.split(',').all(is_text);
    let listed = || values.iter().map(|value| value.wire()).collect::<Vec<_>>().join(", ");
    (!stands_in).then(|| format!("must be one of {}", listed()))
}

fn is_time(form: TimeForm, text: &str) -> bool {
    match form {
        TimeForm::Iso8601 => text.parse::<Timestamp>().is_ok() || text.parse::<DateTime>().is_ok(),
        TimeForm::Local => DateTime::strptime("%Y-%m-%d %H:%M:%S", text).is_ok(),
        TimeForm::UnixSeconds => text.parse::<i64>().is_ok(),
        TimeForm::Date => Date::strptime("%Y/%m/%d", text).is_ok(),
    }
}

fn form_of(form: TimeForm) -> &'static str {
    match form {
        TimeForm::Iso8601 => "a time such as 2023-11-14T22:13:20Z",
        TimeForm::Local => "a time such as 2023-11-14 22:13:20",
        TimeForm::UnixSeconds => "a whole number of seconds",
        TimeForm::Date => "a day such as 2023/11/14",
    }
}
