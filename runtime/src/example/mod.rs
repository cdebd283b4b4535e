//! What the tests of generated code call: documented examples against the bindings.

mod found;

use crate::decode::decode_with_drift;
use crate::drift::{DriftKind, DriftReport};
use crate::facts::Request;
use crate::record::{RecordMut, equal};

/// Checks that a request encodes to the documented parameters: each as often as documented, in any order, since pages
/// show their examples in an order of their own.
///
/// # Panics
///
/// When it does not; the message shows both, line by line.
#[track_caller]
pub fn request<R: Request>(request: &R, documented: &[(&str, &str)]) {
    let encoded = crate::encode::parameters(R::ACTION, request);
    let encoded: Vec<String> = encoded.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut missing: Vec<String> = documented.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut lines = Vec::new();
    for line in encoded {
        let found = missing.iter().position(|documented| *documented == line);
        found.map(|index| missing.remove(index));
        lines.push(format!("{} {line}", if found.is_some() { ' ' } else { '+' }));
    }
    lines.splice(0..0, missing.iter().map(|line| format!("- {line}")));
    let same = lines.iter().all(|line| line.starts_with(' '));
    assert!(same, "the request does not encode as documented:\n{}", lines.join("\n"));
}

/// Checks that a documented answer decodes, that it has no field that is unknown, and that every value in it is found
/// again: in the record, and in the record that is encoded and decoded once more.
///
/// # Panics
///
/// When it does not; the message names each value.
#[track_caller]
pub fn response<R: RecordMut + Default>(json: &str) {
    let mut report = DriftReport::new();
    let answer: R = match decode_with_drift(json.as_bytes(), &mut report) {
        Ok(answer) => answer,
        Err(error) => panic!("{error}"),
    };
    let unknown: Vec<String> = report
        .entries()
        .iter()
        .filter(|drift| drift.kind() == DriftKind::UnknownField)
        .map(ToString::to_string)
        .collect();
    assert!(unknown.is_empty(), "the example has fields that the tables lack:\n{}", unknown.join("\n"));
    let example: crate::Json = serde_json::from_str(json).unwrap_or_default();
    let lost = found::lost(&example, &answer);
    assert!(lost.is_empty(), "values of the example are lost:\n{}", lost.join("\n"));
    let again: R = match again(&answer) {
        Ok(again) => again,
        Err(error) => panic!("the encoded answer does not decode: {error}"),
    };
    assert!(equal(&answer, &again), "the answer changes when it is encoded and decoded again");
}

fn again<R: RecordMut + Default>(answer: &R) -> Result<R, crate::DecodeError> {
    let mut encoded = Vec::new();
    let written = crate::serialize::serialize(answer, &mut serde_json::Serializer::new(&mut encoded));
    written.map_err(|error| crate::DecodeError::invalid(&error))?;
    crate::decode(&encoded)
}
