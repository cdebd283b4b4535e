//! One row of a request: its value becomes parameters.

use std::fmt::{self, Write as _};

use super::query::{Facts, Prefix, Query, Text};
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Field, ListStyle};

/// What there is to know of a row to send it.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) name: Text<'a>,
    pub(super) style: ListStyle,
    pub(super) secret: bool,
}

impl<'a> Row<'a> {
    pub(super) fn new(name: &'a str, known: Option<&Field>, secret: bool) -> Self {
        let style = known.map_or(ListStyle::USUAL, Field::list_style);
        Self { name: Text::new(name), style, secret: secret || known.is_some_and(Field::is_secret) }
    }

    /// Adds a list; numbered entries in the order of `numbers`.
    #[inline]
    pub(super) fn add_list(
        &self,
        query: &mut Query,
        prefix: Prefix,
        list: &dyn Value,
        count: usize,
        numbers: impl Iterator<Item = usize>,
        nested: impl Fn(&mut Query, Prefix, &dyn Record),
    ) {
        if count == 0 {
            return;
        }
        match self.style {
            ListStyle::Indexed(base) => {
                let prefix = query.prefix(prefix, self.name);
                for number in numbers {
                    let mut digits = itoa::Buffer::new();
                    let entry = Row { name: Text::plain(digits.format(number + usize::from(base))), ..*self };
                    match list.view(At::Item(number)) {
                        View::Record(record) => {
                            let prefix = query.prefix(prefix, entry.name);
                            nested(query, prefix, record);
                        }
                        view => entry.add(query, prefix, view),
                    }
                }
            }
            ListStyle::Repeated => items(list, count).for_each(|view| match view {
                View::Record(record) => {
                    query.is_mixed = true;
                    let prefix = query.prefix(prefix, self.name);
                    nested(query, prefix, record);
                }
                view => self.add(query, prefix, view),
            }),
            ListStyle::Comma => {
                self.push(query, prefix, Text::plain(""));
                join(items(list, count), query);
            }
        }
    }

    /// Adds the row with a value that is neither a list nor a record, unless it is absent.
    #[inline]
    pub(super) fn add(&self, query: &mut Query, prefix: Prefix, view: View<'_>) {
        match view {
            View::Text(text) => self.push(query, prefix, Text::new(text)),
            View::Integer(number) => self.push(query, prefix, Text::plain(itoa::Buffer::new().format(number))),
            View::Boolean(flag) => self.push(query, prefix, Text::plain(if flag { "true" } else { "false" })),
            View::Float(_) | View::Json(_) if is_scalar(view) => {
                self.push(query, prefix, Text::plain(""));
                append_scalar(view, &mut query.last_value());
            }
            _ => {}
        }
    }

    #[inline]
    fn push(&self, query: &mut Query, prefix: Prefix, value: Text<'_>) {
        query.push(prefix, self.name, value, Facts { secret: self.secret, slot: None });
    }
}

/// Writes the entries of a list as the last value, with commas between them.
fn join<'a>(views: impl Iterator<Item = View<'a>>, query: &mut Query) {
    for (place, view) in views.filter(|view| is_scalar(*view)).enumerate() {
        let mut value = query.last_value();
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
pub(super) fn is_scalar(view: View<'_>) -> bool {
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
