//! A provider as written.

use super::{
    Accepted, Basis, Deprecation, ErratumSpec, ErrorSpec, Fact, FailureClass, Method, PagingSpec, RowSpec, Scalar,
    Scheme, Source, Text, Unmarked,
};
use crate::source::Spanned;

/// What holds for all actions of a provider.
#[derive(Clone, Debug)]
pub struct ProviderSpec {
    /// Index of the file.
    pub file: u32,
    /// Path of the file, below the specs folder.
    pub path: String,
    /// Its name, which is also its folder's.
    pub provider: Option<Text>,
    /// Its name in full.
    pub title: Option<Text>,
    /// What it is.
    pub doc: Option<Text>,
    /// The page.
    pub source: Source,
    /// Its deprecation.
    pub deprecated: Option<Deprecation>,
    /// How calls are sent.
    pub method: Option<Spanned<Method>>,
    /// How calls are signed.
    pub scheme: Option<Spanned<Scheme>>,
    /// Parameter that names the action.
    pub action_parameter: Option<Text>,
    /// Number of a list's first entry.
    pub list_base: Option<Fact<i64>>,
    /// How success and failure are told.
    pub status: Option<StatusSpec>,
    /// The usual names of paging.
    pub paging: Option<PagingSpec>,
    /// What rows without `required` mean.
    pub unmarked: Unmarked,
    /// Parameters of every call.
    pub common: Vec<RowSpec>,
    /// Codes of every action.
    pub errors: Vec<ErrorSpec>,
    /// What codes mean.
    pub failures: FailuresSpec,
    /// The services.
    pub services: Vec<ServiceSpec>,
    /// Contradictions.
    pub errata: Vec<ErratumSpec>,
    /// Changes that were reviewed and let through.
    pub accepted: Vec<Accepted>,
    /// Facts that fit nowhere else.
    pub notes: Vec<Text>,
    /// Remarks about the pages, for maintainers.
    pub remarks: Vec<Text>,
}

/// How success and failure are told.
#[derive(Clone, Debug, Default)]
pub struct StatusSpec {
    /// Field of the code.
    pub field: Option<Text>,
    /// The code of success; without one the HTTP status decides.
    pub success: Option<Spanned<i64>>,
    /// Field of the provider's words.
    pub message: Option<Text>,
    /// Field of the call's number.
    pub request_id: Option<Text>,
    /// HTTP header of the call's number.
    pub request_id_header: Option<Text>,
    /// Where these facts come from.
    pub basis: Option<Spanned<Basis>>,
}

/// What codes mean.
#[derive(Clone, Debug, Default)]
pub struct FailuresSpec {
    /// Codes and HTTP statuses by what they mean.
    pub codes: Vec<(FailureClass, Vec<Spanned<Scalar>>)>,
    /// Where these facts come from.
    pub basis: Option<Spanned<Basis>>,
}

/// A service of a provider.
#[derive(Clone, Debug)]
pub struct ServiceSpec {
    /// Its name, which is also its folder's.
    pub name: Text,
    /// Its name in full.
    pub title: Option<Text>,
    /// What it is.
    pub doc: Option<Text>,
    /// Its address.
    pub endpoint: Option<Text>,
    /// Its version.
    pub version: Option<Text>,
}
