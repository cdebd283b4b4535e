//! Clients of providers, and what they have to know of calls and failures.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::ident;
use crate::rust::RustName;

/// ```text
/// pub type Client = rt::client::Client<Aliyun>;
/// pub type BlockingClient = rt::client::BlockingClient<Aliyun>;
/// ```
pub(super) fn clients(marker: &RustName) -> Vec<TokenStream> {
    let marker = ident(marker);
    vec![
        quote! {
            /// Sends requests of this provider: `Client::new(credentials).build()?` makes one, and `client.send(&request).await?`
            /// sends. All methods stand at [`Client`](rt::client::Client).
            #[cfg(feature = "call")]
            pub type Client = rt::client::Client<#marker>;
        },
        quote! {
            /// Sends requests of this provider, and blocks until the answer is there: `client.send(&request)?`. Not for use
            /// inside of an asynchronous runtime. All methods stand at [`Client`](rt::client::Client), below
            /// `dyn BlockingTransport`.
            #[cfg(feature = "call")]
            pub type BlockingClient = rt::client::BlockingClient<#marker>;
        },
    ]
}

/// What every user of clients needs, at the root of the crate.
pub(super) fn root() -> TokenStream {
    quote! {
        #[cfg(feature = "call")]
        pub use tablature_runtime::{client::{DriftCollector, Error, Retries, outcome}, sign::Credentials};
    }
}

/// `.required(&[("Region", rt::Setting::Region)])`
pub(super) fn required(parameters: &[(String, &'static str)]) -> TokenStream {
    let parameters = parameters.iter().map(|(name, setting)| {
        let setting = format_ident!("{setting}");
        quote! { (#name, rt::Setting::#setting) }
    });
    quote! { .required(&[#(#parameters),*]) }
}

/// `.failures(&[(rt::FailureClass::Throttled, &["4400"])])`
pub(super) fn failures(failures: &[(&'static str, Vec<String>)]) -> TokenStream {
    let failures = failures.iter().map(|(class, codes)| {
        let class = format_ident!("{class}");
        quote! { (rt::FailureClass::#class, &[#(#codes),*]) }
    });
    quote! { .failures(&[#(#failures),*]) }
}
