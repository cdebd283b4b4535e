//! What does not keep the documents' word.

use std::fmt;

use tablature_codegen::vocabulary::Basis;

/// A row that is violated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violated {
    pub(super) row: String,
    pub(super) name: String,
    pub(super) value: Option<String>,
    pub(super) rule: String,
    pub(super) basis: Basis,
    pub(super) missing: bool,
}

impl Violated {
    /// Name of the row as the page writes it: `Tag.n.Key`.
    pub fn row(&self) -> &str {
        &self.row
    }

    /// Name under which the value was sent, or would have been: `Tag.3.Key`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value; none when there is none, and when it is a secret.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// What was to be kept: `must be at most 100`.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Where the documents state it.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Whether something is missing, rather than wrong.
    pub fn is_missing(&self) -> bool {
        self.missing
    }
}

impl fmt::Display for Violated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.rule)?;
        self.value.as_ref().map_or(Ok(()), |value| write!(f, ", but is {value:?}"))
    }
}
