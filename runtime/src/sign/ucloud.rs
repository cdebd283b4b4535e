//! UCloud and UCloudStack.
//!
//! Source: the page "Signature algorithm" of UCloud's API documentation. There is no time and no nonce in a call.

use super::common::Part;
use super::mac::Key;
use super::output::Output;
use super::{Call, Digested, Rules};
use crate::encode::Query;

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: None,
    key: Key::behind,
    common: COMMON,
    order: Query::sorted,
    text,
    by_sha256: |_| false,
};

const COMMON: &[(&str, Part)] = &[("PublicKey", Part::KeyId), ("Region", Part::Region), ("ProjectId", Part::Project)];

/// Names and values with nothing between them; the private key comes behind. Method, host and path are not signed.
fn text(call: &Call<'_>, output: &mut Output<'_>) -> Digested {
    call.query.pairs().for_each(|pair| output.put_decoded(pair, b"", b""));
    Digested::Text
}
