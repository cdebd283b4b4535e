//! What signing asks of the parameters of a call.

use std::borrow::Cow;

#[cfg(feature = "call")]
use secrecy::zeroize::Zeroizing;

use super::percent::has;
use super::query::{Query, Span};
#[cfg(feature = "call")]
use super::query::{Text, as_text};

/// A pair where it stands, as it is sent. What lies behind it in the buffer can be read, too, so that blocks of a fixed size
/// can be copied.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    text: &'a [u8],
    name: usize,
    length: usize,
    encoded: usize,
}

impl<'a> Pair<'a> {
    pub(crate) fn name(self) -> &'a [u8] {
        &self.text[..self.name]
    }

    pub(crate) fn value(self) -> &'a [u8] {
        &self.text[self.name + 1..self.length]
    }

    /// The buffer from the name on, and how much of it is the name.
    #[inline(always)]
    pub(crate) const fn name_on(self) -> (&'a [u8], usize) {
        (self.text, self.name)
    }

    /// The buffer from the value on, and how much of it is the value.
    #[inline(always)]
    pub(crate) fn value_on(self) -> (&'a [u8], usize) {
        (&self.text[self.name + 1..], self.length - self.name - 1)
    }

    /// Whether nothing of it had to be encoded.
    #[inline(always)]
    pub(crate) const fn is_plain(self) -> bool {
        self.encoded == 0
    }
}

impl Query {
    /// Of parameters of which nobody knows what is secret, so that all counts as such.
    pub(crate) fn of(parameters: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
        let mut query = Self::with_usual_room();
        parameters.iter().for_each(|(name, value)| query.add(name.as_ref(), value.as_ref(), true));
        query
    }

    /// The same pairs by the bytes of their names: upper case first, `k.10` before `k.2`. Those of one name stay in their
    /// order.
    pub(crate) fn sorted(&self) -> Self {
        self.sorted_if(|_| true)
    }

    /// The same pairs [`sorted`](Self::sorted), but for those of this name.
    #[cfg(feature = "call")]
    pub(crate) fn sorted_without(&self, without: &str) -> Self {
        self.sorted_if(|name| name != without.as_bytes())
    }

    fn sorted_if(&self, is_kept: impl Fn(&[u8]) -> bool) -> Self {
        let spans = self.spans.iter().map(|span| (self.name(span), span));
        let mut spans: Vec<(Cow<'_, [u8]>, &Span)> = spans.filter(|(name, _)| is_kept(name)).collect();
        spans.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut sorted = Self::with_usual_room();
        spans.iter().for_each(|(_, span)| sorted.push_copy(self, span));
        sorted
    }

    /// The same pairs with another sign in their names. Both signs are such as stay as they are.
    pub(crate) fn with_in_names(&self, sign: u8, other: u8) -> Self {
        let mut renamed = Self::with_usual_room();
        for span in &self.spans {
            let start = renamed.buffer.len();
            renamed.push_copy(self, span);
            renamed.buffer.place(start, span.name_end - span.start).replace(sign, other);
        }
        renamed
    }

    /// Puts other values into the pairs that get another one with each attempt: those that are made for their numbers. The
    /// names of such pairs are plain.
    #[cfg(feature = "call")]
    pub(crate) fn renew<V: AsRef<[u8]>>(&mut self, make: impl Fn(usize) -> Option<V>) {
        for index in 0..self.spans.len() {
            let Some(slot) = self.spans[index].facts.slot else { continue };
            if let Some(value) = make(usize::from(slot)) {
                self.set_value(index, Text::new(&value));
            }
        }
    }

    #[cfg(feature = "call")]
    fn set_value(&mut self, index: usize, value: Text<'_>) {
        let (span, length) = (&mut self.spans[index], value.length());
        let (start, old_end) = (span.name_end + 1, span.end);
        self.encoded = self.encoded - span.encoded + value.encoded;
        span.encoded = value.encoded;
        if start + length != old_end {
            span.end = start + length;
            self.buffer.resize(start, old_end - start, length);
            for span in &mut self.spans[index + 1..] {
                *span = span.at(span.start - old_end + start + length);
            }
        }
        self.buffer.place(start, length).put_text(value);
    }

    /// The pairs.
    #[inline]
    pub(crate) fn pairs(&self) -> impl ExactSizeIterator<Item = Pair<'_>> {
        self.spans.iter().map(|span| Pair {
            text: self.buffer.from(span.start),
            name: span.name_end - span.start,
            length: span.end - span.start,
            encoded: span.encoded,
        })
    }

    /// Whether nothing had to be encoded.
    pub(crate) const fn is_plain(&self) -> bool {
        self.encoded == 0
    }

    /// Whether this sign, which stays as it is, stands in a name.
    pub(crate) fn has_in_a_name(&self, sign: u8) -> bool {
        has(self.as_bytes(), sign) && self.pairs().any(|pair| pair.name().contains(&sign))
    }

    /// Whether pairs side by side have the same name.
    pub(crate) fn repeats_names(&self) -> bool {
        let length = |span: &Span| span.name_end - span.start;
        let mut neighbours = self.spans.iter().zip(self.spans.iter().skip(1));
        neighbours.any(|(one, next)| length(one) == length(next) && self.name(one) == self.name(next))
    }

    /// All pairs as they are sent, with signs between them.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        let bytes = self.buffer.as_bytes();
        &bytes[..bytes.len().saturating_sub(1)]
    }

    /// So many bytes are needed at most to encode all pairs and the signs around them once more.
    pub(crate) const fn longest(&self) -> usize {
        self.buffer.len() + self.spans.len() * 4 + self.encoded * 2
    }

    /// Whether one of the values is such that nobody may see it.
    pub(crate) const fn holds_secret(&self) -> bool {
        self.holds_secret
    }

    /// The values that nobody may see.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = Zeroizing<String>> {
        let secret = self.spans.iter().filter(|span| span.facts.secret);
        secret.map(|span| Zeroizing::new(as_text(self.value(span)).into_owned()))
    }

    /// The value that counts when there are several of this name: the last.
    pub(crate) fn last_of(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        let can_be = |span: &&Span| span.name_end - span.start >= name.len();
        let mut spans = self.spans.iter().rev().filter(can_be);
        spans.find(|span| *self.name(span) == *name.as_bytes()).map(|span| self.value(span))
    }
}
