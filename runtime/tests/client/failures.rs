//! Answers that are no success: what they mean, and what is said of them.

use std::time::Duration;

use tablature_runtime::client::{End, Error, HttpResponse, TransportError};

use crate::acme::{CreateBox, ListBoxes};
use crate::fake::{Came, Fake, builder, json};

fn failure(came: Came) -> Error {
    let client =
        builder(&Fake::in_turn(vec![came])).retries(tablature_runtime::client::Retries::off()).build().unwrap();
    client.send(&ListBoxes::default()).unwrap_err()
}

/// Throttled, worth another try, keys, not found, clock.
fn classes(error: &Error) -> [bool; 5] {
    [error.is_throttled(), error.is_retryable(), error.is_auth(), error.is_not_found(), error.is_clock_skew()]
}

#[test]
fn codes_and_statuses_are_told_apart() {
    const T: bool = true;
    const F: bool = false;
    for (status, code, expected) in [
        (200, r#""Busy.User""#, [T, T, F, F, F]),
        (400, r#""Busy""#, [T, T, F, F, F]),
        (200, "5000", [F, T, F, F, F]),
        (200, r#""5000""#, [F, T, F, F, F]),
        (500, r#""Odd""#, [F, T, F, F, F]),
        (200, r#""BadKey""#, [F, F, T, F, F]),
        (404, r#""Box.NotFound""#, [F, F, F, T, F]),
        (200, r#""Expired""#, [F, F, F, F, T]),
        (400, "0", [F, F, F, F, F]),
        (200, "-1", [F, F, F, F, F]),
        (200, "true", [F, F, F, F, F]),
    ] {
        let error = failure(json(status, &format!(r#"{{"Code": {code}, "Message": "no"}}"#)));
        assert_eq!(classes(&error), expected, "{status} {code}");
        assert_eq!((error.code(), error.http_status()), (Some(code.trim_matches('"')), Some(status)));
    }
}

#[test]
fn bytes_that_are_no_text_hide_no_code() {
    let body = b"{\"Code\": \"Busy\", \"Message\": \"\xc7\xeb\", \"RequestId\": \"r-1\"}".to_vec();
    let error = failure(Ok(HttpResponse::new(400, body)));
    assert!(error.is_throttled() && error.is_retryable());
    assert_eq!((error.code(), error.request_id()), (Some("Busy"), Some("r-1")));
    let error = failure(json(400, "\u{feff}{\"Code\": \"Busy\"}"));
    assert!(error.is_throttled());
}

#[test]
fn what_is_wrong_behind_a_code_hides_it_no_more() {
    for (status, body, code, is_known) in [
        (200, "{\"Code\": \"BadKey\", \"Message\": \"on two\nlines\"}", Some("BadKey"), [false, false, true]),
        (200, r#"{"Code": "5000", "Message": "half of a letter: \ud83d"}"#, Some("5000"), [false, true, false]),
        (400, r#"{"Code": "Busy", "Mess"#, Some("Busy"), [true, true, false]),
        (400, r#"{"RequestId": "r-1", "Code": "Busy"#, None, [false, false, false]),
        (200, r#"{"Code": 5000"#, None, [false, false, false]),
        (200, r#"{"Code": 0, "Boxes": [{"#, None, [false, false, false]),
    ] {
        let error = failure(json(status, body));
        assert_eq!(error.code(), code, "{body}");
        assert_eq!([error.is_throttled(), error.is_retryable(), error.is_auth()], is_known, "{body}");
        assert!(error.to_string().contains("it begins with"), "{error}");
    }
    let cut =
        HttpResponse::new(200, br#"{"Code": "Busy", "Message": "#.to_vec()).ended(End::Interrupted("reset".into()));
    assert!(failure(Ok(cut)).is_throttled());
}

#[test]
fn what_cannot_be_sent_is_not_tried_again() {
    let fake = Fake::in_turn(vec![Err(TransportError::unsendable("the address is too long"))]);
    let error = builder(&fake).build().unwrap().send(&ListBoxes::default()).unwrap_err();
    assert_eq!(fake.asked().len(), 1);
    assert!(!error.is_retryable() && !error.may_have_arrived(), "{error:?}");
    assert_eq!(
        error.to_string(),
        "Acme Cloud ListBoxes: no answer: the address is too long; the call was not sent. \
         Check the settings of the client; a call with long parameters needs `.method(Method::Post)`"
    );
}

#[test]
fn an_answer_that_does_not_end_in_time_is_a_timeout() {
    let begun = HttpResponse::new(200, b"{\"Code\": 0,".to_vec()).ended(End::TimedOut("1s after it began".to_owned()));
    let error = failure(Ok(begun));
    assert!(error.is_timeout() && error.is_retryable() && error.may_have_arrived(), "{error:?}");
    assert_eq!(error.body(), Some("{\"Code\": 0,"));
}

/// The worth of an answer may lie in its other fields.
#[test]
fn one_bad_field_fails_an_answer_unless_asked_to_leave_it_out() {
    let fake = Fake::in_turn(vec![json(200, r#"{"Code": 0, "Total": "many", "Boxes": [{"Id": 7}]}"#)]);
    let client = builder(&fake).build().unwrap();
    let error = client.send(&ListBoxes::default()).unwrap_err();
    assert_eq!(error.decode_error().map(|error| error.fields().len()), Some(1));
    assert_eq!(error.body(), None);
    assert!(error.to_string().ends_with("With `lenient`, such fields are left out, and the rest of the answer comes"));
    let answer = client.call(&ListBoxes::default()).lenient().send().unwrap();
    assert_eq!((answer.total, answer.boxes.len()), (None, 1));
    assert!(builder(&fake).lenient().build().unwrap().send(&ListBoxes::default()).is_ok());
    let broken = Fake::in_turn(vec![json(200, r#"{"Code": 0}"#), json(200, r#"{"Code": 0, "Total": [}"#)]);
    let client = builder(&broken).lenient().build().unwrap();
    assert!(client.send(&ListBoxes::default()).is_ok());
    assert!(client.send(&ListBoxes::default()).is_err());
}

#[test]
fn messages_say_who_why_and_what_to_do() {
    let answer =
        HttpResponse::new(400, r#"{"Code": "Busy", "Message": "Zu viele 请求."}"#.into()).header("x-id", "id-7");
    let error = failure(Ok(answer.header("Retry-After", "9")));
    assert_eq!(
        error.to_string(),
        "Acme Cloud ListBoxes: Busy: Zu viele 请求 (HTTP 400, request ID id-7). Call less often; the provider asks to wait 9 s"
    );
    assert_eq!(error.retry_after(), Some(Duration::from_secs(9)));
    let error = failure(json(200, r#"{"Code": "Expired", "Message": "", "RequestId": "r-1"}"#));
    assert_eq!(
        error.to_string(),
        "Acme Cloud ListBoxes: Expired (HTTP 200, request ID r-1). \
         Set the clock of this machine: it said 2023-11-14T22:13:20Z when the call was signed"
    );
    let error = failure(Ok(HttpResponse::new(302, Vec::new()).header("location", "/elsewhere")));
    assert!(error.to_string().contains("points to \"/elsewhere\", and redirects are not followed"), "{error}");
}

#[test]
fn what_explains_a_failure_is_shown_and_nothing_else() {
    for (status, body, says) in [
        (
            500,
            r#"{"Code": 0, "Boxes": []}"#,
            r#"the call failed; the answer begins with "{\"Code\": 0, \"Boxes\": []}""#,
        ),
        (500, r#"{"Code": "0", "Message": "gone"}"#, "the call failed: gone"),
        (403, r#"{"error": "blocked"}"#, r#"the call failed; the answer begins with "{\"error\": \"blocked\"}""#),
        (403, r#"{"Code": "Odd", "more": 1}"#, "Odd"),
        (403, "{}", r#"the call failed; the answer begins with "{}""#),
    ] {
        let text = failure(json(status, body)).to_string();
        assert!(text.starts_with(&format!("Acme Cloud ListBoxes: {says} (HTTP {status})")), "{text}");
    }
}

#[test]
fn an_encoding_that_nobody_asked_for_is_named() {
    let answer =
        |encoding: &str, body: &[u8]| HttpResponse::new(200, body.to_vec()).header("Content-Encoding", encoding);
    let error = failure(Ok(answer("gzip", b"\x1f\x8b\x08")));
    assert_eq!(
        error.to_string(),
        "Acme Cloud ListBoxes: the answer is encoded as \"gzip\", which was not asked for, perhaps by a proxy (HTTP 200)"
    );
    for (encoding, body) in [("identity", "busy"), ("", "busy"), ("gzip", "")] {
        let text = failure(Ok(answer(encoding, body.as_bytes()))).to_string();
        assert!(!text.contains("encoded as"), "{text}");
    }
    // A transport may have decoded it, and have left the header there.
    assert!(failure(Ok(answer("gzip", br#"{"Code": "Busy"}"#))).is_throttled());
}

#[test]
fn what_lies_in_between_has_wishes_of_its_own() {
    assert!(failure(json(414, "")).to_string().ends_with("needs `.method(Method::Post)`"));
    let error = failure(json(407, "<html>who are you?</html>"));
    assert!(!error.is_auth(), "{error}");
    assert!(
        error.to_string().ends_with("(HTTP 407). Give the proxy the user and the password that it asks for"),
        "{error}"
    );
}

#[test]
fn what_cannot_be_read_is_an_error_that_keeps_the_beginning() {
    for (status, body, says) in [
        (200, "", "the answer is empty"),
        (200, "  \n", "the answer is empty"),
        (200, "[]", "no object"),
        (200, "null", "no object"),
        (200, "7", "no object"),
        (200, r#"{"Code": 0, "Boxes": [{"#, "ends in the middle"),
        (200, "slow down", "is not JSON"),
        (502, "<html><body>gateway</body></html>", "web page"),
        (200, r#"{"Boxes": []}"#, "no `Code`"),
        (200, r#"{"Code": null, "Boxes": []}"#, "no `Code`"),
        (200, "\u{feff}{}", "no `Code`"),
    ] {
        let error = failure(json(status, body));
        let text = error.to_string();
        assert!(text.starts_with("Acme Cloud ListBoxes: ") && text.contains(says), "{body}: {text}");
        assert_eq!((error.http_status(), error.body()), (Some(status), Some(body)));
        assert_eq!(error.is_retryable(), status == 502, "{body}");
    }
    let error = failure(json(502, "<html><body>gateway"));
    assert!(error.to_string().contains(r#"it begins with "<html><body>gateway""#), "{error}");
}

#[test]
fn a_body_without_end_and_one_that_breaks_off_are_errors() {
    let long = HttpResponse::new(200, vec![b' '; 100]).ended(End::OverLimit);
    let error = failure(Ok(long));
    assert!(error.to_string().contains("longer than the 100 bytes") && !error.is_retryable(), "{error}");
    let broken = HttpResponse::new(200, br#"{"Code": 0"#.to_vec()).ended(End::Interrupted("reset".to_owned()));
    let error = failure(Ok(broken));
    assert!(error.to_string().contains("(reset)") && error.is_retryable(), "{error}");
    assert_eq!(error.body(), Some(r#"{"Code": 0"#));
}

#[test]
fn of_a_long_answer_the_beginning_is_kept() {
    let words = "中".repeat(100_000);
    let error = failure(json(400, &format!(r#"{{"Code": "Odd", "Message": "{words}"}}"#)));
    assert!(error.body().unwrap().len() < 20_000 && error.message().unwrap().len() < 20_000);
    assert!(error.message().unwrap().starts_with("中中"));
}

#[test]
fn an_answer_that_is_not_as_documented_is_no_failed_call() {
    let error = failure(json(200, r#"{"Code": 0, "Total": "many", "Boxes": [], "RequestId": "r-9"}"#));
    assert_eq!(error.request_id(), Some("r-9"));
    assert!(error.to_string().contains("the call worked, but the answer is not as documented: Total"), "{error}");
    assert_eq!(error.decode_error().unwrap().fields()[0].row(), "Total");
    assert!(error.may_have_arrived() && !error.is_retryable());
}

#[test]
fn what_may_have_taken_effect_is_to_be_looked_at_first() {
    let advice = |came| {
        let client = builder(&Fake::in_turn(vec![came])).build().unwrap();
        client.send(&CreateBox { password: None }).unwrap_err().to_string()
    };
    for came in [Err(TransportError::interrupted("reset")), Err(TransportError::timed_out("late")), json(502, "<html>")]
    {
        let text = advice(came);
        assert!(text.ends_with(". Look whether the call took effect before it is sent again"), "{text}");
    }
    let client = builder(&Fake::in_turn(vec![Err(TransportError::not_sent("refused"))]));
    let client = client.retries(tablature_runtime::client::Retries::off()).build().unwrap();
    let text = client.send(&CreateBox { password: None }).unwrap_err().to_string();
    assert!(
        text.ends_with("the call was not sent. Check the network, the endpoint, and the proxy if there is one"),
        "{text}"
    );
}
