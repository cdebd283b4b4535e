//! Alibaba Cloud, RPC style.
//!
//! Source: the page "Request signatures" of Alibaba Cloud's RPC-style API, signature version 1.0.

use secrecy::zeroize::Zeroizing;

use super::common::Part;
use super::mac::Key;
use super::output::Output;
use super::{Call, Digested, Rules};
use crate::encode::Query;

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: Some("SecurityToken"),
    key,
    common: COMMON,
    order: Query::sorted,
    text,
    by_sha256: |_| false,
};

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
fn text(call: &Call<'_>, output: &mut Output<'_>) -> Digested {
    output.put(call.target.method().as_str().as_bytes());
    output.put(b"&%2F&");
    for pair in call.query.pairs() {
        if pair.is_plain() {
            output.put_pair(pair, b"%3D", b"%26");
        } else {
            put_encoded(output, pair.name());
            output.put(b"%3D");
            put_encoded(output, pair.value());
            output.put(b"%26");
        }
    }
    output.take_back(if call.query.as_bytes().is_empty() { 0 } else { 3 });
    Digested::Text
}

/// Encodes once more what was encoded.
fn put_encoded(output: &mut Output<'_>, encoded: &[u8]) {
    for (place, part) in encoded.split(|byte| *byte == b'%').enumerate() {
        if place > 0 {
            output.put(b"%25");
        }
        output.put(part);
    }
}

fn key(secret: &str) -> Key {
    let mut with_sign = Zeroizing::new(String::with_capacity(secret.len() + 1));
    with_sign.push_str(secret);
    with_sign.push('&');
    Key::mac(with_sign.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Method;
    use crate::sign::output::put_together;
    use crate::sign::{Target, percent_encoded};

    #[test]
    fn the_query_is_encoded_once_more() {
        let query = &Query::of(&[("a b", "é="), ("plain", "text"), ("%", ""), ("~", "&&")]).sorted();
        assert_eq!(query.as_bytes(), b"%25=&a%20b=%C3%A9%3D&plain=text&~=%26%26");
        let twice = percent_encoded("%25=&a%20b=%C3%A9%3D&plain=text&~=%26%26");
        let target = &Target::new(Method::Get, "h", "/");
        put_together(target.longest() + query.longest(), false, |output| {
            assert!(text(&Call { target, query }, output) == Digested::Text);
            assert_eq!(output.as_bytes(), format!("GET&%2F&{twice}").as_bytes());
        });
    }
}
