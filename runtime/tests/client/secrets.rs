//! Nothing that a client says holds a secret.

use std::error::Error as _;

use tablature_runtime::client::{BlockingClient, DriftCollector, HttpResponse, TransportError};
use tablature_runtime::sign::percent_encoded;

use crate::acme::{Acme, CreateBox, ListBoxes};
use crate::fake::{Fake, asynchronous, builder, client, credentials, json};

const SECRETS: [&str; 4] = ["hidden/secret", "hidden/token", "hidden/password", "hidden/proxy"];

fn assert_clean(text: &str) {
    for secret in SECRETS {
        for form in [secret.to_owned(), percent_encoded(secret), percent_encoded(&percent_encoded(secret))] {
            assert!(!text.contains(&form), "{form} shows in {text}");
        }
    }
    assert!(!text.contains("Signature="), "a signature shows in {text}");
}

#[test]
fn no_error_repeats_what_the_provider_repeats() {
    let words: Vec<String> = SECRETS[..3]
        .iter()
        .flat_map(|one| [(*one).to_owned(), percent_encoded(one), percent_encoded(&percent_encoded(one))])
        .collect();
    let words = words.join(" ");
    let answers = [
        json(400, &format!(r#"{{"Code": "Odd {words}", "Message": "you sent {words}", "RequestId": "{words}"}}"#)),
        json(200, &format!("<html>{words}")),
        json(200, &format!(r#"{{"Code": "0", "x": "{words}"#)),
        Ok(HttpResponse::new(302, Vec::new()).header("Location", format!("/{words}?Signature=x"))),
    ];
    for came in answers {
        let request = CreateBox { password: Some("hidden/password".to_owned()) };
        let error = client(&Fake::in_turn(vec![came])).send(&request).unwrap_err();
        let parts = [error.code(), error.message(), error.request_id(), error.body()];
        assert_clean(&format!("{error} {error:?} {error:#?} {parts:?} {:?}", error.source()));
        assert!(format!("{error}{:?}", error.body()).contains("[redacted]"), "{error}");
    }
}

/// A value that is not as documented, a field that nobody knows, and a value of which only the beginning is shown.
#[test]
fn neither_decoding_nor_drift_repeats_a_secret() {
    for secret in &SECRETS[..2] {
        let long = format!("{}{secret}", "x".repeat(52));
        let body = format!(r#"{{"Code": 0, "Total": "{secret}", "{secret}": 1, "Boxes": "{long}"}}"#);
        let (fake, collector) = (Fake::in_turn(vec![json(200, &body)]), DriftCollector::new());
        let error = builder(&fake).drift(&collector).build().unwrap().send(&ListBoxes::default()).unwrap_err();
        let report = collector.report();
        for text in
            [format!("{error} {:?}", error.source()), format!("{report} {report:?}"), report.to_json().to_string()]
        {
            assert!(text.contains("[redacted]") && text.contains("xxx") && !text.contains("hidden/"), "{text}");
        }
    }
}

/// The texts of a caller's transport may hold the address.
#[test]
fn no_error_repeats_the_address_that_a_transport_names() {
    for make in [TransportError::not_sent, TransportError::interrupted, TransportError::timed_out] {
        let fake = Fake::new(move |_, request| Err(make(request.url())));
        let error = client(&fake).send(&CreateBox { password: Some("hidden/password".to_owned()) }).unwrap_err();
        let signature = fake.asked()[0].url().rsplit_once("Signature=").unwrap().1.to_owned();
        let text = format!("{error} {error:?}");
        assert!(text.contains("Signature=[redacted]") && !text.contains(&signature), "{text}");
        assert!(!text.contains("hidden"), "{text}");
    }
}

#[test]
fn what_is_made_of_keys_shows_none() {
    let fake = Fake::in_turn(vec![Err(TransportError::interrupted("reset"))]);
    let making = builder(&fake).proxy("http://me:hidden/proxy@proxy.example.com:1");
    assert_clean(&format!("{making:?} {:?}", credentials()));
    let client = making.build().unwrap();
    let request = client.prepare(&ListBoxes::default()).unwrap();
    assert!(request.url().contains("SecurityToken=hidden%2Ftoken"));
    assert_clean(&format!("{client:?} {request:?} {request:#?}"));
    let error = client.send(&ListBoxes::default()).unwrap_err();
    assert_clean(&format!("{error} {error:?} {:?}", error.source()));
}

#[test]
fn what_is_on_its_way_shows_its_action() {
    let fake = Fake::in_turn(vec![Err(TransportError::interrupted("reset"))]);
    let (client, asynchronous) = (client(&fake), asynchronous(&fake));
    let request = ListBoxes::default();
    for (shown, name) in [
        (format!("{:?}", client.call(&request)), "Call"),
        (format!("{:?}", client.pages(request.clone())), "BlockingPages"),
        (format!("{:?}", client.items(request.clone())), "BlockingItems"),
        (format!("{:?}", asynchronous.pages(request.clone())), "Pages"),
        (format!("{:?}", asynchronous.items(request.clone())), "Items"),
    ] {
        assert_eq!(shown, format!("{name} {{ action: \"ListBoxes\", .. }}"));
    }
}

#[test]
fn an_answer_shows_only_its_outside() {
    let response = HttpResponse::new(200, b"hidden/secret".to_vec()).header("set-cookie", "hidden/token");
    assert_eq!(format!("{response:?}"), "HttpResponse { status: 200, body: 13 bytes, end: Complete, .. }");
}

#[test]
fn a_proxy_that_is_none_is_not_repeated() {
    let making = BlockingClient::<Acme>::new(credentials()).proxy("::hidden/proxy::");
    assert_clean(&format!("{making:?}"));
    let error = making.build().unwrap_err();
    assert_clean(&format!("{error} {error:?}"));
}
