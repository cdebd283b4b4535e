//! What goes wrong: the meanings of codes, and the documented codes as open enums.

use std::collections::BTreeMap;

use super::docs::{DocsBuilder, code, escaped, said};
use super::names::Names;
use crate::model::{ErrorCode, FailureClass, Provider};
use crate::rust::{Enum, RustName, Variant};

/// Variants of the runtime's list of failures, with the codes that stand for each.
pub(super) fn classes(provider: &Provider) -> Vec<(&'static str, Vec<String>)> {
    let variant = |class| match class {
        FailureClass::Throttled => "Throttled",
        FailureClass::Transient => "Transient",
        FailureClass::Auth => "Auth",
        FailureClass::NotFound => "NotFound",
        FailureClass::ClockSkew => "ClockSkew",
    };
    let codes = |codes: &[crate::model::Text]| codes.iter().map(|code| code.value.clone()).collect();
    provider.failures.iter().map(|failure| (variant(failure.class), codes(&failure.codes))).collect()
}

/// The documented codes, each once; nothing when there are none. `whose` is what answers them, in a sentence.
pub(super) fn codes(errors: &[ErrorCode], name: RustName, whose: &str) -> Option<Enum<String>> {
    let mut names = Names::default();
    let mut grouped: BTreeMap<&str, Vec<&ErrorCode>> = BTreeMap::new();
    let mut order = Vec::new();
    for error in errors {
        let group = grouped.entry(&error.code).or_default();
        if group.is_empty() {
            order.push(error.code.value.as_str());
        }
        group.push(error);
    }
    let variants = order.into_iter().map(|wire| variant(wire, &grouped[wire], &mut names)).collect::<Vec<_>>();
    let mut docs = DocsBuilder::default();
    docs.markdown(&format!("The documented error codes of {whose}; others can come."));
    docs.markdown("`error.code_as()` makes one of an error.");
    (!variants.is_empty()).then(|| Enum { docs: docs.build(), name, variants })
}

fn variant(wire: &str, errors: &[&ErrorCode], names: &mut Names) -> Variant<String> {
    let numbered = wire.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("Code{wire}"));
    let meanings = errors.iter().filter_map(|error| said(&error.doc).or_else(|| said(&error.message)));
    let mut meanings: Vec<String> = meanings.map(|doc| escaped(doc)).collect();
    meanings.dedup();
    let mut docs = DocsBuilder::default();
    docs.markdown(&match meanings.as_slice() {
        [] => format!("{}.", code(wire)),
        _ => format!("{}: {}", code(wire), meanings.join(" Or: ")),
    });
    Variant { docs: docs.build(), name: names.variant(wire, numbered.as_deref()), wire: wire.to_owned() }
}
