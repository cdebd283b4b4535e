//! Calls that are right, and calls that are not: each answered in its provider's shape.

mod support;

use serde_json::{Value, json};
use support::{ACTIONS, ALIYUN, Call, QINGCLOUD, STACK, TENCENT, UCLOUD, header, send};
use tablature_mock::{Cloud, Fault, FaultKind, Signature};
use tablature_runtime::jiff::{Span, Timestamp};
use tablature_runtime::sign::{Credentials, Nonce};

type Pairs = &'static [(&'static str, &'static str)];

/// The code, the HTTP status and the words of a failed call.
fn failed(action: &str, came: &support::Came) -> (Value, u16, String) {
    let (code, message) = match action.split('/').next() {
        Some("tencent") => ("code", "message"),
        Some("aliyun") => ("Code", "Message"),
        Some("qingcloud") => ("ret_code", "message"),
        _ => ("RetCode", "Message"),
    };
    (came.body[code].clone(), came.status, came.body[message].as_str().unwrap_or_default().to_owned())
}

#[test]
fn every_action_succeeds_by_get_and_post() {
    let cloud = Cloud::start().expect("loopback is there");
    for (action, parameters) in ACTIONS {
        for post in [false, true] {
            cloud.reset();
            let call = Call::new(&cloud, action, parameters);
            let came = if post { call.post() } else { call }.send();
            let (code, status, _) = failed(action, &came);
            let calls = cloud.calls();
            assert!(status == 200 && (code == json!(0) || code.is_null()), "{action}: {came:?}");
            assert_eq!(calls.len(), 1);
            assert_eq!(calls[0].action.as_deref(), Some(action));
            assert_eq!(calls[0].signature, Signature::Right);
            assert_eq!(calls[0].unknown, Vec::<String>::new(), "{action}");
        }
    }
}

#[test]
fn answers_have_the_documented_shape() {
    let cloud = Cloud::start().expect("loopback is there");
    let tencent = send(&cloud, TENCENT, &[("imageType", "1")]);
    assert!(tencent.content_type.starts_with("text/html"));
    assert_eq!(
        tencent.body,
        json!({"code": 0, "message": "", "totalCount": 1, "imageSet": [{
            "unImgId": "img-1234test", "imageName": "test", "imageDescription": "test", "osName": "Ubuntu 12.04 64bit",
            "imageType": 1, "createTime": "2014-09-27 10:11:00", "createor": "1000", "status": 2,
        }]})
    );
    let aliyun = send(&cloud, ALIYUN, &[]).body;
    assert_eq!([&aliyun["PageNumber"], &aliyun["PageSize"], &aliyun["TotalCount"]], [1, 10, 1]);
    assert_eq!(aliyun["RegionId"], "cn-hangzhou");
    assert_eq!(aliyun["Images"]["Image"][0]["Status"], "Available");
    assert_eq!(aliyun["RequestId"].as_str().map(str::len), Some(36));
    assert_eq!(send(&cloud, QINGCLOUD, &[]).body["action"], "DescribeImagesResponse");
    let ucloud = send(&cloud, UCLOUD, &[]);
    assert_eq!(ucloud.body["Action"], "DescribeImageResponse");
    assert_eq!(header(&ucloud.headers, "x-ucloud-request-uuid").len(), 36);
    let stack = send(&cloud, STACK, &[]).body;
    assert_eq!((&stack["RetCode"], &stack["Infos"][0]["Region"]), (&json!(0), &json!("cn")));
}

#[test]
fn a_signature_that_is_not_right_is_refused() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases = [
        (TENCENT, json!(4100), 200),
        (ALIYUN, json!("SignatureDoesNotMatch"), 400),
        (QINGCLOUD, json!(1200), 200),
        (UCLOUD, json!(171), 200),
        (STACK, json!(171), 200),
    ];
    for (action, code, status) in cases {
        let wrong = Credentials::new(cloud.key_id(), "another secret");
        let calls = [
            Call::new(&cloud, action, &[]).signed_by(wrong),
            Call::new(&cloud, action, &[]).tampered_with(&[("added", "later")]),
        ];
        for call in calls {
            let (found, http, words) = failed(action, &call.send());
            assert_eq!((&found, http), (&code, status), "{action}: {words}");
            assert_eq!(cloud.calls().last().map(|call| call.signature), Some(Signature::Wrong));
            assert!(!words.contains("secret"));
        }
    }
}

#[test]
fn a_refused_signature_comes_with_the_text_that_was_signed_where_clients_look_for_it() {
    let cloud = Cloud::start().expect("loopback is there");
    let told = |call: Call<'_>| {
        let (.., words) = failed(ALIYUN, &call.send());
        words.split_once("server string to sign is:").map(|(_, text)| text.to_owned()).expect("it is told")
    };
    let wrong = || Call::new(&cloud, ALIYUN, &[("ImageName", "a b")]).signed_by(Credentials::new(cloud.key_id(), "x"));
    let text = told(wrong().post());
    assert!(text.starts_with("POST&%2F&AccessKeyId%3Dtablature-demo-key%26Action%3DDescribeImages%26"), "{text}");
    assert!(text.contains("%26ImageName%3Da%2520b%26") && !text.contains("Signature%3D"), "{text}");
    cloud.fault(Fault::new(FaultKind::Auth)).expect("it can be planned");
    assert!(told(Call::new(&cloud, ALIYUN, &[])).starts_with("GET&%2F&"));
    // Elsewhere nobody looks for it, and it ends in the key.
    assert!(
        !failed(UCLOUD, &Call::new(&cloud, UCLOUD, &[]).signed_by(Credentials::new("x", "y")).send())
            .2
            .contains("sign is")
    );
}

#[test]
fn a_call_without_a_key_is_refused_by_whom_its_path_names() {
    let cloud = Cloud::start().expect("loopback is there");
    for (action, code) in [(TENCENT, json!(4100)), (QINGCLOUD, json!(1200)), (STACK, json!(171))] {
        let endpoint = cloud.endpoint(action).expect("it exists");
        for (body, is_unread) in [("", false), ("Action=DescribeImages", true)] {
            let mut response = support::agent().post(&endpoint).send(body).expect("an answer comes");
            let text = response.body_mut().read_to_string().expect("it is a text");
            let body = serde_json::from_str(&text).expect("it is JSON");
            let came = support::Came { status: 200, content_type: String::new(), headers: Vec::new(), body };
            let (found, _, words) = failed(action, &came);
            assert_eq!(
                (found, words.contains("the body was not read")),
                (code.clone(), is_unread),
                "{action}: {words}"
            );
        }
    }
}

#[test]
fn an_unknown_key_is_refused() {
    let cloud = Cloud::builder().key("a=b", "c").start().expect("loopback is there");
    let cases = [
        (TENCENT, json!(4100), 200),
        (ALIYUN, json!("InvalidAccessKeyId.NotFound"), 404),
        (QINGCLOUD, json!(1200), 200),
        (UCLOUD, json!(171), 200),
    ];
    for (action, code, status) in cases {
        assert_eq!(send(&cloud, action, &[]).status, 200);
        let came = Call::new(&cloud, action, &[]).signed_by(Credentials::new("stranger", "c")).send();
        assert_eq!((failed(action, &came).0, came.status), (code, status));
        assert_eq!(cloud.calls().last().map(|call| call.signature), Some(Signature::UnknownKey));
    }
}

#[test]
fn a_clock_that_is_off_is_told() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases = [
        (TENCENT, Some(json!(4200))),
        (ALIYUN, Some(json!("InvalidTimeStamp.Expired"))),
        (QINGCLOUD, Some(json!(1300))),
        // There is no time in these calls.
        (UCLOUD, None),
    ];
    for (action, code) in cases {
        for minutes in [-20, 20] {
            let time = Timestamp::now().checked_add(Span::new().minutes(minutes)).expect("it is near");
            let came = Call::new(&cloud, action, &[]).at(time).send();
            assert_eq!(Some(failed(action, &came).0).filter(|code| *code != json!(0)), code, "{action} {minutes}");
        }
    }
    let then: Timestamp = "2023-11-14T22:13:20Z".parse().expect("it is a time");
    let stopped = Cloud::builder().clock(then).start().expect("loopback is there");
    assert_eq!(failed(QINGCLOUD, &Call::new(&stopped, QINGCLOUD, &[]).at(then).send()).0, 0);
}

#[test]
fn a_time_is_written_as_its_scheme_has_it() {
    let now = Timestamp::now();
    let utc = now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let unix = now.as_second().to_string();
    let forms = |time: &str, from: &str, to: &str| time.replace(from, to);
    let cases = [
        (
            ALIYUN,
            "Timestamp",
            [forms(&utc, "Z", "+00:00"), forms(&utc, "Z", ".5Z"), forms(&utc, "T", " "), unix.clone()],
        ),
        (QINGCLOUD, "time_stamp", [forms(&utc, "Z", ""), forms(&utc, "Z", "z"), "soon".to_owned(), unix.clone()]),
        (TENCENT, "Timestamp", [format!("+{unix}"), format!("{unix}.0"), format!("{unix}000"), utc]),
    ];
    let cloud = Cloud::start().expect("loopback is there");
    for (action, name, times) in cases {
        for time in times {
            let (.., words) = failed(action, &Call::new(&cloud, action, &[(name, &time)]).send());
            assert_eq!(cloud.calls().last().map(|call| call.signature), Some(Signature::OutOfTime), "{time}");
            assert!(
                words.starts_with(&format!("{name} must be written like ")) && words.contains(&format!("{time:?}")),
                "{words}"
            );
        }
    }
}

#[test]
fn a_call_that_comes_twice_is_refused_where_calls_carry_a_nonce() {
    let cloud = Cloud::builder().key("one", "secret").key("other", "secret").start().expect("loopback is there");
    let now = Timestamp::now();
    let cases = [
        (TENCENT, Some((json!(4500), 200))),
        (ALIYUN, Some((json!("SignatureNonceUsed"), 400))),
        (QINGCLOUD, None),
        (UCLOUD, None),
    ];
    for (action, refusal) in cases {
        let call = |nonce| Call::new(&cloud, action, &[]).at(now).nonce(Nonce::new(nonce));
        let outcome = |call: Call<'_>| {
            let came = call.send();
            (came.status, cloud.calls().last().map(|call| call.signature), came)
        };
        let (first, ..) = outcome(call(7));
        let (status, signature, came) = outcome(call(7));
        match refusal {
            None => assert_eq!((first, status, signature), (200, 200, Some(Signature::Right)), "{action}"),
            Some((code, http)) => {
                assert_eq!((first, status, signature), (200, http, Some(Signature::Replayed)), "{action}");
                assert_eq!(failed(action, &came).0, code, "{action}");
            }
        }
        let other = call(7).signed_by(Credentials::new("other", "secret"));
        assert_eq!([outcome(call(8)).1, outcome(other).1], [Some(Signature::Right); 2], "{action}");
    }
    cloud.reset();
    assert_eq!(Call::new(&cloud, ALIYUN, &[]).nonce(Nonce::new(7)).send().status, 200, "all is forgotten");
}

#[test]
fn what_does_not_keep_the_documents_word_is_refused() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases: [(&str, Pairs, Value, u16, &str); 12] = [
        (TENCENT, &[("limit", "101")], json!(4000), 200, "limit must be at most 100"),
        (TENCENT, &[("imageIds.0", "img-1")], json!(4000), 200, "imageType must be given together with imageIds.n"),
        (TENCENT, &[("imageIds.1", "img-1"), ("imageType", "1")], json!(4000), 200, "imageIds.0, imageIds.1"),
        (TENCENT, &[("status", "x")], json!(4000), 200, "status must be a whole number"),
        (ALIYUN, &[("RegionId", "")], json!("MissingParameter"), 400, "\"RegionId\" that is mandatory"),
        (ALIYUN, &[("Usage", "x")], json!("InvalidUsage"), 404, "The specifed Usage is not valid"),
        (ALIYUN, &[("PageSize", "101")], json!("InvalidParameter"), 400, "\"PageSize\" is not valid"),
        (ALIYUN, &[("PageSize", "101"), ("PageNumber", "0")], json!("InvalidParameter"), 400, "PageNumber must be"),
        (ALIYUN, &[("Version", "1999-01-01")], json!("InvalidParameter"), 400, "Version must be 2014-05-26, but is"),
        (ALIYUN, &[("Tag.1.Value", "v")], json!("MissingParameter"), 400, "Tag.1.Key must be given"),
        (QINGCLOUD, &[("zone", "PEK3")], json!(1100), 200, "zone must be in lower case"),
        (UCLOUD, &[("OsType", "BeOS")], json!(230), 200, "OsType must be one of Linux, Windows"),
    ];
    for (action, parameters, code, status, words) in cases {
        let came = send(&cloud, action, parameters);
        let (found, http, message) = failed(action, &came);
        assert_eq!((found, http), (code, status), "{action} {parameters:?}: {message}");
        assert!(message.contains(words), "{action} {parameters:?}: {message}");
        assert!(cloud.calls().last().is_some_and(|call| !call.violated.is_empty()));
    }
}

#[test]
fn what_every_call_has_is_missed() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases: [(&str, &[&str], Value, u16); 7] = [
        (TENCENT, &["Timestamp", "Nonce", "Region"], json!(4000), 200),
        (ALIYUN, &["Timestamp", "SignatureNonce", "SignatureMethod", "Version"], json!("MissingParameter"), 400),
        (QINGCLOUD, &["time_stamp", "version"], json!(1100), 200),
        (TENCENT, &["SecretId"], json!(4100), 200),
        (ALIYUN, &["AccessKeyId"], json!("SignatureDoesNotMatch"), 400),
        (QINGCLOUD, &["access_key_id"], json!(1200), 200),
        (UCLOUD, &["PublicKey"], json!(171), 200),
    ];
    for (action, names, code, status) in cases {
        // A second call without a nonce is no copy of the first.
        for name in names.iter().chain(names) {
            let (found, http, words) = failed(action, &Call::new(&cloud, action, &[]).without(&[name]).send());
            assert_eq!((&found, http), (&code, status), "{action} {name}: {words}");
        }
    }
}

#[test]
fn what_is_read_in_no_way_is_told() {
    let cloud = Cloud::start().expect("loopback is there");
    let cases = [
        ("Tag.1", Some("Tag.1"), None),
        ("Tag.1.Bogus", Some("Tag.1.Bogus"), None),
        ("Tag.+1.Key", Some("Tag.+1.Key"), None),
        ("Tag.99999999999999999999.Key", None, Some("Tag is a list: it must be sent as Tag.1, Tag.2 …")),
        (
            "Tag.1.Key.99999999999999999999",
            None,
            Some("Tag.1.Key is not a list: it must be sent as Tag.1.Key, without a number"),
        ),
    ];
    for (name, unknown, violated) in cases {
        send(&cloud, ALIYUN, &[(name, "a")]);
        let call = cloud.calls().pop().expect("it was recorded");
        assert_eq!(call.unknown, unknown.into_iter().collect::<Vec<_>>(), "{name}");
        assert_eq!(call.violated, violated.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn an_action_that_nobody_knows_is_told() {
    let cloud = Cloud::start().expect("loopback is there");
    let unknown = |action, code: Value| {
        let came = Call::new(&cloud, action, &[]).named("RunInstances").send();
        let (found, _, words) = failed(action, &came);
        assert_eq!(found, code);
        assert!(
            words.contains("no action \"RunInstances\" is known") && words.ends_with("has DescribeImages"),
            "{words}"
        );
        assert_eq!(cloud.calls().last().and_then(|call| call.action.clone()), None);
    };
    unknown(ALIYUN, json!("InvalidAction.NotFound"));
    unknown(QINGCLOUD, json!(1100));
    let (code, _, words) = failed(UCLOUD, &Call::new(&cloud, UCLOUD, &[]).named("CreateCustomImage").send());
    assert_eq!(code, 161);
    assert!(words.contains("ucloudstack has it, and is served at /api"), "{words}");
    let (code, _, words) = failed(UCLOUD, &Call::new(&cloud, UCLOUD, &[]).named("").send());
    assert!(code == 220 && words.starts_with("Action must be given"), "{words}");
    let came = support::agent().get(format!("{}/?what=this", cloud.url())).call().expect("an answer comes");
    assert_eq!(came.status(), 404);
}

#[test]
fn a_dropped_cloud_is_gone() {
    let cloud = Cloud::start().expect("loopback is there");
    let address = cloud.address();
    assert!(address.ip().is_loopback());
    drop(cloud);
    assert!(std::net::TcpStream::connect(address).is_err());
}
