//! Requests against the documents' word: every violation at once.
//!
//! Documents err. A violation says where its rule is stated, and the client can be told to send a request as it is.

mod check;
mod pattern;
mod rule;
mod violation;
mod walk;

pub use self::violation::{Violation, Violations};

use crate::record::Record;

/// Checks a request, or any record, against its shape and the shapes of what it holds.
///
/// # Errors
///
/// Every violation, in the documented order of the rows; the rules between rows come behind the rows.
pub fn validate(record: &dyn Record) -> Result<(), Violations> {
    let mut found = Vec::new();
    walk::record(record, &walk::Place::ROOT, &mut found);
    if found.is_empty() { Ok(()) } else { Err(Violations::new(found)) }
}
