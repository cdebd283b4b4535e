//! What is tried again, and what is not.

use std::sync::Arc;
use std::time::Duration;

use tablature_runtime::client::{HttpResponse, Retries, TransportError};

use crate::acme::{CreateBox, ListBoxes};
use crate::fake::{Came, Fake, asynchronous, builder, client, json};

const OK: &str = r#"{"Code": 0}"#;
const BUSY: &str = r#"{"Code": "Busy"}"#;

fn once_then_ok(came: Came) -> Arc<Fake> {
    Fake::in_turn(vec![came, json(200, OK)])
}

fn not_sent() -> Came {
    Err(TransportError::not_sent("connection refused"))
}

fn interrupted() -> Came {
    Err(TransportError::interrupted("connection reset"))
}

#[test]
fn reading_is_tried_again_whatever_passes_by_itself() {
    for came in [
        not_sent(),
        interrupted(),
        Err(TransportError::timed_out("late")),
        json(200, BUSY),
        json(503, "<html>"),
        json(429, ""),
    ] {
        let fake = once_then_ok(came.clone());
        assert!(client(&fake).send(&ListBoxes::default()).is_ok(), "{came:?}");
        assert_eq!((fake.asked().len(), fake.waited().len()), (2, 1), "{came:?}");
    }
    for came in [json(200, r#"{"Code": "BadKey"}"#), json(200, "{"), json(404, "<html>")] {
        let fake = once_then_ok(came);
        assert!(client(&fake).send(&ListBoxes::default()).is_err());
        assert_eq!(fake.asked().len(), 1);
    }
}

#[test]
fn a_change_is_never_sent_twice_once_it_may_have_arrived() {
    for came in [interrupted(), Err(TransportError::timed_out("late")), json(200, BUSY), json(503, ""), json(200, "")] {
        let fake = once_then_ok(came.clone());
        let error = client(&fake).send(&CreateBox::default()).unwrap_err();
        assert!(error.may_have_arrived());
        assert_eq!(fake.asked().len(), 1, "{came:?}");
    }
    let fake = once_then_ok(not_sent());
    assert!(client(&fake).send(&CreateBox::default()).is_ok());
    assert_eq!(fake.asked().len(), 2);
}

#[test]
fn attempts_end_and_can_be_turned_off() {
    for (retries, attempts) in
        [(Retries::new(), 3), (Retries::off(), 1), (Retries::new().attempts(5), 5), (Retries::new().attempts(0), 1)]
    {
        let fake = Fake::in_turn(vec![json(200, BUSY)]);
        let of_client = builder(&fake).retries(retries).build().unwrap();
        assert!(of_client.send(&ListBoxes::default()).unwrap_err().is_throttled());
        assert_eq!(fake.asked().len(), attempts);
        let fake = Fake::in_turn(vec![json(200, BUSY)]);
        assert!(client(&fake).call(&ListBoxes::default()).retries(retries).send().is_err());
        assert_eq!(fake.asked().len(), attempts);
    }
}

#[test]
fn waits_grow_by_chance_up_to_a_limit() {
    let fake = Fake::in_turn(vec![json(200, BUSY)]);
    let retries =
        Retries::new().attempts(8).first_delay(Duration::from_millis(100)).longest_delay(Duration::from_secs(1));
    assert!(builder(&fake).retries(retries).build().unwrap().send(&ListBoxes::default()).is_err());
    let waited: Vec<u128> = fake.waited().iter().map(Duration::as_millis).collect();
    for (index, wait) in waited.iter().enumerate() {
        let least = (100 << index).min(1000);
        assert!((least..=(2 * least).min(1000)).contains(wait), "{waited:?}");
    }
    assert_eq!(waited.len(), 7);
}

#[test]
fn the_providers_own_wish_counts_as_far_as_it_is_bearable() {
    let busy = |after: &str| Ok(HttpResponse::new(429, Vec::new()).header("Retry-After", after));
    for (after, waits) in [
        ("7", Some(7)),
        ("Tue, 14 Nov 2023 22:13:25 GMT", Some(5)),
        ("21", None),
        ("99999999999", None),
        ("99999999999999999999999", None),
    ] {
        let fake = once_then_ok(busy(after));
        let result = client(&fake).send(&ListBoxes::default());
        assert_eq!(result.is_ok(), waits.is_some(), "{after}");
        assert_eq!(fake.waited().first().map(Duration::as_secs), waits, "{after}");
    }
    for odd in ["soon", "-1", "", "Tue, 14 Nov 2000 22:13:25 GMT"] {
        let fake = once_then_ok(busy(odd));
        assert!(client(&fake).send(&ListBoxes::default()).is_ok());
        assert!(fake.waited()[0] < Duration::from_secs(1), "{odd}");
    }
}

#[test]
fn each_attempt_is_signed_anew() {
    let fake = once_then_ok(interrupted());
    let nonces = builder(&fake).nonces(tablature_runtime::sign::RandomNonces).build().unwrap();
    nonces.send(&ListBoxes::default()).unwrap();
    assert_ne!(fake.asked()[0].url(), fake.asked()[1].url());
}

#[tokio::test]
async fn asynchronous_clients_try_again_too() {
    let fake = once_then_ok(interrupted());
    asynchronous(&fake).send(&ListBoxes::default()).await.unwrap();
    assert_eq!((fake.asked().len(), fake.waited().len()), (2, 1));
    let fake = once_then_ok(interrupted());
    assert!(asynchronous(&fake).send(&CreateBox::default()).await.is_err());
    assert_eq!(fake.asked().len(), 1);
}
