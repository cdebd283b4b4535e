//! Actions, rows, types, enums and rules.

use super::{Erratum, ErrorCode, Field, Kind, Place};
use crate::source::{At, Spanned};
use crate::vocabulary::*;

/// An action, with everything its page says.
#[derive(Clone, Debug)]
pub struct Action {
    /// Index of its file.
    pub file: u32,
    /// Path of its file, below the specs folder.
    pub path: String,
    /// Its wire name.
    pub name: Text,
    /// A short heading.
    pub title: Option<String>,
    /// What it does.
    pub doc: Option<String>,
    /// The page.
    pub source: Source,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Whether it changes anything.
    pub changes: bool,
    /// Address, when not the service's.
    pub endpoint: Option<Text>,
    /// How pages are turned.
    pub paging: Option<Paging>,
    /// Parameters, in the page's order.
    pub request: Vec<Row>,
    /// The same as a tree: what a caller can set.
    pub fields: Vec<Field>,
    /// Fields of the answer, in the page's order.
    pub response: Vec<Row>,
    /// Models.
    pub types: Vec<Type>,
    /// Value lists.
    pub enums: Vec<Enum>,
    /// Conditions between parameters.
    pub rules: Vec<Rule>,
    /// Error codes.
    pub errors: Vec<ErrorCode>,
    /// Reference data.
    pub tables: Vec<Table>,
    /// Documented calls.
    pub examples: Vec<Example>,
    /// Contradictions.
    pub errata: Vec<Erratum>,
    /// Facts that fit nowhere else.
    pub notes: Vec<String>,
    /// Remarks about the page, for maintainers.
    pub remarks: Vec<String>,
}

impl Action {
    /// A row of the answer.
    pub fn row(&self, place: Place) -> Option<&Row> {
        match place.owner {
            None => self.response.get(place.row),
            Some(owner) => self.types.get(owner)?.rows.get(place.row),
        }
    }

    /// All rows: the request's, the answer's and the types'.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.request.iter().chain(&self.response).chain(self.types.iter().flat_map(|kind| &kind.rows))
    }
}

/// How pages are turned; indices of rows.
#[derive(Clone, Debug)]
pub struct Paging {
    /// Where it stands.
    pub at: At,
    /// By entries to skip, or by number of page.
    pub style: PagingStyle,
    /// Parameter that says where to start: an offset or a page's number.
    pub start: usize,
    /// Parameter that bounds the entries of a page.
    pub size: Option<usize>,
    /// Field that holds the entries.
    pub items: usize,
    /// Field that counts all entries.
    pub total: Option<usize>,
}

/// How the start of a page is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagingStyle {
    /// Entries to skip.
    Offset,
    /// Number of the page, from 1.
    Page,
}

/// How a list of a request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListEncoding {
    /// Numbered from this base.
    Indexed(u8),
    /// Joined by commas in one parameter.
    Comma,
    /// The parameter's name several times.
    Repeated,
}

/// One row of a documented table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The name, exactly as the page has it.
    pub name: Text,
    /// Where its facts stand.
    pub at: At,
    /// What it holds; for a list, what an entry holds.
    pub kind: Kind,
    /// Whether it is a list.
    pub list: bool,
    /// How the list travels in a request.
    pub encoding: ListEncoding,
    /// Where `list` was written, if it was.
    pub list_at: Option<At>,
    /// What it is.
    pub doc: Option<String>,
    /// Whether it is needed.
    pub required: Required,
    /// Where that was written, if it was.
    pub required_at: Option<At>,
    /// The one value it always has.
    pub constant: Option<Spanned<Scalar>>,
    /// What the provider assumes.
    pub default: Option<Fact<Scalar>>,
    /// The same as a behaviour.
    pub default_is: Option<Fact<String>>,
    /// Bounds and forms.
    pub limits: Vec<Fact<Limit>>,
    /// Unit of a number.
    pub unit: Option<String>,
    /// Inner key of a wrapped list.
    pub item: Option<Text>,
    /// Whether null is a known value.
    pub nullable: bool,
    /// What an empty text means.
    pub empty: Option<String>,
    /// Whether the value must never be shown.
    pub secret: bool,
    /// Other names that were seen.
    pub aliases: Vec<Text>,
    /// What happens to unknown values.
    pub on_invalid: OnInvalid,
    /// Callers that must send it.
    pub required_for: Option<String>,
    /// Callers for whom it has an effect.
    pub only_for: Option<String>,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Where the row comes from.
    pub basis: Basis,
    /// Further facts.
    pub notes: Vec<String>,
}

impl Row {
    /// The basis of one of its constraints.
    pub fn basis_of<T>(&self, fact: &Fact<T>) -> Basis {
        fact.basis.unwrap_or(self.basis)
    }
}

/// A model: named rows.
#[derive(Clone, Debug)]
pub struct Type {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub doc: Option<String>,
    /// Its rows, in the page's order.
    pub rows: Vec<Row>,
}

/// A list of values with a name.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub doc: Option<String>,
    /// Whether the page leaves room for more values.
    pub open: bool,
    /// Where it comes from.
    pub basis: Basis,
    /// Whether all values are whole numbers.
    pub integer: bool,
    /// The values, in the page's order.
    pub values: Vec<EnumValue>,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The value.
    pub value: Spanned<Scalar>,
    /// A word for values that have none of their own.
    pub label: Option<Text>,
    /// What it means.
    pub doc: Option<String>,
    /// Where it can occur, when not in both directions.
    pub only: Option<Direction>,
    /// Regions without it.
    pub except: Vec<String>,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Where it comes from.
    pub basis: Basis,
}

/// A condition between parameters; indices of the request's rows.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Where it stands.
    pub at: At,
    /// What it demands.
    pub kind: RuleKind,
    /// Why, or in other words.
    pub doc: Option<String>,
    /// Where it comes from.
    pub basis: Basis,
}

/// What a rule demands.
#[derive(Clone, Debug)]
pub enum RuleKind {
    /// With the first, the others are needed.
    Requires(usize, Vec<usize>),
    /// With the first, none of the others.
    Forbids(usize, Vec<usize>),
    /// Not more than one.
    AtMostOne(Vec<usize>),
    /// One, and only one.
    ExactlyOne(Vec<usize>),
    /// One or more.
    AtLeastOne(Vec<usize>),
    /// Allowed only when the others have one of these values.
    OnlyWhen(usize, Vec<Condition>),
    /// Needed when the others have one of these values.
    NeededWhen(usize, Vec<Condition>),
}

impl RuleKind {
    /// Its name in the spec language.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Requires(..) => "requires",
            Self::Forbids(..) => "forbids",
            Self::AtMostOne(_) => "at_most_one",
            Self::ExactlyOne(_) => "exactly_one",
            Self::AtLeastOne(_) => "at_least_one",
            Self::OnlyWhen(..) => "only_when",
            Self::NeededWhen(..) => "needed_when",
        }
    }

    /// The row that the rule starts from, and the rows that it speaks of.
    pub fn rows(&self) -> (Option<usize>, Vec<usize>) {
        match self {
            Self::Requires(given, others) | Self::Forbids(given, others) => (Some(*given), others.clone()),
            Self::AtMostOne(rows) | Self::ExactlyOne(rows) | Self::AtLeastOne(rows) => (None, rows.clone()),
            Self::OnlyWhen(given, conditions) | Self::NeededWhen(given, conditions) => {
                (Some(*given), conditions.iter().map(|condition| condition.row).collect())
            }
        }
    }
}

/// A parameter and the values that count.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The parameter: index of the request's row.
    pub row: usize,
    /// The values.
    pub values: Vec<Spanned<Scalar>>,
}

/// Reference data that a page lists.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name.
    pub name: Text,
    /// Name of one row.
    pub row_name: String,
    /// What it lists.
    pub doc: Option<String>,
    /// Where it comes from.
    pub basis: Basis,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Spanned<Vec<Spanned<Scalar>>>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name.
    pub name: Text,
    /// What it holds.
    pub doc: Option<String>,
    /// What its values look like.
    pub pattern: Option<Text>,
    /// Whether no value occurs twice.
    pub unique: bool,
}

/// A documented call.
#[derive(Clone, Debug)]
pub struct Example {
    /// Where it stands.
    pub at: At,
    /// Pairs of the request, in the page's order.
    pub request: Vec<Pair>,
    /// The answer.
    pub response: Option<Spanned<Data>>,
    /// Whether the values are random.
    pub placeholders: bool,
    /// Parameters that the page leaves out.
    pub supply: Vec<Pair>,
    /// What had to be mended to read it.
    pub repaired: Option<String>,
}

/// A name and a value.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
    /// Where they stand.
    pub at: At,
}
