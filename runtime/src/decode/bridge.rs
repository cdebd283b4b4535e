//! The bridge to serde's `Deserialize`: the same tolerance, with any self-describing format.

use serde::de::{Deserializer, Error};

use super::notes::Notes;
use super::path::Path;
use super::slot::{Root, Slot};
use crate::record::{Fill, RecordMut};
use crate::shape::Shape;

/// Reads a record.
pub fn deserialize<'de, D: Deserializer<'de>, R: RecordMut + Default>(deserializer: D) -> Result<R, D::Error> {
    let mut record = R::default();
    fill(&mut record, deserializer)?;
    Ok(record)
}

fn fill<'de, D: Deserializer<'de>>(record: &mut dyn RecordMut, deserializer: D) -> Result<(), D::Error> {
    let path = Path::root(record.shape());
    let mut notes = Notes::new(None);
    Slot::field(&mut Root(record), &path, &mut notes).visit(deserializer)?;
    notes.into_result().map_err(D::Error::custom)
}

/// Reads a time or a value of an open enum.
pub fn deserialize_bare<'de, D: Deserializer<'de>, T: Fill>(deserializer: D) -> Result<T, D::Error> {
    static BARE: Shape =
        Shape { name: "", spec: "", at: "", wires: &[], names: "", details: &[], rules: &[], always: &[] };
    let path = Path::root(&BARE);
    let mut notes = Notes::new(None);
    let mut place: Option<T> = None;
    Slot::field(&mut place, &path, &mut notes).visit(deserializer)?;
    notes.into_result().map_err(D::Error::custom)?;
    place.ok_or_else(|| D::Error::custom("a value is missing"))
}
