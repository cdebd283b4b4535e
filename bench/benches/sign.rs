//! What a call costs before it is sent: the request is built, validated, encoded and signed. Beside it stands the digest
//! alone over the same bytes.
//!
//! The two ways take turns, round by round, since a shared machine is now fast and now slow; the median of the rounds
//! counts. The last column is of the fastest twentieth of the rounds, which others disturbed least. What makes the digest is
//! the same for both.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use hmac::{Hmac, KeyInit, Mac};
use sha1::{Digest, Sha1};
use sha2::Sha256;
use tablature::runtime::client::{BlockingClient, BlockingTransport, HttpRequest, HttpResponse, TransportError};
use tablature::runtime::sign::{Target, query, sign};
use tablature::runtime::{ProviderMarker, Request, Scheme};
use tablature::{Credentials, aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tablature_bench::median;

const ROUNDS: usize = 2000;
const WARM_UP: usize = 200;
const CALLS: usize = 10;
const SECRET: &str = "FakeSecretKey0123456789abcdefghij";

/// Nothing is sent here.
struct Nowhere;

impl BlockingTransport for Nowhere {
    fn exchange(&self, _: &HttpRequest) -> Result<HttpResponse, TransportError> {
        Err(TransportError::not_sent("nothing is sent"))
    }
}

fn main() {
    println!("median of {ROUNDS} interleaved rounds of {CALLS} calls\n");
    println!(
        "| | bytes signed | build, validate, sign, µs | digest, µs | ratio | undisturbed |\n|---|---|---|---|---|---|"
    );
    measure(|| {
        aliyun::ecs::DescribeImages::new("cn-hangzhou")
            .image_owner_alias(aliyun::ecs::ImageOwnerAlias::System)
            .tag([aliyun::ecs::Tag::new("env").value("prod"), aliyun::ecs::Tag::new("team").value("storage")])
            .page_number(2)
            .page_size(50)
    });
    measure(|| qingcloud::iaas::DescribeImages::new("pek3").images(["img-1", "img-2", "img-3"]).limit(20).offset(40));
    measure(|| tencent::cvm::DescribeImages::new().image_type(2).image_ids(["img-1", "img-2", "img-3"]).limit(20));
    measure(|| ucloud::uhost::DescribeImage::new("cn-bj2").zone("cn-bj2-04").os_type("Linux").offset(40).limit(20));
    measure(|| ucloudstack::image::DescribeImage::new("cn").image_ids(["image-1", "image-2", "image-3"]).limit(20));
}

fn measure<P: ProviderMarker, R: Request<Provider = P>>(build: impl Fn() -> R) {
    let client = BlockingClient::<P>::new(Credentials::new("FAKEKEY00000000001", SECRET))
        .endpoint("http://127.0.0.1:1/")
        .region("region-1")
        .transport(Arc::new(Nowhere))
        .build()
        .expect("a client of this machine");
    let call = || drop(black_box(client.prepare(black_box(&build())).expect("the request is valid")));
    let text = signed_text::<R>(&client.prepare(&build()).expect("the request is valid"));
    let alone = || digest(P::PROVIDER.scheme(), black_box(text.as_bytes()));
    let (mut calls, mut digests) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS + WARM_UP {
        let (whole, part) = (time(call), time(alone));
        if round >= WARM_UP {
            calls.push(whole);
            digests.push(part);
        }
    }
    let (whole, part) = (median(&mut calls), median(&mut digests));
    // Both are in order now.
    let undisturbed = calls[ROUNDS / 20] / digests[ROUNDS / 20];
    let (name, length, ratio) = (P::PROVIDER.name(), text.len(), whole / part);
    println!("| {name} | {length} | {:.2} | {:.2} | {ratio:.1} | {undisturbed:.1} |", whole * 1e6, part * 1e6);
}

fn time(work: impl Fn()) -> f64 {
    let start = Instant::now();
    (0..CALLS).for_each(|_| work());
    start.elapsed().as_secs_f64() / CALLS as f64
}

/// The text that this call signed.
fn signed_text<R: Request>(request: &HttpRequest) -> String {
    let url = request.url();
    let pairs: Vec<(String, String)> = url
        .split_once('?')
        .map_or("", |(_, pairs)| pairs)
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), decoded(value)))
        .collect();
    assert!(query(&pairs).len() > 100, "the call has parameters");
    let path = url.split_once('?').and_then(|(address, _)| address.strip_prefix("http://127.0.0.1:1")).unwrap_or("/");
    let provider = R::ACTION.provider();
    let target = Target::new(provider.http_method(), "127.0.0.1:1", path);
    sign(provider.scheme(), &target, pairs, &Credentials::new("", SECRET)).expose_string_to_sign().to_owned()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digits =
            (*first == b'%').then(|| tail.get(..2)).flatten().and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).expect("what was encoded is text")
}

fn digest(scheme: Scheme, text: &[u8]) {
    match scheme {
        Scheme::Ucloud => drop(black_box(Sha1::digest(text))),
        Scheme::AliyunRpc => keyed::<Hmac<Sha1>>(text),
        _ => keyed::<Hmac<Sha256>>(text),
    }
}

fn keyed<M: Mac + KeyInit>(text: &[u8]) {
    let mut mac = <M as KeyInit>::new_from_slice(SECRET.as_bytes()).expect("a key of any length");
    mac.update(text);
    drop(black_box(mac.finalize()));
}
