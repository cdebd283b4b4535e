//! Rust IR -> tokens. One file for each kind of item; nothing is decided here.

mod client;
mod docs;
mod enums;
mod example;
mod field;
mod function;
mod literal;
mod manifest;
mod module;
mod paging;
mod provider;
mod record;
mod structure;
mod table;

use proc_macro2::TokenStream;
use quote::format_ident;

use crate::parallel;
use crate::rust::{ActionModule, Crate, Item, Manifest, OwnCrate, ProviderModule, RustName, ServiceModule};

/// A file before it is printed.
pub(crate) struct Source {
    /// Path below the output folder.
    pub(crate) path: String,
    /// The spec that it comes from, for the marker line; none for files that come from all of them.
    pub(crate) spec: Option<String>,
    /// What it holds.
    pub(crate) content: Content,
}

/// What a file holds.
pub(crate) enum Content {
    /// Docs of the module, attributes of the module, and items.
    Rust(Vec<String>, &'static [&'static str], Vec<Code>),
    /// A text that is no Rust.
    Text(String),
}

/// What stands in a file of Rust.
pub(crate) enum Code {
    /// One item.
    Item(TokenStream),
    /// The call of a macro with a row a line: `rt::record!(Image, "type Image" { … });`.
    Rows {
        /// The macro and the beginning of its arguments.
        head: TokenStream,
        /// Blocks of rows. The first follows the head, the others are named.
        blocks: Vec<(Option<&'static str>, Vec<TokenStream>)>,
    },
}

impl From<TokenStream> for Code {
    fn from(item: TokenStream) -> Self {
        Self::Item(item)
    }
}

/// A file that is to be written.
enum Job<'a> {
    Manifest(&'a Manifest),
    Root(&'a Crate),
    Provider(&'a ProviderModule),
    ShownAgain(&'a ProviderModule, &'a OwnCrate),
    Service(&'a ServiceModule),
    Action(&'a ActionModule),
}

impl Job<'_> {
    fn source(&self) -> Source {
        match self {
            Self::Manifest(item) => manifest::manifest(item),
            Self::Root(krate) => module::root(krate),
            Self::Provider(item) => provider::provider(item),
            Self::ShownAgain(item, own) => provider::shown_again(item, own),
            Self::Service(item) => module::service(item),
            Self::Action(item) => action(item),
        }
    }
}

/// All files of the crate. `work` is what is done with each at once: emitting and printing share the threads. What is
/// `kept` of an action stands for its file; a service without actions is kept as a whole, and has no file here.
pub(crate) fn emit<R: Send>(
    krate: &Crate,
    threads: usize,
    kept: impl Fn(&ActionModule) -> Option<R> + Sync,
    work: impl Fn(Source) -> R + Sync,
) -> Vec<R> {
    let mut jobs: Vec<Job<'_>> = krate.manifests.iter().map(Job::Manifest).collect();
    jobs.push(Job::Root(krate));
    for provider in &krate.providers {
        jobs.push(Job::Provider(provider));
        jobs.extend(provider.own_crate.iter().map(|own| Job::ShownAgain(provider, own)));
        for service in provider.services.iter().filter(|service| !service.actions.is_empty()) {
            jobs.push(Job::Service(service));
            jobs.extend(service.actions.iter().map(Job::Action));
        }
    }
    parallel::map(&jobs, threads, |_, job| {
        let kept = if let Job::Action(action) = job { kept(action) } else { None };
        kept.unwrap_or_else(|| work(job.source()))
    })
}

fn action(action: &ActionModule) -> Source {
    let mut items = vec![Code::Item(quote::quote! { use tablature_runtime as rt; })];
    for item in &action.items {
        match item {
            Item::Struct(item) => items.extend(structure::items(item)),
            Item::TextEnum(item) => items.extend(enums::text(item)),
            Item::IntegerEnum(item) => items.extend(enums::integer(item)),
            Item::Table(item) => items.extend(table::items(item).into_iter().map(Code::Item)),
            Item::Paging(item) => items.push(paging::item(item).into()),
            Item::Examples(examples) => items.push(example::module(examples).into()),
        }
    }
    Source {
        path: action.path.clone(),
        spec: Some(action.spec.clone()),
        content: Content::Rust(action.docs.0.clone(), &[], items),
    }
}

/// An identifier.
fn ident(name: &RustName) -> proc_macro2::Ident {
    format_ident!("{}", name.as_str())
}
