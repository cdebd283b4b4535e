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
    /// The manifests: its own, and those of the crates that it is made of.
    pub manifests: Vec<Manifest>,
    /// A program that uses it, for the docs of its root; empty where nothing fits.
    pub example: Docs,
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

/// What stands in a `Cargo.toml`.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// Path of the file, below the output folder.
    pub path: String,
    /// Name of the package.
    pub name: String,
    /// What it is.
    pub description: String,
    /// The workspace around it.
    pub home: Home,
    /// File of the crate's root beside the manifest, where it is not the usual one.
    pub root: Option<String>,
    /// Dependencies beside the runtime.
    pub dependencies: Vec<Dependency>,
    /// Features, each with those that it turns on.
    pub features: Vec<(String, Vec<String>)>,
}

/// The workspace around a package.
#[derive(Clone, Debug)]
pub enum Home {
    /// The workspace that has the runtime.
    Repository,
    /// The workspace of generated crates that has this package for a part.
    Bindings,
    /// A workspace of its own, which finds the runtime at this path.
    Own {
        /// Path of the runtime's folder.
        runtime_path: String,
        /// Whether there are further packages in it.
        has_parts: bool,
    },
}

/// A dependency on another generated crate.
#[derive(Clone, Debug)]
pub struct Dependency {
    /// Name of the package.
    pub name: String,
    /// Its folder, from the manifest's.
    pub path: String,
    /// Whether features turn it on.
    pub optional: bool,
}

/// A part of the bindings that is a crate of its own, and is shown again in the module that it stands for.
#[derive(Clone, Debug)]
pub struct OwnCrate {
    /// Name of the package.
    pub package: String,
    /// Name of the crate in Rust.
    pub name: RustName,
    /// Path of the file of its root, below the output folder.
    pub root: String,
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
    /// The crate that holds what is said of the provider, where each service is a crate of its own.
    pub own_crate: Option<OwnCrate>,
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
    /// Parameters that every call needs, each with the variant of the runtime's list of settings.
    pub required: Vec<(String, &'static str)>,
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
    /// The crate that the service is, if it is one.
    pub own_crate: Option<OwnCrate>,
    /// A request that lists, as an expression of the service's module.
    pub listing: Option<String>,
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
