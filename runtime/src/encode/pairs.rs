//! Parameters of a call, side by side in one buffer: making one does not ask for memory, as two texts each would.

use std::fmt;

use super::Parameters;
use super::buffer::{Buffer, Place};
use super::percent::count_encoded;

/// Names and values, decoded, in the order in which they were put in. In the buffer each is `name=value&`, so that most
/// can be copied into a query as they stand there.
#[derive(Default)]
pub(crate) struct Pairs {
    pub(super) buffer: Buffer,
    pub(super) spans: Vec<Span>,
    /// Whether one of the values is such that nobody may see it.
    pub(super) holds_secret: bool,
    /// Whether what was to be put in by the bytes of the names may stand in another order.
    pub(super) is_mixed: bool,
}

/// Where a pair stands; one sign follows the name, and one the value.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) name_end: usize,
    pub(super) end: usize,
    pub(super) facts: Facts,
}

/// What is known of a pair.
#[derive(Clone, Copy, Default)]
#[cfg_attr(not(feature = "call"), expect(dead_code, reason = "only signing and clients ask for all of it"))]
pub(super) struct Facts {
    /// So many bytes of it have to be encoded in a query.
    pub(super) encoded: u32,
    /// Nobody may see the value.
    pub(super) secret: bool,
    /// The value is another one with each attempt: it is the one of this number.
    pub(super) slot: Option<u8>,
}

/// What the names of a list or of a nested record begin with, the dot included: where it stands in the buffer.
#[derive(Clone, Copy, Default)]
pub(super) struct Prefix {
    start: usize,
    length: usize,
    encoded: u32,
}

impl Pairs {
    /// Room for a usual call, the common parameters included.
    pub(crate) fn with_usual_room() -> Self {
        Self { buffer: Buffer::with_room(896), spans: Vec::with_capacity(24), ..Self::default() }
    }

    /// Another prefix and a name, as a prefix. It is written where the next pair begins, which most often begins with it.
    pub(super) fn prefix(&mut self, above: Prefix, name: &str) -> Prefix {
        let (start, length) = (self.buffer.len(), above.length + name.len() + 1);
        let (before, mut place) = self.buffer.extend(length);
        above.write(before, &mut place);
        place.put(name.as_bytes());
        place.put(b".");
        self.buffer.truncate(start);
        Prefix { start, length, encoded: above.encoded + count(name) }
    }

    /// Adds a pair.
    pub(crate) fn add(&mut self, name: &str, value: &str, secret: bool) {
        let encoded = count(name) + count(value);
        self.push(Prefix::default(), name, value, Facts { encoded, secret, slot: None });
    }

    /// Adds a pair of which everything is known but the prefix.
    pub(super) fn push(&mut self, prefix: Prefix, name: &str, value: &str, mut facts: Facts) {
        let start = self.buffer.len();
        let name_end = start + prefix.length + name.len();
        let end = name_end + 1 + value.len();
        let (before, mut place) = self.buffer.extend(end + 1 - start);
        if prefix.length > 0 {
            prefix.write(before, &mut place);
            facts.encoded += prefix.encoded;
        }
        place.put(name.as_bytes());
        place.put(b"=");
        place.put(value.as_bytes());
        place.put(b"&");
        self.holds_secret |= facts.secret;
        self.spans.push(Span { start, name_end, end, facts });
    }

    /// Adds the pairs of another buffer.
    #[cfg(feature = "call")]
    pub(super) fn append(&mut self, others: &Self) {
        let start = self.buffer.len();
        let (_, mut place) = self.buffer.extend(others.buffer.len());
        place.put(others.buffer.as_bytes());
        self.holds_secret |= others.holds_secret;
        self.spans.extend(others.spans.iter().map(|span| Span {
            start: span.start + start,
            name_end: span.name_end + start,
            end: span.end + start,
            facts: span.facts,
        }));
    }

    /// Writes more of the last value.
    pub(super) fn last_value(&mut self) -> LastValue<'_> {
        LastValue(self)
    }

    pub(super) fn name(&self, span: &Span) -> &[u8] {
        &self.buffer.as_bytes()[span.start..span.name_end]
    }

    pub(super) fn value(&self, span: &Span) -> &[u8] {
        &self.buffer.as_bytes()[span.name_end + 1..span.end]
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.spans.iter().map(|span| (as_text(self.name(span)), as_text(self.value(span))))
    }

    pub(crate) fn to_parameters(&self) -> Parameters {
        self.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

impl Prefix {
    /// Most often it is there already.
    #[inline]
    fn write(self, before: &[u8], place: &mut Place<'_>) {
        if self.start == before.len() {
            place.skip(self.length);
        } else {
            place.put(&before[self.start..][..self.length]);
        }
    }
}

/// The value of the last pair, to which more is written.
pub(super) struct LastValue<'a>(&'a mut Pairs);

impl fmt::Write for LastValue<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Pairs { buffer, spans, .. } = &mut *self.0;
        if let Some(span) = spans.last_mut() {
            buffer.truncate(span.end);
            let (_, mut place) = buffer.extend(text.len() + 1);
            place.put(text.as_bytes());
            place.put(b"&");
            span.end += text.len();
            span.facts.encoded += count(text);
        }
        Ok(())
    }
}

/// How many bytes of a text have to be encoded.
#[inline]
pub(super) fn count(text: &str) -> u32 {
    count_encoded(text.as_bytes()) as u32
}

/// Names and values were put in as whole texts.
pub(super) fn as_text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
