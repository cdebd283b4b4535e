//! What was read: the tables of one action, with everything that its page says and the place where it says so.
//!
//! A draft is what later stages work on: prose adds constraints to its rows, the writer makes a spec of it, a merge
//! compares its rows with those of an earlier reading, and an audit compares its parts with each other.

mod example;
mod fact;
mod row;
mod shapes;

pub use example::{Example, Json, Pair, Told};
pub use fact::{Constraint, Erratum, Property, Rule, RuleKind, Says, Values};
pub use row::{Basis, Cells, Kind, ListForm, Required, Row, Side};
pub(crate) use shapes::Shapes;

use std::ops::Range;

use crate::page::{Cell, Text};

/// An action as a page documents it. Ranges are bytes of the page.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its wire name.
    pub action: String,
    /// Where the page names it; empty when only the file's name does.
    pub named_at: Range<usize>,
    /// Path of the page, as the caller gave it.
    pub page: String,
    /// Number or title of the section, on a page with several actions.
    pub section: Option<String>,
    /// Language of the page: `zh`, `en`.
    pub language: &'static str,
    /// The documented host or address, if the page names one of its own.
    pub endpoint: Option<Text>,
    /// The rows that turn its pages, each behind its key in the spec, if it is certain which they are.
    pub paging: Option<Vec<(&'static str, String)>>,
    /// What stands above its tables.
    pub introduction: Vec<Text>,
    /// What stands beside and below them, examples aside.
    pub remarks: Vec<Text>,
    /// Parameters, in the order of the page.
    pub request: Vec<Row>,
    /// Fields of the answer, in the order of the page.
    pub response: Vec<Row>,
    /// Structures that rows refer to by name, in the order of the page. Names are those of the spec, unique in it.
    pub models: Vec<Model>,
    /// Conditions between parameters.
    pub rules: Vec<Rule>,
    /// Documented error codes.
    pub errors: Vec<ErrorRow>,
    /// Documented calls.
    pub examples: Vec<Example>,
    /// Places where the page contradicts itself, each with a proposal.
    pub errata: Vec<Erratum>,
    /// The part of the page that is about this action.
    pub at: Range<usize>,
}

/// A structure with a name.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name in the spec.
    pub name: String,
    /// Its name as the page prints it; none, when it was named after the row that holds it.
    pub printed: Option<String>,
    /// Its fields.
    pub rows: Vec<Row>,
    /// Where its table stands.
    pub at: Range<usize>,
}

/// A documented error code.
#[derive(Clone, Debug)]
pub struct ErrorRow {
    /// The code as it travels.
    pub code: Cell,
    /// The HTTP status, when the page has a column for it.
    pub http: Option<u16>,
    /// The message in the provider's words, when the page has a column for it.
    pub message: Option<Cell>,
}

impl Draft {
    /// All rows with the table that they stand in.
    pub fn rows(&self) -> impl Iterator<Item = (Side<'_>, &Row)> {
        let request = self.request.iter().map(|row| (Side::Request, row));
        let response = self.response.iter().map(|row| (Side::Response, row));
        let models =
            self.models.iter().flat_map(|model| model.rows.iter().map(|row| (Side::Model(model.name.as_str()), row)));
        request.chain(response).chain(models)
    }
}
