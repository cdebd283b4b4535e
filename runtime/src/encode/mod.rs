//! Requests to parameters, exactly as the documents show them.
//!
//! A number, a boolean or a text is one parameter. What is absent is not sent, and neither is an empty list; an empty
//! text is a value, and is sent. Lists are numbered (`Tag.1.Key`), joined with commas (`ImageId=a,b`) or repeated, and
//! nested records add their name and a dot (`Policy.Name`).

mod pairs;
#[cfg(feature = "sign")]
mod signing;

pub(crate) use self::pairs::Pairs;
#[cfg(feature = "sign")]
pub(crate) use self::signing::Pair;

use std::fmt::Write as _;

use crate::facts::Action;
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Field, ListStyle};

/// Names and values of parameters, decoded, in the order in which they are to be sent.
pub type Parameters = Vec<(String, String)>;

/// The parameters of a call: the action, parameters that never change, then the request's rows in the documented order.
pub fn parameters(action: &Action, request: &dyn Record) -> Parameters {
    call(action, request).to_parameters()
}

/// The parameters of a record alone.
pub fn record_parameters(source: &dyn Record) -> Parameters {
    let mut pairs = Pairs::default();
    Encoder { pairs: &mut pairs }.record(None, source, false);
    pairs.to_parameters()
}

pub(crate) fn call(action: &Action, request: &dyn Record) -> Pairs {
    let mut pairs = Pairs::with_usual_room();
    pairs.push(action.provider().action_parameter_name(), action.name());
    for (name, value) in action.constant_parameters() {
        pairs.push(name, value);
    }
    Encoder { pairs: &mut pairs }.record(None, request, false);
    pairs
}

/// A name as it is sent: that of what holds the row, a dot, and its own.
#[derive(Clone, Copy)]
struct Name<'a> {
    above: Option<&'a Name<'a>>,
    own: &'a str,
}

impl Name<'_> {
    fn write(&self, text: &mut String) {
        if let Some(above) = self.above {
            above.write(text);
            text.push('.');
        }
        text.push_str(self.own);
    }
}

/// Walks through a record.
struct Encoder<'a> {
    pairs: &'a mut Pairs,
}

impl Encoder<'_> {
    fn record(&mut self, above: Option<&Name<'_>>, record: &dyn Record, secret: bool) {
        let shape = record.shape();
        record.values(&mut |values: &[&dyn Value]| {
            for ((own, known), value) in shape.rows().zip(values) {
                let view = value.view(At::Whole);
                if matches!(view, View::Absent | View::List(0)) {
                    continue;
                }
                let (name, secret) = (Name { above, own }, secret || known.is_some_and(Field::is_secret));
                match view {
                    View::List(count) => {
                        let style = known.map_or(ListStyle::USUAL, Field::list_style);
                        self.list(&name, style, items(*value, count), secret);
                    }
                    view => self.value(&name, view, secret),
                }
            }
        });
    }

    fn list<'a>(&mut self, name: &Name<'_>, style: ListStyle, items: impl Iterator<Item = View<'a>>, secret: bool) {
        match style {
            ListStyle::Indexed(base) => {
                for (index, view) in items.enumerate() {
                    let mut digits = itoa::Buffer::new();
                    let own = digits.format(index + usize::from(base));
                    self.value(&Name { above: Some(name), own }, view, secret);
                }
            }
            ListStyle::Repeated => items.for_each(|view| self.value(name, view, secret)),
            ListStyle::Comma => self.pairs.push_with(
                secret,
                |text| name.write(text),
                |text| {
                    joined(items, text);
                    true
                },
            ),
        }
    }

    fn value(&mut self, name: &Name<'_>, view: View<'_>, secret: bool) {
        match view {
            View::Record(nested) => self.record(Some(name), nested, secret),
            view => self.pairs.push_with(secret, |text| name.write(text), |text| append_scalar(view, text)),
        }
    }
}

fn joined<'a>(views: impl Iterator<Item = View<'a>>, text: &mut String) {
    let mut first = true;
    for view in views {
        let length = text.len();
        if !first {
            text.push(',');
        }
        if append_scalar(view, text) {
            first = false;
        } else {
            text.truncate(length);
        }
    }
}

/// The text that a value travels as; none for what is absent, for lists and for records.
pub(crate) fn scalar(view: View<'_>) -> Option<String> {
    let mut text = String::new();
    append_scalar(view, &mut text).then_some(text)
}

/// Writes the text that a value travels as, if it has one.
fn append_scalar(view: View<'_>, text: &mut String) -> bool {
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
