//! One value of an answer on its way into the place of a field or of a list's entry.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::came::Came;
use super::coerce::{DOCUMENTED, LIST, Outcome, RECORD, put};
use super::exact;
use super::fill::{fill, unwrap};
use super::notes::Notes;
use super::path::Path;
use crate::Json;
use crate::drift::DriftKind;
use crate::record::{Place, RecordMut, Sink, Step};

/// The answer as a whole.
pub(crate) struct Root<'a>(pub(crate) &'a mut dyn RecordMut);

impl Place for Root<'_> {
    fn open(&mut self, step: Step) -> Sink<'_> {
        match step {
            Step::Open => Sink::Record(self.0),
            _ => Sink::Nothing,
        }
    }
}

/// A value's destination.
pub(crate) struct Slot<'a, 'p> {
    pub(super) place: &'a mut dyn Place,
    pub(super) step: Step,
    pub(super) path: &'a Path<'p>,
    pub(super) notes: &'a mut Notes,
}

impl<'a, 'p> Slot<'a, 'p> {
    /// The place of a field.
    #[inline]
    pub(crate) fn field(place: &'a mut dyn Place, path: &'a Path<'p>, notes: &'a mut Notes) -> Self {
        Self { place, step: Step::Open, path, notes }
    }

    /// A new entry of the list in that place.
    #[inline]
    fn entry(place: &'a mut dyn Place, path: &'a Path<'p>, notes: &'a mut Notes) -> Self {
        Self { place, step: Step::Grow, path, notes }
    }

    /// Reads the value.
    #[inline]
    pub(crate) fn visit<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    /// The inner key, when this is the place of a field whose list is wrapped.
    pub(super) fn wrapper(&self) -> Option<&'static str> {
        if self.step == Step::Open { self.path.item() } else { None }
    }

    /// Takes back what `open` has put there.
    fn undo(&mut self) {
        self.place.open(if self.step == Step::Grow { Step::Shrink } else { Step::Clear });
    }

    fn mismatch(&mut self, expected: &'static str, found: &str) {
        self.undo();
        self.notes.mismatch(self.path, expected, found.to_owned());
    }

    /// Takes a single value.
    pub(super) fn take(&mut self, came: Came<'_>) {
        let outcome = put(self.place.open(self.step), came, self.notes.drift.is_some());
        self.settle(outcome, came);
    }

    /// Says what is to be said about a value that was put in its place, or could not be.
    #[inline]
    fn settle(&mut self, outcome: Outcome, came: Came<'_>) {
        if !matches!(outcome, Outcome::Fits) {
            self.remark(outcome, came);
        }
    }

    #[cold]
    fn remark(&mut self, outcome: Outcome, came: Came<'_>) {
        match outcome {
            Outcome::Fits => {}
            Outcome::Coerced(expected) => self.coerced(expected, came),
            Outcome::Unlisted => self.unlisted(came),
            Outcome::Unreadable(expected) => {
                self.notes.observe(DriftKind::Mismatch, self.path, expected, || came.describe(self.path.is_secret()));
            }
            Outcome::List => self.take_single(came),
            Outcome::Empty(expected) if !self.path.is_root() => {
                self.undo();
                self.notes.coercion(self.path, expected, came);
            }
            Outcome::Empty(expected) | Outcome::Mismatch(expected) => {
                self.mismatch(expected, &came.describe(self.path.is_secret()));
            }
        }
    }

    fn coerced(&mut self, expected: &'static str, came: Came<'_>) {
        // Where a number is documented a float has lost nothing; where a text is, its digits may be gone.
        self.notes.inexact |= matches!(came, Came::Float(_));
        self.notes.coercion(self.path, expected, came);
    }

    fn unlisted(&mut self, came: Came<'_>) {
        self.notes.inexact |= matches!(came, Came::Float(_));
        let documented =
            self.path.row().is_some_and(|row| row.is_open() || (matches!(came, Came::Text("")) && row.allows_empty()));
        if !documented {
            let found = || came.describe(self.path.is_secret());
            self.notes.observe(DriftKind::UnknownValue, self.path, DOCUMENTED, found);
        }
    }

    /// Takes a single value where a list is documented.
    fn take_single(&mut self, came: Came<'_>) {
        self.notes.coercion(self.path, LIST, came);
        if !came.is_blank() {
            Slot::entry(self.place, self.path, self.notes).take(came);
        }
    }

    fn fill_list<'de, A: SeqAccess<'de>>(&mut self, mut list: A) -> Result<(), A::Error> {
        self.notes.enter()?;
        let mut index = 0;
        while list.next_element_seed(Slot::entry(self.place, &self.path.index(index), self.notes))?.is_some() {
            index += 1;
        }
        self.notes.leave();
        Ok(())
    }

    /// Takes an object where a list is documented, if it is an entry of that list.
    fn fill_single<'de, A: MapAccess<'de>>(&mut self, map: A) -> Result<(), A::Error> {
        let path = self.path.index(0);
        let known = match self.place.open(Step::Grow) {
            Sink::Record(record) => fill(record, map, &path, self.notes)?,
            Sink::Json(place) => {
                *place = Json::deserialize(MapAccessDeserializer::new(map))?;
                true
            }
            _ => {
                drain(map)?;
                false
            }
        };
        if known {
            self.notes.observe(DriftKind::Coercion, self.path, LIST, || RECORD.to_owned());
        } else {
            self.place.open(Step::Shrink);
            self.mismatch(LIST, RECORD);
        }
        Ok(())
    }
}

fn drain<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

impl<'de> DeserializeSeed<'de> for Slot<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.notes.keeps_digits { exact::visit(self, deserializer) } else { self.visit(deserializer) }
    }
}

impl<'de> Visitor<'de> for Slot<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    #[inline]
    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        match self.place.open(self.step) {
            Sink::Text(place) => *place = text.to_owned(),
            Sink::Word(place) => {
                if !place.set(text) {
                    self.settle(Outcome::Unlisted, Came::Text(text));
                }
            }
            sink => {
                let outcome = put(sink, Came::Text(text), self.notes.drift.is_some());
                self.settle(outcome, Came::Text(text));
            }
        }
        Ok(())
    }

    #[inline]
    fn visit_i64<E: Error>(mut self, number: i64) -> Result<(), E> {
        self.take(Came::Integer(number));
        Ok(())
    }

    #[inline]
    fn visit_u64<E: Error>(mut self, number: u64) -> Result<(), E> {
        let came = i64::try_from(number).map_or(Came::Large(number), Came::Integer);
        match (self.place.open(self.step), came) {
            (Sink::Integer(place), Came::Integer(number)) => *place = number,
            (sink, _) => {
                let outcome = put(sink, came, self.notes.drift.is_some());
                self.settle(outcome, came);
            }
        }
        Ok(())
    }

    fn visit_f64<E: Error>(mut self, number: f64) -> Result<(), E> {
        self.take(Came::Float(number));
        Ok(())
    }

    fn visit_bool<E: Error>(mut self, flag: bool) -> Result<(), E> {
        self.take(Came::Boolean(flag));
        Ok(())
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        if self.path.is_root() {
            self.mismatch(RECORD, "null");
        } else if self.step == Step::Grow {
            self.notes.observe(DriftKind::Coercion, self.path, "an entry", || "null".to_owned());
        }
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.visit(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.visit(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let expects_record = match self.place.open(self.step) {
            Sink::List => return self.fill_list(list),
            Sink::Json(place) => {
                *place = Json::deserialize(SeqAccessDeserializer::new(list))?;
                return Ok(());
            }
            Sink::Record(_) => true,
            _ => false,
        };
        let mut count = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        if expects_record && count == 0 {
            self.undo();
            self.notes.observe(DriftKind::Coercion, self.path, RECORD, || "an empty list".to_owned());
        } else {
            self.mismatch(if expects_record { RECORD } else { "a single value" }, LIST);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        if let Some(item) = self.wrapper() {
            return unwrap(self, item, map);
        }
        match self.place.open(self.step) {
            Sink::Record(record) => fill(record, map, self.path, self.notes).map(drop),
            Sink::List => self.fill_single(map),
            Sink::Json(place) => {
                *place = Json::deserialize(MapAccessDeserializer::new(map))?;
                Ok(())
            }
            _ => {
                self.mismatch("a single value", RECORD);
                drain(map)
            }
        }
    }
}
