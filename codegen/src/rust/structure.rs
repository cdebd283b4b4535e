//! Structs, enums and tables.

use super::{Docs, ErrorFact, Fraction, RustName};

/// A struct with its impls.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its docs.
    pub docs: Docs,
    /// Its name.
    pub name: RustName,
    /// What it is for.
    pub role: Role,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Whether its constructor takes more than clippy expects of a function.
    pub many_arguments: bool,
    /// Constants beside it.
    pub constants: Vec<Constant>,
    /// The spec file.
    pub spec: String,
    /// The section of the spec.
    pub at: String,
    /// Conditions between fields.
    pub rules: Vec<Rule>,
}

/// What a struct is for.
#[derive(Clone, Debug)]
pub enum Role {
    /// A request.
    Request(RequestFacts),
    /// A part of a request.
    Parameter,
    /// An answer, or a part of one.
    Record,
}

/// What the runtime has to know of an action.
#[derive(Clone, Debug)]
pub struct RequestFacts {
    /// Wire name of the action.
    pub action: String,
    /// The type that marks the provider.
    pub marker: RustName,
    /// Path of the provider's module.
    pub provider: Vec<RustName>,
    /// The struct of the answer.
    pub response: RustName,
    /// Whether a call changes nothing.
    pub read_only: bool,
    /// Address, when not the service's.
    pub endpoint: Option<String>,
    /// Why the page advises against it.
    pub deprecated: Option<String>,
    /// Parameters that always have the same value.
    pub constants: Vec<(String, String)>,
    /// Error codes.
    pub errors: Vec<ErrorFact>,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// Docs of the setter, or of the field when the constructor takes it or it is part of an answer.
    pub docs: Docs,
    /// Name of the field and its setter.
    pub name: RustName,
    /// The name as it travels.
    pub wire: String,
    /// What it holds.
    pub kind: Type,
    /// Whether it is always there.
    pub presence: Presence,
    /// What the runtime has to know.
    pub facts: FieldFacts,
}

impl Field {
    /// Whether the constructor takes it.
    pub fn is_argument(&self) -> bool {
        matches!(self.presence, Presence::Always | Presence::NeededList)
    }
}

/// Whether a field is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// A value.
    Always,
    /// An `Option`.
    Maybe,
    /// A `Vec` that may be empty.
    List,
    /// A `Vec` that the constructor takes.
    NeededList,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `String`.
    Text,
    /// `i64`.
    Integer,
    /// `f64`.
    Float,
    /// `bool`.
    Boolean,
    /// Any JSON.
    Json,
    /// A time of the runtime, by the name of its type.
    Time(&'static str),
    /// An enum of this module.
    Enum(RustName),
    /// A struct of this module; in a box where it would hold itself.
    Struct(RustName, bool),
}

/// What the runtime has to know of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldFacts {
    /// Name of the row, when it is not the wire name.
    pub documented: Option<String>,
    /// Must be given.
    pub required: bool,
    /// Documented as part of every answer.
    pub always: bool,
    /// Must never be shown.
    pub secret: bool,
    /// An empty text means something.
    pub may_be_empty: bool,
    /// The page names some of the values only.
    pub open: bool,
    /// Variant of the runtime's `Basis`, when the row is not from the table.
    pub basis: Option<&'static str>,
    /// How a list travels.
    pub list: Option<ListStyle>,
    /// Inner key of a wrapped list.
    pub item: Option<String>,
    /// What the provider assumes.
    pub assumed: Option<String>,
    /// Other wire names.
    pub aliases: Vec<String>,
    /// Constraints.
    pub checks: Vec<Check>,
}

/// How a list travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// Joined by commas.
    Comma,
    /// Sent several times.
    Repeated,
    /// Numbered from a base.
    Indexed(u8),
}

/// A constraint: a constructor of the runtime's `Check`, and where it comes from when not from the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The constructor and its argument.
    pub kind: CheckKind,
    /// Variant of the runtime's `Basis`.
    pub basis: Option<&'static str>,
}

/// Constructors of the runtime's `Check`.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckKind {
    /// A constructor that takes a whole number.
    Integer(&'static str, i64),
    /// A constructor that takes a fraction.
    Float(&'static str, Fraction),
    /// A constructor that takes a count.
    Count(&'static str, u64),
    /// A constructor that takes nothing.
    Plain(&'static str),
    /// A time of the form with this name.
    Time(&'static str),
    /// Matches an expression.
    Pattern(String),
    /// One of these texts.
    OneOf(Vec<String>),
    /// One of these numbers.
    OneOfIntegers(Vec<i64>),
    /// One of the values of an enum of texts.
    TextEnum(RustName),
    /// One of the values of an enum of numbers.
    IntegerEnum(RustName),
}

/// A condition between fields, by wire name.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it demands.
    pub kind: RuleKind,
    /// Variant of the runtime's `Basis`.
    pub basis: Option<&'static str>,
}

/// Constructors of the runtime's `Rule`.
#[derive(Clone, Debug)]
pub enum RuleKind {
    /// A constructor that takes a list of fields.
    Fields(&'static str, Vec<String>),
    /// A constructor that takes a field and a list of fields.
    Given(&'static str, String, Vec<String>),
    /// A constructor that takes a field and conditions.
    When(&'static str, String, Vec<(String, Vec<String>)>),
}

/// A constant.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Its docs.
    pub docs: Docs,
    /// Its name.
    pub name: RustName,
    /// Its value.
    pub value: ConstantValue,
}

/// Value of a constant.
#[derive(Clone, Debug)]
pub enum ConstantValue {
    /// `&str`.
    Text(String),
    /// `i64`.
    Integer(i64),
    /// `f64`.
    Float(Fraction),
    /// `bool`.
    Boolean(bool),
    /// A variant of an enum.
    Variant(RustName, RustName),
}

/// An open enum.
#[derive(Clone, Debug)]
pub struct Enum<T> {
    /// Its docs.
    pub docs: Docs,
    /// Its name.
    pub name: RustName,
    /// Its variants.
    pub variants: Vec<Variant<T>>,
}

/// A variant of an open enum.
#[derive(Clone, Debug)]
pub struct Variant<T> {
    /// Its docs.
    pub docs: Docs,
    /// Its name.
    pub name: RustName,
    /// The value as it travels.
    pub wire: T,
}

/// Reference data.
#[derive(Clone, Debug)]
pub struct Table {
    /// Docs of the struct of a row.
    pub row_docs: Docs,
    /// Name of that struct.
    pub row: RustName,
    /// Docs of the constant.
    pub docs: Docs,
    /// Name of the constant.
    pub name: RustName,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its values.
    pub values: Vec<Vec<String>>,
}

/// A column of reference data.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its docs.
    pub docs: Docs,
    /// Its name.
    pub name: RustName,
    /// Function that finds a row by this column, and its docs.
    pub lookup: Option<(RustName, Docs)>,
}

/// How pages are turned.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The request.
    pub request: RustName,
    /// The answer.
    pub response: RustName,
    /// What a page holds.
    pub item: Type,
    /// Constructor of the runtime's `Paging`.
    pub style: &'static str,
    /// Wire name of the parameter that says where to begin.
    pub start_wire: String,
    /// Field of it.
    pub start: RustName,
    /// Whether it is always there.
    pub start_presence: Presence,
    /// Wire name of the parameter that bounds a page.
    pub size_wire: String,
    /// Field of the entries.
    pub items: RustName,
    /// Wire name of the field with their number.
    pub total: Option<String>,
}
