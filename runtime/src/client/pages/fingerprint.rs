//! Whether two pages are the same, without keeping either.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::mem::discriminant;

use crate::record::{At, Record, Type, Value, View, items};

/// A number that pages with the same entries share, and others most likely do not.
pub(super) fn of<T: Type>(entries: &[T]) -> u64 {
    let mut hasher = DefaultHasher::new();
    entries.iter().for_each(|entry| view(entry.look(), &mut hasher));
    hasher.finish()
}

fn view(shown: View<'_>, hasher: &mut DefaultHasher) {
    discriminant(&shown).hash(hasher);
    match shown {
        View::Absent => {}
        View::Text(text) => text.hash(hasher),
        View::Integer(number) => number.hash(hasher),
        View::Float(number) => number.to_bits().hash(hasher),
        View::Boolean(flag) => flag.hash(hasher),
        View::Json(json) => json.to_string().hash(hasher),
        View::List(count) => count.hash(hasher),
        View::Record(record) => fields(record, hasher),
    }
}

fn fields(record: &dyn Record, hasher: &mut DefaultHasher) {
    record.values(&mut |values: &[&dyn Value]| {
        for value in values {
            field(*value, hasher);
        }
    });
}

fn field(value: &dyn Value, hasher: &mut DefaultHasher) {
    let whole = value.view(At::Whole);
    view(whole, hasher);
    if let View::List(count) = whole {
        items(value, count).for_each(|entry| view(entry, hasher));
    }
}
