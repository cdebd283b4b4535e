//! Failures of all five providers, as a server of another house answers them, and what the client makes of them.

mod support;

use std::time::Duration;

use support::Recorder;
use tablature::runtime::client::{BlockingClient, Error};
use tablature::runtime::{ProviderMarker, Request};
use tablature::{Credentials, Retries, aliyun, qingcloud, tencent, ucloud, ucloudstack};

/// Name of the scenario, what the failure is known as, whether another try may work, and the code.
type Scenario = (&'static str, Known, bool, Option<&'static str>);

#[derive(Debug, PartialEq)]
enum Known {
    Throttled,
    Auth,
    NotFound,
    Clock,
    Other,
}
use Known::{Auth, Clock, NotFound, Other, Throttled};

fn known(error: &Error) -> Known {
    match error {
        _ if error.is_throttled() => Throttled,
        _ if error.is_auth() => Auth,
        _ if error.is_not_found() => NotFound,
        _ if error.is_clock_skew() => Clock,
        _ => Other,
    }
}

/// What a gateway answers for any provider.
const OF_GATEWAYS: [Scenario; 10] = [
    ("http502", Other, true, None),
    ("http503", Other, true, None),
    ("http504", Other, true, None),
    ("http429", Throttled, true, None),
    ("badjson", Other, false, None),
    ("empty", Other, false, None),
    ("html200", Other, false, None),
    ("jsonlist", Other, false, None),
    ("jsonnull", Other, false, None),
    ("drop", Other, true, None),
];

fn check<P: ProviderMarker, R: Request<Provider = P>>(key: (&str, &str), request: &R, scenarios: &[Scenario])
where
    R::Response: std::fmt::Debug,
{
    let provider = P::PROVIDER;
    let Some(server) = Recorder::start(provider.name()) else { return };
    let client = BlockingClient::<P>::new(Credentials::new(key.0, key.1)).endpoint(server.address());
    let client = client.region("region-1").build().expect("a client of this machine");
    for (name, expected, retryable, code) in OF_GATEWAYS.iter().chain(scenarios) {
        server.scenario(name);
        let error = client.call(request).retries(Retries::off()).send().expect_err(name);
        let found = (known(&error), error.is_retryable(), error.code());
        assert_eq!((&found.0, found.1, found.2), (expected, *retryable, *code), "{}, {name}: {error}", provider.name());
        let text = error.to_string();
        assert!(text.starts_with(&format!("{} {}: ", provider.title_text(), R::ACTION.name())), "{text}");
        assert!(code.is_none_or(|code| text.contains(code)) && !text.contains(key.1), "{text}");
        assert_eq!(error.http_status().is_none(), *name == "drop");
    }
    server.scenario("http503,drop,ok");
    let quick = Retries::new().first_delay(Duration::from_millis(1));
    assert!(client.call(request).retries(quick).send().is_ok(), "{}", provider.name());
    assert_eq!(server.records().len(), 3);
    server.scenario("slow");
    let error =
        client.call(request).retries(Retries::off()).timeout(Duration::from_millis(200)).send().expect_err("slow");
    assert!(error.is_timeout() && error.is_retryable(), "{error}");
}

#[test]
fn aliyun() {
    check(
        ("LTAIFakeAccessKeyId01", "FakeAliSecret0123456789abcdefg"),
        &aliyun::ecs::DescribeImages::new("cn-hangzhou"),
        &[
            ("http500", Other, true, None),
            ("http403", Other, false, None),
            ("redirect", Other, false, None),
            ("api_error", Other, false, Some("InvalidParameter")),
            ("not_found", NotFound, false, Some("InvalidUsage")),
            ("auth", Auth, false, Some("SignatureDoesNotMatch")),
            ("badkey", Auth, false, Some("InvalidAccessKeyId.NotFound")),
            ("throttle", Throttled, true, Some("Throttling")),
            ("throttle_user", Throttled, true, Some("Throttling.User")),
            ("server", Other, true, Some("InternalError")),
            ("unavailable", Other, true, Some("ServiceUnavailable")),
            ("err_in_200", Other, false, Some("InvalidParameter")),
        ],
    );
}

#[test]
fn tencent() {
    check(
        ("AKIDFakeFakeFakeFake0000000000000001", "FakeSecretKeyTencent0123456789ab"),
        &tencent::cvm::DescribeImages::new(),
        &[
            ("api_error", Other, false, Some("4000")),
            ("auth", Auth, false, Some("4100")),
            ("expired", Clock, false, Some("4200")),
            ("replay", Other, false, Some("4500")),
            ("throttle", Throttled, true, Some("4400")),
            ("server", Other, true, Some("6000")),
            ("code_string", Other, false, Some("5100")),
            ("not_found", NotFound, false, Some("5000")),
        ],
    );
}

#[test]
fn qingcloud() {
    check(
        ("QYFAKEACCESSKEYID001", "FakeQingSecret0123456789abcdefghijklmnop"),
        &qingcloud::iaas::DescribeImages::new("pek3"),
        &[
            ("http500", Other, true, None),
            ("http403", Other, true, None),
            ("redirect", Other, true, None),
            ("api_error", Other, false, Some("1100")),
            ("auth", Auth, false, Some("1200")),
            ("expired", Clock, false, Some("1300")),
            ("denied", Auth, false, Some("1400")),
            ("not_found", NotFound, false, Some("2100")),
            ("server", Other, true, Some("5000")),
            ("throttle", Throttled, true, Some("5100")),
            ("noret", Other, false, None),
        ],
    );
}

/// UCloud and UCloudStack fail alike.
const OF_UCLOUD: [Scenario; 8] = [
    ("api_error", Other, false, Some("230")),
    ("auth", Auth, false, Some("171")),
    ("throttle", Throttled, true, Some("153")),
    ("unavailable", Other, true, Some("150")),
    ("server", Other, true, Some("130")),
    ("backend", NotFound, false, Some("8039")),
    ("noret", Other, false, None),
    ("ret_string", Auth, false, Some("171")),
];

#[test]
fn ucloud() {
    let keys = ("fakepublickey001@example.com1296235120854146120", "fakeprivate0123456789abcdef01234567890ab");
    check(keys, &ucloud::uhost::DescribeImage::new("cn-bj2"), &OF_UCLOUD);
}

#[test]
fn ucloudstack() {
    let keys = ("fakestackpub001", "fakestackprivate0123456789abcdef");
    check(keys, &ucloudstack::image::DescribeImage::new("cn"), &OF_UCLOUD);
}

#[test]
fn a_wrong_key_is_refused_and_not_repeated() {
    let Some(server) = Recorder::start("ucloud") else { return };
    let client = ucloud::BlockingClient::new(Credentials::new("fakestackpub001", "a-wrong-secret"));
    let client = client.endpoint(server.address()).build().expect("a client of this machine");
    let error = client.send(&ucloud::uhost::DescribeImage::new("cn-bj2")).expect_err("the key is wrong");
    assert!(error.is_auth() && error.request_id() == Some("uuid-0001"), "{error}");
    assert!(!format!("{error:?} {:?}", error.body()).contains("a-wrong-secret"));
}
