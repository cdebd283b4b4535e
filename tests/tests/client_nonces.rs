//! Every attempt of a call has a nonce of its own: the fake cloud refuses those that it has seen.

use std::collections::BTreeSet;

use tablature::runtime::client::{BlockingClient, Builder, Error};
use tablature::runtime::sign::Nonce;
use tablature::runtime::{ProviderMarker, Request};
use tablature::{aliyun, tencent};
use tablature_mock::{Cloud, Fault, Signature};

type Blocking<P> = Builder<P, dyn tablature::runtime::client::BlockingTransport>;

/// Sends a request whose first two attempts take effect and are not answered. Gives the values of the parameter that
/// carries the nonce, and what the signatures were worth.
fn send<P: ProviderMarker, R: Request<Provider = P>>(
    request: &R,
    parameter: &str,
    settings: impl FnOnce(Blocking<P>) -> Blocking<P>,
) -> (Result<R::Response, Error>, BTreeSet<String>, Vec<Signature>) {
    let cloud = Cloud::start().expect("loopback is there");
    let provider = P::PROVIDER.name();
    let lost = Fault::new("lose".parse().expect("a fault"));
    cloud.fault(lost.times(2).on(provider)).expect("it is planned");
    let endpoint = cloud.endpoint(provider).expect("the provider exists");
    let client = BlockingClient::<P>::new(cloud.credentials()).endpoint(endpoint).region("region-1");
    let client = settings(client).build().expect("a client");
    let result = client.send(request);
    let calls = cloud.calls();
    let nonces = calls.iter().filter_map(|call| call.parameter(parameter)).map(str::to_owned);
    (result, nonces.collect(), calls.iter().map(|call| call.signature).collect())
}

fn check<P: ProviderMarker, R: Request<Provider = P>>(request: &R, parameter: &str, code: &str) {
    let (result, nonces, signatures) = send(request, parameter, |client| client);
    assert!(result.is_ok(), "{:?}", result.err());
    assert_eq!((nonces.len(), signatures), (3, vec![Signature::Right; 3]));

    // The same nonce again and again is found out, so that the test above can fail.
    let now = tablature::runtime::jiff::Timestamp::now();
    let (result, nonces, signatures) = send(request, parameter, |client| client.nonces(Nonce::new(7)).clock(now));
    let error = result.err().expect("the second attempt is refused");
    assert_eq!(error.code(), Some(code), "{error}");
    assert_eq!(nonces.len(), 1);
    assert_eq!(signatures[..2], [Signature::Right, Signature::Replayed]);
}

#[test]
fn attempts_at_alibaba_cloud() {
    check(&aliyun::ecs::DescribeImages::new("cn-hangzhou"), "SignatureNonce", "SignatureNonceUsed");
}

#[test]
fn attempts_at_tencent_cloud() {
    check(&tencent::cvm::DescribeImages::new(), "Nonce", "4500");
}
