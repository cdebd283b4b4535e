//! What holds for all schemes, whatever is signed.

use proptest::prelude::*;
use tablature_runtime::encode::Parameters;
use tablature_runtime::jiff::Timestamp;
use tablature_runtime::sign::{Common, Credentials, Nonce, Signed, Target, complete, query, sign, token_parameter};
use tablature_runtime::{Method, Scheme};

const SCHEMES: [Scheme; 4] = [Scheme::TencentV2, Scheme::AliyunRpc, Scheme::Qingcloud, Scheme::Ucloud];

fn credentials() -> Credentials {
    Credentials::new("EXAMPLE-KEY-0001", "hidden-secret").token("hidden-token")
}

fn signed(scheme: Scheme, parameters: Parameters) -> Signed {
    sign(scheme, &Target::new(Method::Get, "localhost:8080", "/api/"), parameters, &credentials())
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn completed(scheme: Scheme, parameters: Parameters) -> Parameters {
    let time: Timestamp = "2023-11-14T22:13:20.999Z".parse().expect("a time");
    let common = Common::new(time, Nonce::new(11886)).region("r-1").project("p-1").version("v-1");
    complete(scheme, parameters, &credentials(), &common)
}

fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(SCHEMES.to_vec())
}

/// Names that all schemes keep apart.
fn parameters() -> impl Strategy<Value = Parameters> {
    prop::collection::btree_map("[A-Za-z0-9.~ 中]{0,8}", "\\PC{0,20}", 0..12).prop_map(|map| map.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_can_be_signed(
        scheme in scheme(),
        host in any::<String>(),
        path in any::<String>(),
        secret in any::<String>(),
        parameters in prop::collection::vec((any::<String>(), any::<String>()), 0..8),
    ) {
        let credentials = Credentials::new("", secret);
        let count = parameters.len();
        let signed = sign(scheme, &Target::new(Method::Post, &host, &path), parameters, &credentials);
        prop_assert!(signed.parameters().len() <= count + 1);
        prop_assert!(!signed.signature().is_empty());
        prop_assert!(query(signed.parameters()).is_ascii());
    }

    #[test]
    fn the_order_makes_no_difference(scheme in scheme(), (given, shuffled) in parameters().prop_flat_map(|given| {
        (Just(given.clone()), Just(given).prop_shuffle())
    })) {
        let (left, right) = (signed(scheme, given), signed(scheme, shuffled));
        prop_assert_eq!(left.expose_string_to_sign(), right.expose_string_to_sign());
        prop_assert_eq!(left.signature(), right.signature());
    }

    /// Names and values take part, and so does each of their characters.
    #[test]
    fn every_change_shows(
        scheme in scheme(),
        given in parameters(),
        which in any::<prop::sample::Index>(),
        other in prop::sample::select("ab%&=+é😀\n".chars().collect::<Vec<_>>()),
    ) {
        let places: usize = given.iter().map(|(name, value)| name.chars().count() + value.chars().count()).sum();
        prop_assume!(places > 0);
        let changed = with_other(&given, which.index(places), other);
        prop_assume!(changed != given);
        let (before, after) = (signed(scheme, given), signed(scheme, changed));
        prop_assert_ne!(before.expose_string_to_sign(), after.expose_string_to_sign());
        prop_assert_ne!(before.signature(), after.signature());
    }
}

/// The same parameters with another character in this place.
fn with_other(given: &Parameters, place: usize, other: char) -> Parameters {
    let mut left = place;
    let mut replaced = |text: &String| -> String {
        let length = text.chars().count();
        let at = (left < length).then_some(left);
        left = if at.is_some() { usize::MAX } else { left.saturating_sub(length) };
        text.chars().enumerate().map(|(index, letter)| if Some(index) == at { other } else { letter }).collect()
    };
    given.iter().map(|(name, value)| (replaced(name), replaced(value))).collect()
}

#[test]
fn a_signature_that_is_there_is_replaced() {
    for scheme in SCHEMES {
        let plain = signed(scheme, vec![pair("a", "1")]);
        let again = signed(scheme, plain.parameters().to_vec());
        assert_eq!(plain.parameters(), again.parameters(), "{scheme:?}");
        assert_eq!(again.parameters().len(), 2);
    }
}

#[test]
fn nothing_shows_a_secret() {
    for scheme in SCHEMES {
        let signed = signed(scheme, completed(scheme, vec![]));
        let shown = format!("{signed:?} {signed:#?} {:?}", credentials());
        assert!(!shown.contains("hidden"), "{shown}");
        assert!(!shown.contains(signed.signature()), "{shown}");
        assert!(!shown.contains("EXAMPLE-KEY"), "{shown}");
    }
}

#[test]
fn common_parameters_are_those_of_the_documents() {
    let sent = |scheme| query(&completed(scheme, vec![]));
    assert_eq!(
        sent(Scheme::TencentV2),
        "Region=r-1&Timestamp=1700000000&Nonce=11886&SecretId=EXAMPLE-KEY-0001&SignatureMethod=HmacSHA256&Token=hidden-token"
    );
    assert_eq!(
        sent(Scheme::AliyunRpc),
        "Version=v-1&Format=JSON&AccessKeyId=EXAMPLE-KEY-0001&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0\
         &SignatureNonce=00000000000000000000000000002e6e&Timestamp=2023-11-14T22%3A13%3A20Z&RegionId=r-1\
         &SecurityToken=hidden-token"
    );
    assert_eq!(
        sent(Scheme::Qingcloud),
        "zone=r-1&access_key_id=EXAMPLE-KEY-0001&time_stamp=2023-11-14T22%3A13%3A20Z&version=1\
         &signature_method=HmacSHA256&signature_version=1"
    );
    assert_eq!(sent(Scheme::Ucloud), "PublicKey=EXAMPLE-KEY-0001&Region=r-1&ProjectId=p-1");
}

#[test]
fn what_the_call_says_counts() {
    let given = vec![pair("RegionId", "elsewhere"), pair("SecurityToken", "")];
    let sent = completed(Scheme::AliyunRpc, given.clone());
    assert_eq!(sent[..2], given);
    assert_eq!(sent.iter().filter(|(name, _)| name == "RegionId" || name == "SecurityToken").count(), 2);
}

#[test]
fn only_what_is_known_is_sent() {
    let common = Common::new(Timestamp::UNIX_EPOCH, Nonce::new(0));
    let plain = Credentials::new("id", "secret");
    for scheme in SCHEMES {
        let sent = complete(scheme, vec![], &plain, &common);
        let absent = ["Region", "RegionId", "zone", "Version", "ProjectId"];
        let unwanted = |name: &str| absent.contains(&name) || token_parameter(scheme) == Some(name);
        assert!(!sent.iter().any(|(name, _)| unwanted(name)), "{sent:?}");
    }
}
