//! The YAML as it was written: every value with its place, nothing resolved.

mod action;
mod provider;
mod row;

pub use action::*;
pub use provider::*;
pub use row::*;

pub use crate::vocabulary::*;

use std::collections::BTreeMap;

use crate::kept::Outline;
use crate::source::{At, Spanned};

/// All specs of a run.
#[derive(Clone, Debug, Default)]
pub struct Specs {
    /// One for each `provider.yaml`.
    pub providers: Vec<ProviderSpec>,
    /// One for each action.
    pub actions: Vec<ActionSpec>,
    /// Paths of files that could not be read; what they would have said is unknown, and not missing.
    pub unread: Vec<String>,
    /// Services that were not read since nothing of theirs changed, by their folder.
    pub kept: BTreeMap<String, Outline>,
}

/// What rows without `required` mean, for requests and for answers.
#[derive(Clone, Debug, Default)]
pub struct Unmarked {
    /// In the request.
    pub request: Option<Spanned<Required>>,
    /// In the answer.
    pub response: Option<Spanned<Required>>,
}

/// Names of the parameters and fields that turn pages.
#[derive(Clone, Debug, Default)]
pub struct PagingSpec {
    /// Where `paging` stands.
    pub at: Option<At>,
    /// Field that holds the entries of a page.
    pub items: Option<Text>,
    /// Field that counts all entries.
    pub total: Option<Text>,
    /// Parameter that says how many entries to skip.
    pub offset: Option<Text>,
    /// Parameter that bounds the entries of a page.
    pub limit: Option<Text>,
    /// Parameter that numbers the page.
    pub page: Option<Text>,
    /// Parameter that bounds the entries of a numbered page.
    pub size: Option<Text>,
}

/// A documented error code.
#[derive(Clone, Debug)]
pub struct ErrorSpec {
    /// The code.
    pub code: Text,
    /// HTTP status, when documented.
    pub http: Option<Spanned<i64>>,
    /// The provider's message.
    pub message: Option<Text>,
    /// What it means.
    pub doc: Option<Text>,
    /// The row that it speaks of.
    pub field: Option<Text>,
    /// Where it comes from.
    pub basis: Option<Basis>,
}

/// A contradiction, and what was decided.
#[derive(Clone, Debug)]
pub struct ErratumSpec {
    /// Where the entry stands.
    pub at: At,
    /// Sections and rows that it is about.
    pub about: Vec<Text>,
    /// Which property of them.
    pub attribute: Option<Text>,
    /// What each place says.
    pub says: Vec<(Text, Spanned<Data>)>,
    /// What the spec takes.
    pub decision: Option<Spanned<Data>>,
    /// Why.
    pub doc: Option<Text>,
}
