//! Fields of structs: types, setters, and what the runtime has to know.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{docs, ident, literal};
use crate::rust::{Check, CheckKind, Field, FieldFacts, ListStyle, Presence, Type};

/// The type of one value.
pub(super) fn value_type(kind: &Type) -> TokenStream {
    match kind {
        Type::Text => quote! { String },
        Type::Integer => quote! { i64 },
        Type::Float => quote! { f64 },
        Type::Boolean => quote! { bool },
        Type::Json => quote! { rt::Json },
        Type::Time(name) => {
            let name = format_ident!("{name}");
            quote! { rt::time::#name }
        }
        Type::Enum(name) | Type::Struct(name, false) => {
            let name = ident(name);
            quote! { #name }
        }
        Type::Struct(name, true) => {
            let name = ident(name);
            quote! { Box<#name> }
        }
    }
}

/// `pub name: Type,` with its docs: a summary when a setter has them in full.
pub(super) fn declaration(field: &Field, has_setter: bool) -> TokenStream {
    let docs = if has_setter { docs::outer(&field.docs.summary()) } else { docs::outer(&field.docs) };
    let name = ident(&field.name);
    let value = value_type(&field.kind);
    let whole = match field.presence {
        Presence::Always => value,
        Presence::Maybe => quote! { Option<#value> },
        Presence::List | Presence::NeededList => quote! { Vec<#value> },
    };
    quote! { #docs pub #name: #whole }
}

/// Whether callers give something that becomes the value, rather than the value itself.
fn converts(kind: &Type) -> bool {
    matches!(kind, Type::Text | Type::Time(_) | Type::Enum(_))
}

/// Whether the argument of the constructor is the value of the field.
pub(super) fn is_taken_as_is(field: &Field) -> bool {
    field.presence == Presence::Always && !converts(&field.kind)
}

/// What a caller gives for the field, as an argument.
pub(super) fn argument(field: &Field) -> TokenStream {
    let value = value_type(&field.kind);
    let one = if converts(&field.kind) {
        quote! { impl Into<#value> }
    } else {
        value
    };
    match field.presence {
        Presence::Always | Presence::Maybe => one,
        Presence::List | Presence::NeededList => quote! { impl IntoIterator<Item = #one> },
    }
}

/// The value of the field, from the argument of this name.
pub(super) fn from_argument(field: &Field, argument: &proc_macro2::Ident) -> TokenStream {
    match (field.presence, converts(&field.kind)) {
        (Presence::Always, true) => quote! { #argument.into() },
        (Presence::Always, false) => quote! { #argument },
        (Presence::Maybe, true) => quote! { Some(#argument.into()) },
        (Presence::Maybe, false) => quote! { Some(#argument) },
        (_, true) => quote! { rt::list(#argument) },
        (_, false) => quote! { #argument.into_iter().collect() },
    }
}

/// `pub fn name(mut self, value: …) -> Self`.
pub(super) fn setter(field: &Field) -> TokenStream {
    let docs = docs::outer(&field.docs);
    let name = ident(&field.name);
    let argument_name =
        if matches!(field.presence, Presence::List) { format_ident!("values") } else { format_ident!("value") };
    let kind = argument(field);
    let value = from_argument(field, &argument_name);
    quote! {
        #docs
        pub fn #name(mut self, #argument_name: #kind) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// `name = "Name" [required(), …]`
pub(super) fn row(field: &Field) -> TokenStream {
    let (name, wire, facts) = (ident(&field.name), &field.wire, &field.facts);
    let mut details = details(facts).into_iter().peekable();
    let details = details.peek().is_some().then(|| quote! { [#(#details),*] });
    quote! { #name = #wire #details }
}

/// What else than its names is known of the field, as calls of methods.
fn details(facts: &FieldFacts) -> Vec<TokenStream> {
    let mut details = Vec::new();
    details.extend(facts.documented.as_ref().map(|name| quote! { documented(#name) }));
    details.extend(facts.required.then(|| quote! { required() }));
    details.extend(facts.secret.then(|| quote! { secret() }));
    details.extend(facts.may_be_empty.then(|| quote! { may_be_empty() }));
    details.extend(facts.open.then(|| quote! { open() }));
    details.extend(facts.basis.map(|basis| {
        let basis = format_ident!("{basis}");
        quote! { basis(rt::Basis::#basis) }
    }));
    details.extend(facts.list.map(|list| match list {
        ListStyle::Comma => quote! { comma() },
        ListStyle::Repeated => quote! { repeated() },
        ListStyle::Indexed(base) => {
            let base = Literal::u8_unsuffixed(base);
            quote! { indexed(#base) }
        }
    }));
    details.extend(facts.item.as_ref().map(|item| quote! { item(#item) }));
    details.extend(facts.assumed.as_ref().map(|value| quote! { assumed(#value) }));
    if !facts.aliases.is_empty() {
        let aliases = &facts.aliases;
        details.push(quote! { aliases(&[#(#aliases),*]) });
    }
    if !facts.checks.is_empty() {
        let checks = facts.checks.iter().map(check);
        details.push(quote! { checks(&[#(#checks),*]) });
    }
    details
}

fn check(check: &Check) -> TokenStream {
    let call = match &check.kind {
        CheckKind::Integer(name, value) => call(name, Literal::i64_unsuffixed(*value)),
        CheckKind::Float(name, value) => call(name, literal::fraction(*value)),
        CheckKind::Count(name, value) => call(name, Literal::u64_unsuffixed(*value)),
        CheckKind::Plain(name) => {
            let name = format_ident!("{name}");
            quote! { rt::Check::#name() }
        }
        CheckKind::Time(form) => {
            let form = format_ident!("{form}");
            quote! { rt::Check::time(rt::time::TimeForm::#form) }
        }
        CheckKind::Pattern(pattern) => quote! { rt::Check::pattern(#pattern) },
        CheckKind::OneOf(values) => quote! { rt::Check::one_of(&[#(#values),*]) },
        CheckKind::OneOfIntegers(values) => {
            let values = values.iter().map(|value| Literal::i64_unsuffixed(*value));
            quote! { rt::Check::one_of_int(&[#(#values),*]) }
        }
        CheckKind::TextEnum(name) => {
            let name = ident(name);
            quote! { rt::Check::one_of(#name::VALUES) }
        }
        CheckKind::IntegerEnum(name) => {
            let name = ident(name);
            quote! { rt::Check::one_of_int(#name::VALUES) }
        }
    };
    let basis = basis(check.basis);
    quote! { #call #basis }
}

fn call(name: &str, argument: impl quote::ToTokens) -> TokenStream {
    let name = format_ident!("{name}");
    quote! { rt::Check::#name(#argument) }
}

/// `.basis(rt::Basis::Prose)`, when it is not the table.
pub(super) fn basis(basis: Option<&'static str>) -> Option<TokenStream> {
    basis.map(|basis| {
        let basis = format_ident!("{basis}");
        quote! { .basis(rt::Basis::#basis) }
    })
}
