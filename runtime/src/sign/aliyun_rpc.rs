//! Alibaba Cloud, RPC style.
//!
//! Source: the page "Request signatures" of Alibaba Cloud's RPC-style API, signature version 1.0.

use secrecy::zeroize::Zeroizing;

use super::common::Missing;
use super::encode::TWICE;
use super::pairs::sorted;
use super::{Credentials, Rules, Target, mac};

pub(super) const RULES: Rules =
    Rules { signature: "Signature", token: Some("SecurityToken"), nonce: true, common, text, digest };

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
fn text(target: &Target<'_>, parameters: &[(&str, &str)], _: &Credentials) -> String {
    let start = [target.method_word(), "&%2F&"].concat();
    TWICE.append(start, &sorted(parameters))
}

fn digest(text: &str, _: &[(&str, &str)], credentials: &Credentials) -> String {
    let secret = credentials.expose_secret();
    let mut key = Zeroizing::new(String::with_capacity(secret.len() + 1));
    key.push_str(secret);
    key.push('&');
    mac::hmac_sha1(key.as_bytes(), text)
}
