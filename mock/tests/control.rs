//! The reserved paths, by which other languages program the fake cloud.

mod support;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};
use support::{STACK, UCLOUD, agent, header, send};
use tablature_mock::Cloud;

/// Status and body of a request to a reserved path; a body makes it a `POST`.
fn control(cloud: &Cloud, path: &str, body: Option<&str>) -> (u16, Value) {
    let url = format!("{}{path}", cloud.url());
    let response = match body {
        Some(body) => agent().post(&url).send(body),
        None => agent().get(&url).call(),
    };
    let mut response = response.expect("an answer comes");
    let text = response.body_mut().read_to_string().expect("it is a text");
    (response.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

#[test]
fn everything_can_be_programmed() {
    let cloud = Cloud::start().expect("loopback is there");
    let done = (200, json!({}));
    assert_eq!(control(&cloud, "/__faults", Some(r#"{"fault": "throttled", "on": "ucloud"}"#)), done);
    assert_eq!(control(&cloud, "/__faults", None).1[0]["fault"], "throttled");
    assert_eq!(send(&cloud, UCLOUD, &[]).body["RetCode"], 153);
    assert_eq!(control(&cloud, "/__faults", None).1, json!([]));
    let answer = r#"{"on": "ucloud/uhost", "status": 201, "body": [1]}"#;
    assert_eq!(control(&cloud, "/__answers", Some(answer)), done);
    let came = send(&cloud, UCLOUD, &[]);
    assert_eq!((came.status, came.body), (201, json!([1])));

    let items = format!("/__items?on={STACK}");
    assert_eq!(control(&cloud, &items, Some(r#"[{"ImageID": "image-1"}]"#)), done);
    assert_eq!(control(&cloud, &items, None).1, json!([{"ImageID": "image-1"}]));
    assert_eq!(send(&cloud, STACK, &[]).body["Infos"][0]["ImageID"], "image-1");

    let records = control(&cloud, "/__records", None).1;
    assert_eq!(records.as_array().map(Vec::len), Some(3), "control is not recorded");
    assert_eq!((&records[0]["fault"], &records[2]["signature"]), (&json!("throttled"), &json!("right")));
    assert_eq!(control(&cloud, "/__reset", Some("")), done);
    assert_eq!(control(&cloud, "/__records", None).1, json!([]));
    assert_eq!(send(&cloud, STACK, &[]).body["Infos"][0]["ImageID"], "example-imageid");
}

#[test]
fn mistakes_are_explained() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases = [
        ("/__faults", "nonsense", "no JSON object"),
        ("/__faults", r#"{"on": "ucloud"}"#, "`fault` is missing"),
        ("/__faults", r#"{"fault": "drop", "time": 1}"#, "`time` is not known here; there is fault, on"),
        ("/__faults", r#"{"fault": "drop", "times": -1}"#, "`times` is a whole number or null"),
        ("/__faults", r#"{"fault": "explode"}"#, "`explode` is not a fault; there is throttled"),
        ("/__faults", r#"{"fault": "drop", "on": "nobody"}"#, "`nobody` is not a provider"),
        ("/__answers", r#"{"body": {}}"#, "`on` is missing"),
        ("/__answers", r#"{"on": "ucloud"}"#, "`body` is missing"),
        ("/__answers", r#"{"on": "ucloud", "status": 99999, "body": 1}"#, "from 200 to 599"),
        ("/__answers", r#"{"on": "ucloud", "headers": [], "body": 1}"#, "`headers` is an object of texts"),
        (
            "/__answers",
            r#"{"on": "ucloud", "headers": {"a b": "1"}, "body": 1}"#,
            "\"a b\" is not the name of a header",
        ),
        ("/__answers", r#"{"on": "ucloud", "headers": {"a": 1}, "body": 1}"#, "\"a\" is a text on one line"),
        ("/__answers", r#"{"on": "ucloud", "headers": {"a": "\n"}, "body": 1}"#, "\"a\" is a text on one line"),
        (
            "/__answers",
            r#"{"on": "ucloud", "headers": {"Content-Length": "1"}, "body": 1}"#,
            "is set by the fake cloud",
        ),
        ("/__items", "[]", "`?on=` is missing"),
        ("/__items?on=", "[]", "several lists; name one of aliyun/ecs/DescribeImages"),
        ("/__items?on=ucloudstack/image/DeleteCustomImage", "[]", "lists nothing"),
        ("/__items?on=ucloud", "{}", "not a list"),
        ("/__items?on=ucloud", "[1]", "is an object, but this is 1"),
    ];
    for (path, body, words) in cases {
        let (status, said) = control(&cloud, path, Some(body));
        assert!(status == 400 && said["error"].as_str().is_some_and(|said| said.contains(words)), "{body}: {said}");
    }
}

#[test]
fn an_answer_has_the_headers_that_it_was_given() {
    let cloud = Cloud::start().expect("loopback is there");
    let answer =
        r#"{"on": "ucloud", "status": 429, "headers": {"Retry-After": "2", "Content-Type": "text/x"}, "body": "wait"}"#;
    assert_eq!(control(&cloud, "/__answers", Some(answer)).0, 200);
    let came = send(&cloud, UCLOUD, &[]);
    assert_eq!((came.status, header(&came.headers, "retry-after").as_str(), came.body), (429, "2", json!("wait")));
    let types: Vec<_> = came.headers.iter().filter(|(name, _)| name == "content-type").collect();
    assert_eq!(types, [&("content-type".to_owned(), "text/x".to_owned())]);
}

#[test]
fn another_method_is_told_the_right_one() {
    let cloud = Cloud::start().expect("loopback is there");
    for (path, allowed) in [("/__reset", "POST"), ("/__answers", "POST")] {
        let mut response = agent().get(format!("{}{path}", cloud.url())).call().expect("an answer comes");
        let said = response.body_mut().read_to_string().expect("it is a text");
        assert_eq!((response.status().as_u16(), response.headers()["allow"].to_str().ok()), (405, Some(allowed)));
        assert!(said.contains(&format!("{path} does not take GET")) && said.contains("/__help"), "{said}");
    }
}

#[test]
fn what_is_no_call_is_told_why() {
    let cloud = Cloud::start().expect("loopback is there");
    let deleted = agent().delete(format!("{}/?Action=DescribeImage", cloud.url())).call().expect("an answer comes");
    assert_eq!((deleted.status().as_u16(), deleted.headers()["allow"].to_str().ok()), (405, Some("GET, POST")));
    let (status, said) = control(&cloud, "/__record", None);
    assert!(status == 404 && said.as_str().is_some_and(|said| said.contains("/__help")), "{said}");
    assert_eq!(cloud.call_count(), 0);
    for (body, is_unread) in [(r#"{"Action": "DescribeImage"}"#, true), ("", false)] {
        let (status, said) = control(&cloud, "/", Some(body));
        let said = said["fake cloud"].as_str().unwrap_or_default();
        assert!(status == 404 && said.contains("the body was not read") == is_unread, "{said}");
    }
    let call = agent().get(cloud.url()).header("Authorization", "TC3-HMAC-SHA256 Credential=a").call();
    let said = call.and_then(|mut response| response.body_mut().read_to_string()).expect("an answer comes");
    assert!(said.contains("not looked for in the header Authorization"), "{said}");
}

#[test]
fn the_help_names_every_fault_and_every_path() {
    let cloud = Cloud::start().expect("loopback is there");
    let (_, help) = control(&cloud, "/__help", None);
    let help = help.as_str().unwrap_or_default();
    let (_, said) = control(&cloud, "/__faults", Some(r#"{"fault": ""}"#));
    let said = said["error"].as_str().unwrap_or_default();
    let names = said.split_once("there is ").map(|(_, names)| names).unwrap_or_default();
    for name in names.split([',', ' ']).filter(|name| !name.is_empty() && *name != "and") {
        let name = name.split(':').next().unwrap_or_default();
        assert!(help.contains(&format!("`{name}")), "{name}");
    }
    for path in ["/__records", "/__reset", "/__faults", "/__answers", "/__items", "/__help"] {
        assert!(help.contains(path), "{path}");
    }
}

#[test]
fn what_is_too_large_is_refused() {
    let cloud = Cloud::start().expect("loopback is there");
    let large = "x".repeat(2 << 20);
    let sent = agent().post(cloud.url()).header("content-type", "application/x-www-form-urlencoded").send(&large);
    assert!(sent.is_err() || sent.is_ok_and(|response| response.status() == 413));
    assert_eq!(cloud.call_count(), 0);
    for (length, status) in [(65_534, "404"), (65_535, "414")] {
        let mut stream = TcpStream::connect(cloud.address()).expect("it listens");
        write!(stream, "GET /{} HTTP/1.0\r\n\r\n", "x".repeat(length - 1)).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer comes");
        assert_eq!(answer.split(' ').nth(1), Some(status), "{length}");
    }
    assert_eq!(send(&cloud, UCLOUD, &[]).status, 200, "and the next call is served");
}
