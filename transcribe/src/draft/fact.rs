//! What is known of a row beside its type, and where a page contradicts itself.

use std::ops::Range;

use super::row::Basis;

/// Something that holds for a row, and the words of the page that say so.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// What holds.
    pub property: Property,
    /// How it is known.
    pub basis: Basis,
    /// The bytes of the page that say it.
    pub at: Range<usize>,
}

/// A key of the spec language with its value, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// A key whose value is a number, a truth value or a list of such, written as it is: `max: 100`.
    Literal(&'static str, String),
    /// A key whose value is text: `default_is: all types`.
    Words(&'static str, String),
    /// A key whose value is a list of texts: `aliases: [colour]`.
    List(&'static str, Vec<String>),
    /// The page advises against the row, and may name another one instead.
    Deprecated(Option<String>),
    /// The row's values, each with the word that stands for it when it has none of its own, and whether there may be
    /// others. They become an enum of the spec.
    Values(Values, bool),
}

/// Values of a row as they travel, each with the word that stands for it.
pub type Values = Vec<(String, Option<String>)>;

/// A condition between parameters, which are named as their rows are.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What has to hold.
    pub kind: RuleKind,
    /// The bytes of the page that say it.
    pub at: Range<usize>,
}

/// Conditions that the spec language knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// With the first, the second has to be sent.
    Requires(String, String),
    /// The first has to be sent when the second has one of these values.
    NeededWhen(String, String, Vec<String>),
    /// The first means something only when the second has one of these values.
    OnlyWhen(String, String, Vec<String>),
    /// One of these has to be sent, and no other.
    ExactlyOne(Vec<String>),
    /// One of these has to be sent, or more.
    AtLeastOne(Vec<String>),
    /// None of these may be sent beside another.
    AtMostOne(Vec<String>),
}

/// A contradiction.
#[derive(Clone, Debug, PartialEq)]
pub struct Erratum {
    /// The rows, as the spec language names them: `response Set[].Id`.
    pub about: Vec<String>,
    /// What about them: `type`, `missing`, `undocumented`.
    pub attribute: &'static str,
    /// What each place says.
    pub says: Vec<(&'static str, Says)>,
    /// What the spec proposes.
    pub decision: String,
    /// A sentence for the reader.
    pub doc: String,
}

/// What a place says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// One value.
    One(String),
    /// Several values.
    List(Vec<String>),
}
