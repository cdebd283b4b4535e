//! What is wrong with a request.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::shape::Basis;
use crate::text::{REDACTED, quoted};

/// One rule that a request does not keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub(super) name: String,
    pub(super) row: String,
    pub(super) value: Option<String>,
    pub(super) rule: String,
    pub(super) basis: Basis,
}

impl Violation {
    /// Name of the parameter as it would be sent: `Tag.3.Key`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Name of the documented row: `Tag.n.Key`.
    pub fn row(&self) -> &str {
        &self.row
    }

    /// The value, shortened, texts in quotes; `[redacted]` for a secret. None when the violation is not about a value.
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// What is to be kept: `must be at most 100`.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Where the documents state the rule.
    pub fn basis(&self) -> Basis {
        self.basis
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.rule)?;
        if let Some(value) = &self.value {
            write!(f, ", but is {value}")?;
        }
        match self.basis {
            Basis::Table => Ok(()),
            Basis::Prose => f.write_str(" (stated in the text around the table)"),
            Basis::Example => f.write_str(" (seen in an example)"),
            Basis::Traffic => f.write_str(" (reported from real calls)"),
        }
    }
}

/// Its parts under their names, as an answer to those who filled in a form may hold them.
impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_struct("Violation", 5)?;
        parts.serialize_field("name", &self.name)?;
        parts.serialize_field("row", &self.row)?;
        parts.serialize_field("value", &self.value)?;
        parts.serialize_field("rule", &self.rule)?;
        parts.serialize_field("basis", &format_args!("{}", self.basis))?;
        parts.end()
    }
}

/// All rules that a request does not keep; at least one.
///
/// For a form with a field for each documented row:
///
/// ```
/// use std::collections::BTreeMap;
/// use tablature_runtime::Violations;
///
/// fn by_field(violations: &Violations) -> BTreeMap<&str, Vec<String>> {
///     let mut fields = BTreeMap::new();
///     for violation in violations {
///         let faults: &mut Vec<String> = fields.entry(violation.row()).or_default();
///         faults.push(format!("{} {}", violation.name(), violation.rule())); // "Tag.2.Key must not be empty"
///     }
///     fields
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    pub(super) fn new(violations: Vec<Violation>) -> Self {
        Self(violations)
    }

    /// The violations, one after the other.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The violations as a slice.
    pub fn as_slice(&self) -> &[Violation] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// A list.
impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

/// One line each.
impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Violations {}

/// A value for people.
pub(super) fn shown(text: &str, is_text: bool, secret: bool) -> String {
    match (secret, is_text) {
        (true, _) => REDACTED.to_owned(),
        (false, true) => quoted(text),
        (false, false) => text.to_owned(),
    }
}
