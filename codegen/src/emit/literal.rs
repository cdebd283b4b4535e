//! Values as they were decided to be written.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::rust::{Fraction, LongText};

pub(super) fn fraction(value: Fraction) -> TokenStream {
    match value {
        Fraction::Decimal(value) => {
            let value = Literal::f64_unsuffixed(value);
            quote! { #value }
        }
        Fraction::Quotient(above, below) => {
            let (above, below) = (Literal::f64_unsuffixed(above), Literal::f64_unsuffixed(below));
            quote! { #above / #below }
        }
    }
}

pub(super) fn long_text(text: &LongText) -> TokenStream {
    let (text, raw) = match text {
        LongText::Raw(text, signs) => {
            let signs = "#".repeat(*signs);
            (text, format!("r{signs}\"{text}\"{signs}").parse::<Literal>().ok())
        }
        LongText::Escaped(text) => (text, None),
    };
    let literal = raw.unwrap_or_else(|| Literal::string(text));
    quote! { #literal }
}
