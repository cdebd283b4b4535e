//! Reference data.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident};
use crate::rust::Table;

/// ```text
/// pub struct PublicImage { pub name: &'static str, pub id: &'static str }
/// impl PublicImage { pub fn by_id(value: &str) -> Option<&'static Self> { … } }
/// pub static PUBLIC_IMAGES: &[PublicImage] = &[PublicImage { name: "…", id: "…" }];
/// ```
pub(super) fn items(item: &Table) -> Vec<TokenStream> {
    let (row, name) = (ident(&item.row), ident(&item.name));
    let (row_docs, docs) = (docs::outer(&item.row_docs), docs::outer(&item.docs));
    let columns: Vec<_> = item.columns.iter().map(|column| ident(&column.name)).collect();
    let column_docs = item.columns.iter().map(|column| docs::outer(&column.docs));
    let lookups = item.columns.iter().filter_map(|column| {
        let (function, docs) = column.lookup.as_ref()?;
        let (function, docs, column) = (ident(function), docs::outer(docs), ident(&column.name));
        Some(quote! {
            #docs
            pub fn #function(value: &str) -> Option<&'static Self> {
                #name.iter().find(|row| row.#column == value)
            }
        })
    });
    let values = item.values.iter().map(|values| quote! { #row { #(#columns: #values),* } });
    vec![
        quote! {
            #row_docs
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub struct #row { #(#column_docs pub #columns: &'static str),* }
        },
        quote! { impl #row { #(#lookups)* } },
        quote! { #docs pub static #name: &[#row] = &[#(#values),*]; },
    ]
}
