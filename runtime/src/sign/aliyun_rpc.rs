//! Alibaba Cloud, RPC style.
//!
//! Source: the page "Request signatures" of Alibaba Cloud's RPC-style API, signature version 1.0.

use secrecy::zeroize::Zeroizing;

use super::common::Missing;
use super::encode::TWICE;
use super::mac::Key;
use super::output::Output;
use super::pairs::{Borrowed, sort};
use super::{Rules, Target};

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: Some("SecurityToken"),
    nonce: true,
    key,
    common,
    text,
    by_sha256: |_| false,
};

fn common(missing: &mut Missing<'_>) {
    missing.version("Version");
    missing.fixed("Format", "JSON");
    missing.key_id("AccessKeyId");
    missing.fixed("SignatureMethod", "HMAC-SHA1");
    missing.fixed("SignatureVersion", "1.0");
    missing.nonce_text("SignatureNonce");
    missing.utc_time("Timestamp");
    missing.region("RegionId");
}

/// Method, encoded path, and the pairs as a query that is encoded once more. Whatever the real path is, a slash is
/// signed; the host is not.
fn text(target: &Target<'_>, mut parameters: Borrowed<'_>) -> Vec<u8> {
    sort(&mut parameters);
    let mut output = Output::for_pairs(&parameters);
    output.put(target.method_word());
    output.put("&%2F&");
    TWICE.append(&mut output, &parameters);
    output.into_bytes()
}

fn key(secret: &str) -> Key {
    let mut with_sign = Zeroizing::new(String::with_capacity(secret.len() + 1));
    with_sign.push_str(secret);
    with_sign.push('&');
    Key::mac(with_sign.as_bytes())
}
