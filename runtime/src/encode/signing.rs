//! What signing asks of the parameters of a call.

use std::ops::Range;

use super::pairs::{Pairs, Prefix, Span, as_text};

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
    #[inline(always)]
    pub(crate) const fn name_on(self) -> (&'a [u8], usize) {
        (self.text, self.name)
    }

    /// The buffer from the value on, and how much of it is the value.
    #[inline(always)]
    pub(crate) fn value_on(self) -> (&'a [u8], usize) {
        (&self.text[self.name + 1..], self.length - self.name - 1)
    }

    /// Whether it is the same when it is percent-encoded, but for the signs.
    #[inline(always)]
    pub(crate) const fn is_plain(self) -> bool {
        self.encoded == 0
    }
}

impl Pairs {
    /// A copy of pairs of which nobody knows what is secret, so that all counts as such.
    pub(crate) fn copied(parameters: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
        let mut pairs = Self::with_usual_room();
        parameters.iter().for_each(|(name, value)| pairs.add(name.as_ref(), value.as_ref(), true));
        pairs
    }

    /// The same pairs by the bytes of their names, without those of the name `without`: upper case first, `k.10` before
    /// `k.2`. Those of one name stay in their order.
    pub(crate) fn sorted(&self, without: &str) -> Self {
        let mut spans: Vec<&Span> = self.spans.iter().filter(|span| self.name(span) != without.as_bytes()).collect();
        spans.sort_by_key(|span| self.name(span));
        let mut sorted = Self::with_usual_room();
        for span in spans {
            let (name, value) = (as_text(self.name(span)), as_text(self.value(span)));
            sorted.push(Prefix::default(), name, value, span.facts);
        }
        sorted
    }

    /// The same pairs with other names.
    pub(crate) fn renamed(&self, rename: impl Fn(&str) -> String) -> Self {
        let mut pairs = Self::with_usual_room();
        for ((name, value), span) in self.iter().zip(&self.spans) {
            pairs.add(&rename(name), value, span.facts.secret);
        }
        pairs
    }

    /// The next pair that gets another value with each attempt, and the number of that value.
    #[cfg(feature = "call")]
    pub(crate) fn next_slot(&self, start: usize) -> Option<(usize, usize)> {
        let mut slots = self.spans.iter().map(|span| span.facts.slot).enumerate().skip(start);
        slots.find_map(|(index, slot)| slot.map(|slot| (index, usize::from(slot))))
    }

    /// Puts another value into a pair that has a slot: a text of which so many bytes have to be encoded. The names of such
    /// pairs are plain.
    #[cfg(feature = "call")]
    pub(crate) fn set_value(&mut self, index: usize, value: &str, encoded: u32) {
        let Some((span, behind)) = self.spans.get_mut(index..).and_then(<[Span]>::split_first_mut) else { return };
        let (start, old, new) = (span.name_end + 1, span.end - span.name_end - 1, value.len());
        span.facts.encoded = encoded;
        if new != old {
            self.buffer.resize(start, old, new);
            span.end = start + new;
            for span in behind {
                for place in [&mut span.start, &mut span.name_end, &mut span.end] {
                    *place = *place - old + new;
                }
            }
        }
        self.buffer.as_bytes_mut()[start..start + new].copy_from_slice(value.as_bytes());
    }

    /// The pairs.
    #[inline]
    pub(crate) fn pairs(&self) -> impl ExactSizeIterator<Item = Pair<'_>> {
        self.spans.iter().map(|span| self.pair(span))
    }

    #[inline(always)]
    fn pair(&self, span: &Span) -> Pair<'_> {
        let text = self.buffer.from(span.start);
        Pair { text, name: span.name_end - span.start, length: span.end - span.start, encoded: span.facts.encoded }
    }

    /// The pairs that have to be encoded, each with its place, up to the sign behind it.
    pub(crate) fn encoded_pairs(&self) -> impl Iterator<Item = (Range<usize>, Pair<'_>)> {
        let spans = self.spans.iter().filter(|span| span.facts.encoded > 0);
        spans.map(|span| (span.start..span.end, self.pair(span)))
    }

    /// Whether pairs side by side have the same name.
    pub(crate) fn repeats_names(&self) -> bool {
        let length = |span: &Span| span.name_end - span.start;
        let mut neighbours = self.spans.iter().zip(self.spans.iter().skip(1));
        neighbours.any(|(one, next)| length(one) == length(next) && self.name(one) == self.name(next))
    }

    /// All pairs as they lie there: `name=value&name=value&`.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.buffer.as_bytes()
    }

    /// So many bytes are needed for all pairs and for the signs around them, however they are encoded.
    pub(crate) fn longest(&self) -> usize {
        let encoded: usize = self.spans.iter().map(|span| span.facts.encoded as usize + 1).sum();
        self.buffer.len() + encoded * 4
    }

    /// Whether one of the values is such that nobody may see it.
    #[cfg(feature = "call")]
    pub(crate) const fn holds_secret(&self) -> bool {
        self.holds_secret
    }

    /// The values that nobody may see.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter(|span| span.facts.secret).map(|span| as_text(self.value(span)))
    }

    /// The value that counts when there are several of this name: the last.
    pub(crate) fn last_of(&self, name: &str) -> Option<&[u8]> {
        self.spans.iter().rev().find(|span| self.name(span) == name.as_bytes()).map(|span| self.value(span))
    }
}

/// Secrets do not stay in memory.
impl Drop for Pairs {
    fn drop(&mut self) {
        if self.holds_secret {
            self.buffer.wipe();
        }
    }
}
