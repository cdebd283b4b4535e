//! The order in which an action's parameters are signed and sent, found once and not for each call.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::query::{Facts, Prefix, Query, Text};
use super::row::{Row, is_scalar};
use crate::record::{At, Record, Value, View, items};
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

    fn into_entry(self, shape: &Shape) -> Entry {
        let mut rows = shape.rows().enumerate().filter(|(_, (wire, _))| self.yields && *wire == self.name);
        let yields_to = rows.next().map(|(position, (wire, known))| (position, Row::new(wire, known, false).style));
        let mut query = Query::default();
        let facts = Facts { secret: self.secret, slot: self.slot };
        query.push(Prefix::default(), Text::new(self.name), Text::new(self.value.as_bytes()), facts);
        Entry::Given { query, yields_to }
    }
}

/// What can be sent, by the bytes of the names.
pub(crate) struct Layout {
    shape: &'static Shape,
    entries: Vec<Entry>,
    /// Whether this order holds whatever the request says. It does not when what belongs to one row stands between what
    /// belongs to another one, or when something has to be left out: then each call is sorted.
    is_sorted: bool,
    /// What has this name is left out.
    without: &'static str,
}

enum Entry {
    /// The row at this position, and the layout of the records that it holds.
    Row { row: Row<'static>, position: usize, nested: OnceLock<Layout> },
    /// Parameters that were given. A single one may yield to the row at this position.
    Given { query: Query, yields_to: Option<(usize, ListStyle)> },
}

impl Layout {
    /// Of a record with these parameters beside it; what is named `without` is left out.
    pub(crate) fn new(shape: &'static Shape, given: Vec<Given<'_>>, without: &'static str) -> Self {
        let mut named: Vec<(Cow<'_, str>, Entry)> = Vec::new();
        for given in given {
            if !given.yields || named.iter().all(|(name, _)| *name != given.name) {
                named.push((given.name.into(), given.into_entry(shape)));
            }
        }
        named.extend(shape.rows().enumerate().map(|(position, (name, known))| {
            (name.into(), Entry::Row { row: Row::new(name, known, false), position, nested: OnceLock::new() })
        }));
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        let can_mix = named.iter().zip(named.iter().skip(1)).any(|(entry, (next, _))| can_mix(entry, next));
        let is_sorted = !can_mix && named.iter().all(|(name, _)| name != without);
        let mut entries: Vec<Entry> = Vec::with_capacity(named.len());
        for (_, entry) in named {
            match (entries.last_mut(), entry) {
                // What is always side by side is put down at once.
                (Some(Entry::Given { query, yields_to: None }), Entry::Given { query: others, yields_to: None }) => {
                    query.append(&others)
                }
                (_, entry) => entries.push(entry),
            }
        }
        Self { shape, entries, is_sorted, without }
    }

    /// Whether this is the layout of such records.
    pub(crate) fn is_of(&self, shape: &Shape) -> bool {
        self.shape.is_same(shape)
    }

    /// The parameters of a call, in their order.
    pub(crate) fn query(&self, record: &dyn Record) -> Query {
        let mut query = Query::with_usual_room();
        self.add(&mut query, Prefix::default(), record, false);
        if query.is_mixed { query.sorted_without(self.without) } else { query }
    }

    fn add(&self, query: &mut Query, prefix: Prefix, record: &dyn Record, secret: bool) {
        query.is_mixed |= !self.is_sorted;
        record.values(&mut |values: &[&dyn Value]| {
            for entry in &self.entries {
                match entry {
                    Entry::Row { row, position, nested } => {
                        let Some(value) = values.get(*position) else { continue };
                        let view = value.view(At::Whole);
                        if !matches!(view, View::Absent | View::List(0)) {
                            add_row(query, prefix, Row { secret: secret || row.secret, ..*row }, *value, view, nested);
                        }
                    }
                    Entry::Given { query: given, yields_to: None } => query.append(given),
                    Entry::Given { query: given, yields_to: Some((position, style)) } => {
                        if !has_name(values, *position, *style) {
                            query.append(given);
                        }
                    }
                }
            }
        });
    }
}

#[inline]
fn add_row(
    query: &mut Query,
    prefix: Prefix,
    row: Row<'_>,
    value: &dyn Value,
    view: View<'_>,
    layout: &OnceLock<Layout>,
) {
    let nested = |query: &mut Query, prefix, record: &dyn Record| {
        let shape = record.shape();
        let layout = layout.get_or_init(|| Layout::new(shape, Vec::new(), ""));
        if layout.is_of(shape) {
            layout.add(query, prefix, record, row.secret);
        } else {
            Layout::new(shape, Vec::new(), "").add(query, prefix, record, row.secret);
        }
    };
    match view {
        View::List(count) => row.add_list(query, prefix, value, count, text_order(row.style, count), nested),
        View::Record(record) => {
            let prefix = query.prefix(prefix, row.name);
            nested(query, prefix, record);
        }
        view => row.add(query, prefix, view),
    }
}

/// Whether a row sends a parameter of its own name.
fn has_name(values: &[&dyn Value], position: usize, style: ListStyle) -> bool {
    values.get(position).is_some_and(|value| match (value.view(At::Whole), style) {
        (View::List(_), ListStyle::Indexed(_)) => false,
        (View::List(count), ListStyle::Comma) => count > 0,
        (View::List(count), ListStyle::Repeated) => items(*value, count).any(is_scalar),
        (view, _) => is_scalar(view),
    })
}

/// Whether what belongs to a row, whose names may go on with a dot, can stand behind what belongs to the next name.
fn can_mix((name, entry): &(Cow<'_, str>, Entry), next: &str) -> bool {
    let rest = next.strip_prefix(&**name).map(|rest| rest.bytes().next());
    matches!(entry, Entry::Row { .. }) && rest.is_some_and(|letter| letter.is_none_or(|letter| letter <= b'.'))
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
