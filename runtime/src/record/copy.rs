//! Copies of records, field by field: written once, since a derived `Clone` is the dearest thing to check in a struct.

use super::{At, Place, Record, RecordMut, Sink, Step, Value, View, items};

/// A record with the same content.
pub fn cloned<R: RecordMut + Default>(record: &R) -> R {
    let mut copy = R::default();
    fill(&mut copy, record);
    copy
}

/// Fills a record that has no content yet.
fn fill(copy: &mut dyn RecordMut, record: &dyn Record) {
    record.values(&mut |values: &[&dyn Value]| {
        copy.places(&mut |places: &mut [&mut dyn Place]| {
            for (place, value) in places.iter_mut().zip(values) {
                fill_field(&mut **place, *value);
            }
        });
    });
}

fn fill_field(place: &mut dyn Place, value: &dyn Value) {
    match value.view(At::Whole) {
        View::Absent => {}
        View::List(count) => items(value, count).for_each(|item| put(place.open(Step::Grow), item)),
        view => put(place.open(Step::Open), view),
    }
}

/// A type takes what it shows; other pairs do not come.
fn put(sink: Sink<'_>, view: View<'_>) {
    match (sink, view) {
        (Sink::Text(place), View::Text(text)) => text.clone_into(place),
        (Sink::Integer(place), View::Integer(number)) => *place = number,
        (Sink::Float(place), View::Float(number)) => *place = number,
        (Sink::Boolean(place), View::Boolean(flag)) => *place = flag,
        (Sink::Word(place), View::Text(text)) => {
            place.set(text);
        }
        (Sink::Number(place), View::Integer(number)) => {
            place.set(number);
        }
        (Sink::Stamp(place, _), View::Text(text)) => *place = crate::time::Stamp::new(text),
        (Sink::Seconds(place), View::Integer(seconds)) => place.set_seconds(seconds),
        (Sink::Seconds(place), View::Text(text)) => place.set_text(text),
        (Sink::Json(place), View::Json(json)) => json.clone_into(place),
        (Sink::Record(place), View::Record(record)) => fill(place, record),
        _ => {}
    }
}
