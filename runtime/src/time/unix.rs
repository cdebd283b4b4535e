//! Seconds since 1970.

use std::cmp::Ordering;
use std::fmt;

use jiff::Timestamp;

use super::{TimeError, TimeForm};
use crate::record::{Fill, Sink, Type, View};

/// A time in seconds since the beginning of 1970 in UTC. A text that is no number is kept.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnixTime(Held);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Held {
    Seconds(i64),
    Text(Box<str>),
}

impl UnixTime {
    /// The seconds.
    ///
    /// # Errors
    ///
    /// When a text came that is no number.
    pub fn seconds(&self) -> Result<i64, TimeError> {
        match &self.0 {
            Held::Seconds(seconds) => Ok(*seconds),
            Held::Text(text) => Err(TimeError::new(text, TimeForm::UnixSeconds.name())),
        }
    }

    /// The moment.
    ///
    /// # Errors
    ///
    /// When a text came that is no number, or when the number lies beyond the year 9999.
    pub fn timestamp(&self) -> Result<Timestamp, TimeError> {
        let seconds = self.seconds()?;
        Timestamp::from_second(seconds).map_err(|_| TimeError::new(&seconds.to_string(), TimeForm::UnixSeconds.name()))
    }

    pub(crate) fn set_text(&mut self, text: &str) {
        *self = Self::from(text);
    }

    pub(crate) fn set_seconds(&mut self, seconds: i64) {
        self.0 = Held::Seconds(seconds);
    }
}

impl From<i64> for UnixTime {
    fn from(seconds: i64) -> Self {
        Self(Held::Seconds(seconds))
    }
}

impl From<&str> for UnixTime {
    fn from(text: &str) -> Self {
        Self(match crate::decode::integer(text) {
            Some(seconds) => Held::Seconds(seconds),
            None => Held::Text(text.into()),
        })
    }
}

impl From<String> for UnixTime {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Timestamp> for UnixTime {
    fn from(moment: Timestamp) -> Self {
        Self(Held::Seconds(moment.as_second()))
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Held::Seconds(seconds) => fmt::Display::fmt(seconds, f),
            Held::Text(text) => f.pad(text),
        }
    }
}

impl fmt::Debug for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Held::Seconds(seconds) => fmt::Debug::fmt(seconds, f),
            Held::Text(text) => fmt::Debug::fmt(text, f),
        }
    }
}

/// By time; what is no time comes first.
impl Ord for UnixTime {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Held::Seconds(a), Held::Seconds(b)) => a.cmp(b),
            (Held::Text(a), Held::Text(b)) => a.cmp(b),
            (Held::Text(_), Held::Seconds(_)) => Ordering::Less,
            (Held::Seconds(_), Held::Text(_)) => Ordering::Greater,
        }
    }
}

impl PartialOrd for UnixTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Type for UnixTime {
    fn look(&self) -> View<'_> {
        match &self.0 {
            Held::Seconds(seconds) => View::Integer(*seconds),
            Held::Text(text) => View::Text(text),
        }
    }
}

impl Fill for UnixTime {
    fn vacant() -> Self {
        Self(Held::Seconds(0))
    }

    fn sink(&mut self) -> Sink<'_> {
        Sink::Seconds(self)
    }
}

impl serde::Serialize for UnixTime {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Held::Seconds(seconds) => serializer.serialize_i64(*seconds),
            Held::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> serde::Deserialize<'de> for UnixTime {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::decode::bridge::deserialize_bare(deserializer)
    }
}
