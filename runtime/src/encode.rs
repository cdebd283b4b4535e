//! Requests to parameters, exactly as the documents show them.
//!
//! A number, a boolean or a text is one parameter. What is absent is not sent, and neither is an empty list; an empty
//! text is a value, and is sent. Lists are numbered (`Tag.1.Key`), joined with commas (`ImageId=a,b`) or repeated, and
//! nested records add their name and a dot (`Policy.Name`).

use crate::facts::Action;
use crate::record::{At, Record, Value, View, items};
use crate::shape::{Field, ListStyle};

/// Names and values of parameters, decoded, in the order in which they are to be sent.
pub type Parameters = Vec<(String, String)>;

/// The parameters of a call: the action, parameters that never change, then the request's rows in the documented order.
pub fn parameters(action: &Action, request: &dyn Record) -> Parameters {
    let mut out = vec![(action.provider().action_parameter_name().to_owned(), action.name().to_owned())];
    let constants = action.constant_parameters().iter();
    out.extend(constants.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    record(request, "", &mut out);
    out
}

/// The parameters of a record alone.
pub fn record_parameters(source: &dyn Record) -> Parameters {
    let mut out = Vec::new();
    record(source, "", &mut out);
    out
}

fn record(record: &dyn Record, prefix: &str, out: &mut Parameters) {
    let fields = record.shape().fields();
    record.values(&mut |values| {
        for (field, value) in fields.iter().zip(values) {
            encode_field(field, *value, prefix, out);
        }
    });
}

fn encode_field(field: &Field, value: &dyn Value, prefix: &str, out: &mut Parameters) {
    let name = || format!("{prefix}{}", field.wire());
    match value.view(At::Whole) {
        View::Absent | View::List(0) => {}
        View::List(count) => match field.list_style() {
            ListStyle::Indexed(base) => {
                for (index, view) in items(value, count).enumerate() {
                    encode_view(view, format!("{}.{}", name(), index + usize::from(base)), out);
                }
            }
            ListStyle::Repeated => items(value, count).for_each(|view| encode_view(view, name(), out)),
            ListStyle::Comma => {
                let texts: Vec<String> = items(value, count).filter_map(scalar).collect();
                out.push((name(), texts.join(",")));
            }
        },
        view => encode_view(view, name(), out),
    }
}

fn encode_view(view: View<'_>, name: String, out: &mut Parameters) {
    if let View::Record(nested) = view {
        record(nested, &format!("{name}."), out);
    } else if let Some(text) = scalar(view) {
        out.push((name, text));
    }
}

/// The text that a value travels as; none for what is absent, for lists and for records.
pub(crate) fn scalar(view: View<'_>) -> Option<String> {
    match view {
        View::Text(text) => Some(text.to_owned()),
        View::Integer(number) => Some(number.to_string()),
        View::Float(number) => Some(number.to_string()),
        View::Boolean(flag) => Some(flag.to_string()),
        View::Json(serde_json::Value::Null) | View::Absent | View::List(_) | View::Record(_) => None,
        View::Json(serde_json::Value::String(text)) => Some(text.clone()),
        View::Json(json) => Some(json.to_string()),
    }
}
