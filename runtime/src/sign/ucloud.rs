//! UCloud and UCloudStack.
//!
//! Source: the page "Signature algorithm" of UCloud's API documentation. There is no time and no nonce in a call.

use super::common::Missing;
use super::mac::Key;
use super::pairs::{Borrowed, sort};
use super::{Rules, Target};

pub(super) const RULES: Rules =
    Rules { signature: "Signature", token: None, nonce: false, key: Key::behind, common, text, by_sha256: |_| false };

fn common(missing: &mut Missing<'_>) {
    missing.key_id("PublicKey");
    missing.region("Region");
    missing.project("ProjectId");
}

/// Names and values with nothing between them; the private key comes behind. Method, host and path are not signed.
fn text(_: &Target<'_>, mut parameters: Borrowed<'_>) -> Vec<u8> {
    sort(&mut parameters);
    let length = parameters.iter().map(|(name, value)| name.len() + value.len()).sum();
    let mut out = Vec::with_capacity(length);
    for (name, value) in parameters {
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(value.as_bytes());
    }
    out
}
