//! QingCloud.
//!
//! Source: the page on signatures of QingCloud's IaaS API. The digest is the one that the call names.

use super::common::Missing;
use super::mac::Key;
use super::output::Output;
use super::sorted::Sorted;
use super::{Call, Rules};

const METHOD: &str = "signature_method";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "signature",
    token: None,
    time: true,
    nonce: false,
    key: |secret| Key::mac(secret.as_bytes()),
    common,
    text,
    by_sha256,
};

fn common(missing: &mut Missing<'_>) {
    missing.region("zone");
    missing.key_id("access_key_id");
    missing.utc_time("time_stamp");
    missing.fixed("version", "1");
    missing.fixed(METHOD, SHA256);
    missing.fixed("signature_version", "1");
}

/// Method, path and the query, on a line each.
fn text(call: &Call<'_>) -> Output {
    let parts = [call.target.method_word().as_bytes(), b"\n", call.target.path().as_bytes(), b"\n", call.query];
    let mut output = Output::with_room(parts.iter().map(|part| part.len()).sum());
    parts.iter().for_each(|part| output.put(part));
    output
}

/// The stronger digest also counts when a call names none.
fn by_sha256(pairs: &Sorted<'_>) -> bool {
    pairs.value(METHOD).is_none_or(|method| method == SHA256.as_bytes())
}
