//! What is sent, and what is not.

use std::time::Duration;

use tablature_runtime::Method;
use tablature_runtime::client::{BlockingClient, Client, HttpResponse, outcome};

use crate::acme::{Acme, ListBoxes};
use crate::fake::{Fake, asynchronous, builder, client, credentials, json};

const OK: &str = r#"{"Code": 0, "Boxes": [{"Id": 1}]}"#;

#[test]
fn parameters_travel_in_the_address_or_in_the_body() {
    for (method, name) in [(Method::Get, "GET"), (Method::Post, "POST")] {
        let fake = Fake::in_turn(vec![json(200, OK)]);
        let client = builder(&fake).method(method).region("north-1").build().unwrap();
        let answer = client.send(&ListBoxes { start: Some(7), size: None }).unwrap();
        assert_eq!(answer.boxes[0].id, Some(1));
        let asked = fake.asked();
        let (url, body) = (asked[0].url(), asked[0].body());
        assert_eq!((asked.len(), asked[0].method_name(), method.to_string().as_str()), (1, name, name));
        assert_eq!(asked[0].action().name(), "ListBoxes");
        assert!(url.starts_with("https://box.example.com/api/"), "{url}");
        let parameters = body.unwrap_or_else(|| url.split_once('?').unwrap().1);
        assert_eq!(body.is_some(), method == Method::Post);
        for pair in [
            "Action=ListBoxes",
            "Start=7",
            "Version=2026-01-01",
            "RegionId=north-1",
            "Timestamp=2023-11-14T22%3A13%3A20Z",
        ] {
            assert!(parameters.split('&').any(|other| other == pair), "{pair} in {parameters}");
        }
        assert!(parameters.contains("&Signature="));
        assert_eq!(asked[0].headers().iter().any(|(name, _)| *name == "content-type"), method == Method::Post);
    }
}

#[test]
fn what_breaks_the_documents_word_is_sent_only_when_asked_for() {
    let fake = Fake::in_turn(vec![json(200, OK)]);
    let wrong = ListBoxes { start: None, size: Some(101) };
    let error = client(&fake).send(&wrong).unwrap_err();
    assert!(error.is_invalid() && !error.is_retryable() && !error.may_have_arrived());
    assert_eq!(error.violations().unwrap().as_slice()[0].name(), "Size");
    let text = error.to_string();
    assert!(text.starts_with("Acme Cloud ListBoxes: the request was not sent"), "{text}");
    assert!(text.contains("Size must be at most 100, but is 101") && text.contains("`without_validation`"), "{text}");
    assert!(fake.asked().is_empty());

    assert!(client(&fake).call(&wrong).without_validation().send().is_ok());
    assert!(builder(&fake).without_validation().build().unwrap().send(&wrong).is_ok());
    assert_eq!(fake.asked().len(), 2);
}

#[test]
fn plain_http_is_for_this_machine_unless_asked_for() {
    let address = |address: &str| {
        BlockingClient::<Acme>::new(credentials()).endpoint(address).transport(Fake::in_turn(vec![json(200, OK)]))
    };
    for good in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1/api/", "https://example.com"] {
        assert!(address(good).build().is_ok(), "{good}");
    }
    let error = address("http://example.com").build().unwrap_err();
    assert!(
        error.to_string().contains("without encryption") && error.to_string().contains("allow_plain_http"),
        "{error}"
    );
    assert!(address("http://example.com").allow_plain_http().build().is_ok());
    for bad in ["example.com", "ftp://example.com/", "https://user:hidden@example.com/"] {
        let error = address(bad).build().unwrap_err().to_string();
        assert!(error.starts_with("Acme Cloud: the endpoint") && !error.contains("hidden"), "{error}");
    }
}

#[test]
fn settings_reach_the_transport() {
    let fake = Fake::in_turn(vec![json(200, OK)]);
    let client = builder(&fake)
        .endpoint("http://localhost:99")
        .timeout(Duration::from_secs(7))
        .user_agent("mine/1")
        .body_limit(5);
    let client = client.build().unwrap();
    client.send(&ListBoxes::default()).unwrap();
    client.call(&ListBoxes::default()).timeout(Duration::from_secs(8)).send().unwrap();
    let asked = fake.asked();
    assert!(asked[0].url().starts_with("http://localhost:99/api/?"), "the documented path");
    assert_eq!((asked[0].timeout().as_secs(), asked[1].timeout().as_secs(), asked[0].body_limit()), (7, 8, 5));
    assert!(asked[0].headers().contains(&("user-agent", "mine/1")));
}

#[test]
fn a_caller_can_carry_calls_alone() {
    let fake = Fake::in_turn(vec![json(200, OK)]);
    let request = client(&fake).prepare(&ListBoxes::default()).unwrap();
    assert!(request.url().contains("Action=ListBoxes") && fake.asked().is_empty());
    let answer = outcome::<ListBoxes>(HttpResponse::new(200, OK.as_bytes().to_vec())).unwrap();
    assert_eq!(answer.boxes.len(), 1);
    let failed = HttpResponse::new(200, br#"{"Code": "BadKey", "Message": "who?"}"#.to_vec());
    assert!(outcome::<ListBoxes>(failed).unwrap_err().is_auth());
}

#[tokio::test]
async fn a_call_can_be_sent_from_a_task_of_its_own() {
    let fake = Fake::in_turn(vec![json(200, OK)]);
    let client: Client<Acme> = asynchronous(&fake);
    let call = client.send(&ListBoxes::default());
    drop(client);
    assert_eq!(tokio::spawn(call).await.unwrap().unwrap().boxes.len(), 1);
}
