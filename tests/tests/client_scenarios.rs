//! Failures of all five providers, as a server of another house answers them, and what the client makes of them.

mod support;

use std::fmt::Debug;
use std::time::Duration;

use support::Recorder;
use tablature::runtime::client::{BlockingClient, Client, Error};
use tablature::runtime::{ProviderMarker, Request};
use tablature::{Retries, aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tokio::runtime::Runtime;

/// Name of the scenario, what the failure is known as, whether another try may work, and the code.
type Scenario = (&'static str, Known, bool, Option<&'static str>);

#[derive(Clone, Copy, Debug, PartialEq)]
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

/// Both kinds of clients, and what the asynchronous one runs on.
struct Clients<P> {
    server: Recorder,
    blocking: BlockingClient<P>,
    asynchronous: Client<P>,
    runtime: Runtime,
}

impl<P: ProviderMarker> Clients<P> {
    /// None where there is no server.
    fn start(key: (&str, &str)) -> Option<Self> {
        let server = Recorder::start(P::PROVIDER.name())?;
        let (blocking, asynchronous) = (server.client(key, |client| client), server.client(key, |client| client));
        Some(Self { server, blocking, asynchronous, runtime: support::runtime() })
    }

    /// What either client makes of a call for which the server does this, and how often it sends it.
    fn send<R: Request<Provider = P>>(
        &self,
        request: &R,
        scenario: &str,
        retries: Retries,
        timeout: Duration,
    ) -> [(Result<R::Response, Error>, usize); 2] {
        self.server.scenario(scenario);
        let blocking = self.blocking.call(request).retries(retries).timeout(timeout).send();
        let blocking = (blocking, self.server.records().len());
        self.server.scenario(scenario);
        let call = self.asynchronous.call(request).retries(retries).timeout(timeout).send();
        [blocking, (self.runtime.block_on(call), self.server.records().len())]
    }
}

const LONG: Duration = Duration::from_secs(60);

fn check<P: ProviderMarker, R: Request<Provider = P>>(key: (&str, &str), request: &R, scenarios: &[Scenario])
where
    R::Response: Debug,
{
    let provider = P::PROVIDER;
    let Some(clients) = Clients::start(key) else { return };
    for (name, expected, retryable, code) in OF_GATEWAYS.iter().chain(scenarios) {
        for (result, _) in clients.send(request, name, Retries::off(), LONG) {
            let error = result.expect_err(name);
            let found = (known(&error), error.is_retryable(), error.code());
            let expected = (*expected, *retryable, *code);
            assert_eq!(found, expected, "{}, {name}: {error}", provider.name());
            let text = error.to_string();
            assert!(text.starts_with(&format!("{} {}: ", provider.title_text(), R::ACTION.name())), "{text}");
            assert!(code.is_none_or(|code| text.contains(code)) && !text.contains(key.1), "{text}");
            assert_eq!(error.http_status().is_none(), *name == "drop");
        }
    }
    let quick = Retries::new().first_delay(Duration::from_millis(1));
    for (result, sent) in clients.send(request, "http503,drop,ok", quick, LONG) {
        assert!(result.is_ok(), "{}: {result:?}", provider.name());
        assert_eq!(sent, 3);
    }
    for (result, _) in clients.send(request, "slow", Retries::off(), Duration::from_millis(200)) {
        let error = result.expect_err("slow");
        assert!(error.is_timeout() && error.is_retryable(), "{error}");
    }
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
            ("http500", Other, false, None),
            ("http403", Other, false, None),
            ("redirect", Other, false, None),
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
const OF_UCLOUD: [Scenario; 11] = [
    ("http500", Other, false, None),
    ("http403", Other, false, None),
    ("redirect", Other, false, None),
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
    let Some(clients) = Clients::<ucloud::Ucloud>::start(("fakestackpub001", "a-wrong-secret")) else { return };
    let request = ucloud::uhost::DescribeImage::new("cn-bj2");
    for (result, sent) in clients.send(&request, "ok", Retries::new(), LONG) {
        let error = result.expect_err("the key is wrong");
        assert!(error.is_auth() && error.request_id() == Some("uuid-0001"), "{error}");
        assert!(!format!("{error:?} {:?}", error.body()).contains("a-wrong-secret"));
        assert_eq!(sent, 1);
    }
}
