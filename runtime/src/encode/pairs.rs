//! Parameters of a call, side by side in one buffer: making one does not ask for memory, as two texts each would.

#[cfg(feature = "sign")]
use secrecy::zeroize::Zeroize;

use super::Parameters;

/// Names and values, decoded, in the order in which they were put in. In the buffer each is `name=value&`, so that most
/// can be copied into a query as they stand there.
#[derive(Default)]
pub(crate) struct Pairs {
    text: String,
    spans: Vec<Span>,
    /// Whether the buffer holds something that nobody may see.
    holds_secret: bool,
    /// A bit for every name, which others may share: what has none is not there.
    marks: u64,
}

/// A pair where it stands. What lies behind it in the buffer can be read, too, so that blocks of a fixed size can be copied.
#[cfg(feature = "sign")]
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    text: &'a [u8],
    name: usize,
    length: usize,
    encoded: u32,
}

#[cfg(feature = "sign")]
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

/// Where a pair stands; one sign follows the name, and one the value.
#[derive(Clone, Copy)]
struct Span {
    start: usize,
    name_end: usize,
    end: usize,
    /// So many bytes of it were told to be encoded in a query.
    #[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only signing asks"))]
    encoded: u32,
    #[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only signing asks"))]
    secret: bool,
}

impl Pairs {
    /// Room for a usual call, the common parameters included.
    pub(crate) fn with_usual_room() -> Self {
        Self { text: String::with_capacity(1024), spans: Vec::with_capacity(32), ..Self::default() }
    }

    /// A copy of pairs of which nobody knows what is secret, so that all counts as such.
    #[cfg(feature = "sign")]
    pub(crate) fn copied(parameters: &[(impl AsRef<str>, impl AsRef<str>)]) -> Self {
        let mut pairs = Self::with_usual_room();
        parameters.iter().for_each(|(name, value)| pairs.push_secret(name.as_ref(), value.as_ref()));
        pairs
    }

    /// The same pairs with other names.
    #[cfg(feature = "sign")]
    pub(crate) fn renamed(&self, rename: impl Fn(&str) -> String) -> Self {
        let mut pairs = Self::with_usual_room();
        for ((name, value), span) in self.iter().zip(&self.spans) {
            pairs.push_text(&rename(name), value, span.secret);
        }
        pairs
    }

    /// Adds a pair; both functions put theirs behind the text that they are given. When the value puts nothing there and
    /// says so, there is no pair.
    pub(crate) fn push_with(
        &mut self,
        secret: bool,
        name: impl FnOnce(&mut String),
        value: impl FnOnce(&mut String) -> bool,
    ) {
        let start = self.text.len();
        name(&mut self.text);
        let name_end = self.text.len();
        self.text.push('=');
        self.holds_secret |= secret;
        if value(&mut self.text) {
            self.marks |= mark(&self.text.as_bytes()[start..name_end]);
            self.spans.push(Span { start, name_end, end: self.text.len(), encoded: 0, secret });
            self.text.push('&');
        } else {
            self.text.truncate(start);
        }
    }

    pub(crate) fn push(&mut self, name: &str, value: &str) {
        self.push_text(name, value, false);
    }

    #[cfg(feature = "sign")]
    pub(crate) fn push_secret(&mut self, name: &str, value: &str) {
        self.push_text(name, value, true);
    }

    /// Adds a value of which so many bytes will be encoded in a query. That need not be told, but it saves a search.
    #[cfg(feature = "sign")]
    pub(crate) fn push_encoded(&mut self, name: &str, value: &str, encoded: u32) {
        self.push_text(name, value, false);
        if let Some(span) = self.spans.last_mut() {
            span.encoded = encoded;
        }
    }

    fn push_text(&mut self, name: &str, value: &str, secret: bool) {
        #[cfg(feature = "sign")]
        self.room(name.len() + value.len() + 2);
        let write_value = |text: &mut String| {
            text.push_str(value);
            true
        };
        self.push_with(secret, |text| text.push_str(name), write_value);
    }

    /// Sees to it that so many bytes can be written. A secret that is outgrown is wiped.
    #[cfg(feature = "sign")]
    fn room(&mut self, more: usize) {
        if self.holds_secret && self.text.capacity() - self.text.len() < more {
            let mut text = String::with_capacity(self.text.len() * 2 + more);
            text.push_str(&self.text);
            std::mem::replace(&mut self.text, text).zeroize();
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.spans.iter().map(|span| (&self.text[span.start..span.name_end], self.value(span)))
    }

    fn value(&self, span: &Span) -> &str {
        &self.text[span.name_end + 1..span.end]
    }

    /// The pair of this number.
    #[cfg(feature = "sign")]
    #[inline]
    pub(crate) fn pair(&self, index: usize) -> Pair<'_> {
        self.pair_at(&self.spans[index])
    }

    /// All pairs.
    #[cfg(feature = "sign")]
    pub(crate) fn pairs(&self) -> impl ExactSizeIterator<Item = Pair<'_>> {
        self.spans.iter().map(|span| self.pair_at(span))
    }

    #[cfg(feature = "sign")]
    #[inline]
    fn pair_at(&self, span: &Span) -> Pair<'_> {
        let text = &self.text.as_bytes()[span.start..];
        Pair { text, name: span.name_end - span.start, length: span.end - span.start, encoded: span.encoded }
    }

    /// All pairs as they lie there: `name=value&name=value&`.
    #[cfg(feature = "sign")]
    pub(crate) const fn as_text(&self) -> &str {
        self.text.as_str()
    }

    /// The values that nobody may see.
    #[cfg(feature = "call")]
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.spans.iter().filter(|span| span.secret).map(|span| self.value(span))
    }

    #[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only signing asks"))]
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.marks & mark(name.as_bytes()) != 0 && self.iter().any(|(other, _)| other == name)
    }

    /// How many pairs there are.
    #[cfg(feature = "sign")]
    pub(crate) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Keeps the first pairs only.
    #[cfg(feature = "call")]
    pub(crate) fn truncate(&mut self, pairs: usize) {
        self.spans.truncate(pairs);
        self.text.truncate(self.spans.last().map_or(0, |span| span.end + 1));
    }

    pub(crate) fn to_parameters(&self) -> Parameters {
        self.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

/// Secrets do not stay in memory.
#[cfg(feature = "sign")]
impl Drop for Pairs {
    fn drop(&mut self) {
        if self.holds_secret {
            self.text.zeroize();
        }
    }
}

/// Length, first and last letter tell nearly all names apart.
fn mark(name: &[u8]) -> u64 {
    let ends =
        name.first().zip(name.last()).map_or(0, |(first, last)| usize::from(*first) * 5 + usize::from(*last) * 3);
    1 << ((name.len() + ends) % 64)
}
