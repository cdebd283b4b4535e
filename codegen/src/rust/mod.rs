//! The bindings, decided to the last word: modules, items, names, types, features and docs. Emitters print this and
//! decide nothing. It knows neither the model nor tokens.

mod example;
mod literal;
mod name;
mod structure;

pub use example::{Builder, Example, Expression};
pub use literal::{Fraction, LongText};
pub use name::RustName;
pub use structure::*;

/// The whole crate.
#[derive(Clone, Debug)]
pub struct Crate {
    /// The manifest.
    pub manifest: Manifest,
    /// Providers, by name.
    pub providers: Vec<ProviderModule>,
}

impl Crate {
    /// All actions, in order.
    pub fn actions(&self) -> impl Iterator<Item = &ActionModule> {
        let services = self.providers.iter().flat_map(|provider| &provider.services);
        services.flat_map(|service| &service.actions)
    }
}

/// What stands in `Cargo.toml`.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Whether the crate is a member of this workspace, or stands alone; then the path of the runtime.
    pub standalone: Option<String>,
    /// Features, each with those that it turns on.
    pub features: Vec<(String, Vec<String>)>,
}

/// Lines of documentation, ready to be put behind `///`. An empty line separates paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs(pub Vec<String>);

impl Docs {
    /// The first paragraph.
    pub fn summary(&self) -> Self {
        Self(self.0.iter().take_while(|line| !line.is_empty()).cloned().collect())
    }
}

/// The module of a provider.
#[derive(Clone, Debug)]
pub struct ProviderModule {
    /// Path of its file, below the output folder.
    pub path: String,
    /// The spec that it comes from.
    pub spec: String,
    /// Name of the module.
    pub module: RustName,
    /// Feature that turns it on.
    pub feature: String,
    /// Docs of the module.
    pub docs: Docs,
    /// Name of the type that marks the provider.
    pub marker: RustName,
    /// Docs of that type.
    pub marker_docs: Docs,
    /// Facts.
    pub facts: ProviderFacts,
    /// Codes of every action, as an open enum.
    pub error_codes: Option<Enum<String>>,
    /// Services.
    pub services: Vec<ServiceModule>,
}

/// What the runtime has to know of a provider.
#[derive(Clone, Debug)]
pub struct ProviderFacts {
    /// Name.
    pub name: String,
    /// Name in full.
    pub title: Option<String>,
    /// Variant of the runtime's list of signing schemes.
    pub scheme: &'static str,
    /// Variant of the runtime's list of methods.
    pub method: &'static str,
    /// Parameter that names the action.
    pub action_parameter: String,
    /// How success and failure are told.
    pub status: Option<StatusFacts>,
    /// Variants of the runtime's list of failures, with the codes that stand for each.
    pub failures: Vec<(&'static str, Vec<String>)>,
    /// Codes of every action.
    pub errors: Vec<ErrorFact>,
}

/// How success and failure are told.
#[derive(Clone, Debug)]
pub struct StatusFacts {
    /// Field of the code.
    pub field: String,
    /// The code of success.
    pub success: Option<i64>,
    /// Field of the provider's words.
    pub message: Option<String>,
    /// Field of the call's number.
    pub request_id: Option<String>,
    /// HTTP header of the call's number.
    pub request_id_header: Option<String>,
}

/// A documented error code.
#[derive(Clone, Debug)]
pub struct ErrorFact {
    /// The code.
    pub code: String,
    /// HTTP status.
    pub http: Option<u16>,
    /// Messages that go with it.
    pub messages: Vec<String>,
}

/// The module of a service.
#[derive(Clone, Debug)]
pub struct ServiceModule {
    /// Path of its file, below the output folder.
    pub path: String,
    /// The spec that it comes from.
    pub spec: String,
    /// Name of the module.
    pub module: RustName,
    /// Feature that turns it on.
    pub feature: String,
    /// Docs of the module.
    pub docs: Docs,
    /// Name.
    pub name: String,
    /// Name in full.
    pub title: Option<String>,
    /// Address.
    pub endpoint: String,
    /// Version.
    pub version: Option<String>,
    /// Actions; none when the service is kept as it came out before.
    pub actions: Vec<ActionModule>,
}

/// The module of an action.
#[derive(Clone, Debug)]
pub struct ActionModule {
    /// Path of its file, below the output folder.
    pub path: String,
    /// The spec that it comes from.
    pub spec: String,
    /// Name of the module.
    pub module: RustName,
    /// Docs of the module.
    pub docs: Docs,
    /// Names that the service shows again.
    pub exports: Vec<RustName>,
    /// The items, in order.
    pub items: Vec<Item>,
}

/// A thing in an action's module.
#[derive(Clone, Debug)]
pub enum Item {
    /// A struct.
    Struct(Struct),
    /// An open enum of texts.
    TextEnum(Enum<String>),
    /// An open enum of whole numbers.
    IntegerEnum(Enum<i64>),
    /// Reference data.
    Table(Table),
    /// How pages are turned.
    Paging(Paging),
    /// Documented calls.
    Examples(Vec<Example>),
}
