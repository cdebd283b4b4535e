//! Documented calls, as tests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{ident, literal};
use crate::rust::{Builder, Example, Expression};

/// `#[cfg(test)] mod tests { … }`
pub(super) fn module(examples: &[Example]) -> TokenStream {
    let tests = examples.iter().map(test);
    quote! {
        #[cfg(test)]
        mod tests {
            use tablature_runtime as rt;
            #(#tests)*
        }
    }
}

fn test(example: &Example) -> TokenStream {
    let name = ident(&example.name);
    let request = example.request.as_ref().map(|(builder, pairs)| {
        let request = build(builder);
        let pairs = pairs.iter().map(|(name, value)| quote! { (#name, #value) });
        quote! {
            let request = #request;
            rt::example::request(&request, &[#(#pairs),*]);
        }
    });
    let response = example.response.as_ref().map(|(name, json)| {
        let (name, json) = (ident(name), literal::long_text(json));
        quote! { rt::example::response::<super::#name>(#json); }
    });
    quote! {
        #[test]
        fn #name() {
            #request
            #response
        }
    }
}

fn build(builder: &Builder) -> TokenStream {
    let name = ident(&builder.name);
    let arguments = builder.arguments.iter().map(expression);
    let setters = builder.setters.iter().map(|(setter, value)| {
        let (setter, value) = (ident(setter), expression(value));
        quote! { .#setter(#value) }
    });
    quote! { super::#name::new(#(#arguments),*) #(#setters)* }
}

fn expression(value: &Expression) -> TokenStream {
    match value {
        Expression::Text(text) => quote! { #text },
        Expression::Json(text) => quote! { rt::Json::from(#text) },
        Expression::Integer(number) => {
            let number = Literal::i64_suffixed(*number);
            quote! { #number }
        }
        Expression::Float(number) => {
            let number = literal::fraction(*number);
            quote! { #number }
        }
        Expression::Boolean(truth) => quote! { #truth },
        Expression::List(entries) => {
            let entries = entries.iter().map(expression);
            quote! { [#(#entries),*] }
        }
        Expression::Struct(builder) => build(builder),
    }
}
