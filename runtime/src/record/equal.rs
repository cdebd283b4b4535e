//! Equality of records, field by field.

use super::{At, Record, Value, View, items};

/// Whether two records have the same shape and equal fields. Floats compare as floats do: NaN equals nothing.
pub fn equal(one: &dyn Record, other: &dyn Record) -> bool {
    if !one.shape().is_same(other.shape()) {
        return false;
    }
    let mut same = true;
    one.values(&mut |ours: &[&dyn Value]| {
        other.values(&mut |theirs: &[&dyn Value]| {
            same = ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| equal_values(*a, *b));
        });
    });
    same
}

fn equal_values(one: &dyn Value, other: &dyn Value) -> bool {
    match (one.view(At::Whole), other.view(At::Whole)) {
        (View::List(a), View::List(b)) => a == b && items(one, a).zip(items(other, b)).all(|(a, b)| equal_views(a, b)),
        (a, b) => equal_views(a, b),
    }
}

fn equal_views(one: View<'_>, other: View<'_>) -> bool {
    match (one, other) {
        (View::Absent, View::Absent) => true,
        (View::Text(a), View::Text(b)) => a == b,
        (View::Integer(a), View::Integer(b)) => a == b,
        (View::Float(a), View::Float(b)) => a == b,
        (View::Boolean(a), View::Boolean(b)) => a == b,
        (View::Json(a), View::Json(b)) => a == b,
        (View::Record(a), View::Record(b)) => equal(a, b),
        _ => false,
    }
}
