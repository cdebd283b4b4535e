//! A short description of a value that no document knows.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::came::Came;
use super::coerce::{LIST, RECORD};

/// Passes over a value and describes it.
pub(super) struct Glimpse {
    pub(super) secret: bool,
}

impl Glimpse {
    fn single<E>(&self, came: Came<'_>) -> Result<String, E> {
        Ok(came.describe(self.secret))
    }
}

impl<'de> DeserializeSeed<'de> for Glimpse {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Glimpse {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        self.single(Came::Text(text))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<String, E> {
        self.single(Came::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<String, E> {
        self.single(Came::Large(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<String, E> {
        self.single(Came::Float(number))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<String, E> {
        self.single(Came::Boolean(flag))
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_none<E: Error>(self) -> Result<String, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<String, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(LIST.to_owned())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(RECORD.to_owned())
    }
}
