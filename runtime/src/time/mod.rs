//! The documented forms of time.
//!
//! A time keeps the text that it came as, and is read on demand: a text that is no time never fails an answer, and
//! travels back unchanged. Reading gives types of [`jiff`].
//!
//! ```
//! use tablature_runtime::time::{LocalTime, UtcTime};
//!
//! let created = UtcTime::from("2015-06-19T07:25Z");
//! assert_eq!(created.timestamp()?.as_second(), 1_434_698_700);
//! assert_eq!(created.as_str(), "2015-06-19T07:25Z");
//!
//! let local = LocalTime::from("2020-02-29 12:30:00");
//! assert_eq!(local.civil()?.day(), 29);
//! assert!(LocalTime::from("never").civil().is_err());
//! # Ok::<(), tablature_runtime::time::TimeError>(())
//! ```

mod date;
mod error;
mod form;
mod local;
mod stamp;
mod unix;
mod utc;

pub use self::date::Date;
pub use self::error::TimeError;
pub use self::form::TimeForm;
pub use self::local::LocalTime;
pub use self::stamp::Stamp;
pub use self::unix::UnixTime;
pub use self::utc::UtcTime;

/// What all times in text form can do. `$form` is the form, `$read` the method that reads the text.
macro_rules! text_time {
    ($name:ident, $form:ident, $read:ident) => {
        impl $name {
            /// The text as it came.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Stamp::new(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Stamp::new(&text))
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), f)
            }
        }

        /// By time; what is no time comes first. Different texts of one time are in the order of the texts.
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                let moments = self.$read().ok().cmp(&other.$read().ok());
                moments.then_with(|| self.as_str().cmp(other.as_str()))
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }

        impl crate::record::Type for $name {
            fn look(&self) -> crate::record::View<'_> {
                crate::record::View::Text(self.as_str())
            }
        }

        impl crate::record::Fill for $name {
            fn vacant() -> Self {
                Self(Stamp::new(""))
            }

            fn sink(&mut self) -> crate::record::Sink<'_> {
                crate::record::Sink::Stamp(&mut self.0, crate::time::TimeForm::$form)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::decode::bridge::deserialize_bare(deserializer)
            }
        }
    };
}
use text_time;
