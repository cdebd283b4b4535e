//! QingCloud.
//!
//! Source: the page on signatures of QingCloud's IaaS API. The digest is the one that the call names.

use super::common::Part;
use super::mac::Key;
use super::output::Output;
use super::{Call, Digested, Rules};
use crate::encode::Query;

const METHOD: &str = "signature_method";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "signature",
    token: None,
    key: |secret| Key::mac(secret.as_bytes()),
    common: COMMON,
    order: Query::sorted,
    text,
    by_sha256,
};

const COMMON: &[(&str, Part)] = &[
    ("zone", Part::Region),
    ("access_key_id", Part::KeyId),
    ("time_stamp", Part::UtcTime),
    ("version", Part::Fixed("1")),
    (METHOD, Part::Fixed(SHA256)),
    ("signature_version", Part::Fixed("1")),
];

/// Method, path and the query, on a line each.
fn text(call: &Call<'_>, output: &mut Output<'_>) -> Digested {
    let parts = [call.target.method().as_str(), "\n", call.target.path(), "\n"];
    parts.iter().for_each(|part| output.put(part.as_bytes()));
    Digested::TextAndQuery
}

/// The stronger digest also counts when a call names none.
fn by_sha256(query: &Query) -> bool {
    query.last_of(METHOD).is_none_or(|method| *method == *SHA256.as_bytes())
}
