//! Open enums: values that the documents do not know are kept and travel back unchanged.

use std::fmt;

/// A text that is none of the documented values. It can only be made by converting a text into the enum.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownText(Box<str>);

impl UnknownText {
    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// An integer that is none of the documented values. It can only be made by converting an integer into the enum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    /// The integer as it came.
    pub const fn as_i64(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// An open enum of texts, while it is being decoded.
pub trait Word {
    /// Takes the value that the text stands for; whether it is a documented one.
    fn set(&mut self, text: &str) -> bool;
}

/// An open enum of integers, while it is being decoded.
pub trait Number {
    /// Takes the value that the integer stands for; whether it is a documented one.
    fn set(&mut self, number: i64) -> bool;
}

#[doc(hidden)]
pub fn unknown_text(text: &str) -> UnknownText {
    UnknownText(text.into())
}

/// The text of an enum that is about to be decoded.
#[doc(hidden)]
#[inline]
pub fn no_text() -> UnknownText {
    UnknownText(Box::default())
}

#[doc(hidden)]
pub const fn unknown_integer(number: i64) -> UnknownInteger {
    UnknownInteger(number)
}
