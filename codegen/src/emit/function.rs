//! Constructors, setters and constants of requests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, field, ident, literal};
use crate::rust::{Constant, ConstantValue, Field, Presence, Role, Struct};

/// Whether the constructor takes anything.
pub(super) fn has_arguments(item: &Struct) -> bool {
    item.fields.iter().any(Field::is_argument)
}

/// `impl Name { pub fn new(…) … }`
pub(super) fn builder(item: &Struct) -> TokenStream {
    let name = ident(&item.name);
    let constants = item.constants.iter().map(constant);
    let constructor = constructor(item);
    let setters = item.fields.iter().filter(|field| !field.is_argument()).map(field::setter);
    quote! {
        impl #name {
            #(#constants)*
            #constructor
            #(#setters)*
        }
    }
}

fn constructor(item: &Struct) -> TokenStream {
    let given: Vec<&Field> = item.fields.iter().filter(|field| field.is_argument()).collect();
    let docs = match (&item.role, given.is_empty()) {
        (Role::Request(_), true) => " A request without any parameter.",
        (Role::Request(_), false) => " A request with the parameters that every call needs.",
        (_, true) => " Without any parameter.",
        (_, false) => " With the parameters that are needed.",
    };
    if given.is_empty() {
        return quote! { #[doc = #docs] pub fn new() -> Self { Self::default() } };
    }
    let arguments = given.iter().map(|field| {
        let (name, kind) = (ident(&field.name), field::argument(field));
        quote! { #name: #kind }
    });
    let values = item.fields.iter().map(|field| {
        let name = ident(&field.name);
        match field.presence {
            Presence::Always | Presence::NeededList => {
                let value = field::from_argument(field, &name);
                if field::is_taken_as_is(field) {
                    quote! { #name }
                } else {
                    quote! { #name: #value }
                }
            }
            Presence::Maybe => quote! { #name: None },
            Presence::List => quote! { #name: Vec::new() },
        }
    });
    let many = item
        .many_arguments
        .then(|| quote! { #[allow(clippy::too_many_arguments, reason = "every call needs all of them")] });
    quote! {
        #[doc = #docs]
        #many
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

fn constant(constant: &Constant) -> TokenStream {
    let docs = docs::outer(&constant.docs);
    let name = ident(&constant.name);
    let (kind, value) = match &constant.value {
        ConstantValue::Text(text) => (quote! { &'static str }, quote! { #text }),
        ConstantValue::Integer(number) => {
            let number = Literal::i64_unsuffixed(*number);
            (quote! { i64 }, quote! { #number })
        }
        ConstantValue::Float(number) => {
            let number = literal::fraction(*number);
            (quote! { f64 }, quote! { #number })
        }
        ConstantValue::Boolean(truth) => (quote! { bool }, quote! { #truth }),
        ConstantValue::Variant(of, variant) => {
            let (of, variant) = (ident(of), ident(variant));
            (quote! { #of }, quote! { #of::#variant })
        }
    };
    quote! { #docs pub const #name: #kind = #value; }
}
