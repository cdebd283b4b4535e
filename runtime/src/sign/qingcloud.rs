//! QingCloud.
//!
//! Source: the page on signatures of QingCloud's IaaS API. The digest is the one that the call names.

use super::common::Missing;
use super::encode::ONCE;
use super::pairs::{sorted, value};
use super::{Credentials, Rules, Target, mac};

const METHOD: &str = "signature_method";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules { signature: "signature", token: None, nonce: false, common, text, digest };

fn common(missing: &mut Missing<'_>) {
    missing.region("zone");
    missing.key_id("access_key_id");
    missing.utc_time("time_stamp");
    missing.fixed("version", "1");
    missing.fixed(METHOD, SHA256);
    missing.fixed("signature_version", "1");
}

/// Method, path and the pairs as a query, on a line each.
fn text(target: &Target<'_>, parameters: &[(&str, &str)], _: &Credentials) -> String {
    let start = [target.method_word(), target.path(), ""].join("\n");
    ONCE.append(start, &sorted(parameters))
}

/// The stronger digest also counts when a call names none.
fn digest(text: &str, parameters: &[(&str, &str)], credentials: &Credentials) -> String {
    match value(parameters, METHOD) {
        Some(SHA256) | None => mac::hmac_sha256(credentials.expose_secret().as_bytes(), text),
        Some(_) => mac::hmac_sha1(credentials.expose_secret().as_bytes(), text),
    }
}
