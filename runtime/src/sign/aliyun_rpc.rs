//! Alibaba Cloud, RPC style.
//!
//! Source: the page "Request signatures" of Alibaba Cloud's RPC-style API, signature version 1.0.

use secrecy::zeroize::Zeroizing;

use super::common::Part;
use super::encode::TWICE;
use super::mac::Key;
use super::output::Output;
use super::{Call, Digested, Rules};

pub(super) const RULES: Rules =
    Rules { signature: "Signature", token: Some("SecurityToken"), key, common: COMMON, text, by_sha256: |_| false };

const COMMON: &[(&str, Part)] = &[
    ("Version", Part::Version),
    ("Format", Part::Fixed("JSON")),
    ("AccessKeyId", Part::KeyId),
    ("SignatureMethod", Part::Fixed("HMAC-SHA1")),
    ("SignatureVersion", Part::Fixed("1.0")),
    ("SignatureNonce", Part::NonceText),
    ("Timestamp", Part::UtcTime),
    ("RegionId", Part::Region),
];

/// Method, encoded path, and the query encoded once more. Whatever the real path is, a slash is signed; the host is not.
fn text(call: &Call<'_>, mut output: Output) -> (Output, Digested) {
    output.put(call.target.method_word().as_bytes());
    output.put(b"&%2F&");
    (TWICE.append(output, call.pairs), Digested::Text)
}

fn key(secret: &str) -> Key {
    let mut with_sign = Zeroizing::new(String::with_capacity(secret.len() + 1));
    with_sign.push_str(secret);
    with_sign.push('&');
    Key::mac(with_sign.as_bytes())
}
