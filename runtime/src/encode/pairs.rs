//! Parameters of a call, side by side in one buffer: making one does not ask for memory, as two texts each would.

#[cfg(feature = "sign")]
use std::fmt::Write as _;

use super::Parameters;

/// Names and values, decoded, in the order in which they were put in.
#[derive(Default)]
pub(crate) struct Pairs {
    text: String,
    spans: Vec<Span>,
}

/// Where a pair ends; it begins where the one before it ends.
#[derive(Clone, Copy)]
struct Span {
    name_end: usize,
    end: usize,
    secret: bool,
}

impl Pairs {
    /// Room for a usual call, the common parameters included.
    pub(crate) fn with_usual_room() -> Self {
        Self { text: String::with_capacity(1024), spans: Vec::with_capacity(32) }
    }

    /// Adds a pair. The value is what `write` puts behind the text that it is given; when it puts nothing there and says
    /// so, there is no pair.
    pub(crate) fn push_with(&mut self, name: &str, secret: bool, write: impl FnOnce(&mut String) -> bool) {
        let start = self.text.len();
        self.text.push_str(name);
        let name_end = self.text.len();
        if write(&mut self.text) {
            self.spans.push(Span { name_end, end: self.text.len(), secret });
        } else {
            self.text.truncate(start);
        }
    }

    pub(crate) fn push(&mut self, name: &str, value: &str) {
        self.push_with(name, false, |text| {
            text.push_str(value);
            true
        });
    }

    #[cfg(feature = "sign")]
    pub(crate) fn push_secret(&mut self, name: &str, value: &str) {
        self.push_with(name, true, |text| {
            text.push_str(value);
            true
        });
    }

    /// Adds a value by its `Display`.
    #[cfg(feature = "sign")]
    pub(crate) fn push_display(&mut self, name: &str, value: impl std::fmt::Display) {
        self.push_with(name, false, |text| write!(text, "{value}").is_ok());
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shown().map(|(name, value, _)| (name, value))
    }

    fn shown(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        let mut start = 0;
        self.spans.iter().map(move |span| {
            let pair = (&self.text[start..span.name_end], &self.text[span.name_end..span.end], span.secret);
            start = span.end;
            pair
        })
    }

    /// The values that nobody may see.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.shown().filter(|(_, _, secret)| *secret).map(|(_, value, _)| value)
    }

    #[cfg(feature = "sign")]
    pub(crate) fn contains(&self, name: &str) -> bool {
        let mut start = 0;
        self.spans.iter().any(|span| {
            let other = &self.text.as_bytes()[start..span.name_end];
            start = span.end;
            other == name.as_bytes()
        })
    }

    /// How many pairs there are.
    #[cfg(feature = "call")]
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Keeps the first pairs only.
    #[cfg(feature = "call")]
    pub(crate) fn truncate(&mut self, pairs: usize) {
        self.spans.truncate(pairs);
        self.text.truncate(self.spans.last().map_or(0, |span| span.end));
    }

    pub(crate) fn to_parameters(&self) -> Parameters {
        self.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

#[cfg(feature = "sign")]
impl<'a> FromIterator<(&'a str, &'a str)> for Pairs {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a str)>>(pairs: I) -> Self {
        let mut all = Self::default();
        pairs.into_iter().for_each(|(name, value)| all.push(name, value));
        all
    }
}
