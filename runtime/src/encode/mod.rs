//! Requests to parameters, exactly as the documents show them.
//!
//! A number, a boolean or a text is one parameter. What is absent is not sent, and neither is an empty list; an empty
//! text is a value, and is sent. Lists are numbered (`Tag.1.Key`), joined with commas (`ImageId=a,b`) or repeated, and
//! nested records add their name and a dot (`Policy.Name`).

mod pairs;

pub(crate) use self::pairs::Pairs;

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
    Encoder { pairs: &mut pairs, name: String::new() }.record(source, false);
    pairs.to_parameters()
}

pub(crate) fn call(action: &Action, request: &dyn Record) -> Pairs {
    let mut pairs = Pairs::with_usual_room();
    pairs.push(action.provider().action_parameter_name(), action.name());
    for (name, value) in action.constant_parameters() {
        pairs.push(name, value);
    }
    Encoder { pairs: &mut pairs, name: String::with_capacity(64) }.record(request, false);
    pairs
}

/// Walks through a record; `name` is the name of what is being written, as far as it is known.
struct Encoder<'a> {
    pairs: &'a mut Pairs,
    name: String,
}

impl Encoder<'_> {
    fn record(&mut self, record: &dyn Record, secret: bool) {
        let shape = record.shape();
        record.values(&mut |values: &[&dyn Value]| {
            for (field, value) in shape.fields().zip(values) {
                let view = value.view(At::Whole);
                if !matches!(view, View::Absent | View::List(0)) {
                    self.within(field.wire(), |encoder| {
                        encoder.field(&field, *value, view, secret || field.is_secret())
                    });
                }
            }
        });
    }

    /// Does something with more of the name known.
    fn within(&mut self, segment: &str, write: impl FnOnce(&mut Self)) {
        let length = self.name.len();
        self.name.push_str(segment);
        write(self);
        self.name.truncate(length);
    }

    /// Does something with the number of an entry known.
    fn entry(&mut self, number: usize, write: impl FnOnce(&mut Self)) {
        let length = self.name.len();
        self.name.push('.');
        self.name.push_str(itoa::Buffer::new().format(number));
        write(self);
        self.name.truncate(length);
    }

    fn field(&mut self, field: &Field, value: &dyn Value, view: View<'_>, secret: bool) {
        match (view, field.list_style()) {
            (View::List(count), ListStyle::Indexed(base)) => {
                for (index, view) in items(value, count).enumerate() {
                    self.entry(index + usize::from(base), |encoder| encoder.view(view, secret));
                }
            }
            (View::List(count), ListStyle::Repeated) => {
                items(value, count).for_each(|view| self.view(view, secret));
            }
            (View::List(count), ListStyle::Comma) => self.pairs.push_with(&self.name, secret, |text| {
                joined(items(value, count), text);
                true
            }),
            (view, _) => self.view(view, secret),
        }
    }

    fn view(&mut self, view: View<'_>, secret: bool) {
        match view {
            View::Record(nested) => self.within(".", |encoder| encoder.record(nested, secret)),
            view => self.pairs.push_with(&self.name, secret, |text| append_scalar(view, text)),
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
