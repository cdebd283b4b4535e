//! What the tests of generated code call: documented examples against the bindings.

mod found;

use crate::decode::decode_with_drift;
use crate::drift::{DriftKind, DriftReport};
use crate::facts::Request;
use crate::record::{RecordMut, equal};

/// Checks that a request encodes to the documented parameters, in the documented order.
///
/// # Panics
///
/// When it does not; the message shows both, line by line.
#[track_caller]
pub fn request<R: Request>(request: &R, documented: &[(&str, &str)]) {
    let encoded = crate::encode::parameters(R::ACTION, request);
    let same = encoded.iter().map(|(name, value)| (name.as_str(), value.as_str())).eq(documented.iter().copied());
    if same {
        return;
    }
    let documented: Vec<String> = documented.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let encoded: Vec<String> = encoded.iter().map(|(name, value)| format!("{name}={value}")).collect();
    panic!("the request does not encode as documented:\n{}", difference(&documented, &encoded));
}

/// Both lists in one: what only the first has is marked with `-`, what only the second has with `+`.
fn difference(documented: &[String], encoded: &[String]) -> String {
    let missing = documented.iter().filter(|line| !encoded.contains(line)).map(|line| format!("- {line}"));
    let mut lines: Vec<String> = missing.collect();
    for line in encoded {
        let mark = if documented.contains(line) { ' ' } else { '+' };
        lines.push(format!("{mark} {line}"));
    }
    if !lines.iter().any(|line| line.starts_with(['-', '+'])) {
        lines.insert(0, format!("the order differs; documented is {}", documented.join("&")));
    }
    lines.join("\n")
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
