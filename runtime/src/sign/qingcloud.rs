//! QingCloud.
//!
//! Source: the page on signatures of QingCloud's IaaS API. The digest is the one that the call names.

use super::common::Missing;
use super::encode::ONCE;
use super::mac::Key;
use super::output::Output;
use super::pairs::{Borrowed, sort, value};
use super::{Rules, Target};

const METHOD: &str = "signature_method";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "signature",
    token: None,
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

/// Method, path and the pairs as a query, on a line each.
fn text(target: &Target<'_>, mut parameters: Borrowed<'_>) -> Vec<u8> {
    sort(&mut parameters);
    let mut output = Output::for_pairs(&parameters);
    [target.method_word(), "\n", target.path(), "\n"].iter().for_each(|text| output.put(text));
    ONCE.append(&mut output, &parameters);
    output.into_bytes()
}

/// The stronger digest also counts when a call names none.
fn by_sha256(parameters: &[(&str, &str)]) -> bool {
    value(parameters, METHOD).is_none_or(|method| method == SHA256)
}
