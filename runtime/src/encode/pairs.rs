//! Parameters of a call, side by side in one buffer: making one does not ask for memory, as two texts each would.

use super::Parameters;

/// Names and values, decoded, in the order in which they were put in. In the buffer each is `name=value&`, so that most
/// can be copied into a query as they stand there.
#[derive(Default)]
pub(crate) struct Pairs {
    pub(super) text: String,
    pub(super) spans: Vec<Span>,
    /// Whether the buffer holds something that nobody may see.
    pub(super) holds_secret: bool,
    /// A bit for every name, which others may share: what has none is not there.
    pub(super) marks: u64,
}

/// Where a pair stands; one sign follows the name, and one the value.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "sign"), expect(dead_code, reason = "only signing asks for all of it"))]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) name_end: usize,
    pub(super) end: usize,
    /// So many bytes of it were told to be encoded in a query.
    pub(super) encoded: u32,
    pub(super) secret: bool,
}

impl Pairs {
    /// Room for a usual call, the common parameters included.
    pub(crate) fn with_usual_room() -> Self {
        Self { text: String::with_capacity(1024), spans: Vec::with_capacity(32), ..Self::default() }
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
        let write_value = |text: &mut String| {
            text.push_str(value);
            true
        };
        self.push_with(false, |text| text.push_str(name), write_value);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.spans.iter().map(|span| (&self.text[span.start..span.name_end], self.value(span)))
    }

    pub(super) fn value(&self, span: &Span) -> &str {
        &self.text[span.name_end + 1..span.end]
    }

    pub(crate) fn to_parameters(&self) -> Parameters {
        self.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}

/// Length, first and last letter tell nearly all names apart.
pub(super) fn mark(name: &[u8]) -> u64 {
    let ends =
        name.first().zip(name.last()).map_or(0, |(first, last)| usize::from(*first) * 5 + usize::from(*last) * 3);
    1 << ((name.len() + ends) % 64)
}
