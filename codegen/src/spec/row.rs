//! Rows, types and enums as written.

use super::{Basis, Deprecation, Direction, Fact, Limit, OnInvalid, Required, Scalar, Text};
use crate::source::{At, Spanned};

/// A type as written: a name, perhaps in brackets.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeName {
    /// Name of a basic type, a type or an enum.
    pub name: Text,
    /// Whether it stands in brackets.
    pub list: bool,
}

/// How a list travels, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListForm {
    /// `a,b,c` in one parameter.
    Comma,
    /// The parameter's name several times.
    Repeated,
    /// Numbered; from the provider's base unless one is given.
    Indexed(Option<i64>),
}

/// One row of a documented table.
#[derive(Clone, Debug)]
pub struct RowSpec {
    /// The name, exactly as the page has it.
    pub name: Text,
    /// Where the row's facts stand.
    pub at: At,
    /// Its type.
    pub kind: Option<TypeName>,
    /// What it is.
    pub doc: Option<Text>,
    /// Whether it is needed.
    pub required: Option<Spanned<Required>>,
    /// The one value it always has.
    pub constant: Option<Spanned<Scalar>>,
    /// What the provider assumes.
    pub default: Option<Fact<Scalar>>,
    /// The same as a behaviour.
    pub default_is: Option<Fact<String>>,
    /// Bounds and forms.
    pub limits: Vec<Fact<Limit>>,
    /// Unit of a number.
    pub unit: Option<Text>,
    /// How a list travels.
    pub list: Option<Spanned<ListForm>>,
    /// Inner key of a wrapped list.
    pub item: Option<Text>,
    /// Whether null is a known value.
    pub nullable: Option<Spanned<bool>>,
    /// What an empty text means.
    pub empty: Option<Text>,
    /// Whether the value must never be shown.
    pub secret: Option<Spanned<bool>>,
    /// Other names that were seen.
    pub aliases: Vec<Text>,
    /// What happens to unknown values.
    pub on_invalid: Option<Spanned<OnInvalid>>,
    /// Callers that must send it.
    pub required_for: Option<Text>,
    /// Callers for whom it has an effect.
    pub only_for: Option<Text>,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Where the row comes from.
    pub basis: Option<Spanned<Basis>>,
    /// Further facts.
    pub notes: Vec<Text>,
}

/// A model: named rows.
#[derive(Clone, Debug)]
pub struct TypeSpec {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub doc: Option<Text>,
    /// Its rows, in the page's order.
    pub rows: Vec<RowSpec>,
}

/// A list of values with a name.
#[derive(Clone, Debug)]
pub struct EnumSpec {
    /// Its name.
    pub name: Text,
    /// What it is.
    pub doc: Option<Text>,
    /// Whether the page leaves room for more values.
    pub open: Option<Spanned<bool>>,
    /// Where it comes from.
    pub basis: Option<Spanned<Basis>>,
    /// The values, in the page's order.
    pub values: Vec<ValueSpec>,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct ValueSpec {
    /// The value.
    pub value: Spanned<Scalar>,
    /// A word for values that have none of their own.
    pub label: Option<Text>,
    /// What it means.
    pub doc: Option<Text>,
    /// Where it can occur, when not in both directions.
    pub only: Option<Spanned<Direction>>,
    /// Regions without it.
    pub except: Vec<Text>,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// Where it comes from.
    pub basis: Option<Spanned<Basis>>,
}
