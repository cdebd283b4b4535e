//! Rows of tables.

use std::ops::Range;

use super::fact::{Constraint, Property};
use crate::page::Cell;

/// A row of a documented table, or a field that only an example shows.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its wire name, as it is to stand in the spec: `Disks.N.Size`.
    pub name: String,
    /// Type of the row, or of an entry when it is a list.
    pub kind: Kind,
    /// The name of its type, when that is a structure that the page does not define.
    pub unresolved: Option<String>,
    /// Whether it holds a list. Of a parameter whose name ends in a number (`Ids.N`), too.
    pub list: bool,
    /// Whether the table says that it holds a list, and not of what. Examples may tell that it holds none.
    pub bare_list: bool,
    /// How a list of values travels in a request, when it is not by numbers in the name.
    pub form: Option<ListForm>,
    /// The inner key, when a list is wrapped in an object: `Image` for `{"Images": {"Image": [...]}}`.
    pub item: Option<String>,
    /// Whether it is required.
    pub required: Required,
    /// The value that it always has.
    pub constant: Option<String>,
    /// What else is known of it, in the order in which it was found.
    pub constraints: Vec<Constraint>,
    /// How it is known.
    pub basis: Basis,
    /// The cells as the page prints them.
    pub cells: Cells,
    /// The bytes of the page that hold it.
    pub at: Range<usize>,
}

/// The cells of a row, by what they are for. All are as the page prints them; a missing column gives none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The name.
    pub name: Cell,
    /// The type.
    pub kind: Option<Cell>,
    /// Whether it is required.
    pub required: Option<Cell>,
    /// The description, and after it any column of remarks.
    pub description: Option<Cell>,
    /// An example value.
    pub example: Option<Cell>,
}

/// Types that pages know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole number.
    Integer,
    /// Number.
    Float,
    /// Truth value.
    Boolean,
    /// An object whose fields are not documented, or are rows of their own.
    Object,
    /// The model of this name in the same draft.
    Model(String),
    /// The page does not say, or says something that is not understood.
    Unknown,
}

/// Ways in which lists of values travel, beside numbers in the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListForm {
    /// Joined by commas.
    Comma,
    /// The same name several times.
    Repeated,
}

/// What a page says of a row's being required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// There is a column for it, but no cell, or one that is not understood.
    Unknown,
    /// The table has no column for it.
    Unmarked,
}

/// Where a row is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A table.
    Table,
    /// Text around the tables.
    Prose,
    /// An example, and nothing else.
    Example,
}

/// The table that a row stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side<'d> {
    /// Parameters.
    Request,
    /// Fields of the answer.
    Response,
    /// Fields of the model of this name.
    Model(&'d str),
}

impl Row {
    /// The value that is assumed when the row is not sent, and the bytes of the page that say so.
    pub(crate) fn default(&self) -> Option<(&str, &Range<usize>)> {
        self.constraints.iter().find_map(|known| match &known.property {
            Property::Literal("default", value) | Property::Words("default", value) => {
                Some((value.as_str(), &known.at))
            }
            _ => None,
        })
    }

    /// Lets a row of another page stand where this page refers to it.
    pub(crate) fn stand_at(&mut self, place: usize) {
        self.at = place..place;
        let Cells { name, kind, required, description, example } = &mut self.cells;
        let others = [kind, required, description, example].into_iter().flatten();
        for cell in std::iter::once(name).chain(others) {
            cell.text = cell.text.at_place(place);
        }
    }

    /// A row with a name and nothing else known.
    pub fn new(name: impl Into<String>, at: Range<usize>) -> Self {
        Self {
            name: name.into(),
            kind: Kind::Unknown,
            unresolved: None,
            list: false,
            bare_list: false,
            form: None,
            item: None,
            required: Required::Unmarked,
            constant: None,
            constraints: Vec::new(),
            basis: Basis::Table,
            cells: Cells::default(),
            at,
        }
    }
}
