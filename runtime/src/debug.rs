//! `Debug` of records: Rust field names, no secrets.

use std::fmt;

use crate::record::{At, Record, Value, View, items};
use crate::text::REDACTED;

/// Writes a record as a derived `Debug` would, but for secrets, and without `Some(…)`.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = record.shape();
    let mut out = f.debug_struct(shape.name);
    record.values(&mut |values: &[&dyn Value]| {
        for (field, value) in shape.fields().zip(values) {
            out.field(field.rust().trim_start_matches("r#"), &Shown { value: *value, secret: field.is_secret() });
        }
    });
    out.finish()
}

struct Shown<'a> {
    value: &'a dyn Value,
    secret: bool,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value.view(At::Whole) {
            View::Absent => f.write_str("None"),
            View::List(0) => f.write_str("[]"),
            _ if self.secret => f.write_str(REDACTED),
            View::List(count) => f.debug_list().entries(items(self.value, count).map(ShownView)).finish(),
            view => ShownView(view).fmt(f),
        }
    }
}

struct ShownView<'a>(View<'a>);

impl fmt::Debug for ShownView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            View::Absent | View::List(_) => f.write_str("None"),
            View::Text(text) => text.fmt(f),
            View::Integer(number) => number.fmt(f),
            View::Float(number) => number.fmt(f),
            View::Boolean(flag) => flag.fmt(f),
            View::Json(json) => json.fmt(f),
            View::Record(record) => debug(record, f),
        }
    }
}
