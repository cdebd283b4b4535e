//! Single values into the places of the documented types.

use super::came::Came;
use crate::record::Sink;
use crate::time::TimeForm;

/// What became of a value.
pub(crate) enum Outcome {
    /// It is what is documented.
    Fits,
    /// It was taken, but is not what is documented.
    Coerced(&'static str),
    /// It stands for nothing.
    Empty(&'static str),
    /// It was taken; the documents do not list it.
    Unlisted,
    /// It was taken, but cannot be read as what is documented.
    Unreadable(&'static str),
    /// It cannot be taken.
    Mismatch(&'static str),
    /// A list is documented: the value may be its only entry.
    List,
}

use Outcome::{Coerced, Empty, Fits, Mismatch, Unlisted, Unreadable};

pub(crate) const TEXT: &str = "a text";
const INTEGER: &str = "an integer";
const NUMBER: &str = "a number";
const BOOLEAN: &str = "true or false";
const TIME: &str = "a time";
pub(crate) const RECORD: &str = "an object";
pub(crate) const LIST: &str = "a list";
pub(crate) const DOCUMENTED: &str = "one of the documented values";

/// Puts a value where it belongs, if it can be taken. Whether a text is a time of the documented form is only looked at
/// when somebody wants to know.
pub(crate) fn put(sink: Sink<'_>, came: Came<'_>, reads_times: bool) -> Outcome {
    match sink {
        Sink::Text(place) => {
            *place = came.text().into_owned();
            if matches!(came, Came::Text(_)) { Fits } else { Coerced(TEXT) }
        }
        Sink::Word(place) => match (place.set(&came.text()), came) {
            (false, _) => Unlisted,
            (true, Came::Text(_)) => Fits,
            (true, _) => Coerced(TEXT),
        },
        Sink::Stamp(place, form) if !came.is_blank() => {
            *place = crate::time::Stamp::new(&came.text());
            match came {
                Came::Text(text) if !reads_times || form.is_written(text) => Fits,
                Came::Text(text) if !form.reads(text) => Unreadable(form.name()),
                _ => Coerced(form.name()),
            }
        }
        Sink::Seconds(place) if !came.is_blank() => put_seconds(place, came),
        Sink::Integer(place) => converted(came, INTEGER, to_integer(came), |number| {
            *place = number;
            Fits
        }),
        Sink::Number(place) => {
            converted(came, INTEGER, to_integer(came), |number| if place.set(number) { Fits } else { Unlisted })
        }
        Sink::Float(place) => converted(came, NUMBER, to_float(came), |number| {
            *place = number;
            Fits
        }),
        Sink::Boolean(place) => converted(came, BOOLEAN, to_boolean(came), |flag| {
            *place = flag;
            Fits
        }),
        Sink::Json(place) => {
            *place = to_json(came);
            Fits
        }
        Sink::List => Outcome::List,
        Sink::Stamp(..) | Sink::Seconds(_) => Empty(TIME),
        Sink::Record(_) if came.is_blank() => Empty(RECORD),
        Sink::Record(_) => Mismatch(RECORD),
        Sink::Nothing => Mismatch("nothing"),
    }
}

/// Takes a converted value, if there is one. `came` decides whether that is what is documented: a text never is, and a
/// number is a coercion where it had to be changed.
fn converted<T>(
    came: Came<'_>,
    expected: &'static str,
    value: Option<(T, bool)>,
    take: impl FnOnce(T) -> Outcome,
) -> Outcome {
    match value {
        None if came.is_blank() => Empty(expected),
        None => Mismatch(expected),
        Some((value, as_documented)) => match take(value) {
            Fits if !as_documented => Coerced(expected),
            outcome => outcome,
        },
    }
}

fn put_seconds(place: &mut crate::time::UnixTime, came: Came<'_>) -> Outcome {
    match to_integer(came) {
        Some((seconds, as_documented)) => {
            place.set_seconds(seconds);
            if as_documented { Fits } else { Coerced(TIME) }
        }
        None => {
            place.set_text(&came.text());
            Unreadable(TimeForm::UnixSeconds.name())
        }
    }
}

/// The integer, and whether it came as one.
fn to_integer(came: Came<'_>) -> Option<(i64, bool)> {
    match came {
        Came::Integer(number) => Some((number, true)),
        Came::Text(text) | Came::Digits(text) => Some((integer(text)?, false)),
        Came::Float(number) => Some((whole(number)?, false)),
        Came::Boolean(flag) => Some((i64::from(flag), false)),
        Came::Large(_) => None,
    }
}

/// The integer that a text stands for: blanks around it are left out, and a fraction of zeros is none.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| whole(float(text)?))
}

/// Floats are exact up to here; beyond it, the digits of the integer are not known.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

fn to_float(came: Came<'_>) -> Option<(f64, bool)> {
    match came {
        Came::Float(number) => Some((number, true)),
        Came::Integer(number) => Some((number as f64, true)),
        Came::Large(number) => Some((number as f64, true)),
        Came::Text(text) | Came::Digits(text) => Some((float(text.trim())?, false)),
        Came::Boolean(_) => None,
    }
}

/// The number that a text stands for. Words such as `inf` and `nan` stand for none.
fn float(text: &str) -> Option<f64> {
    let numeric = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    text.parse().ok().filter(|number: &f64| numeric && number.is_finite())
}

fn to_boolean(came: Came<'_>) -> Option<(bool, bool)> {
    match came {
        Came::Boolean(flag) => Some((flag, true)),
        Came::Integer(0) => Some((false, false)),
        Came::Integer(1) => Some((true, false)),
        Came::Text(text) => Some((boolean(text.trim())?, false)),
        _ => None,
    }
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn to_json(came: Came<'_>) -> crate::Json {
    match came {
        Came::Text(text) | Came::Digits(text) => text.into(),
        Came::Integer(number) => number.into(),
        Came::Large(number) => number.into(),
        Came::Float(number) => number.into(),
        Came::Boolean(flag) => flag.into(),
    }
}
