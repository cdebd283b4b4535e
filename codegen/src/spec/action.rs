//! An action as written.

use super::{
    Basis, Data, Deprecation, EnumSpec, ErratumSpec, ErrorSpec, PagingSpec, RowSpec, Scalar, Source, Text, TypeSpec,
    Unmarked,
};
use crate::source::{At, Spanned};

/// One action: one file.
#[derive(Clone, Debug)]
pub struct ActionSpec {
    /// Index of the file.
    pub file: u32,
    /// Path of the file, below the specs folder.
    pub path: String,
    /// The action's wire name.
    pub action: Option<Text>,
    /// A short heading.
    pub title: Option<Text>,
    /// What it does.
    pub doc: Option<Text>,
    /// The page.
    pub source: Source,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Whether it changes anything.
    pub changes: Option<Spanned<bool>>,
    /// Address, when not the service's.
    pub endpoint: Option<Text>,
    /// What rows without `required` mean.
    pub unmarked: Unmarked,
    /// How pages are turned.
    pub paging: Option<PagingSpec>,
    /// Parameters, in the page's order.
    pub request: Vec<RowSpec>,
    /// Fields of the answer, in the page's order.
    pub response: Vec<RowSpec>,
    /// Models.
    pub types: Vec<TypeSpec>,
    /// Value lists.
    pub enums: Vec<EnumSpec>,
    /// Conditions between parameters.
    pub rules: Vec<RuleSpec>,
    /// Error codes.
    pub errors: Vec<ErrorSpec>,
    /// Reference data.
    pub tables: Vec<TableSpec>,
    /// Documented calls.
    pub examples: Vec<ExampleSpec>,
    /// Contradictions.
    pub errata: Vec<ErratumSpec>,
    /// Facts that fit nowhere else.
    pub notes: Vec<Text>,
    /// Remarks about the page, for maintainers.
    pub remarks: Vec<Text>,
}

/// A condition between parameters.
#[derive(Clone, Debug)]
pub struct RuleSpec {
    /// Where it stands.
    pub at: At,
    /// What it demands.
    pub kind: RuleKind,
    /// Why, or in other words.
    pub doc: Option<Text>,
    /// Where it comes from.
    pub basis: Option<Basis>,
}

/// What a rule demands.
#[derive(Clone, Debug)]
pub enum RuleKind {
    /// With the first, the others are needed.
    Requires(Text, Vec<Text>),
    /// With the first, none of the others.
    Forbids(Text, Vec<Text>),
    /// Not more than one.
    AtMostOne(Vec<Text>),
    /// One, and only one.
    ExactlyOne(Vec<Text>),
    /// One or more.
    AtLeastOne(Vec<Text>),
    /// Allowed only when the others have one of these values.
    OnlyWhen(Text, Vec<Condition>),
    /// Needed when the others have one of these values.
    NeededWhen(Text, Vec<Condition>),
}

impl RuleKind {
    /// Its key in the spec language.
    pub fn key(&self) -> &'static str {
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
}

/// A parameter and the values that count.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The parameter.
    pub field: Text,
    /// The values.
    pub values: Vec<Spanned<Scalar>>,
}

/// Reference data that a page lists.
#[derive(Clone, Debug)]
pub struct TableSpec {
    /// Its name.
    pub name: Text,
    /// Name of one row, when it is not the table's name without the last letter.
    pub row: Option<Text>,
    /// What it lists.
    pub doc: Option<Text>,
    /// Where it comes from.
    pub basis: Option<Spanned<Basis>>,
    /// Its columns.
    pub columns: Vec<ColumnSpec>,
    /// Its rows.
    pub rows: Vec<Spanned<Vec<Spanned<Scalar>>>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct ColumnSpec {
    /// Its name.
    pub name: Text,
    /// What it holds.
    pub doc: Option<Text>,
    /// What its values look like.
    pub pattern: Option<Text>,
    /// Whether no value occurs twice.
    pub unique: Option<Spanned<bool>>,
}

/// A documented call.
#[derive(Clone, Debug)]
pub struct ExampleSpec {
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
    pub repaired: Option<Text>,
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
