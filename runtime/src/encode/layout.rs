//! The order in which an action's parameters are signed and sent, found once and not for each call.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::pairs::{Facts, Pairs, Prefix, count};
use super::{Row, is_scalar};
use crate::record::{At, Record, Value, View};
use crate::shape::{ListStyle, Shape};

/// A parameter that calls have beside the rows of the request.
pub(crate) struct Given<'a> {
    name: &'a str,
    /// Where it is another one with each attempt, something of the usual length.
    value: Cow<'a, str>,
    secret: bool,
    slot: Option<u8>,
    yields: bool,
}

impl<'a> Given<'a> {
    /// One that is sent with each call.
    pub(crate) fn always(name: &'a str, value: Cow<'a, str>) -> Self {
        Self { name, value, secret: false, slot: None, yields: false }
    }

    /// One that is sent unless a row of the same name is, or another one that was given before.
    pub(crate) fn missing(name: &'a str, value: Cow<'a, str>) -> Self {
        Self { yields: true, ..Self::always(name, value) }
    }

    /// Nobody may see the value.
    pub(crate) fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// With each attempt comes another value, the one of this number.
    pub(crate) fn in_slot(mut self, number: u8) -> Self {
        self.slot = Some(number);
        self
    }
}

/// What can be sent, by the bytes of the names.
pub(crate) struct Layout {
    shape: &'static Shape,
    entries: Vec<Entry>,
    /// Whether this order holds whatever the request says. It does not when what belongs to one row stands between what
    /// belongs to another one: then each call is sorted.
    is_sorted: bool,
}

struct Entry {
    name: String,
    /// So many bytes of the name have to be encoded.
    encoded: u32,
    secret: bool,
    source: Source,
}

enum Source {
    /// The row at this position, and the layout of the records that it holds.
    Row { position: usize, style: ListStyle, nested: OnceLock<Layout> },
    /// A parameter that was given. It yields to the row at this position.
    Given { value: String, slot: Option<u8>, yields_to: Option<(usize, ListStyle)> },
}

impl Layout {
    /// Of a record with these parameters beside it; what is named `without` is left out.
    pub(crate) fn new(shape: &'static Shape, given: Vec<Given<'_>>, without: &str) -> Self {
        let rows = shape.rows().enumerate().map(|(position, (name, known))| {
            let row = Row::new(name, known, false);
            let source = Source::Row { position, style: row.style, nested: OnceLock::new() };
            Entry { name: name.to_owned(), encoded: row.encoded, secret: row.secret, source }
        });
        let rows: Vec<Entry> = rows.collect();
        let mut entries: Vec<Entry> = Vec::with_capacity(given.len() + rows.len());
        for given in given {
            if !given.yields || entries.iter().all(|entry| entry.name != given.name) {
                entries.push(Entry::given(given, &rows));
            }
        }
        entries.extend(rows);
        entries.retain(|entry| entry.name != without);
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        let is_sorted = entries.iter().zip(entries.iter().skip(1)).all(|(entry, next)| !entry.can_mix_with(next));
        Self { shape, entries, is_sorted }
    }

    /// Whether this is the layout of such records.
    pub(crate) fn is_of(&self, shape: &Shape) -> bool {
        self.shape.is_same(shape)
    }

    /// The parameters of a call, in their order.
    pub(crate) fn pairs(&self, record: &dyn Record) -> Pairs {
        let mut pairs = Pairs::with_usual_room();
        self.add(&mut pairs, Prefix::default(), record, false);
        if pairs.is_mixed { pairs.sorted("") } else { pairs }
    }

    fn add(&self, pairs: &mut Pairs, prefix: Prefix, record: &dyn Record, secret: bool) {
        pairs.is_mixed |= !self.is_sorted;
        record.values(&mut |values: &[&dyn Value]| {
            for entry in &self.entries {
                let Entry { name, encoded, source, .. } = entry;
                let secret = secret || entry.secret;
                match source {
                    Source::Row { position, style, nested } => {
                        let Some(value) = values.get(*position) else { continue };
                        let row = Row { name, encoded: *encoded, style: *style, secret };
                        add_row(pairs, prefix, row, *value, nested);
                    }
                    Source::Given { value, slot, yields_to } => {
                        if !yields_to.is_some_and(|(position, style)| has_name(values, position, style)) {
                            pairs.push(prefix, name, value, Facts { encoded: *encoded, secret, slot: *slot });
                        }
                    }
                }
            }
        });
    }
}

#[inline]
fn add_row(pairs: &mut Pairs, prefix: Prefix, row: Row<'_>, value: &dyn Value, layout: &OnceLock<Layout>) {
    let nested = |pairs: &mut Pairs, prefix, record: &dyn Record| {
        let shape = record.shape();
        let layout = layout.get_or_init(|| Layout::new(shape, Vec::new(), ""));
        if layout.is_of(shape) {
            layout.add(pairs, prefix, record, row.secret);
        } else {
            Layout::new(shape, Vec::new(), "").add(pairs, prefix, record, row.secret);
        }
    };
    match value.view(At::Whole) {
        View::List(count) => row.add_list(pairs, prefix, value, count, text_order(row.style, count), nested),
        View::Record(record) => {
            let prefix = pairs.prefix(prefix, row.name);
            nested(pairs, prefix, record);
        }
        view => row.add(pairs, prefix, view),
    }
}

/// Whether a row sends a parameter of its own name.
fn has_name(values: &[&dyn Value], position: usize, style: ListStyle) -> bool {
    values.get(position).is_some_and(|value| match value.view(At::Whole) {
        View::List(count) => count > 0 && !matches!(style, ListStyle::Indexed(_)),
        view => is_scalar(view),
    })
}

impl Entry {
    fn given(given: Given<'_>, rows: &[Self]) -> Self {
        let row = rows.iter().find(|row| given.yields && row.name == given.name);
        let yields_to = row.and_then(|row| match &row.source {
            Source::Row { position, style, .. } => Some((*position, *style)),
            Source::Given { .. } => None,
        });
        Self {
            name: given.name.to_owned(),
            encoded: count(given.name) + count(&given.value),
            secret: given.secret,
            source: Source::Given { value: given.value.into_owned(), slot: given.slot, yields_to },
        }
    }

    /// Whether what belongs to this row, whose names may go on with a dot, can stand behind what belongs to the next entry.
    fn can_mix_with(&self, next: &Self) -> bool {
        let is_row = matches!(self.source, Source::Row { .. });
        let rest = next.name.strip_prefix(&self.name).map(|rest| rest.bytes().next());
        is_row && rest.is_some_and(|letter| letter.is_none_or(|letter| letter <= b'.'))
    }
}

/// The places of a list's entries, by their numbers as texts: 1, 10, 2.
fn text_order(style: ListStyle, count: usize) -> impl Iterator<Item = usize> {
    let base = if let ListStyle::Indexed(base) = style { usize::from(base) } else { 0 };
    let last = base + count.saturating_sub(1);
    let numbers = std::iter::successors(Some(usize::from(base > 0)), move |number| next_in_text_order(*number, last));
    numbers.filter(move |number| *number >= base).map(move |number| number - base)
}

fn next_in_text_order(number: usize, last: usize) -> Option<usize> {
    let mut number = number;
    if number > 0 && number <= last / 10 {
        return Some(number * 10);
    }
    while number == last || number % 10 == 9 {
        number /= 10;
        if number == 0 {
            return None;
        }
    }
    (number < last).then_some(number + 1)
}
