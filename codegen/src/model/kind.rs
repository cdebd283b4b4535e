//! What rows hold.

use super::Action;

/// What a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// True or false.
    Boolean,
    /// Anything.
    Any,
    /// An object: its fields are rows of their own, or unknown.
    Object,
    /// A time.
    Time(TimeForm),
    /// A value of an enum.
    Enum(usize),
    /// A model.
    Type(usize),
}

/// How a time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeForm {
    /// ISO 8601, in UTC.
    Iso8601,
    /// `YYYY-MM-DD hh:mm:ss` without a zone.
    Local,
    /// Whole seconds since 1970.
    UnixSeconds,
    /// `YYYY/MM/DD`.
    Date,
}

/// The basic types, by the name that the spec language uses.
pub(crate) const BASIC_TYPES: [(&str, Kind); 6] = [
    ("string", Kind::Text),
    ("int", Kind::Integer),
    ("float", Kind::Float),
    ("bool", Kind::Boolean),
    ("any", Kind::Any),
    ("object", Kind::Object),
];

/// The name of a type in the spec language. Types and enums are the action's; a common parameter has none of them.
pub(crate) fn kind_name(kind: Kind, action: Option<&Action>) -> &str {
    let basic = match kind {
        Kind::Type(index) => {
            return action.and_then(|action| action.types.get(index)).map_or("", |one| &one.name.value);
        }
        Kind::Enum(index) => {
            return action.and_then(|action| action.enums.get(index)).map_or("", |one| &one.name.value);
        }
        Kind::Time(TimeForm::UnixSeconds) => Kind::Integer,
        Kind::Time(_) => Kind::Text,
        basic => basic,
    };
    BASIC_TYPES.iter().find(|(_, one)| *one == basic).map_or("", |(name, _)| name)
}
