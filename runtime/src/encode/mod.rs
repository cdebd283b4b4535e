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
mod row;
#[cfg(feature = "sign")]
mod signing;

#[cfg(feature = "call")]
pub(crate) use self::layout::{Given, Layout};
pub(crate) use self::pairs::Pairs;
#[cfg(feature = "sign")]
pub(crate) use self::percent::plain_start;
pub(crate) use self::row::scalar;
#[cfg(feature = "sign")]
pub(crate) use self::signing::Pair;

use self::pairs::Prefix;
use self::row::Row;
use crate::facts::Action;
use crate::record::{At, Record, Value, View};

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
