//! The bridge to serde's `Serialize`: records as maps under their wire names.

use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use crate::record::{At, Record, Value, View, items};

/// Writes a record as a map. Absent fields are left out; lists are wrapped where the documents wrap them.
pub fn serialize<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut outcome = Ok(());
    let shape = record.shape();
    record.values(&mut |values: &[&dyn Value]| {
        outcome = shape.fields().zip(values).try_for_each(|(field, value)| {
            let entry = Entry(*value);
            match (value.view(At::Whole), field.item_name()) {
                (View::Absent, _) => Ok(()),
                (_, None) => map.serialize_entry(field.wire(), &entry),
                (_, Some(item)) => map.serialize_entry(field.wire(), &Wrapped(item, entry)),
            }
        });
    });
    outcome?;
    map.end()
}

struct Entry<'a>(&'a dyn Value);

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.view(At::Whole) {
            View::List(count) => serializer.collect_seq(items(self.0, count).map(Item)),
            view => Item(view).serialize(serializer),
        }
    }
}

struct Wrapped<'a>(&'static str, Entry<'a>);

impl Serialize for Wrapped<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0, &self.1)?;
        map.end()
    }
}

struct Item<'a>(View<'a>);

impl Serialize for Item<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent => serializer.serialize_none(),
            View::Text(text) => serializer.serialize_str(text),
            View::Integer(number) => serializer.serialize_i64(number),
            View::Float(number) => serializer.serialize_f64(number),
            View::Boolean(flag) => serializer.serialize_bool(flag),
            View::Json(json) => json.serialize(serializer),
            View::Record(record) => serialize(record, serializer),
            View::List(_) => Err(S::Error::custom("a list cannot hold lists")),
        }
    }
}
