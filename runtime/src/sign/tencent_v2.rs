//! Tencent Cloud, API 2.0.
//!
//! Source: the page "Signature Method" of Tencent Cloud's API 2.0, whose digest is HMAC-SHA1, or HMAC-SHA256 when a
//! parameter of the call asks for it.

use std::borrow::Cow;

use super::common::Missing;
use super::mac::Key;
use super::output::Output;
use super::pairs::{Borrowed, sort, value};
use super::{Rules, Target};

const METHOD: &str = "SignatureMethod";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: Some("Token"),
    nonce: true,
    key: |secret| Key::mac(secret.as_bytes()),
    common,
    text,
    by_sha256: |parameters| value(parameters, METHOD) == Some(SHA256),
};

/// The stronger of both digests is asked for, unless the call names one.
fn common(missing: &mut Missing<'_>) {
    missing.region("Region");
    missing.unix_time("Timestamp");
    missing.nonce_number("Nonce");
    missing.key_id("SecretId");
    missing.fixed(METHOD, SHA256);
}

/// Method, host, path and `?`, then the pairs as a query, nothing encoded.
fn text(target: &Target<'_>, parameters: Borrowed<'_>) -> Vec<u8> {
    let mut output = Output::for_pairs(&parameters);
    [target.method_word(), target.host(), target.path(), "?"].iter().for_each(|text| output.put(text));
    for (index, (name, value)) in pairs(parameters).iter().enumerate() {
        if index > 0 {
            output.put("&");
        }
        [name, "=", value].iter().for_each(|text| output.put(text));
    }
    output.into_bytes()
}

/// Sorted by names as they are signed: with a dot for each underscore.
///
/// The provider reads parameters in a way that cannot tell names apart that differ in this only; the last one counts.
fn pairs<'a>(parameters: Borrowed<'a>) -> Vec<(Cow<'a, str>, &'a str)> {
    let signed = |name: &'a str| {
        if name.contains('_') { Cow::Owned(name.replace('_', ".")) } else { Cow::Borrowed(name) }
    };
    let mut pairs: Vec<_> = parameters.into_iter().map(|(name, value)| (signed(name), value)).collect();
    sort(&mut pairs);
    pairs.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 = later.1;
        }
        same
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Method;
    use crate::sign::encode::finished;

    fn signed(parameters: &[(&str, &str)]) -> String {
        finished(text(&Target::new(Method::Get, "h", "/"), parameters.to_vec()))
    }

    #[test]
    fn underscores_of_names_become_dots_before_sorting() {
        assert_eq!(signed(&[("a_b", "x_y"), ("a-b", "1"), ("aZ", "2")]), "GETh/?a-b=1&a.b=x_y&aZ=2");
    }

    #[test]
    fn of_names_that_are_the_same_the_last_counts() {
        assert_eq!(signed(&[("a_b", "1"), ("a.b", "2"), ("a_b", "3"), ("c", "")]), "GETh/?a.b=3&c=");
    }

    #[test]
    fn values_are_not_encoded() {
        assert_eq!(signed(&[("k", "a b&c=d%20中"), ("e", "")]), "GETh/?e=&k=a b&c=d%20中");
        assert_eq!(signed(&[]), "GETh/?");
    }
}
