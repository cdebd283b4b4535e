//! The crate's root, providers and services.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Code, Content, Source, client, docs, enums, ident, record};
use crate::rust::{Crate, ProviderModule, RustName, ServiceModule, StatusFacts};

/// `src/lib.rs`
pub(super) fn root(krate: &Crate) -> Source {
    let mut lines: Vec<String> = [
        "Typed and validated bindings for cloud APIs that exist as documentation pages only.",
        "",
        "One module a provider, one a service inside of it; each service is a feature. A request has the parameters that",
        "every call needs in its constructor and a setter for each of the others. `validate()` checks it against the",
        "documents, and `parameters()` shows what would be sent. Each provider has a `Client` that sends it, with the",
        "feature `client`, and a `BlockingClient`, with the feature `blocking`; with `call` alone, both want a transport of",
        "the caller's.",
        "",
        "| module | provider | features |",
        "|---|---|---|",
    ]
    .map(str::to_owned)
    .into();
    for provider in &krate.providers {
        let features: Vec<String> = provider.services.iter().map(|service| format!("`{}`", service.feature)).collect();
        let title = provider.docs.0.first().map_or("", |line| line.trim_end_matches('.'));
        lines.push(format!("| `{}` | {title} | {} |", provider.module.as_str(), features.join(", ")));
    }
    let mut items = vec![
        quote! { pub use tablature_runtime as runtime; },
        quote! { pub use tablature_runtime::{Basis, DecodeError, DriftReport, Request, Violations}; },
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
        content: Content::Rust(
            lines,
            &["#![deny(missing_docs)]", "#![forbid(unsafe_code)]"],
            items.into_iter().map(Code::Item).collect(),
        ),
    }
}

/// `src/aliyun/mod.rs`
pub(super) fn provider(module: &ProviderModule) -> Source {
    let marker = ident(&module.marker);
    let marker_docs = docs::outer(&module.marker_docs);
    let facts = facts(module);
    let mut items = vec![
        quote! { use tablature_runtime as rt; },
        quote! {
            #marker_docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum #marker {}
        },
        quote! {
            impl rt::ProviderMarker for #marker {
                const PROVIDER: &'static rt::Provider = &PROVIDER;
            }
        },
        quote! {
            /// What the documents say of the provider as a whole.
            pub static PROVIDER: rt::Provider = #facts;
        },
    ];
    items.extend(client::clients(&module.marker));
    let mut items: Vec<Code> = items.into_iter().map(Code::Item).collect();
    items.extend(module.error_codes.iter().flat_map(enums::text));
    items.extend(module.services.iter().map(|service| {
        let (name, feature) = (ident(&service.module), &service.feature);
        let same = same_name(&service.module, &module.module);
        quote! {
            #[cfg(feature = #feature)]
            #same
            pub mod #name;
        }
        .into()
    }));
    Source {
        path: module.path.clone(),
        spec: Some(module.spec.clone()),
        content: Content::Rust(module.docs.0.clone(), &[], items),
    }
}

/// What clippy has to be told of a module that is called like the one around it.
fn same_name(inner: &RustName, outer: &RustName) -> Option<TokenStream> {
    (inner == outer).then(|| quote! { #[allow(clippy::module_inception, reason = "the documents use the name twice")] })
}

fn facts(module: &ProviderModule) -> TokenStream {
    let facts = &module.facts;
    let (name, parameter) = (&facts.name, &facts.action_parameter);
    let (scheme, method) = (format_ident!("{}", facts.scheme), format_ident!("{}", facts.method));
    let title = facts.title.as_ref().map(|title| quote! { .title(#title) });
    let status = facts.status.as_ref().map(status);
    let failures = (!facts.failures.is_empty()).then(|| client::failures(&facts.failures));
    let errors = (!facts.errors.is_empty()).then(|| {
        let errors = record::errors(&facts.errors);
        quote! { .errors(#errors) }
    });
    quote! {
        rt::Provider::new(#name, rt::Scheme::#scheme) #title .method(rt::Method::#method) .action_parameter(#parameter) #status #failures #errors
    }
}

fn status(facts: &StatusFacts) -> TokenStream {
    let field = &facts.field;
    let success = facts.success.map(|code| {
        let code = proc_macro2::Literal::i64_unsuffixed(code);
        quote! { .success(#code) }
    });
    let message = facts.message.as_ref().map(|message| quote! { .message(#message) });
    let request_id = facts.request_id.as_ref().map(|name| quote! { .request_id(#name) });
    let header = facts.request_id_header.as_ref().map(|name| quote! { .request_id_header(#name) });
    quote! { .status(rt::Status::new(#field) #success #message #request_id #header) }
}

/// `src/aliyun/ecs/mod.rs`
pub(super) fn service(module: &ServiceModule) -> Source {
    let (name, endpoint) = (&module.name, &module.endpoint);
    let title = module.title.as_ref().map(|title| quote! { .title(#title) });
    let version = module.version.as_ref().map(|version| quote! { .version(#version) });
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
        content: Content::Rust(module.docs.0.clone(), &[], items.into_iter().map(Code::Item).collect()),
    }
}
