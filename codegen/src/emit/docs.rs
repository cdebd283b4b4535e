//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::Docs;

/// `/// …` before an item, a line each.
pub(super) fn outer(docs: &Docs) -> TokenStream {
    let lines = docs.0.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
}
