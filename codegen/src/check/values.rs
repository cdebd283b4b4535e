//! Whether a value can be the value of a row.

use super::proposal::{written, written_value};
use super::scope::{RowRef, Scope};
use crate::model::{Kind, Row, TimeForm};
use crate::source::At;
use crate::vocabulary::{Case, Format, Limit, OnInvalid, Scalar};

/// Whether the value is of the type of the row's entries.
pub(super) fn fits(scope: &Scope<'_>, kind: Kind, value: &Scalar) -> bool {
    match (kind, value) {
        (Kind::Any, _)
        | (Kind::Text, Scalar::Text(_))
        | (Kind::Integer | Kind::Time(TimeForm::UnixSeconds), Scalar::Integer(_))
        | (Kind::Float, Scalar::Integer(_) | Scalar::Float(_))
        | (Kind::Boolean, Scalar::Boolean(_)) => true,
        (Kind::Time(form), Scalar::Text(_)) => form != TimeForm::UnixSeconds,
        (Kind::Enum(_), value) => {
            scope.enumeration(kind).is_none_or(|list| !list.integer || matches!(value, Scalar::Integer(_)))
        }
        _ => false,
    }
}

/// What to do about a value, named as `what`, that is of another type than the row.
pub(super) fn other_type(scope: &Scope<'_>, kind: Kind, what: &str, value: &Scalar) -> String {
    let takes = wanted(scope, kind);
    let instead = match value {
        Scalar::Text(text) if read(scope, kind, text).is_some() => format!("write `{text}` without quotes"),
        Scalar::Float(_) if kind == Kind::Text => format!("put the {what} in quotes, so that no digit is lost"),
        Scalar::Integer(_) | Scalar::Boolean(_) if kind == Kind::Text => format!("write `\"{}\"`", value.wire()),
        _ => format!("write the {what} as one"),
    };
    format!("the row takes {takes}; {instead}, or correct the row's type")
}

/// What to write instead of a text that reads as a value of this kind, and what else to say: `01` has no quotes to lose.
pub(super) fn plain(scope: &Scope<'_>, kind: Kind, value: &Scalar) -> Option<(String, &'static str)> {
    let Scalar::Text(text) = value else { return None };
    let plain = read(scope, kind, text)?.wire();
    let quotes = if plain == *text { ", without quotes" } else { "" };
    Some((plain, quotes))
}

/// What a row of this kind takes, for messages.
pub(super) fn wanted(scope: &Scope<'_>, kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Integer => "a whole number",
        Kind::Float => "a number",
        Kind::Boolean => "`true` or `false`",
        Kind::Any => "anything",
        Kind::Object | Kind::Type(_) => "an object",
        Kind::Time(TimeForm::UnixSeconds) => "a time in whole seconds",
        Kind::Time(_) => "a time written as text",
        Kind::Enum(_) if scope.enumeration(kind).is_some_and(|list| list.integer) => "a whole number of its enum",
        Kind::Enum(_) => "a text of its enum",
    }
}

/// The value that a text stands for in a request, if it is one of the row's type.
pub(super) fn read(scope: &Scope<'_>, kind: Kind, text: &str) -> Option<Scalar> {
    let integer = || text.parse().ok().map(Scalar::Integer);
    match kind {
        Kind::Text | Kind::Any | Kind::Time(TimeForm::Iso8601 | TimeForm::Local | TimeForm::Date) => {
            Some(Scalar::Text(text.to_owned()))
        }
        Kind::Integer | Kind::Time(TimeForm::UnixSeconds) => integer(),
        Kind::Float => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Scalar::Float),
        Kind::Boolean => text.to_ascii_lowercase().parse().ok().map(Scalar::Boolean),
        Kind::Enum(_) if scope.enumeration(kind).is_some_and(|list| list.integer) => integer(),
        Kind::Enum(_) => Some(Scalar::Text(text.to_owned())),
        Kind::Object | Kind::Type(_) => None,
    }
}

/// What a value breaks: in words, as an erratum writes it, and where that stands.
pub(super) struct Breach {
    pub(super) says: String,
    pub(super) table: String,
    pub(super) at: At,
}

/// What the value breaks, if anything. Openness of the list counts: whatever is allowed to be unknown breaks nothing.
pub(super) fn breach<'m>(scope: &Scope<'m>, side: RowRef<'_>, row: &'m Row, value: &Scalar) -> Option<Breach> {
    let lenient = row.on_invalid == OnInvalid::Ignored || scope.enumeration(row.kind).is_some_and(|list| list.open);
    if lenient { limit_breach(scope, row, value) } else { documented_breach(scope, side, row, value) }
}

/// The same, by what the page lists: an open list counts as if it were closed.
pub(super) fn documented_breach<'m>(
    scope: &Scope<'m>,
    side: RowRef<'_>,
    row: &'m Row,
    value: &Scalar,
) -> Option<Breach> {
    if is_stated_empty(row, value) {
        return None;
    }
    if let Some(list) = scope.enumeration(row.kind)
        && !scope.lists(row.kind, &value.wire(), side.direction())
    {
        let says = format!("not a value of `{}`", list.name.value);
        let values = list.values.iter().map(|one| written_value(&one.value.value));
        return Some(Breach { says, table: few(values, &list.name.value), at: list.name.at });
    }
    limit_breach(scope, row, value)
}

/// An empty text whose meaning the row states is never outside.
fn is_stated_empty(row: &Row, value: &Scalar) -> bool {
    let empty = matches!(value, Scalar::Text(text) if text.is_empty());
    empty && (row.empty.is_some() || row.limits.iter().any(|limit| limit.value == Limit::MinLength(0)))
}

fn limit_breach<'m>(scope: &Scope<'m>, row: &'m Row, value: &Scalar) -> Option<Breach> {
    let text = match value {
        // A text row says nothing of empty texts; pages show them wherever there is nothing to say.
        Scalar::Text(text) if text.is_empty() && row.kind == Kind::Text => return None,
        Scalar::Text(text) => Some(text.as_str()),
        _ => None,
    };
    if let (Kind::Time(form), Some(text)) = (row.kind, text)
        && !is_time(form, text)
    {
        let says = format!("not written as {}", time_form(form));
        return Some(Breach { says, table: time_name(form).to_owned(), at: row.at });
    }
    let found = row.limits.iter().find_map(|limit| {
        let says = limit_says(scope, &limit.value, value, text)?;
        Some(Breach { says, table: limit_written(&limit.value), at: limit.at })
    });
    // Bounds that exclude everything have been reported.
    found.filter(|_| !super::limit::is_contradictory(row))
}

/// A constraint as an erratum writes it.
fn limit_written(limit: &Limit) -> String {
    let number = |number: &dyn std::fmt::Display| format!("{} {number}", limit.key());
    match limit {
        Limit::Min(bound) | Limit::Max(bound) | Limit::Above(bound) | Limit::Below(bound) => number(bound),
        Limit::MultipleOf(step) => number(step),
        Limit::MinLength(count) | Limit::MaxLength(count) | Limit::MinItems(count) | Limit::MaxItems(count) => {
            number(count)
        }
        Limit::Allowed(values) => few(values.iter().map(|one| written_value(&one.value)), limit.key()),
        Limit::Case(Case::Lower) => "lower case".to_owned(),
        Limit::Case(Case::Upper) => "upper case".to_owned(),
        Limit::Pattern(_) | Limit::Format(_) => limit.key().to_owned(),
    }
}

/// All of the values, or a name for them when they are many.
fn few(values: impl ExactSizeIterator<Item = String>, name: &str) -> String {
    const MOST: usize = 8;
    if values.len() > MOST {
        return written(name);
    }
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

fn limit_says<'m>(scope: &Scope<'m>, limit: &'m Limit, value: &Scalar, text: Option<&str>) -> Option<String> {
    let number = value.number();
    let length = text.map(|text| text.chars().count() as u64);
    match limit {
        Limit::Min(bound) => {
            number.is_some_and(|number| number < *bound).then(|| format!("below `min`, which is {bound}"))
        }
        Limit::Max(bound) => {
            number.is_some_and(|number| number > *bound).then(|| format!("above `max`, which is {bound}"))
        }
        Limit::Above(bound) => number.is_some_and(|number| number <= *bound).then(|| format!("not above {bound}")),
        Limit::Below(bound) => number.is_some_and(|number| number >= *bound).then(|| format!("not below {bound}")),
        Limit::MultipleOf(step) => is_off_step(value, *step).then(|| format!("not a multiple of {step}")),
        Limit::MinLength(least) => {
            length.is_some_and(|length| length < *least).then(|| format!("shorter than `min_length`, which is {least}"))
        }
        Limit::MaxLength(most) => {
            length.is_some_and(|length| length > *most).then(|| format!("longer than `max_length`, which is {most}"))
        }
        Limit::Allowed(values) => {
            let wire = value.wire();
            values.iter().all(|one| one.value.wire() != wire).then(|| "not one of the `allowed` values".to_owned())
        }
        Limit::Pattern(pattern) => text
            .is_some_and(|text| !scope.matches(pattern, text))
            .then(|| format!("not what `pattern` describes: {pattern}")),
        Limit::Case(Case::Lower) => {
            text.is_some_and(|text| text.chars().any(char::is_uppercase)).then(|| "not in lower case".to_owned())
        }
        Limit::Case(Case::Upper) => {
            text.is_some_and(|text| text.chars().any(char::is_lowercase)).then(|| "not in upper case".to_owned())
        }
        Limit::MinItems(_) | Limit::MaxItems(_) | Limit::Format(_) => None,
    }
}

fn is_off_step(value: &Scalar, step: i64) -> bool {
    matches!(value, Scalar::Integer(number) if step > 0 && number % step != 0)
}

fn time_form(form: TimeForm) -> &'static str {
    match form {
        TimeForm::Iso8601 => "ISO 8601 has it: 2006-01-02T15:04:05Z",
        TimeForm::Local => "YYYY-MM-DD hh:mm:ss",
        TimeForm::UnixSeconds => "whole seconds since 1970",
        TimeForm::Date => "YYYY/MM/DD",
    }
}

/// The format in the spec language.
fn time_name(form: TimeForm) -> &'static str {
    match form {
        TimeForm::Iso8601 => Format::Iso8601.name(),
        TimeForm::Local => Format::LocalTime.name(),
        TimeForm::UnixSeconds => Format::UnixSeconds.name(),
        TimeForm::Date => Format::Date.name(),
    }
}

/// The format in which a text that is none of the row's is written, if it is that of another time.
pub(super) fn other_time(kind: Kind, text: &str) -> Option<&'static str> {
    let Kind::Time(own) = kind else { return None };
    let forms = [TimeForm::Iso8601, TimeForm::Local, TimeForm::Date];
    forms.into_iter().find(|form| *form != own && is_time(*form, text)).map(time_name)
}

/// Whether the text has the shape of such a time; whether the day exists is not asked.
fn is_time(form: TimeForm, text: &str) -> bool {
    let shape: String =
        text.chars().take(40).map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    match form {
        TimeForm::Iso8601 => is_iso(&shape),
        TimeForm::Local => shape == "0000-00-00 00:00:00",
        TimeForm::Date => shape == "0000/00/00",
        TimeForm::UnixSeconds => false,
    }
}

fn is_iso(shape: &str) -> bool {
    let Some(rest) = shape.strip_prefix("0000-00-00T00:00") else { return false };
    let rest = rest.strip_prefix(":00").unwrap_or(rest);
    let rest = rest.strip_prefix('.').map_or(rest, |fraction| fraction.trim_start_matches('0'));
    matches!(rest, "Z" | "+00:00" | "-00:00" | "+0000" | "-0000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_known_by_their_shape() {
        for text in
            ["2013-08-07T18:16:32Z", "2013-08-07T18:16Z", "2013-08-07T18:16:32.123Z", "2013-08-07T18:16:32+08:00"]
        {
            assert!(is_time(TimeForm::Iso8601, text), "{text}");
        }
        assert!(!is_time(TimeForm::Iso8601, "2013-08-07 18:16:32"));
        assert!(is_time(TimeForm::Local, "2013-08-07 18:16:32"));
        assert!(is_time(TimeForm::Date, "2013/08/07"));
        assert!(!is_time(TimeForm::Date, "2013-08-07"));
    }

    #[test]
    fn steps_are_counted_from_zero() {
        assert!(is_off_step(&Scalar::Integer(15), 10));
        assert!(!is_off_step(&Scalar::Integer(-20), 10));
        assert!(!is_off_step(&Scalar::Integer(i64::MIN), 1));
        assert!(!is_off_step(&Scalar::Integer(3), 0));
    }
}
