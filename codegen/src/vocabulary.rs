//! Words that specs and model share: values, constraints and their basis. None of them refers to anything else.

mod failure;

pub use crate::source::is_hidden;
use crate::source::{At, Spanned};

pub use self::failure::{FailureClass, only_reads};

/// A text with its place.
pub type Text = Spanned<String>;

/// A value of a list, an enum, a default or an example.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Boolean(bool),
}

impl Scalar {
    /// The value as it travels.
    pub fn wire(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Boolean(truth) => truth.to_string(),
        }
    }

    /// What kind of value it is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Integer(_) => "a whole number",
            Self::Float(_) => "a number",
            Self::Boolean(_) => "true or false",
        }
    }

    /// The value as a number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            Self::Text(_) | Self::Boolean(_) => None,
        }
    }
}

/// A tree of data: an example answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    List(Vec<Spanned<Data>>),
    /// An object, in the order of the page.
    Object(Vec<(Text, Spanned<Data>)>),
}

impl Data {
    /// What kind of value it is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Scalar(scalar) => scalar.kind(),
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The table, its columns and its descriptions.
    Table,
    /// Text around the table.
    Prose,
    /// Only an example shows it.
    Example,
    /// Reported from real traffic, or from other versions of the page.
    Traffic,
}

impl Basis {
    /// All of them, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 4] =
        [("table", Self::Table), ("prose", Self::Prose), ("example", Self::Example), ("traffic", Self::Traffic)];

    /// Its name in the spec language.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, basis)| *basis == self).map_or("table", |(name, _)| name)
    }
}

/// A constraint, perhaps with a basis of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<T> {
    /// What is required.
    pub value: T,
    /// Where it stands.
    pub at: At,
    /// Its basis, when that is not its row's.
    pub basis: Option<Basis>,
}

/// What a row without `required` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// Needed in every call; always present in an answer.
    Yes,
    /// Not needed.
    No,
    /// The page does not say.
    Unknown,
    /// Needed in each entry of the list that it belongs to.
    InItem,
}

impl Required {
    /// All of them, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 4] =
        [("true", Self::Yes), ("false", Self::No), ("unknown", Self::Unknown), ("in_item", Self::InItem)];
}

/// A bound of a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Not below.
    Min(f64),
    /// Not above.
    Max(f64),
    /// Greater than.
    Above(f64),
    /// Less than.
    Below(f64),
    /// A whole multiple of.
    MultipleOf(i64),
    /// At least so many characters.
    MinLength(u64),
    /// At most so many characters.
    MaxLength(u64),
    /// At least so many entries.
    MinItems(u64),
    /// At most so many entries.
    MaxItems(u64),
    /// One of these values.
    Allowed(Vec<Spanned<Scalar>>),
    /// Matches this expression as a whole.
    Pattern(String),
    /// Written in this way.
    Format(Format),
    /// Lower or upper case only.
    Case(Case),
}

impl Limit {
    /// Its key in the spec language.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Min(_) => "min",
            Self::Max(_) => "max",
            Self::Above(_) => "above",
            Self::Below(_) => "below",
            Self::MultipleOf(_) => "multiple_of",
            Self::MinLength(_) => "min_length",
            Self::MaxLength(_) => "max_length",
            Self::MinItems(_) => "min_items",
            Self::MaxItems(_) => "max_items",
            Self::Allowed(_) => "allowed",
            Self::Pattern(_) => "pattern",
            Self::Format(_) => "format",
            Self::Case(_) => "case",
        }
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// ISO 8601, in UTC.
    Iso8601,
    /// `YYYY-MM-DD hh:mm:ss` without a zone.
    LocalTime,
    /// Whole seconds since 1970.
    UnixSeconds,
    /// `YYYY/MM/DD`.
    Date,
    /// Base64.
    Base64,
    /// JSON in a text.
    Json,
    /// An IP address.
    Ip,
    /// A network in CIDR notation.
    Cidr,
    /// A mail address.
    Email,
    /// A web address.
    Url,
    /// A UUID.
    Uuid,
}

impl Format {
    /// All of them, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 11] = [
        ("iso8601", Self::Iso8601),
        ("local_time", Self::LocalTime),
        ("unix_seconds", Self::UnixSeconds),
        ("date", Self::Date),
        ("base64", Self::Base64),
        ("json", Self::Json),
        ("ip", Self::Ip),
        ("cidr", Self::Cidr),
        ("email", Self::Email),
        ("url", Self::Url),
        ("uuid", Self::Uuid),
    ];

    /// Its name in the spec language.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }
}

/// Letter case of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital letters.
    Lower,
    /// Capital letters only.
    Upper,
}

impl Case {
    /// Both, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 2] = [("lower", Self::Lower), ("upper", Self::Upper)];
}

/// What the provider does with a value that it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnInvalid {
    /// It refuses the call.
    Error,
    /// It ignores the parameter.
    Ignored,
}

impl OnInvalid {
    /// Both, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 2] = [("error", Self::Error), ("ignored", Self::Ignored)];
}

/// Which way a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// To the provider.
    Request,
    /// From the provider.
    Response,
}

impl Direction {
    /// Both, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 2] = [("request", Self::Request), ("response", Self::Response)];
}

/// How calls are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Parameters in the address.
    Get,
    /// Parameters as a form.
    Post,
}

impl Method {
    /// Both, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 2] = [("GET", Self::Get), ("POST", Self::Post)];
}

/// How calls are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Tencent API 2.0.
    TencentV2,
    /// Alibaba RPC 1.0.
    AliyunRpc,
    /// QingCloud.
    Qingcloud,
    /// UCloud and UCloudStack.
    Ucloud,
}

impl Scheme {
    /// All of them, by the name that the spec language uses.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("tencent-v2", Self::TencentV2),
        ("aliyun-rpc", Self::AliyunRpc),
        ("qingcloud", Self::Qingcloud),
        ("ucloud", Self::Ucloud),
    ];

    /// Its name in the spec language.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, scheme)| *scheme == self).map_or("", |(name, _)| name)
    }

    /// The common parameters that a client sends when it is told their values, each with the setting that tells it.
    pub const fn settings(self) -> &'static [(&'static str, Setting)] {
        match self {
            Self::TencentV2 => &[("Region", Setting::Region)],
            Self::AliyunRpc => &[("RegionId", Setting::Region)],
            Self::Qingcloud => &[("zone", Setting::Zone)],
            Self::Ucloud => &[("Region", Setting::Region), ("ProjectId", Setting::Project)],
        }
    }
}

/// What a client is told once, for the calls whose request does not say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A region.
    Region,
    /// A zone.
    Zone,
    /// A project.
    Project,
}

/// The page that a spec was read from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Name of the page.
    pub page: Option<Text>,
    /// Section of the page, when it documents several actions.
    pub section: Option<Text>,
    /// Address of the page.
    pub url: Option<Text>,
    /// Language of the page.
    pub language: Option<Text>,
    /// Day on which it was read.
    pub transcribed: Option<Text>,
}

/// A deprecation.
#[derive(Clone, Debug)]
pub struct Deprecation {
    /// Why.
    pub reason: Option<Text>,
    /// What to use instead.
    pub successor: Option<Text>,
}

/// A change between two states of the specs that was reviewed and let through.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Where the entry stands.
    pub at: At,
    /// The change's address, for the reader.
    pub change: Text,
    /// The change's fingerprint.
    pub fingerprint: Text,
    /// Why it was let through.
    pub reason: Text,
}
