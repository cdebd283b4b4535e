//! What came in an answer: a single value, before it is known what it is documented to be.

use std::borrow::Cow;

use crate::text::quoted;

/// A single value as it came.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Came<'a> {
    Text(&'a str),
    Integer(i64),
    /// An integer beyond `i64`.
    Large(u64),
    Float(f64),
    /// A number with the digits as they came.
    Digits(&'a str),
    Boolean(bool),
}

impl<'a> Came<'a> {
    /// Whether it is a text with nothing but blanks in it.
    pub(crate) fn is_blank(self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// The value as a text.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) | Self::Digits(text) => Cow::Borrowed(text),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Large(number) => Cow::Owned(number.to_string()),
            Self::Float(number) => Cow::Owned(number.to_string()),
            Self::Boolean(flag) => Cow::Borrowed(if flag { "true" } else { "false" }),
        }
    }

    /// For people; without the value itself when that is a secret.
    pub(crate) fn describe(self, secret: bool) -> String {
        let kind = match self {
            Self::Text(_) => "text",
            Self::Boolean(_) => "boolean",
            _ => "number",
        };
        match self {
            _ if secret => format!("a {kind} (hidden)"),
            Self::Text(text) => format!("{kind} {}", quoted(text)),
            _ => format!("{kind} {}", self.text()),
        }
    }
}
