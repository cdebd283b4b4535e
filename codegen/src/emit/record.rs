//! How a struct shows itself to the runtime.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Code, field, ident};
use crate::rust::{ErrorFact, RequestFacts, Rule, RuleKind, Struct};

/// `rt::record!(Name, "type Name", "file.yaml" { name = "Name" [required()], … } rules { … } always { "name …" });`
pub(super) fn rows(macro_name: &TokenStream, item: &Struct) -> Code {
    let (name, at, spec) = (ident(&item.name), &item.at, &item.spec);
    let mut blocks = vec![(None, item.fields.iter().map(field::row).collect())];
    if !item.rules.is_empty() {
        blocks.push((Some("rules"), item.rules.iter().map(rule).collect()));
    }
    let always: Vec<&str> =
        item.fields.iter().filter(|field| field.facts.always).map(|field| field.name.as_str()).collect();
    if !always.is_empty() {
        // One text for all costs the compiler less than a mark for each.
        let always = always.join(" ");
        blocks.push((Some("always"), vec![quote! { #always }]));
    }
    Code::Rows { head: quote! { #macro_name!(#name, #at, #spec) }, blocks }
}

fn rule(rule: &Rule) -> TokenStream {
    let call = match &rule.kind {
        RuleKind::Fields(name, fields) => {
            let name = format_ident!("{name}");
            quote! { rt::Rule::#name(&[#(#fields),*]) }
        }
        RuleKind::Given(name, given, fields) => {
            let name = format_ident!("{name}");
            quote! { rt::Rule::#name(#given, &[#(#fields),*]) }
        }
        RuleKind::When(name, given, conditions) => {
            let name = format_ident!("{name}");
            let conditions = conditions.iter().map(|(field, values)| quote! { (#field, &[#(#values),*]) });
            quote! { rt::Rule::#name(#given, &[#(#conditions),*]) }
        }
    };
    let basis = field::basis(rule.basis);
    quote! { #call #basis }
}

/// `impl rt::Request for Name`
pub(super) fn request(item: &Struct, facts: &RequestFacts) -> TokenStream {
    let name = ident(&item.name);
    let (marker, response) = (ident(&facts.marker), ident(&facts.response));
    let provider: Vec<_> = facts.provider.iter().map(ident).collect();
    let provider = quote! { #(#provider)::* };
    let (action, spec) = (&facts.action, &item.spec);
    let read_only = facts.read_only.then(|| quote! { .read_only() });
    let endpoint = facts.endpoint.as_ref().map(|endpoint| quote! { .endpoint(#endpoint) });
    let deprecated = facts.deprecated.as_ref().map(|reason| quote! { .deprecated(#reason) });
    let constants = (!facts.constants.is_empty()).then(|| {
        let pairs = facts.constants.iter().map(|(name, value)| quote! { (#name, #value) });
        quote! { .constants(&[#(#pairs),*]) }
    });
    let errors = (!facts.errors.is_empty()).then(|| {
        let errors = errors(&facts.errors);
        quote! { .errors(#errors) }
    });
    quote! {
        impl rt::Request for #name {
            type Provider = #provider::#marker;
            type Response = #response;
            const ACTION: &'static rt::Action =
                &rt::Action::new(&#provider::PROVIDER, &super::SERVICE, #action, #spec) #read_only #endpoint #deprecated #constants #errors;
        }
    }
}

/// `&[rt::KnownError::new("Code", Some(400), &["message"])]`
pub(super) fn errors(errors: &[ErrorFact]) -> TokenStream {
    let errors = errors.iter().map(|error| {
        let (code, messages) = (&error.code, &error.messages);
        let http = match error.http {
            Some(status) => {
                let status = proc_macro2::Literal::u16_unsuffixed(status);
                quote! { Some(#status) }
            }
            None => quote! { None },
        };
        quote! { rt::KnownError::new(#code, #http, &[#(#messages),*]) }
    });
    quote! { &[#(#errors),*] }
}
