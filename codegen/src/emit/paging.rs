//! How pages are turned.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{field, ident};
use crate::rust::{Paging, Presence};

/// `impl rt::Paged for Name`
pub(super) fn item(item: &Paging) -> TokenStream {
    let (request, response, entries) = (ident(&item.request), ident(&item.response), ident(&item.items));
    let (style, start, kind) = (format_ident!("{}", item.style), ident(&item.start), field::value_type(&item.item));
    let (start_wire, size_wire) = (&item.start_wire, &item.size_wire);
    let total = item.total.as_ref().map(ident);
    let (total_argument, total) = match total {
        Some(total) => (quote! { response }, quote! { response.#total }),
        None => (quote! { _ }, quote! { None }),
    };
    let shown = |name: &proc_macro2::Ident, presence: Presence| {
        if presence == Presence::Always {
            quote! { Some(self.#name) }
        } else {
            quote! { self.#name }
        }
    };
    let size = item.size.as_ref().map_or(quote! { None }, |(name, presence)| shown(&ident(name), *presence));
    let current = shown(&start, item.start_presence);
    let next = if item.start_presence == Presence::Always {
        quote! { start }
    } else {
        quote! { Some(start) }
    };
    quote! {
        impl rt::Paged for #request {
            type Item = #kind;
            const PAGING: rt::Paging = rt::Paging::#style(#start_wire, #size_wire);
            #[inline]
            fn items(response: &mut #response) -> &mut Vec<#kind> {
                &mut response.#entries
            }
            #[inline]
            fn total(#total_argument: &#response) -> Option<i64> {
                #total
            }
            #[inline]
            fn start(&self) -> Option<i64> {
                #current
            }
            #[inline]
            fn size(&self) -> Option<i64> {
                #size
            }
            #[inline]
            fn at(&mut self, start: i64) {
                self.#start = #next;
            }
        }
    }
}
