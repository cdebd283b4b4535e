//! What is signed, beside the same put together the long way: text by text, as the documents tell it.

use proptest::prelude::*;
use tablature_runtime::sign::{Credentials, Target, query, sign};
use tablature_runtime::{Method, Scheme};

const SECRET: &str = "se cret/+";

type Pairs = Vec<(String, String)>;

/// As RFC 3986, section 2 has it.
fn encoded(text: &str) -> String {
    let stays = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if stays(byte) { char::from(byte).into() } else { format!("%{byte:02X}") }).collect()
}

fn sorted(pairs: &Pairs) -> Pairs {
    let mut sorted = pairs.clone();
    sorted.sort_by(|(one, _), (other, _)| one.as_bytes().cmp(other.as_bytes()));
    sorted
}

fn joined(pairs: &Pairs, shown: impl Fn(&str) -> String) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| shown(name) + "=" + &shown(value)).collect();
    pairs.join("&")
}

/// Names with dots for underscores; of those that are the same then, the one that was given last.
fn told_apart(pairs: &Pairs) -> Pairs {
    let dotted = pairs.iter().map(|(name, value)| (name.replace('_', "."), value.clone())).collect();
    let sorted = sorted(&dotted);
    let last = |place: usize| sorted.get(place + 1).is_none_or(|(next, _)| *next != sorted[place].0);
    (0..sorted.len()).filter(|place| last(*place)).map(|place| sorted[place].clone()).collect()
}

fn expected(scheme: Scheme, pairs: &Pairs) -> String {
    let sorted = sorted(pairs);
    match scheme {
        Scheme::TencentV2 => format!("POSTh:1/p/?{}", joined(&told_apart(pairs), str::to_owned)),
        Scheme::AliyunRpc => format!("POST&%2F&{}", encoded(&joined(&sorted, encoded))),
        Scheme::Qingcloud => format!("POST\n/p/\n{}", joined(&sorted, encoded)),
        _ => sorted.iter().map(|(name, value)| name.clone() + value).collect::<String>() + SECRET,
    }
}

/// Names that are easily mixed up, and any others; values of all lengths.
fn pairs() -> impl Strategy<Value = Pairs> {
    let likely = ["a", "a_b", "a.b", "a-b", "A", "k.1", "k.10", "k.2", "Tag 1", "%41", "SignatureMethod", ""];
    let name = prop_oneof![3 => prop::sample::select(likely.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let value = prop_oneof![3 => "\\PC{0,12}", 2 => "[a-z0-9.]{0,40}", 1 => "[ -~\n\u{0}中😀]{0,400}"];
    prop::collection::vec((name, value), 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scheme_signs_what_its_documents_say(pairs in pairs()) {
        let target = Target::new(Method::Post, "h:1", "/p/");
        for scheme in [Scheme::TencentV2, Scheme::AliyunRpc, Scheme::Qingcloud, Scheme::Ucloud] {
            let signed = sign(scheme, &target, pairs.clone(), &Credentials::new("id", SECRET));
            prop_assert_eq!(signed.expose_string_to_sign(), expected(scheme, &pairs));
            prop_assert_eq!(query(signed.parameters()), joined(&signed.parameters().to_vec(), encoded));
        }
    }
}

/// The digest is the one that the last parameter of this name asks for.
#[test]
fn of_two_methods_the_last_counts() {
    for (scheme, name, other) in
        [(Scheme::TencentV2, "SignatureMethod", 28), (Scheme::Qingcloud, "signature_method", 28)]
    {
        for (first, last, length) in [("HmacSHA256", "HmacSHA1", other), ("HmacSHA1", "HmacSHA256", 44)] {
            let pairs = [first, last].map(|method| (name.to_owned(), method.to_owned())).to_vec();
            let signed = sign(scheme, &Target::new(Method::Get, "h", "/"), pairs, &Credentials::new("id", SECRET));
            assert_eq!(signed.signature().len(), length, "{scheme:?}: {first}, then {last}");
        }
    }
}
