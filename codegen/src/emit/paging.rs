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
    let total = item.total.as_ref().map(|total| quote! { .total(#total) });
    let next = if item.start_presence == Presence::Always {
        quote! { start }
    } else {
        quote! { Some(start) }
    };
    quote! {
        impl rt::Paged for #request {
            type Item = #kind;
            const PAGING: rt::Paging = rt::Paging::#style(#start_wire, #size_wire)#total;
            #[inline]
            fn items(response: &mut #response) -> &mut Vec<#kind> {
                &mut response.#entries
            }
            #[inline]
            fn at(&mut self, start: i64) {
                self.#start = #next;
            }
        }
    }
}
