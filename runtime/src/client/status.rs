//! What an answer says of the call as a whole, read without the rest.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::error::Fault;
use crate::decode::without_mark;
use crate::facts::Status;

/// Code, message and identifier of a call, as texts, and the names of the fields beside them.
#[derive(Debug, Default)]
pub(super) struct Reported {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) names: Vec<String>,
}

/// Reads a body to its end, and keeps nothing of it but what [`Reported`] holds; says also why it is no JSON object, if it is
/// none. A few bytes that are no text, such as a message in another encoding, do not hide the code, nor does what is wrong
/// behind it.
pub(super) fn report(body: &[u8], status: Option<&Status>) -> (Reported, Option<Fault>) {
    let mut found = Reported::default();
    if body.iter().all(u8::is_ascii_whitespace) {
        return (found, Some(Fault::Empty));
    }
    let text = String::from_utf8_lossy(body);
    let text = without_mark(&text);
    let mut json = serde_json::Deserializer::from_str(text);
    let fields = Fields { status, found: &mut found };
    let fault = match fields.deserialize(&mut json).and_then(|is_object| json.end().map(|()| is_object)) {
        Ok(true) => None,
        Ok(false) => Some(Fault::NoObject),
        Err(_) if text.trim_ascii_start().starts_with('<') => Some(Fault::Html),
        Err(error) if error.is_eof() => {
            // A number at the very end may have gone on.
            found.code.take_if(|code| text.ends_with(code.as_str()));
            Some(Fault::EndsEarly)
        }
        Err(error) => Some(Fault::NotJson(error.to_string())),
    };
    (found, fault)
}

/// As many names are kept as are needed to tell an answer from the body of a failure.
const NAMES: usize = 64;

/// Fills in what it finds, and says whether it was an object.
struct Fields<'s> {
    status: Option<&'s Status>,
    found: &'s mut Reported,
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let found = self.found;
        while let Some(name) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            let is = |field: Option<&str>| field == Some(&*name);
            let place = match self.status {
                Some(status) if is(Some(status.field())) => &mut found.code,
                Some(status) if is(status.message_field()) => &mut found.message,
                Some(status) if is(status.request_id_field()) => &mut found.request_id,
                _ => {
                    if found.names.len() < NAMES {
                        found.names.push(name.into_owned());
                    }
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *place = map.next_value_seed(Text)?;
        }
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(false)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(false)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(false)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(false)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(false)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(false)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(false)
    }
}

/// A single value as a text; nothing for null, lists and objects.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.to_string()))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Some(flag.to_string()))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}
