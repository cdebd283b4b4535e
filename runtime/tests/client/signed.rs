//! What a client signs and sends is what `sign` makes of what `complete` makes of the request's parameters, in the order of
//! their names: whatever rows an action has, and whatever they hold.

use std::sync::atomic::{AtomicU32, Ordering};

use proptest::prelude::*;
use tablature_runtime as rt;
use tablature_runtime::client::BlockingClient;
use tablature_runtime::jiff::Timestamp;
use tablature_runtime::sign::{Common, Credentials, Nonce, Nonces, Target, complete, query, sign, token_parameter};
use tablature_runtime::{Json, ProviderMarker, Request, Scheme};

use crate::fake::{Fake, credentials, json};

/// A provider of a scheme, whose action has rows that are not easily put in order: names that begin with other names, names
/// of common parameters and of the signature, and all kinds of lists.
macro_rules! provider {
    ($module:ident, $scheme:ident, $region:literal, $version:literal) => {
        mod $module {
            use super::*;

            pub(crate) enum Marker {}

            impl ProviderMarker for Marker {
                const PROVIDER: &'static rt::Provider = &PROVIDER;
            }

            static PROVIDER: rt::Provider = rt::Provider::new(stringify!($module), Scheme::$scheme)
                .action_parameter("Action")
                .status(rt::Status::new("Code").success(0))
                .failures(&[(rt::FailureClass::Throttled, &["Busy"])]);
            static SERVICE: rt::Service = rt::Service::new("box", "https://box.example.com/api/").version("2026-01-01");

            #[derive(Default)]
            pub(crate) struct Answer {
                code: Option<i64>,
            }
            rt::record!(Answer, "response", "odd/box/List.yaml" { code = "Code" });

            #[derive(Clone, Default)]
            pub(crate) struct Part {
                pub(crate) value: Option<String>,
                pub(crate) key: Option<String>,
                pub(crate) numbers: Vec<i64>,
            }
            rt::parameter!(Part, "request Part.n", "odd/box/List.yaml" {
                value = "Value" [secret()],
                key = "Key",
                numbers = "Numbers" [indexed(9)],
            });

            #[derive(Clone, Default)]
            pub(crate) struct List {
                pub(crate) texts: Vec<String>,
                pub(crate) parts: Vec<Part>,
                pub(crate) whole: Part,
                pub(crate) joined: Vec<String>,
                pub(crate) region: Option<String>,
                pub(crate) version: Option<i64>,
                pub(crate) json: Option<Json>,
                pub(crate) flag: Option<bool>,
                pub(crate) share: Option<f64>,
            }
            rt::request!(List, "request", "odd/box/List.yaml" {
                texts = "Texts" [indexed(0)],
                parts = "Part" [indexed(1)],
                whole = "Whole",
                joined = "Joined" [comma()],
                region = $region,
                version = $version,
                json = "Json",
                flag = "flag",
                share = "Share",
            });

            impl Request for List {
                type Provider = Marker;
                type Response = Answer;
                const ACTION: &'static rt::Action =
                    &rt::Action::new(&PROVIDER, &SERVICE, "List", "odd/box/List.yaml").read_only();
            }

            #[derive(Clone, Default)]
            pub(crate) struct Mixed {
                pub(crate) texts: Vec<String>,
                pub(crate) parts: Vec<Part>,
                pub(crate) again: Vec<String>,
                pub(crate) parts_again: Vec<Part>,
                pub(crate) odd: Vec<Part>,
                pub(crate) beside: Option<String>,
                pub(crate) within: Option<String>,
                pub(crate) underscore: Option<String>,
                pub(crate) dot: Option<String>,
                pub(crate) signature: Option<String>,
                pub(crate) lower_signature: Vec<String>,
                pub(crate) region: Vec<Part>,
                pub(crate) action: Option<String>,
            }
            rt::request!(Mixed, "request", "odd/box/Mixed.yaml" {
                texts = "a b" [indexed(1)],
                parts = "Part" [indexed(1)],
                again = "Again" [repeated()],
                parts_again = "Mix" [repeated()],
                odd = "o d" [indexed(1)],
                beside = "Part-x",
                within = "Part.1.Kez",
                underscore = "k_1",
                dot = "k.1",
                signature = "Signature",
                lower_signature = "signature" [indexed(1)],
                region = $region [repeated()],
                action = "Action",
            });

            impl Request for Mixed {
                type Provider = Marker;
                type Response = Answer;
                const ACTION: &'static rt::Action =
                    &rt::Action::new(&PROVIDER, &SERVICE, "Mixed", "odd/box/Mixed.yaml").read_only();
            }

            pub(crate) fn check(texts: &[String], count: usize) {
                let text = |index: usize| texts.get(index).cloned();
                let part = |index: usize| Part {
                    key: text(index),
                    value: text(index / 2),
                    numbers: (0..index as i64).collect(),
                };
                let parts: Vec<Part> = (0..count).map(part).collect();
                same(&List {
                    texts: texts.to_vec(),
                    parts: parts.clone(),
                    whole: part(count),
                    joined: texts.to_vec(),
                    region: text(1),
                    version: (count % 2 == 0).then_some(-7),
                    json: text(2).map(Json::from),
                    flag: Some(texts.is_empty()),
                    share: Some(1.5),
                });
                same(&Mixed {
                    texts: texts.to_vec(),
                    parts: parts.clone(),
                    again: texts.to_vec(),
                    region: parts.clone(),
                    odd: parts.clone(),
                    parts_again: parts,
                    beside: text(0),
                    within: text(1),
                    underscore: text(2),
                    dot: text(0),
                    signature: text(1),
                    lower_signature: texts.to_vec(),
                    action: text(2),
                });
            }
        }
    };
}

provider!(tencent, TencentV2, "Region", "SignatureMethod");
provider!(aliyun, AliyunRpc, "RegionId", "Version");
provider!(qingcloud, Qingcloud, "zone", "version");
provider!(ucloud, Ucloud, "Region", "ProjectId");

const TIME: &str = "2023-11-14T22:13:20Z";

/// Numbers of all lengths.
#[derive(Default)]
struct Growing(AtomicU32);

impl Growing {
    fn of(call: u32) -> Nonce {
        Nonce::new(10_u128.pow(call * 7 % 19))
    }
}

impl Nonces for Growing {
    fn next(&self) -> Nonce {
        Self::of(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

/// Sends a request, twice, since the first attempt fails.
fn same<R: Request>(request: &R) {
    let time: Timestamp = TIME.parse().expect("a time");
    let fake = Fake::in_turn(vec![json(200, r#"{"Code": "Busy"}"#), json(200, r#"{"Code": 0}"#)]);
    let scheme = R::ACTION.provider().scheme();
    let keys = if token_parameter(scheme).is_some() { credentials() } else { Credentials::new("id", "hidden/secret") };
    let client = BlockingClient::<R::Provider>::new(keys.clone()).clock(time).nonces(Growing::default());
    let client = if scheme == Scheme::Ucloud { client.project("p-1") } else { client };
    let client = client.region("north-1").transport(fake.clone()).build().expect("a client");
    client.call(request).without_validation().send().expect("the second attempt works");
    let attempts = fake.asked();
    assert_eq!(attempts.len(), 2);
    for (call, attempt) in (0..).zip(attempts) {
        let common = Common::new(time, Growing::of(call)).region("north-1").project("p-1").version("2026-01-01");
        assert_eq!(attempt.url().split_once('?').map(|(_, sent)| sent), Some(&*expected(request, &common, &keys)));
    }
}

fn expected<R: Request>(request: &R, common: &Common<'_>, keys: &Credentials) -> String {
    let provider = R::ACTION.provider();
    let parameters = rt::private::parameters(R::ACTION, request);
    let mut parameters = complete(provider.scheme(), parameters, keys, common);
    parameters.sort_by(|(one, _), (other, _)| one.cmp(other));
    let target = Target::new(provider.http_method(), "box.example.com", "/api/");
    query(sign(provider.scheme(), &target, parameters, keys).parameters())
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 12,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_request_is_signed_as_its_parameters_are(texts: Vec<String>, plain in prop::collection::vec("[a-z0-9]{0,40}", 0..14), count in 0..13_usize) {
        for texts in [&texts, &plain] {
            tencent::check(texts, count);
            aliyun::check(texts, count);
            qingcloud::check(texts, count);
            ucloud::check(texts, count);
        }
    }
}
