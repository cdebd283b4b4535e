//! Tencent Cloud, API 2.0.
//!
//! Source: the page "Signature Method" of Tencent Cloud's API 2.0, whose digest is HMAC-SHA1, or HMAC-SHA256 when a
//! parameter of the call asks for it.

use super::common::Part;
use super::mac::Key;
use super::output::Output;
use super::{Call, Digested, Rules};
use crate::encode::Query;

const METHOD: &str = "SignatureMethod";
const SHA256: &str = "HmacSHA256";

pub(super) const RULES: Rules = Rules {
    signature: "Signature",
    token: Some("Token"),
    key: |secret| Key::mac(secret.as_bytes()),
    common: COMMON,
    order: with_dots,
    text,
    by_sha256: |query| query.last_of(METHOD).is_some_and(|method| *method == *SHA256.as_bytes()),
};

/// The stronger of both digests is asked for, unless the call names one.
const COMMON: &[(&str, Part)] = &[
    ("Region", Part::Region),
    ("Timestamp", Part::UnixTime),
    ("Nonce", Part::NonceNumber),
    ("SecretId", Part::KeyId),
    (METHOD, Part::Fixed(SHA256)),
];

/// Method, host, path and `?`, then the pairs as a query, nothing encoded, sorted by names as they are signed: with a dot
/// for each underscore. The provider reads parameters in a way that cannot tell names apart that are signed as the same; the
/// last one counts.
fn text(call: &Call<'_>, output: &mut Output<'_>) -> Digested {
    let (target, query) = (call.target, call.query);
    let parts = [target.method().as_str(), target.host(), target.path(), "?"];
    parts.iter().for_each(|part| output.put(part.as_bytes()));
    if query.has_in_a_name(b'_') {
        write(output, &with_dots(query));
    } else if query.is_plain() && !query.repeats_names() {
        return Digested::TextAndQuery;
    } else {
        write(output, query);
    }
    Digested::Text
}

/// Of names that are the same then, the one that was given last stays the last.
fn with_dots(query: &Query) -> Query {
    query.with_in_names(b'_', b'.').sorted()
}

fn write(output: &mut Output<'_>, query: &Query) {
    let mut rest = query.pairs().peekable();
    while let Some(pair) = rest.next() {
        if rest.peek().is_none_or(|next| next.name() != pair.name()) {
            output.put_decoded(pair, b"=", b"&");
        }
    }
    output.take_back(usize::from(!query.as_bytes().is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Method, Scheme};
    use crate::sign::output::put_together;
    use crate::sign::{Credentials, Target, sign};

    fn signed(parameters: &[(&str, &str)]) -> String {
        let query = &Query::of(parameters).sorted();
        let target = &Target::new(Method::Get, "h", "/");
        put_together(target.longest() + query.longest(), false, |output| {
            if text(&Call { target, query }, output) == Digested::TextAndQuery {
                output.put(query.as_bytes());
            }
            String::from_utf8(output.as_bytes().to_vec()).expect("whole texts")
        })
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
    fn of_names_that_become_the_same_the_one_that_was_given_last_counts() {
        let target = Target::new(Method::Get, "h", "/");
        for names in [["a_b", "a.b"], ["a.b", "a_b"]] {
            let parameters = names.iter().zip(["1", "2"]).map(|(name, value)| ((*name).to_owned(), value.to_owned()));
            let signed = sign(Scheme::TencentV2, &target, parameters.collect(), &Credentials::new("id", "secret"));
            assert_eq!(signed.expose_string_to_sign(), "GETh/?a.b=2", "{names:?}");
        }
    }

    #[test]
    fn of_names_that_are_repeated_the_last_counts() {
        assert_eq!(signed(&[("a", "1"), ("a", "2"), ("", "3"), ("a_b", "")]), "GETh/?=3&a=2&a.b=");
        assert_eq!(signed(&[("a", "1"), ("b", "2"), ("a", "3")]), "GETh/?a=3&b=2");
    }

    #[test]
    fn values_are_not_encoded() {
        assert_eq!(signed(&[("k", "a b&c=d%20中"), ("e", "")]), "GETh/?e=&k=a b&c=d%20中");
        assert_eq!(signed(&[]), "GETh/?");
    }
}
