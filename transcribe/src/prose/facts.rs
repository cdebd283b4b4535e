//! What goes into the reader of prose, and what comes out.

use std::ops::Range;

/// One row of a table, as far as its description needs it.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// The wire name as printed: `Tag.n.Key`.
    pub name: &'a str,
    /// The type that the row names; of the entries, for a list.
    pub kind: Kind,
    /// The row is a list by its type or by its name.
    pub list: bool,
    /// What the row says about being required; `None` when it does not say.
    pub required: Option<bool>,
    /// The row belongs to a request.
    pub request: bool,
    /// The description as read, with `<br>` as a line break.
    pub text: &'a str,
    /// The wire names of all rows of the same table.
    pub siblings: &'a [&'a str],
}

/// The type of a row, as far as its constraints depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Float,
    /// True or false.
    Boolean,
    /// A structure with fields of its own.
    Object,
    /// The row does not tell its type.
    Unknown,
}

impl Kind {
    /// Whether a value of this kind is a number on the wire.
    pub fn is_number(self) -> bool {
        matches!(self, Kind::Integer | Kind::Float)
    }
}

/// All that a description says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// What is certain, in the order of the text.
    pub facts: Vec<Found>,
    /// What a person must decide, in the order of the text.
    pub doubts: Vec<Doubt>,
}

/// A fact, and the words that state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What the words say.
    pub fact: Fact,
    /// The bytes of the description that say it.
    pub at: Range<usize>,
}

/// Something that looks like a constraint and may not be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The bytes of the description in question.
    pub at: Range<usize>,
    /// The YAML to paste into the row, should it hold.
    pub line_to_add: String,
    /// Why it was left out.
    pub why: &'static str,
}

/// A value of a list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The value on the wire.
    pub wire: String,
    /// The bytes of the description that tell what the value means.
    pub label: Option<Range<usize>>,
}

/// How the entries of a list are written in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `a,b`
    Comma,
    /// `a;b`
    Semicolon,
    /// `a|b`
    Pipe,
}

/// The form of a text or number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970; the spec language has no key for it.
    UnixMilliseconds,
    /// A time in ISO 8601.
    Iso8601,
    /// `YYYY-MM-DD hh:mm:ss` without a zone.
    LocalTime,
    /// `YYYY/MM/DD`.
    Date,
    /// Base64.
    Base64,
    /// A JSON text.
    Json,
    /// An IP address.
    Ip,
    /// An IP range with its length.
    Cidr,
    /// An e-mail address.
    Email,
    /// A URL.
    Url,
    /// A UUID.
    Uuid,
}

/// One thing that a description says. Numbers are kept as printed, without thousands separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The values that are accepted. `open` when the text says that there are more.
    Allowed {
        /// In the order of the text, none twice.
        values: Vec<Value>,
        /// The text says "and so on".
        open: bool,
    },
    /// What is assumed when nothing is sent.
    Default(String),
    /// The same as a behaviour; in English where a common one is recognised.
    DefaultBehaviour(Option<&'static str>),
    /// Lower bound of a number; on a text row, of the number that it holds.
    Min {
        /// The bound.
        number: String,
        /// The bound itself is accepted.
        inclusive: bool,
    },
    /// Upper bound of a number; on a text row, of the number that it holds.
    Max {
        /// The bound.
        number: String,
        /// The bound itself is accepted.
        inclusive: bool,
    },
    /// Lower bound of each entry of a list that travels as one text.
    ItemMin(String),
    /// Upper bound of each entry of a list that travels as one text.
    ItemMax(String),
    /// Least number of characters.
    MinLength(u64),
    /// Greatest number of characters.
    MaxLength(u64),
    /// Least number of entries: of the row's own list, or of the innermost list that it lies in (`Tag` for `Tag.n.Key`).
    MinItems(u64),
    /// Greatest number of entries; of which list, see [`Fact::MinItems`].
    MaxItems(u64),
    /// The step of a number.
    MultipleOf(String),
    /// Unit of a number, as a symbol: `GB`, `s`.
    Unit(String),
    /// A text without capital letters.
    LowerCase,
    /// The form of the value.
    Format(Format),
    /// A regular expression that the whole text matches.
    Pattern(String),
    /// The text holds several values.
    Separated(Separator),
    /// The row must be sent when `field` is given, or has one of the values if there are any.
    RequiredWhen {
        /// A sibling's wire name.
        field: String,
        /// Its values; none when any will do.
        values: Vec<String>,
    },
    /// When this row is given, these rows must be, too.
    Requires(Vec<String>),
    /// When this row has one of the values, `row` must be given.
    Needs {
        /// A sibling's wire name.
        row: String,
        /// Values of this row; never empty.
        values: Vec<String>,
    },
    /// The row means something only when `field` has one of the values.
    OnlyWhen {
        /// A sibling's wire name.
        field: String,
        /// Its values; never empty.
        values: Vec<String>,
    },
    /// These callers must send the row.
    RequiredFor(&'static str),
    /// The row means something for these callers only.
    OnlyFor(&'static str),
    /// Exactly one of these rows must be sent.
    ExactlyOne(Vec<String>),
    /// At least one of these rows must be sent.
    AtLeastOne(Vec<String>),
    /// No two of these rows may be sent together.
    AtMostOne(Vec<String>),
    /// The row should not be used any more.
    Deprecated {
        /// The sibling that takes its place.
        successor: Option<String>,
    },
}
