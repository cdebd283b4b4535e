//! Requests to parameters, exactly as the documents show them.
//!
//! A number, a boolean or a text is one parameter. What is absent is not sent, and neither is an empty list; an empty
//! text is a value, and is sent. Lists are numbered (`Tag.1.Key`), joined with commas (`ImageId=a,b`) or repeated, and
//! nested records add their name and a dot (`Policy.Name`).

mod buffer;
#[cfg(feature = "call")]
mod layout;
mod pairs;
mod percent;
#[cfg(feature = "sign")]
mod signing;

#[cfg(feature = "call")]
pub(crate) use self::layout::{Given, Layout};
pub(crate) use self::pairs::Pairs;
#[cfg(feature = "sign")]
pub(crate) use self::percent::plain_start;
#[cfg(feature = "sign")]
pub(crate) use self::signing::Pair;

use std::fmt::{self, Write as _};

use self::pairs::{Facts, Prefix, count};
use crate::facts::Action;
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Field, ListStyle};

/// Names and values of parameters, decoded, in the order in which they are to be sent.
pub type Parameters = Vec<(String, String)>;

/// The parameters of a call: the action, parameters that never change, then the request's rows in the documented order.
pub fn parameters(action: &Action, request: &dyn Record) -> Parameters {
    let mut pairs = Pairs::with_usual_room();
    pairs.add(action.provider().action_parameter_name(), action.name(), false);
    for (name, value) in action.constant_parameters() {
        pairs.add(name, value, false);
    }
    add_record(&mut pairs, Prefix::default(), request, false);
    pairs.to_parameters()
}

/// The parameters of a record alone.
pub fn record_parameters(source: &dyn Record) -> Parameters {
    let mut pairs = Pairs::default();
    add_record(&mut pairs, Prefix::default(), source, false);
    pairs.to_parameters()
}

/// Adds the rows of a record in the documented order.
fn add_record(pairs: &mut Pairs, prefix: Prefix, record: &dyn Record, secret: bool) {
    let shape = record.shape();
    record.values(&mut |values: &[&dyn Value]| {
        for ((name, known), value) in shape.rows().zip(values) {
            let row = Row::new(name, known, secret);
            let nested = |pairs: &mut Pairs, prefix, nested: &dyn Record| add_record(pairs, prefix, nested, row.secret);
            match value.view(At::Whole) {
                View::List(count) => row.add_list(pairs, prefix, *value, count, 0..count, nested),
                View::Record(record) => {
                    let prefix = pairs.prefix(prefix, name);
                    nested(pairs, prefix, record);
                }
                view => row.add(pairs, prefix, view),
            }
        }
    });
}

/// What there is to know of a row to send it.
#[derive(Clone, Copy)]
struct Row<'a> {
    name: &'a str,
    /// So many bytes of the name have to be encoded.
    encoded: u32,
    style: ListStyle,
    secret: bool,
}

impl<'a> Row<'a> {
    fn new(name: &'a str, known: Option<&Field>, secret: bool) -> Self {
        let style = known.map_or(ListStyle::USUAL, Field::list_style);
        Self { name, encoded: count(name), style, secret: secret || known.is_some_and(Field::is_secret) }
    }

    /// Adds a list; numbered entries in the order of `numbers`.
    #[inline]
    fn add_list(
        &self,
        pairs: &mut Pairs,
        prefix: Prefix,
        list: &dyn Value,
        count: usize,
        numbers: impl Iterator<Item = usize>,
        nested: impl Fn(&mut Pairs, Prefix, &dyn Record),
    ) {
        match self.style {
            _ if count == 0 => {}
            ListStyle::Indexed(base) => {
                let prefix = pairs.prefix(prefix, self.name);
                for number in numbers {
                    let mut digits = itoa::Buffer::new();
                    let entry = Row { name: digits.format(number + usize::from(base)), encoded: 0, ..*self };
                    match list.view(At::Item(number)) {
                        View::Record(record) => {
                            let prefix = pairs.prefix(prefix, entry.name);
                            nested(pairs, prefix, record);
                        }
                        view => entry.add(pairs, prefix, view),
                    }
                }
            }
            ListStyle::Repeated => items(list, count).for_each(|view| match view {
                View::Record(record) => {
                    pairs.is_mixed = true;
                    let prefix = pairs.prefix(prefix, self.name);
                    nested(pairs, prefix, record);
                }
                view => self.add(pairs, prefix, view),
            }),
            ListStyle::Comma => {
                self.push(pairs, prefix, "", 0);
                join(items(list, count), pairs);
            }
        }
    }

    /// Adds the row with a value that is neither a list nor a record, unless it is absent.
    #[inline]
    fn add(&self, pairs: &mut Pairs, prefix: Prefix, view: View<'_>) {
        match view {
            View::Text(text) => self.push(pairs, prefix, text, count(text)),
            View::Integer(number) => self.push(pairs, prefix, itoa::Buffer::new().format(number), 0),
            View::Boolean(flag) => self.push(pairs, prefix, if flag { "true" } else { "false" }, 0),
            View::Float(_) | View::Json(_) if is_scalar(view) => {
                self.push(pairs, prefix, "", 0);
                append_scalar(view, &mut pairs.last_value());
            }
            _ => {}
        }
    }

    #[inline]
    fn push(&self, pairs: &mut Pairs, prefix: Prefix, value: &str, encoded: u32) {
        pairs.push(
            prefix,
            self.name,
            value,
            Facts { encoded: self.encoded + encoded, secret: self.secret, slot: None },
        );
    }
}

/// Writes the entries of a list as the last value, with commas between them.
fn join<'a>(views: impl Iterator<Item = View<'a>>, pairs: &mut Pairs) {
    for (place, view) in views.filter(|view| is_scalar(*view)).enumerate() {
        let mut value = pairs.last_value();
        if place > 0 {
            // To write into a buffer cannot fail.
            let _ = value.write_char(',');
        }
        append_scalar(view, &mut value);
    }
}

/// The text that a value travels as; none for what is absent, for lists and for records.
pub(crate) fn scalar(view: View<'_>) -> Option<String> {
    let mut text = String::new();
    append_scalar(view, &mut text).then_some(text)
}

/// Whether a value travels as one text.
fn is_scalar(view: View<'_>) -> bool {
    !matches!(view, View::Json(serde_json::Value::Null) | View::Absent | View::List(_) | View::Record(_))
}

/// Writes the text that a value travels as, if it has one.
fn append_scalar(view: View<'_>, text: &mut impl fmt::Write) -> bool {
    let written = match view {
        View::Text(value) => text.write_str(value),
        View::Integer(number) => text.write_str(itoa::Buffer::new().format(number)),
        View::Float(number) => write!(text, "{number}"),
        View::Boolean(flag) => write!(text, "{flag}"),
        View::Json(serde_json::Value::Null) | View::Absent | View::List(_) | View::Record(_) => return false,
        View::Json(serde_json::Value::String(value)) => text.write_str(value),
        View::Json(json) => write!(text, "{json}"),
    };
    written.is_ok()
}
