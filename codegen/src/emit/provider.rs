//! Providers.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::module::{ROOT, same_name};
use super::{Code, Content, Source, client, docs, enums, ident, record};
use crate::rust::{OwnCrate, ProviderModule, ServiceModule, StatusFacts};

/// What the bindings say of a provider as a whole: `src/aliyun/mod.rs`, or the root of a crate of its own, `src/aliyun/lib.rs`.
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
    match &module.own_crate {
        Some(own) => Source {
            path: own.root.clone(),
            spec: Some(module.spec.clone()),
            content: Content::Rust(module.docs.0.clone(), ROOT, items),
        },
        None => {
            items.extend(module.services.iter().map(|service| shown(service, module).into()));
            source(module, items)
        }
    }
}

/// The module of a provider whose services are crates: it shows them at the paths that they would have as modules.
pub(super) fn shown_again(module: &ProviderModule, own: &OwnCrate) -> Source {
    let name = ident(&own.name);
    let mut items = vec![Code::Item(quote! {
        #[doc(inline)]
        pub use #name::*;
    })];
    items.extend(module.services.iter().map(|service| shown(service, module).into()));
    source(module, items)
}

fn source(module: &ProviderModule, items: Vec<Code>) -> Source {
    Source {
        path: module.path.clone(),
        spec: Some(module.spec.clone()),
        content: Content::Rust(module.docs.0.clone(), &[], items),
    }
}

/// A service behind its feature.
fn shown(service: &ServiceModule, provider: &ProviderModule) -> TokenStream {
    let (name, feature) = (ident(&service.module), &service.feature);
    if let Some(own) = &service.own_crate {
        let own = ident(&own.name);
        return quote! {
            #[cfg(feature = #feature)]
            #[doc(inline)]
            pub use #own as #name;
        };
    }
    let same = same_name(&service.module, &provider.module);
    quote! {
        #[cfg(feature = #feature)]
        #same
        pub mod #name;
    }
}

fn facts(module: &ProviderModule) -> TokenStream {
    let facts = &module.facts;
    let (name, parameter) = (&facts.name, &facts.action_parameter);
    let (scheme, method) = (format_ident!("{}", facts.scheme), format_ident!("{}", facts.method));
    let title = facts.title.as_ref().map(|title| quote! { .title(#title) });
    let required = (!facts.required.is_empty()).then(|| client::required(&facts.required));
    let status = facts.status.as_ref().map(status);
    let failures = (!facts.failures.is_empty()).then(|| client::failures(&facts.failures));
    let errors = (!facts.errors.is_empty()).then(|| {
        let errors = record::errors(&facts.errors);
        quote! { .errors(#errors) }
    });
    quote! {
        rt::Provider::new(#name, rt::Scheme::#scheme) #title .method(rt::Method::#method) .action_parameter(#parameter) #required #status #failures #errors
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
