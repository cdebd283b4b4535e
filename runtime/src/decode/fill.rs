//! Objects into records: each member to the field of its name.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::glimpse::Glimpse;
use super::notes::Notes;
use super::path::Path;
use super::slot::Slot;
use crate::drift::DriftKind;
use crate::record::{Place, RecordMut, Step};
use crate::shape::Shape;

/// Fills a record. Whether the object can be such a record: it is empty, or has at least one field of it.
pub(super) fn fill<'de, A: MapAccess<'de>>(
    record: &mut dyn RecordMut,
    mut map: A,
    path: &Path<'_>,
    notes: &mut Notes,
) -> Result<bool, A::Error> {
    notes.enter()?;
    let shape = record.shape();
    let mut outcome = Ok(true);
    record.places(&mut |places: &mut [&mut dyn Place]| outcome = members(shape, places, &mut map, path, notes));
    notes.leave();
    outcome
}

fn members<'de, A: MapAccess<'de>>(
    shape: &'static Shape,
    places: &mut [&mut dyn Place],
    map: &mut A,
    path: &Path<'_>,
    notes: &mut Notes,
) -> Result<bool, A::Error> {
    let mut expected = 0;
    let mut known = false;
    let mut unknown = false;
    let mut stranger = String::new();
    let mut here = path.members(shape);
    let mut came = notes.drift.is_some().then(|| vec![false; shape.wires.len()]);
    while let Some(position) = map.next_key_seed(KeySeed { shape, expected, stranger: &mut stranger })? {
        let Some(place) = places.get_mut(position) else {
            unknown = true;
            skip(map, &stranger, shape, path, notes)?;
            continue;
        };
        known = true;
        expected = position + 1;
        here.set_field(position);
        if let Some(came) = &mut came {
            came[position] = true;
        }
        map.next_value_seed(Slot::field(&mut **place, &here, notes))?;
    }
    let fits = known || !unknown;
    for (position, _) in came.iter().flatten().enumerate().filter(|(_, came)| fits && !**came) {
        if shape.is_always_there(position) {
            here.set_field(position);
            notes.observe(DriftKind::MissingField, &here, "in every answer", || "no such field".to_owned());
        }
    }
    Ok(fits)
}

/// Passes over a member that no document knows.
#[cold]
fn skip<'de, A: MapAccess<'de>>(
    map: &mut A,
    name: &str,
    shape: &'static Shape,
    path: &Path<'_>,
    notes: &mut Notes,
) -> Result<(), A::Error> {
    if notes.drift.is_none() {
        return map.next_value::<IgnoredAny>().map(drop);
    }
    let path = path.name(shape, name);
    let found = map.next_value_seed(Glimpse { secret: path.is_secret() || sounds_secret(name) })?;
    notes.observe(DriftKind::UnknownField, &path, "no such field", || found);
    Ok(())
}

/// No document says what an unknown field holds, so its name has to tell whether it may show.
fn sounds_secret(name: &str) -> bool {
    const WORDS: [&str; 11] = [
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "credential",
        "privatekey",
        "apikey",
        "cookie",
        "authorization",
    ];
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    WORDS.iter().any(|word| name.contains(word))
}

/// Fills a list from the object that wraps it.
pub(super) fn unwrap<'de, A: MapAccess<'de>>(
    slot: Slot<'_, '_>,
    item: &'static str,
    mut map: A,
) -> Result<(), A::Error> {
    let Slot { place, path, notes, .. } = slot;
    let shape = path.shape();
    place.open(Step::Open);
    notes.enter()?;
    while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
        if name == item {
            let path = path.inner(item);
            map.next_value_seed(Slot::field(&mut *place, &path, notes))?;
        } else {
            skip(&mut map, &name, shape, path, notes)?;
        }
    }
    notes.leave();
    Ok(())
}

/// Finds the field of a member's name. A name that no document knows is copied, and gives a position behind the last.
struct KeySeed<'a> {
    shape: &'static Shape,
    expected: usize,
    stranger: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok(self.shape.position(name, self.expected).unwrap_or_else(|| {
            self.stranger.clear();
            self.stranger.push_str(name);
            usize::MAX
        }))
    }
}
