//! Requests to parameters, exactly as the documents show them.
//!
//! A number, a boolean or a text is one parameter. What is absent is not sent, and neither is an empty list; an empty
//! text is a value, and is sent. Lists are numbered (`Tag.1.Key`), joined with commas (`ImageId=a,b`) or repeated, and
//! nested records add their name and a dot (`Policy.Name`).

mod buffer;
#[cfg(feature = "call")]
mod layout;
mod percent;
mod query;
mod row;
#[cfg(feature = "sign")]
mod signing;
mod spare;

#[cfg(feature = "call")]
pub(crate) use self::layout::{Given, Layout};
#[cfg(feature = "sign")]
pub(crate) use self::percent::{decode, encode};
pub(crate) use self::query::Query;
pub(crate) use self::row::scalar;
#[cfg(feature = "sign")]
pub(crate) use self::signing::Pair;

use self::query::{Prefix, Text};
use self::row::{Row, is_scalar};
use crate::facts::Action;
use crate::record::{At, Record, Value, View, items};

/// Names and values of parameters, decoded, in the order in which they are to be sent.
pub type Parameters = Vec<(String, String)>;

/// The parameters of a call: the action, parameters that never change, then the request's rows in the documented order.
pub fn parameters(action: &Action, request: &dyn Record) -> Parameters {
    let mut query = Query::with_usual_room();
    query.add(action.provider().action_parameter_name(), action.name(), false);
    for (name, value) in action.constant_parameters() {
        query.add(name, value, false);
    }
    add_record(&mut query, Prefix::default(), request, false);
    query.to_parameters()
}

/// The parameters of a record alone.
pub fn record_parameters(source: &dyn Record) -> Parameters {
    let mut query = Query::default();
    add_record(&mut query, Prefix::default(), source, false);
    query.to_parameters()
}

/// Whether no parameter would be sent of a record.
pub(crate) fn sends_nothing(record: &dyn Record) -> bool {
    let mut nothing = true;
    record.values(&mut |values: &[&dyn Value]| {
        nothing = values.iter().all(|value| match value.view(At::Whole) {
            View::List(count) => items(*value, count).all(is_nothing),
            view => is_nothing(view),
        });
    });
    nothing
}

fn is_nothing(view: View<'_>) -> bool {
    match view {
        View::Record(record) => sends_nothing(record),
        view => !is_scalar(view),
    }
}

/// Adds the rows of a record in the documented order.
fn add_record(query: &mut Query, prefix: Prefix, record: &dyn Record, secret: bool) {
    let shape = record.shape();
    record.values(&mut |values: &[&dyn Value]| {
        for ((name, known), value) in shape.rows().zip(values) {
            let row = Row::new(name, known, secret);
            let nested = |query: &mut Query, prefix, nested: &dyn Record| add_record(query, prefix, nested, row.secret);
            match value.view(At::Whole) {
                View::List(count) => row.add_list(query, prefix, *value, count, 0..count, nested),
                View::Record(record) => {
                    let prefix = query.prefix(prefix, Text::new(name));
                    nested(query, prefix, record);
                }
                view => row.add(query, prefix, view),
            }
        }
    });
}
