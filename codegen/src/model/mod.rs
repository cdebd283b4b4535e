//! What the documents say, resolved: every reference followed, every list's form decided. It knows neither YAML nor Rust.

mod action;
mod call;
mod fields;
mod kind;
mod nesting;
mod paths;
mod sent;

pub use action::*;
pub use call::{Call, Calls, Given};
pub use fields::{Field, FieldKind, Segment, containers, rule_owner, segments};
pub(crate) use fields::{is_number, tree};
pub(crate) use kind::{BASIC_TYPES, kind_name};
pub use kind::{Kind, TimeForm};
pub(crate) use nesting::Nesting;
pub use paths::{Step, response_paths};
pub use sent::{Form, Parameter, Parameters, base};

use crate::kept::Outline;
use crate::source::At;
pub use crate::vocabulary::*;

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The providers, by name.
    pub providers: Vec<Provider>,
}

impl Model {
    /// All actions, with the provider and the service that they belong to.
    pub fn actions(&self) -> impl Iterator<Item = (&Provider, &Service, &Action)> {
        self.providers.iter().flat_map(|provider| {
            provider
                .services
                .iter()
                .flat_map(move |service| service.actions.iter().map(move |action| (provider, service, action)))
        })
    }
}

/// A provider and its services.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its name: `aliyun`.
    pub name: Text,
    /// Path of its file, below the specs folder.
    pub path: String,
    /// Its name in full.
    pub title: Option<String>,
    /// What it is.
    pub doc: Option<String>,
    /// The page.
    pub source: Source,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// How calls are sent.
    pub method: Method,
    /// How calls are signed.
    pub scheme: Scheme,
    /// Parameter that names the action.
    pub action_parameter: String,
    /// Number of a list's first entry.
    pub list_base: Fact<i64>,
    /// How success and failure are told.
    pub status: Status,
    /// The usual names of paging.
    pub paging: UsualPaging,
    /// What rows without a word on their requirement mean.
    pub unmarked: Unmarked,
    /// Parameters of every call.
    pub common: Vec<Row>,
    /// Codes of every action.
    pub errors: Vec<ErrorCode>,
    /// What codes and HTTP statuses mean.
    pub failures: Vec<FailureCodes>,
    /// Where their meanings come from.
    pub failures_basis: Basis,
    /// The services, by name.
    pub services: Vec<Service>,
    /// Contradictions.
    pub errata: Vec<Erratum>,
    /// Changes that were reviewed and let through.
    pub accepted: Vec<Accepted>,
    /// Facts that fit nowhere else.
    pub notes: Vec<String>,
    /// Remarks about the pages, for maintainers.
    pub remarks: Vec<String>,
}

/// What rows without a word on their requirement mean.
#[derive(Clone, Copy, Debug)]
pub struct Unmarked {
    /// In the request.
    pub request: Required,
    /// In the answer.
    pub response: Required,
}

/// How success and failure are told.
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// Field of the code.
    pub field: Option<String>,
    /// The code of success; without one the HTTP status decides.
    pub success: Option<i64>,
    /// Field of the provider's words.
    pub message: Option<String>,
    /// Field of the call's number.
    pub request_id: Option<String>,
    /// HTTP header of the call's number.
    pub request_id_header: Option<String>,
    /// Where these facts come from.
    pub basis: Option<Basis>,
}

/// Codes that mean the same to the caller.
#[derive(Clone, Debug)]
pub struct FailureCodes {
    /// What they mean.
    pub class: FailureClass,
    /// The codes: each stands for itself, and may begin or end with `*`. A number is an HTTP status, too; `http 503` and `http *` are
    /// nothing else.
    pub codes: Vec<Text>,
}

/// The names by which a provider usually turns pages.
#[derive(Clone, Debug, Default)]
pub struct UsualPaging {
    /// Parameter that says how many entries to skip.
    pub offset: Option<Text>,
    /// Parameter that bounds the entries of a page.
    pub limit: Option<Text>,
    /// Parameter that numbers the page.
    pub page: Option<Text>,
    /// Parameter that bounds the entries of a numbered page.
    pub size: Option<Text>,
    /// Field that counts all entries.
    pub total: Option<Text>,
}

/// A service and its actions.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name: `ecs`.
    pub name: Text,
    /// Its name in full.
    pub title: Option<String>,
    /// What it is.
    pub doc: Option<String>,
    /// Its address.
    pub endpoint: Option<Text>,
    /// Its version.
    pub version: Option<String>,
    /// The actions, by name.
    pub actions: Vec<Action>,
    /// Its outline, when nothing of it changed and its actions were not read.
    pub kept: Option<Outline>,
}

impl Service {
    /// Whether there is no action of it, read or kept.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many actions it has, read or kept.
    pub fn count(&self) -> usize {
        self.kept.as_ref().map_or(self.actions.len(), |kept| kept.actions)
    }
}

/// A documented error code.
#[derive(Clone, Debug)]
pub struct ErrorCode {
    /// The code.
    pub code: Text,
    /// HTTP status, when documented.
    pub http: Option<crate::source::Spanned<i64>>,
    /// The provider's message.
    pub message: Option<String>,
    /// What it means.
    pub doc: Option<String>,
    /// The row that it speaks of.
    pub field: Option<Text>,
    /// Where it comes from.
    pub basis: Basis,
}

/// A contradiction, and what was decided.
#[derive(Clone, Debug)]
pub struct Erratum {
    /// Where the entry stands.
    pub at: At,
    /// What it is about.
    pub about: Vec<(Text, Option<Target>)>,
    /// Which property.
    pub attribute: Option<Text>,
    /// What each place says.
    pub says: Vec<(Text, crate::source::Spanned<Data>)>,
    /// What was decided.
    pub decision: Option<crate::source::Spanned<Data>>,
    /// Why.
    pub doc: Option<String>,
}

/// What an erratum is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The action as a whole.
    Action,
    /// The examples.
    Example,
    /// A parameter: index into the request's rows.
    Request(usize),
    /// A common parameter: index into the provider's rows.
    Common(usize),
    /// A field of the answer.
    Response(Place),
    /// A parameter or field that the tables lack, by its name.
    Absent(String),
    /// A value list.
    Enum(usize),
    /// An error code.
    Error(usize),
    /// A reference table.
    Table(usize),
}

/// Where a row of the answer is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The type that has it; none for the answer itself.
    pub owner: Option<usize>,
    /// Its index among the owner's rows.
    pub row: usize,
}
