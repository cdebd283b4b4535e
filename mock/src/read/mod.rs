//! Flat parameters -> the values that they say, by the model: `Tag.1.Key=env` is the `Key` of the first `Tag`.

mod node;
mod tree;

pub(crate) use node::Node;
pub(crate) use tree::{Content, Entry, Given, Tree, tree};

use crate::recognise::Pairs;

/// The pairs of a query or of a form, decoded; bytes that are no UTF-8 become replacement characters.
pub(crate) fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// Parameters that no row of the request and no common row takes.
pub(crate) fn unknown<'a>(known: &tablature_codegen::model::Parameters, pairs: &'a Pairs) -> Vec<&'a str> {
    pairs.iter().map(|(name, _)| name.as_str()).filter(|name| known.find(name).is_none()).collect()
}
