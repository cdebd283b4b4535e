//! Clients that are made of another one: its settings, and what carries its calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tablature_runtime::client::{
    BlockingTransport, Client, DriftCollector, Error, HttpRequest, HttpResponse, Retries, TransportError,
};
use tablature_runtime::sign::Credentials;
use tablature_runtime::{Method, Paged, Request};

use crate::acme::{ListBoxes, ListPages};
use crate::fake::{Fake, asynchronous, builder, json};

const ONE: &str = r#"{"Code": 0, "Total": 1, "Boxes": [{"Id": 1, "New": true}]}"#;

#[test]
fn a_client_takes_over_the_settings_of_another_one() {
    let fake = Fake::in_turn(vec![json(200, ONE)]);
    let drift = DriftCollector::new();
    let usual = builder(&fake)
        .endpoint("http://localhost:1/other/")
        .method(Method::Post)
        .region("north-1")
        .user_agent("inventory/1")
        .timeout(Duration::from_secs(7))
        .body_limit(99)
        .without_validation()
        .drift(&drift)
        .build()
        .unwrap();
    let south = usual.to_builder().region("south-1").build().unwrap();
    let request = ListBoxes { start: None, size: Some(101) };
    usual.send(&request).unwrap();
    south.send(&request).unwrap();
    let [first, second] = &*fake.asked() else { panic!("both are sent over the same transport") };
    let said = |request: &HttpRequest| {
        (request.url(), request.method(), request.timeout(), request.body_limit(), request.headers().len())
    };
    assert_eq!(said(first), said(second));
    assert_eq!(first.headers(), second.headers());
    let parameters = |request: &HttpRequest| {
        let all: Vec<String> = request.body().unwrap().split('&').map(str::to_owned).collect();
        all.into_iter().filter(|pair| !pair.starts_with("Signature=")).collect::<Vec<_>>()
    };
    let moved: Vec<String> =
        parameters(first).iter().map(|pair| pair.replace("RegionId=north-1", "RegionId=south-1")).collect();
    assert_ne!(parameters(first), moved);
    assert_eq!(parameters(second), moved, "clock, nonces and keys are the same");
    assert_eq!(drift.report().entries()[0].count(), 2);
}

#[test]
fn keys_can_be_renewed() {
    let fake = Fake::in_turn(vec![json(200, ONE)]);
    let old = builder(&fake).build().unwrap();
    let new = old.to_builder().credentials(Credentials::new("NEXT-KEY", "s").token("t")).build().unwrap();
    for client in [&old, &new, &old] {
        client.send(&ListBoxes::default()).unwrap();
    }
    let keys = fake.asked().iter().map(|request| request.url().contains("AccessKeyId=NEXT-KEY&")).collect::<Vec<_>>();
    assert_eq!(keys, [false, true, false]);
}

/// Counts what goes through it.
struct Counting<T: ?Sized>(Arc<T>, AtomicUsize);

impl BlockingTransport for Counting<dyn BlockingTransport> {
    fn exchange(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.exchange(request)
    }

    fn wait(&self, delay: Duration) {
        self.0.wait(delay);
    }
}

#[test]
fn a_transport_can_be_wrapped() {
    let fake = Fake::in_turn(vec![json(503, "{}"), json(200, ONE)]);
    let usual = builder(&fake).build().unwrap();
    let counting = Arc::new(Counting(usual.transport(), AtomicUsize::new(0)));
    let counted = usual.to_builder().transport(counting.clone()).build().unwrap();
    counted.send(&ListBoxes::default()).unwrap();
    usual.send(&ListBoxes::default()).unwrap();
    assert_eq!((counting.1.load(Ordering::Relaxed), fake.asked().len(), fake.waited().len()), (2, 3, 1));
}

/// Needs no bounds but what it asks of requests; and what it makes can go to another thread.
async fn count<R: Paged>(client: Client<R::Provider>, request: R) -> Result<usize, Error> {
    let mut items = client.items(request);
    let mut count = 0;
    while items.next().await.transpose()?.is_some() {
        count += 1;
    }
    Ok(count)
}

async fn send<R: Request>(client: &Client<R::Provider>, request: &R) -> Result<R::Response, Error> {
    client.call(request).retries(Retries::off()).send().await
}

#[tokio::test]
async fn a_function_for_requests_of_any_kind_needs_no_further_bounds() {
    let client = asynchronous(&Fake::in_turn(vec![json(200, ONE)]));
    let counted = [
        tokio::spawn(count(client.clone(), ListBoxes::default())).await,
        tokio::spawn(count(client.clone(), ListPages::default())).await,
    ];
    assert_eq!(counted.map(|count| count.unwrap().unwrap()), [1, 1]);
    assert_eq!(send(&client, &ListBoxes::default()).await.unwrap().boxes.len(), 1);
}
