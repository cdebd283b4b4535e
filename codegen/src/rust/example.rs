//! Documented calls, as tests.

use super::{Fraction, LongText, RustName};

/// A documented call.
#[derive(Clone, Debug)]
pub struct Example {
    /// Name of the test.
    pub name: RustName,
    /// How the request is built, and the pairs that it must encode to.
    pub request: Option<(Builder, Vec<(String, String)>)>,
    /// The struct of the answer, and the answer.
    pub response: Option<(RustName, LongText)>,
}

/// A struct built through its constructor and setters.
#[derive(Clone, Debug)]
pub struct Builder {
    /// The struct.
    pub name: RustName,
    /// Arguments of the constructor.
    pub arguments: Vec<Expression>,
    /// Calls of setters.
    pub setters: Vec<(RustName, Expression)>,
}

/// A value in a test.
#[derive(Clone, Debug)]
pub enum Expression {
    /// A text, also for enums and times.
    Text(String),
    /// A text where any JSON value may stand.
    Json(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(Fraction),
    /// True or false.
    Boolean(bool),
    /// A list.
    List(Vec<Expression>),
    /// A struct.
    Struct(Builder),
}
