//! The crate's root, providers and services.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Code, Content, Source, client, ident};
use crate::rust::{Crate, RustName, ServiceModule};

/// What the compiler is told at the root of a crate.
pub(super) const ROOT: &[&str] = &["#![deny(missing_docs)]", "#![forbid(unsafe_code)]"];

/// What the docs of the root say before and behind the example.
const ABOUT: &str = "\
Typed and validated bindings for cloud APIs that exist as documentation pages only.

One module a provider, one a service inside of it; each service is a feature. A request has the parameters that
every call needs in its constructor and a setter for each of the others; fields are public, too, for values that come as
an `Option`. `validate()` checks it against the documents, and `parameters()` shows what would be sent. Each provider has
a `Client` that sends it, with the feature `client`, and a `BlockingClient`, with the feature `blocking`; with `call`
alone, both want a transport of the caller's.
";
const AROUND: &str = "
What `client` sends runs in tokio, with its drivers for IO and time: `#[tokio::main]` turns both on, and so does
`enable_all()` of a runtime's builder. Whatever a client can be given stands in [`runtime`]: in `runtime::client`
its `Builder` with all settings, `Transport`, `BlockingTransport`, `HttpRequest`, `HttpResponse` and
`TransportError`, and in `runtime::sign` `Clock` and `Nonces`.

| wish | way |
|---|---|
| one answer | `client.send(&request)` |
| all pages, or the entries of all pages | `client.pages(request)`, `client.items(request)`: streams, and iterators of a `BlockingClient` |
| settings for one call | `client.call(&request).timeout(…).retries(…).lenient().send()` |
| another region, or renewed keys | `client.to_builder()` |
| to know what went wrong | the predicates of `Error`, and `error.code_as()` for the documented codes of an action |
| a value that an enum does not have | it is kept: `is_known()` and `as_str()` tell, and `from(…)` makes one to send |
| the moment of a time | `time.timestamp()`; the text that came is kept, and times can be compared |
| to store or to show | requests are `Serialize`, answers and their parts `Deserialize` as well, under the names that travel |
| a function for any request | `R: Request` or `R: runtime::Paged`, with a `runtime::client::Client<R::Provider>` |
| tests without an account | the fake cloud, `tablature-mock`; answers by hand come from `decode`, or from `default()`, field by field |

| module | provider | features |
|---|---|---|
";

/// `src/lib.rs`
pub(super) fn root(krate: &Crate) -> Source {
    let mut lines: Vec<String> = ABOUT.lines().map(str::to_owned).collect();
    lines.extend(krate.example.0.iter().cloned());
    lines.extend(AROUND.lines().map(str::to_owned));
    for provider in &krate.providers {
        let features: Vec<String> = provider.services.iter().map(|service| format!("`{}`", service.feature)).collect();
        let title = provider.docs.0.first().map_or("", |line| line.trim_end_matches('.'));
        lines.push(format!("| `{}` | {title} | {} |", provider.module.as_str(), features.join(", ")));
    }
    let mut items = vec![
        quote! { pub use tablature_runtime as runtime; },
        quote! { pub use tablature_runtime::{Basis, DecodeError, DriftKind, DriftReport, Mismatch}; },
        quote! { pub use tablature_runtime::{FailureClass, Request, Violation, Violations}; },
        quote! { pub use tablature_runtime::{decode, decode_lenient, decode_with_drift, time}; },
        client::root(),
    ];
    items.extend(krate.providers.iter().map(|provider| {
        let module = ident(&provider.module);
        let condition = match provider.services.as_slice() {
            [one] => {
                let feature = &one.feature;
                quote! { feature = #feature }
            }
            several => {
                let features = several.iter().map(|service| &service.feature);
                quote! { any(#(feature = #features),*) }
            }
        };
        quote! {
            #[cfg(#condition)]
            #[rustfmt::skip]
            pub mod #module;
        }
    }));
    Source {
        path: "src/lib.rs".to_owned(),
        spec: None,
        content: Content::Rust(lines, ROOT, items.into_iter().map(Code::Item).collect()),
    }
}

/// `src/aliyun/ecs/mod.rs`
pub(super) fn service(module: &ServiceModule) -> Source {
    let (name, endpoint) = (&module.name, &module.endpoint);
    let title = module.title.as_ref().map(|title| quote! { .title(#title) });
    let version = module.version.as_ref().map(|version| quote! { .version(#version) });
    let attributes = if module.own_crate.is_some() { ROOT } else { &[] };
    let mut items = vec![quote! {
        /// What the documents say of the service as a whole.
        pub static SERVICE: tablature_runtime::Service = tablature_runtime::Service::new(#name, #endpoint) #title #version;
    }];
    for action in &module.actions {
        let (name, exports) = (ident(&action.module), action.exports.iter().map(ident));
        let same = same_name(&action.module, &module.module);
        items.push(quote! { #same pub mod #name; });
        if !action.exports.is_empty() {
            items.push(quote! { pub use #name::{#(#exports),*}; });
        }
    }
    Source {
        path: module.path.clone(),
        spec: Some(module.spec.clone()),
        content: Content::Rust(module.docs.0.clone(), attributes, items.into_iter().map(Code::Item).collect()),
    }
}

/// What clippy has to be told of a module that is called like the one around it.
pub(super) fn same_name(inner: &RustName, outer: &RustName) -> Option<TokenStream> {
    (inner == outer).then(|| quote! { #[allow(clippy::module_inception, reason = "the documents use the name twice")] })
}
