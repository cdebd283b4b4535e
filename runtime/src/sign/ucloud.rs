//! UCloud and UCloudStack.
//!
//! Source: the page "Signature algorithm" of UCloud's API documentation. There is no time and no nonce in a call.

use super::common::Missing;
use super::mac::Key;
use super::output::Output;
use super::{Call, Rules};

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: None,
    time: false,
    nonce: false,
    key: Key::behind,
    common,
    text,
    by_sha256: |_| false,
};

fn common(missing: &mut Missing<'_>) {
    missing.key_id("PublicKey");
    missing.region("Region");
    missing.project("ProjectId");
}

/// Names and values with nothing between them; the private key comes behind. Method, host and path are not signed.
fn text(call: &Call<'_>) -> Output {
    let mut output = Output::with_room(call.pairs.longest());
    for (pair, _) in call.pairs.iter() {
        output.put_start(pair.name_on());
        output.put_start(pair.value_on());
    }
    output
}
