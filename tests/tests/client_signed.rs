//! Calls of all five providers against a server that checks signatures by a program of its own.

mod support;

use std::fmt::Debug;

use support::Recorder;
use tablature::runtime::client::{BlockingTransport, Builder, Carrier, Transport};
use tablature::runtime::{Method, ProviderMarker, Request, Scheme};
use tablature::{Retries, aliyun, qingcloud, tencent, ucloud, ucloudstack};

/// Texts that are encoded in different ways, or not at all.
const RICH: [&str; 9] = [
    "a b+c  d+",
    "*~-_.!()'",
    "100%&a=b/c?d#e:@[];,$|^{}",
    "镜像 测试（中文）。",
    "img-\u{1f600}\u{1f468}\u{200d}\u{1f469}\u{1f1e8}\u{1f1f3}",
    "\"double\" 'single' `back` <tag> \\ {\"json\":\"x\"}",
    "",
    "%7E%20%2B%2a%zz%",
    "tab\tnl\ncr\r\nend",
];

/// The keys that the server knows, made up as they are.
const KEYS: [(&str, &str, &str); 5] = [
    ("aliyun", "LTAIFakeAccessKeyId01", "FakeAliSecret0123456789abcdefg"),
    ("qingcloud", "QYFAKEACCESSKEYID001", "FakeQingSecret0123456789abcdefghijklmnop"),
    ("tencent", "AKIDFakeFakeFakeFake0000000000000001", "FakeSecretKeyTencent0123456789ab"),
    ("ucloud", "fakepublickey001@example.com1296235120854146120", "fakeprivate0123456789abcdef01234567890ab"),
    ("ucloudstack", "fakestackpub001", "fakestackprivate0123456789abcdef"),
];

/// The same secret for all: with letters that need care.
const ODD_SECRET: &str = "s3cr+t/ke=y&%20 with space";

fn odd_keys() -> [(&'static str, &'static str, &'static str); 5] {
    [
        ("aliyun", "LTAI+alt/=02", ODD_SECRET),
        ("qingcloud", "QY+ALT/=02", ODD_SECRET),
        ("tencent", "AKIDAlt/+=0002", ODD_SECRET),
        ("ucloud", "pub+key/==alt 02", ODD_SECRET),
        ("ucloudstack", "stack+pub/==02", ODD_SECRET),
    ]
}

/// Sends the requests with both kinds of clients, both methods and both pairs of keys; every signature has to be
/// accepted.
fn accepted<P: ProviderMarker, R: Request<Provider = P>>(requests: &[R])
where
    R::Response: Debug + Send,
{
    let name = P::PROVIDER.name();
    let Some(server) = Recorder::start(name) else { return };
    server.scenario("ok");
    let runtime = support::runtime();
    let mut sent = 0;
    for (_, id, secret) in KEYS.into_iter().chain(odd_keys()).filter(|(provider, _, _)| *provider == name) {
        for method in [Method::Get, Method::Post] {
            let blocking = server.client::<P, dyn BlockingTransport>((id, secret), |client| set(client, method));
            let asynchronous = server.client::<P, dyn Transport>((id, secret), |client| set(client, method));
            for request in requests {
                let results = [blocking.send(request), runtime.block_on(asynchronous.send(request))];
                assert!(results.iter().all(Result::is_ok), "{name}, {method:?}: {results:?}");
                sent += results.len();
            }
        }
    }
    let records = server.records();
    assert_eq!(records.len(), sent);
    for record in records {
        assert_eq!(record["sig_ok"], true, "{name}: {record:#}");
    }
}

/// Neither the documents nor another try come between a request and the server.
fn set<P: ProviderMarker, T: Carrier + ?Sized>(client: Builder<P, T>, method: Method) -> Builder<P, T> {
    let client = if P::PROVIDER.scheme() == Scheme::Ucloud { client.project("project 中") } else { client };
    client.method(method).without_validation().retries(Retries::off())
}

#[test]
fn aliyun() {
    use aliyun::ecs::{DescribeImages, Tag};
    let rich = DescribeImages::new("cn-hangzhou")
        .image_name(RICH.concat())
        .tag(RICH.map(|text| Tag::new(text).value(text)))
        .page_size(50);
    accepted(&[DescribeImages::new("cn-hangzhou"), rich]);
}

#[test]
fn qingcloud() {
    use qingcloud::iaas::DescribeImages;
    accepted(&[
        DescribeImages::new("pek3"),
        DescribeImages::new("pek3").images(RICH).search_word(RICH.concat()).limit(20),
    ]);
}

#[test]
fn tencent() {
    use tencent::cvm::DescribeImages;
    accepted(&[DescribeImages::new(), DescribeImages::new().image_type(1).image_ids(RICH).status(0).offset(0)]);
}

#[test]
fn ucloud() {
    use ucloud::uhost::DescribeImage;
    let rich = |text: &str| DescribeImage::new("cn-bj2").image_id(text).zone(text).offset(0).limit(20);
    accepted(&RICH.map(rich));
}

#[test]
fn ucloudstack() {
    use ucloudstack::image::DescribeImage;
    accepted(&[DescribeImage::new("cn"), DescribeImage::new("cn").image_ids(RICH).limit(100)]);
}
