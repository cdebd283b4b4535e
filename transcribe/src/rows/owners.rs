//! The rows whose fields the words above a table can announce, found without a look at each row.

use std::collections::BTreeMap;

use super::sections::Caption;
use crate::draft::{Draft, Kind, Row};
use crate::names::{self, words};
use crate::page::Cell;

/// What tells rows in their order: those of parameters or of the answer stand before those of structures.
type Order = (bool, usize);

/// The rows that words can speak of, as they come to be known.
#[derive(Debug, Default)]
pub(super) struct Owners {
    request: Names,
    response: Names,
    models: Names,
    count: usize,
}

/// Rows by what can be said of them, in small letters.
#[derive(Debug, Default)]
struct Names {
    /// By the last parts of their names; only rows that can have fields.
    named: BTreeMap<String, Vec<(usize, String)>>,
    /// By the addresses that their cells link to.
    linked: BTreeMap<String, Vec<(usize, String)>>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Request,
    Response,
    Model,
}

impl Owners {
    /// The rows of a draft.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut owners = Self::default();
        owners.add(Table::Request, &draft.request);
        owners.add(Table::Response, &draft.response);
        draft.models.iter().for_each(|model| owners.add(Table::Model, &model.rows));
        owners
    }

    /// Further rows.
    pub(super) fn add(&mut self, table: Table, rows: &[Row]) {
        let names = match table {
            Table::Request => &mut self.request,
            Table::Response => &mut self.response,
            Table::Model => &mut self.models,
        };
        for row in rows {
            self.count += 1;
            names.add(self.count, row);
        }
    }

    /// The rows that link to the words above a table, or else those that the words name.
    pub(super) fn find(&self, caption: &Caption, request: bool) -> Option<Vec<String>> {
        let side = if request { &self.request } else { &self.response };
        let names = [side, &self.models];
        let anchor = caption.anchor.to_ascii_lowercase();
        let linked = in_order(names.map(|names| &names.linked), [anchor].into_iter());
        if !linked.is_empty() {
            return Some(linked);
        }
        let said = words(caption.text.as_str()).map(|(word, _)| last(word).to_ascii_lowercase());
        let mut named = in_order(names.map(|names| &names.named), said);
        named.dedup();
        (!named.is_empty()).then_some(named)
    }
}

/// The rows that go by one of these words.
fn in_order(tables: [&BTreeMap<String, Vec<(usize, String)>>; 2], words: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: BTreeMap<Order, &String> = BTreeMap::new();
    for word in words {
        for (is_model, table) in [false, true].into_iter().zip(tables) {
            let rows = table.get(&word).into_iter().flatten();
            found.extend(rows.map(|(number, name)| ((is_model, *number), name)));
        }
    }
    found.into_values().cloned().collect()
}

impl Names {
    fn add(&mut self, number: usize, row: &Row) {
        let entry = || (number, row.name.clone());
        if can_have_fields(row) {
            self.named.entry(last(&row.name).to_ascii_lowercase()).or_default().push(entry());
        }
        for anchor in anchors(row) {
            self.linked.entry(anchor).or_default().push(entry());
        }
    }
}

/// The places of the page that a row links to.
fn anchors(row: &Row) -> impl Iterator<Item = String> {
    let cells = [&row.cells.kind, &row.cells.description].into_iter().flatten();
    let targets = cells.flat_map(|cell: &Cell| &cell.links).filter_map(|link| link.target.strip_prefix('#'));
    targets.map(|target| target.trim_matches('-').to_ascii_lowercase())
}

/// Whether a row's fields may stand in another table.
pub(super) fn can_have_fields(row: &Row) -> bool {
    matches!(row.kind, Kind::Object | Kind::Unknown | Kind::Model(_))
}

/// The last part of a name.
pub(super) fn last(name: &str) -> &str {
    names::parts(name).last().map_or(name, |(part, _)| *part)
}
