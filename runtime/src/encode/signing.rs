//! What signing asks of the parameters of a call.

use secrecy::zeroize::Zeroize;

use super::pairs::{Pairs, Span, mark};

/// A pair where it stands. What lies behind it in the buffer can be read, too, so that blocks of a fixed size can be copied.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    text: &'a [u8],
    name: usize,
    length: usize,
    encoded: u32,
}

impl<'a> Pair<'a> {
    pub(crate) fn name(self) -> &'a [u8] {
        &self.text[..self.name]
    }

    pub(crate) fn value(self) -> &'a [u8] {
        &self.text[self.name + 1..self.length]
    }

    /// The buffer from the name on, and how much of it is the name.
    pub(crate) const fn name_on(self) -> (&'a [u8], usize) {
        (self.text, self.name)
    }

    /// The buffer from the value on, and how much of it is the value.
    pub(crate) fn value_on(self) -> (&'a [u8], usize) {
        (&self.text[self.name + 1..], self.length - self.name - 1)
    }

    /// The buffer from the name on, and how much of it is `name=value&`.
    pub(crate) const fn whole(self) -> (&'a [u8], usize) {
        (self.text, self.length + 1)
    }

    /// How many bytes of name and value were told to be encoded in a query.
    pub(crate) const fn encoded(self) -> usize {
        self.encoded as usize
    }
}

impl Pairs {
    /// A copy of pairs of which nobody knows what is secret, so that all counts as such.
    pub(crate) fn copied(parameters: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
        let mut pairs = Self::with_usual_room();
        parameters.iter().for_each(|(name, value)| pairs.add(name.as_ref(), value.as_ref(), true));
        pairs
    }

    /// The same pairs with other names.
    pub(crate) fn renamed(&self, rename: impl Fn(&str) -> String) -> Self {
        let mut pairs = Self::with_usual_room();
        for ((name, value), span) in self.iter().zip(&self.spans) {
            pairs.add(&rename(name), value, span.secret);
        }
        pairs
    }

    /// Adds a pair. A secret that is outgrown by it is wiped.
    pub(crate) fn add(&mut self, name: &str, value: &str, secret: bool) {
        let more = name.len() + value.len() + 2;
        if self.holds_secret && self.text.capacity() - self.text.len() < more {
            let mut text = String::with_capacity(self.text.len() * 2 + more);
            text.push_str(&self.text);
            std::mem::replace(&mut self.text, text).zeroize();
        }
        let write_value = |text: &mut String| {
            text.push_str(value);
            true
        };
        self.push_with(secret, |text| text.push_str(name), write_value);
    }

    /// Adds a value of which so many bytes will be encoded in a query. That need not be told, but it saves a search.
    pub(crate) fn add_encoded(&mut self, name: &str, value: &str, encoded: u32) {
        self.add(name, value, false);
        if let Some(span) = self.spans.last_mut() {
            span.encoded = encoded;
        }
    }

    /// The pair of this number.
    #[inline]
    pub(crate) fn pair(&self, index: usize) -> Pair<'_> {
        self.pair_at(&self.spans[index])
    }

    /// All pairs.
    pub(crate) fn pairs(&self) -> impl ExactSizeIterator<Item = Pair<'_>> {
        self.spans.iter().map(|span| self.pair_at(span))
    }

    #[inline]
    fn pair_at(&self, span: &Span) -> Pair<'_> {
        let text = &self.text.as_bytes()[span.start..];
        Pair { text, name: span.name_end - span.start, length: span.end - span.start, encoded: span.encoded }
    }

    /// All pairs as they lie there: `name=value&name=value&`.
    pub(crate) const fn as_text(&self) -> &str {
        self.text.as_str()
    }

    /// The values that nobody may see.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter(|span| span.secret).map(|span| self.value(span))
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.marks & mark(name.as_bytes()) != 0 && self.iter().any(|(other, _)| other == name)
    }

    /// How many pairs there are.
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Keeps the first pairs only.
    #[cfg(feature = "call")]
    pub(crate) fn truncate(&mut self, pairs: usize) {
        self.spans.truncate(pairs);
        self.text.truncate(self.spans.last().map_or(0, |span| span.end + 1));
    }
}

/// Secrets do not stay in memory.
impl Drop for Pairs {
    fn drop(&mut self) {
        if self.holds_secret {
            self.text.zeroize();
        }
    }
}
