//! What a single value has to fulfil.

use std::fmt;

use crate::time::TimeForm;

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// The row of the documented table.
    #[default]
    Table,
    /// The text around the table.
    Prose,
    /// Only a documented example shows it.
    Example,
    /// Reported from real calls.
    Traffic,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "table",
            Self::Prose => "prose",
            Self::Example => "example",
            Self::Traffic => "traffic",
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Limit {
    Min(i64),
    Max(i64),
    Above(i64),
    Below(i64),
    MinFloat(f64),
    MaxFloat(f64),
    AboveFloat(f64),
    BelowFloat(f64),
    MultipleOf(i64),
    MinLength(usize),
    MaxLength(usize),
    MinItems(usize),
    MaxItems(usize),
    OneOf(&'static [&'static str]),
    OneOfInteger(&'static [i64]),
    Pattern(&'static str),
    LowerCase,
    UpperCase,
    Time(TimeForm),
}

/// One constraint on a value, with the place where the documents state it.
///
/// ```
/// use tablature_runtime::{Basis, Check};
///
/// const CHECKS: &[Check] = &[Check::min(1), Check::max(100).basis(Basis::Prose)];
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check {
    pub(crate) limit: Limit,
    pub(crate) basis: Basis,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty)?) = $limit:ident;)*) => {
        $($(#[$doc])* pub const fn $name($($argument: $type)?) -> Self {
            Self { limit: Limit::$limit$(($argument))?, basis: Basis::Table }
        })*
    };
}

impl Check {
    checks! {
        /// A number of at least `bound`.
        min(bound: i64) = Min;
        /// A number of at most `bound`.
        max(bound: i64) = Max;
        /// A number greater than `bound`.
        above(bound: i64) = Above;
        /// A number less than `bound`.
        below(bound: i64) = Below;
        /// A number of at least `bound`, which has a fraction.
        min_float(bound: f64) = MinFloat;
        /// A number of at most `bound`, which has a fraction.
        max_float(bound: f64) = MaxFloat;
        /// A number greater than `bound`, which has a fraction.
        above_float(bound: f64) = AboveFloat;
        /// A number less than `bound`, which has a fraction.
        below_float(bound: f64) = BelowFloat;
        /// An integer that `step` divides.
        multiple_of(step: i64) = MultipleOf;
        /// A text of at least so many characters. With 0, an empty text is allowed where a text is required.
        min_length(characters: usize) = MinLength;
        /// A text of at most so many characters.
        max_length(characters: usize) = MaxLength;
        /// A list of at least so many entries, when it is given at all.
        min_items(entries: usize) = MinItems;
        /// A list of at most so many entries.
        max_items(entries: usize) = MaxItems;
        /// One of these texts, or several of them with commas between.
        one_of(values: &'static [&'static str]) = OneOf;
        /// One of these integers.
        one_of_int(values: &'static [i64]) = OneOfInteger;
        /// A text that this regular expression matches as a whole. The syntax is that of the regex-lite crate; an
        /// expression that it cannot read is never violated.
        pattern(expression: &'static str) = Pattern;
        /// A text without upper-case letters.
        lower_case() = LowerCase;
        /// A text without lower-case letters.
        upper_case() = UpperCase;
    }

    /// A time of this form.
    pub const fn time(form: TimeForm) -> Self {
        Self { limit: Limit::Time(form), basis: Basis::Table }
    }

    /// States where the constraint comes from; without it, it is the table.
    #[must_use]
    pub const fn basis(mut self, basis: Basis) -> Self {
        self.basis = basis;
        self
    }
}
