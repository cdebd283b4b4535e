//! The kinds of contradictions, a file each.

mod broken_json;
mod differing_spelling;
mod differing_type;
mod lacking_example;
mod must_but_optional;
mod outside_values;
mod required_default;
mod undocumented;
mod unresolved_type;
mod wrong_action;

use super::finding::{Finding, Severity};
use super::{Subject, answers, calls};

/// A kind of contradiction.
#[derive(Debug)]
pub struct Kind {
    /// Its stable name: scripts and suppressions may rely on it.
    pub id: &'static str,
    /// How much its surest findings matter.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub explanation: &'static str,
    /// What an erratum that decides it is about: `type`, `missing`.
    pub(super) attributes: &'static [&'static str],
    pub(super) find: fn(&Subject<'_>) -> Vec<Finding>,
}

/// All kinds, by name.
pub static KINDS: &[Kind] = &[
    broken_json::KIND,
    differing_spelling::CASE,
    must_but_optional::KIND,
    outside_values::PLACEHOLDER,
    required_default::KIND,
    lacking_example::KIND,
    differing_spelling::LETTERS,
    differing_type::KIND,
    undocumented::FIELD,
    undocumented::PARAMETER,
    unresolved_type::KIND,
    outside_values::VALUE,
    wrong_action::KIND,
];
