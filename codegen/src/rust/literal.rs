//! Values of which more than one way to write them is right.

/// How a number with a fraction is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fraction {
    /// With a decimal point.
    Decimal(f64),
    /// As the quotient of two numbers.
    Quotient(f64, f64),
}

/// How a text over several lines is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LongText {
    /// As it is, between so many number signs.
    Raw(String, usize),
    /// With escapes.
    Escaped(String),
}
