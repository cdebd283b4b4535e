//! A text that is not the time it is documented to be.

use std::fmt;

use crate::text::quoted;

/// A text that is not the time it is documented to be.
#[derive(Clone, PartialEq, Eq)]
pub struct TimeError {
    text: String,
    expected: &'static str,
}

impl TimeError {
    pub(crate) fn new(text: &str, expected: &'static str) -> Self {
        Self { text: text.to_owned(), expected }
    }

    /// The text as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The documented form, such as `YYYY/MM/DD`.
    pub fn expected(&self) -> &'static str {
        self.expected
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a time of the form {}", quoted(&self.text), self.expected)
    }
}

impl fmt::Debug for TimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for TimeError {}
