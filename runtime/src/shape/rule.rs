//! Conditions between the fields of one record.

use super::Basis;

/// Another field, and the values of it under which something holds.
pub(crate) type Condition = (&'static str, &'static [&'static str]);

#[derive(Clone, Copy, Debug)]
pub(crate) enum RuleKind {
    Requires(&'static str, &'static [&'static str]),
    Forbids(&'static str, &'static [&'static str]),
    AtMostOne(&'static [&'static str]),
    ExactlyOne(&'static [&'static str]),
    AtLeastOne(&'static [&'static str]),
    OnlyWhen(&'static str, &'static [Condition]),
    NeededWhen(&'static str, &'static [Condition]),
}

/// A condition between fields. Fields are named by wire name, those of a nested record with dots (`Policy.Name`).
///
/// ```
/// use tablature_runtime::{Basis, Rule};
///
/// const RULES: &[Rule] = &[
///     Rule::at_most_one(&["ImageId", "ImageIds"]),
///     Rule::only_when("Isolation", &[("ChargeType", &["Month", "Year"])]).basis(Basis::Prose),
/// ];
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub(crate) kind: RuleKind,
    pub(crate) basis: Basis,
}

impl Rule {
    const fn new(kind: RuleKind) -> Self {
        Self { kind, basis: Basis::Table }
    }

    /// When `given` is given, so are all of `needs`.
    pub const fn requires(given: &'static str, needs: &'static [&'static str]) -> Self {
        Self::new(RuleKind::Requires(given, needs))
    }

    /// When `given` is given, none of `not` is.
    pub const fn forbids(given: &'static str, not: &'static [&'static str]) -> Self {
        Self::new(RuleKind::Forbids(given, not))
    }

    /// No more than one of the fields is given.
    pub const fn at_most_one(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::AtMostOne(fields))
    }

    /// One of the fields is given, and no more than one.
    pub const fn exactly_one(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::ExactlyOne(fields))
    }

    /// One of the fields is given, or more.
    pub const fn at_least_one(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::AtLeastOne(fields))
    }

    /// The field may be given only when each of the other fields has one of the values named with it. Numbers and
    /// booleans are written as they are sent. A field that is not given counts with what the provider assumes.
    pub const fn only_when(
        field: &'static str,
        conditions: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self::new(RuleKind::OnlyWhen(field, conditions))
    }

    /// The field must be given when each of the other fields has one of the values named with it.
    pub const fn needed_when(
        field: &'static str,
        conditions: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        Self::new(RuleKind::NeededWhen(field, conditions))
    }

    /// States where the rule comes from; without it, it is the table.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }
}
