//! Open enums.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Code, docs, ident};
use crate::rust::{Enum, Variant};

/// ```text
/// pub enum ImageStatus { Creating, Available, Unknown(rt::UnknownText) }
/// rt::text_enum!(ImageStatus { Creating = "Creating", Available = "Available" });
/// ```
pub(super) fn text(item: &Enum<String>) -> Vec<Code> {
    let name = ident(&item.name);
    let declaration = declaration(item, &quote! { Clone, PartialEq, Eq, Hash }, &quote! { rt::UnknownText });
    let variants = item.variants.iter().map(|variant| pair(variant, Literal::string(&variant.wire)));
    let rows = Code::Rows { head: quote! { rt::text_enum!(#name) }, blocks: vec![(None, variants.collect())] };
    vec![declaration.into(), rows]
}

/// The same for whole numbers.
pub(super) fn integer(item: &Enum<i64>) -> Vec<Code> {
    let name = ident(&item.name);
    let declaration = declaration(item, &quote! { Clone, Copy, PartialEq, Eq, Hash }, &quote! { rt::UnknownInteger });
    let variants = item.variants.iter().map(|variant| pair(variant, Literal::i64_unsuffixed(variant.wire)));
    let rows = Code::Rows { head: quote! { rt::integer_enum!(#name) }, blocks: vec![(None, variants.collect())] };
    vec![declaration.into(), rows]
}

fn pair<T>(variant: &Variant<T>, wire: Literal) -> TokenStream {
    let name = ident(&variant.name);
    quote! { #name = #wire }
}

fn declaration<T>(item: &Enum<T>, derives: &TokenStream, unknown: &TokenStream) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(&item.name);
    let variants = item.variants.iter().map(|variant| {
        let docs = docs::outer(&variant.docs);
        let name = ident(&variant.name);
        quote! { #docs #name }
    });
    quote! {
        #docs
        #[derive(#derives)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #[doc(hidden)]
            Unknown(#unknown),
        }
    }
}
