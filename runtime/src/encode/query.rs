//! Parameters of a call side by side in one buffer, as they are sent: making one does not ask for memory, as two texts each
//! would.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::Parameters;
use super::buffer::{Buffer, Place};
use super::percent::{count_encoded, decode};
use super::spare;

/// `name=value&name=value&`, percent-encoded, in the order in which they were put in.
#[derive(Default)]
pub(crate) struct Query {
    pub(super) buffer: Buffer,
    pub(super) spans: Vec<Span>,
    /// So many bytes of the parameters were encoded.
    pub(super) encoded: usize,
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
    /// So many bytes of it were encoded.
    pub(super) encoded: usize,
    #[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only signing asks for it"))]
    pub(super) facts: Facts,
}

/// What is known of a pair.
#[derive(Clone, Copy, Default)]
#[cfg_attr(not(feature = "call"), expect(dead_code, reason = "only signing and clients ask for all of it"))]
pub(super) struct Facts {
    /// Nobody may see the value.
    pub(super) secret: bool,
    /// The value is another one with each attempt: it is the one of this number.
    pub(super) slot: Option<u8>,
}

/// A text, and how many of its bytes have to be encoded.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) encoded: usize,
}

impl<'a> Text<'a> {
    #[inline]
    pub(super) fn new(text: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        let bytes = text.as_ref();
        Self { bytes, encoded: count_encoded(bytes) }
    }

    /// One of which nothing has to be encoded.
    #[inline]
    pub(super) const fn plain(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), encoded: 0 }
    }

    /// How long it is in a query.
    pub(super) const fn length(self) -> usize {
        self.bytes.len() + self.encoded * 2
    }
}

/// What the names of a list or of a nested record begin with, the dot included: where it stands in the buffer.
#[derive(Clone, Copy, Default)]
pub(super) struct Prefix {
    start: usize,
    length: usize,
    encoded: usize,
}

impl Query {
    /// With room for a usual call, the common parameters included.
    pub(crate) fn with_usual_room() -> Self {
        let (buffer, spans) = spare::take();
        Self { buffer, spans, encoded: 0, holds_secret: false, is_mixed: false }
    }

    /// Another prefix and a name, as a prefix. It is written where the next pair begins, which most often begins with it.
    pub(super) fn prefix(&mut self, above: Prefix, name: Text<'_>) -> Prefix {
        let (start, length) = (self.buffer.len(), above.length + name.length() + 1);
        let (before, mut place) = self.buffer.extend(length);
        above.write(before, &mut place);
        place.put_text(name);
        place.put(b".");
        self.buffer.truncate(start);
        Prefix { start, length, encoded: above.encoded + name.encoded }
    }

    /// Adds a pair.
    pub(crate) fn add(&mut self, name: &str, value: &str, secret: bool) {
        self.push(Prefix::default(), Text::new(name), Text::new(value), Facts { secret, slot: None });
    }

    /// Adds a pair.
    #[inline]
    pub(super) fn push(&mut self, prefix: Prefix, name: Text<'_>, value: Text<'_>, facts: Facts) {
        let start = self.buffer.len();
        let name_end = start + prefix.length + name.length();
        let end = name_end + 1 + value.length();
        let (before, mut place) = self.buffer.extend(end + 1 - start);
        if prefix.length > 0 {
            prefix.write(before, &mut place);
        }
        place.put_text(name);
        place.put(b"=");
        place.put_text(value);
        place.put(b"&");
        let encoded = prefix.encoded + name.encoded + value.encoded;
        self.encoded += encoded;
        self.holds_secret |= facts.secret;
        self.spans.push(Span { start, name_end, end, encoded, facts });
    }

    /// Adds a pair of another query.
    #[cfg(feature = "sign")]
    pub(super) fn push_copy(&mut self, other: &Self, span: &Span) {
        let start = self.buffer.len();
        let (_, mut place) = self.buffer.extend(span.end + 1 - span.start);
        place.put(&other.buffer.as_bytes()[span.start..=span.end]);
        self.encoded += span.encoded;
        self.holds_secret |= span.facts.secret;
        self.spans.push(span.at(start));
    }

    /// Adds the pairs of another query.
    #[cfg(feature = "call")]
    pub(super) fn append(&mut self, others: &Self) {
        let start = self.buffer.len();
        let (_, mut place) = self.buffer.extend(others.buffer.len());
        place.put(others.buffer.as_bytes());
        self.encoded += others.encoded;
        self.holds_secret |= others.holds_secret;
        self.spans.extend(others.spans.iter().map(|span| span.at(span.start + start)));
    }

    /// Writes more of the last value.
    pub(super) const fn last_value(&mut self) -> LastValue<'_> {
        LastValue(self)
    }

    /// The name of a pair, decoded.
    pub(super) fn name(&self, span: &Span) -> Cow<'_, [u8]> {
        self.decoded(span, span.start..span.name_end)
    }

    /// The value of a pair, decoded.
    pub(super) fn value(&self, span: &Span) -> Cow<'_, [u8]> {
        self.decoded(span, span.name_end + 1..span.end)
    }

    fn decoded(&self, span: &Span, place: Range<usize>) -> Cow<'_, [u8]> {
        let bytes = &self.buffer.as_bytes()[place];
        if span.encoded == 0 {
            return bytes.into();
        }
        let mut decoded = Vec::with_capacity(bytes.len());
        decode(bytes, |piece| decoded.extend_from_slice(piece));
        decoded.into()
    }

    pub(crate) fn to_parameters(&self) -> Parameters {
        self.spans.iter().map(|span| (as_text(self.name(span)).into(), as_text(self.value(span)).into())).collect()
    }
}

/// Secrets do not stay in memory; the room is used again.
impl Drop for Query {
    fn drop(&mut self) {
        if self.holds_secret {
            self.buffer.wipe();
        }
        spare::keep(std::mem::take(&mut self.buffer), std::mem::take(&mut self.spans));
    }
}

impl Span {
    /// The same pair in another place.
    #[cfg(feature = "sign")]
    pub(super) const fn at(&self, start: usize) -> Self {
        let (name_end, end) = (self.name_end - self.start + start, self.end - self.start + start);
        Self { start, name_end, end, ..*self }
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
pub(super) struct LastValue<'a>(&'a mut Query);

impl fmt::Write for LastValue<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let Query { buffer, spans, encoded, .. } = &mut *self.0;
        if let Some(span) = spans.last_mut() {
            let text = Text::new(text);
            buffer.truncate(span.end);
            let (_, mut place) = buffer.extend(text.length() + 1);
            place.put_text(text);
            place.put(b"&");
            span.end += text.length();
            span.encoded += text.encoded;
            *encoded += text.encoded;
        }
        Ok(())
    }
}

/// Names and values were put in as whole texts.
pub(super) fn as_text(bytes: Cow<'_, [u8]>) -> Cow<'_, str> {
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).unwrap_or_default().into(),
        Cow::Owned(bytes) => String::from_utf8(bytes).unwrap_or_default().into(),
    }
}

#[cfg(all(test, feature = "call"))]
mod tests {
    use super::*;

    #[test]
    fn a_secret_stays_one() {
        let of = |secret| {
            let mut query = Query::default();
            query.add("Pass_word", "correct horse", secret);
            query
        };
        for secret in [false, true] {
            let mut whole = Query::default();
            whole.add("a", "", false);
            whole.append(&of(secret));
            whole.add("b", "", false);
            for query in [whole.sorted(), whole.sorted_without("a"), whole.with_in_names(b'_', b'.'), whole] {
                assert_eq!(query.holds_secret(), secret);
                assert_eq!(
                    query.secrets().map(|text| text.to_string()).next().as_deref(),
                    secret.then_some("correct horse")
                );
            }
        }
    }

    #[test]
    fn of_one_name_the_last_value_counts() {
        let query = Query::of(&[("a b", "1"), ("c", "2"), ("a b", "%")]);
        assert_eq!(query.last_of("a b").as_deref(), Some(&b"%"[..]));
        assert_eq!(query.last_of("a"), None);
        assert!(!query.repeats_names() && query.sorted().repeats_names());
    }
}
