//! Tencent Cloud, API 2.0.
//!
//! Source: the page "Signature Method" of Tencent Cloud's API 2.0, whose digest is HMAC-SHA1, or HMAC-SHA256 when a
//! parameter of the call asks for it.

use super::common::Missing;
use super::mac::Key;
use super::output::Output;
use super::sorted::Sorted;
use super::{Call, Rules};

const METHOD: &str = "SignatureMethod";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: Some("Token"),
    time: true,
    nonce: true,
    key: |secret| Key::mac(secret.as_bytes()),
    common,
    text,
    by_sha256: |pairs| pairs.value(METHOD) == Some(SHA256.as_bytes()),
};

/// The stronger of both digests is asked for, unless the call names one.
fn common(missing: &mut Missing<'_>) {
    missing.region("Region");
    missing.unix_time("Timestamp");
    missing.nonce_number("Nonce");
    missing.key_id("SecretId");
    missing.fixed(METHOD, SHA256);
}

/// Method, host, path and `?`, then the pairs as a query, nothing encoded, sorted by names as they are signed: with a dot
/// for each underscore.
fn text(call: &Call<'_>) -> Output {
    let pairs = call.pairs.pairs();
    if !pairs.as_text().contains('_') {
        return written(call, call.pairs);
    }
    let dotted = pairs.renamed(|name| name.replace('_', "."));
    written(call, &Sorted::new(&dotted, RULES.signature))
}

/// The provider reads parameters in a way that cannot tell names apart that are signed as the same; the last one counts.
fn written(call: &Call<'_>, pairs: &Sorted<'_>) -> Output {
    let start = [call.target.method_word(), call.target.host(), call.target.path(), "?"];
    let length: usize = start.iter().map(|part| part.len()).sum();
    let mut output = Output::with_room(length + pairs.longest());
    start.iter().for_each(|part| output.put(part.as_bytes()));
    pairs.last_of_each().for_each(|pair| output.put_start(pair.whole()));
    output.take_back(usize::from(!pairs.is_empty()));
    output
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::Pairs;
    use crate::facts::Method;
    use crate::sign::Target;

    fn signed(parameters: &[(&str, &str)]) -> String {
        let pairs = Pairs::copied(parameters);
        let target = &Target::new(Method::Get, "h", "/");
        text(&Call { target, pairs: &Sorted::new(&pairs, "Signature"), query: b"" }).into_text()
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
