//! UCloud and UCloudStack.
//!
//! Source: the page "Signature algorithm" of UCloud's API documentation. There is no time and no nonce in a call.

use sha1::{Digest, Sha1};

use super::common::Missing;
use super::pairs::sorted;
use super::{Credentials, Rules, Target};

pub(super) const RULES: Rules = Rules { signature: "Signature", token: None, nonce: false, common, text, digest };

fn common(missing: &mut Missing<'_>) {
    missing.key_id("PublicKey");
    missing.region("Region");
    missing.project("ProjectId");
}

/// Names and values with nothing between them, and the private key at the end. Method, host and path are not signed.
fn text(_: &Target<'_>, parameters: &[(&str, &str)], credentials: &Credentials) -> String {
    let secret = credentials.expose_secret();
    let length: usize = parameters.iter().map(|(name, value)| name.len() + value.len()).sum();
    let mut out = String::with_capacity(length + secret.len());
    for (name, value) in sorted(parameters) {
        out.push_str(name);
        out.push_str(value);
    }
    out.push_str(secret);
    out
}

/// Lower-case hexadecimal digits.
fn digest(text: &str, _: &[(&str, &str)], _: &Credentials) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(40);
    for byte in Sha1::digest(text) {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
