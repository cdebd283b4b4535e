//! Structs, their constructors and setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Code, docs, field, function, ident, record};
use crate::rust::{Role, Struct};

/// For a request:
///
/// ```text
/// pub struct DescribeImages { pub region_id: String, … }
/// impl DescribeImages { pub fn new(region_id: impl Into<String>) -> Self { … }  pub fn status(self, …) -> Self { … } }
/// impl rt::Request for DescribeImages { … }
/// rt::request!(DescribeImages, "request", "aliyun/ecs/DescribeImages.yaml" { status = "Status", … });
/// ```
pub(super) fn items(item: &Struct) -> Vec<Code> {
    let mut items = vec![declaration(item).into()];
    let macro_name = match &item.role {
        Role::Request(facts) => {
            items.push(function::builder(item).into());
            items.push(record::request(item, facts).into());
            quote! { rt::request }
        }
        Role::Parameter => {
            items.push(function::builder(item).into());
            quote! { rt::parameter }
        }
        Role::Record => quote! { rt::record },
    };
    items.push(record::rows(&macro_name, item));
    items
}

fn declaration(item: &Struct) -> TokenStream {
    let docs = docs::outer(&item.docs);
    let name = ident(&item.name);
    let has_setters = !matches!(item.role, Role::Record);
    let fields = item.fields.iter().map(|field| field::declaration(field, has_setters && !field.is_argument()));
    let (derives, note) = match &item.role {
        Role::Request(_) => (
            derives(function::has_arguments(item)),
            Some(quote! { #[must_use = "a request does nothing until a client sends it: `client.send(&request)`"] }),
        ),
        Role::Parameter => (derives(function::has_arguments(item)), Some(quote! { #[must_use] })),
        Role::Record => (quote! { #[derive(Default)] }, None),
    };
    quote! {
        #docs
        #derives
        #note
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
    }
}

/// What needs nothing can be made from nothing.
fn derives(has_arguments: bool) -> TokenStream {
    if has_arguments {
        quote! { #[derive(Clone)] }
    } else {
        quote! { #[derive(Clone, Default)] }
    }
}
