//! Every fault, as a caller meets it.

mod support;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::{ALIYUN, Call, Came, QINGCLOUD, STACK, STACK_CREATE, TENCENT, UCLOUD, header, listed, send};
use tablature::{aliyun, qingcloud, tencent, ucloud};
use tablature_mock::{Cloud, Fault};
use tablature_runtime::FailureClass;

fn cloud_with(fault: &str) -> Cloud {
    let cloud = Cloud::start().expect("loopback is there");
    cloud.fault(Fault::new(fault.parse().expect("it is a fault"))).expect("it can be planned");
    cloud
}

#[test]
fn refusals_have_the_providers_shape() {
    let cases = [
        ("throttled", FailureClass::Throttled, [json!(4400), json!("Throttling"), json!(5100), json!(153)], 400),
        (
            "unavailable",
            FailureClass::Transient,
            [json!(6200), json!("ServiceUnavailable"), json!(5000), json!(150)],
            503,
        ),
        ("broken", FailureClass::Transient, [json!(6000), json!("InternalError"), json!(5000), json!(130)], 500),
        ("auth", FailureClass::Auth, [json!(4100), json!("SignatureDoesNotMatch"), json!(1200), json!(171)], 400),
        (
            "expired",
            FailureClass::ClockSkew,
            [json!(4200), json!("InvalidTimeStamp.Expired"), json!(1300), json!(171)],
            400,
        ),
        (
            "not-found",
            FailureClass::NotFound,
            [json!(5000), json!("InvalidResource.NotFound"), json!(2100), json!(8039)],
            404,
        ),
    ];
    let actions = [(TENCENT, "code"), (ALIYUN, "Code"), (QINGCLOUD, "ret_code"), (UCLOUD, "RetCode")];
    let providers = [&tencent::PROVIDER, &aliyun::PROVIDER, &qingcloud::PROVIDER, &ucloud::PROVIDER];
    for (fault, class, codes, http) in cases {
        for (((action, field), code), provider) in actions.iter().zip(codes).zip(providers) {
            let cloud = cloud_with(fault);
            let came = send(&cloud, action, &[]);
            let expected = if *action == ALIYUN { http } else { 200 };
            assert_eq!((&came.body[*field], came.status), (&code, expected), "{fault} {action}");
            // The one provider whose calls have no time cannot tell that it is off.
            let class = if (fault, *action) == ("expired", UCLOUD) { FailureClass::Auth } else { class };
            let text = code.as_str().map_or_else(|| code.to_string(), str::to_owned);
            assert_eq!(provider.failure_class(Some(&text), came.status), Some(class), "{fault} {action}");
            assert_eq!(cloud.calls()[0].fault.as_deref(), Some(fault));
            assert_eq!(send(&cloud, action, &[]).status, 200, "one fault is one fault");
        }
    }
}

#[test]
fn gateways_answer_html() {
    for (fault, status, name, value) in [
        ("http:503", 503, "content-type", "text/html"),
        ("retry-after:2", 429, "retry-after", "2"),
        ("redirect", 302, "location", "/elsewhere"),
        ("html", 200, "content-type", "text/html"),
    ] {
        let came = send(&cloud_with(fault), ALIYUN, &[]);
        assert_eq!((came.status, header(&came.headers, name).as_str()), (status, value), "{fault}");
        assert!(came.body.as_str().is_some_and(|body| body.starts_with("<html>")), "{fault}");
    }
}

#[test]
fn nonsense_is_answered() {
    let answered = |fault: &str| send(&cloud_with(fault), STACK, &[]).body;
    assert_eq!(answered("empty"), json!(""));
    assert_eq!(answered("list"), json!([]));
    assert_eq!(answered("null"), Value::Null);
    assert!(answered("truncated").as_str().is_some_and(|half| half.starts_with('{') && !half.ends_with('}')));
    let texts = answered("numbers-as-text");
    assert_eq!((&texts["RetCode"], &texts["TotalCount"]), (&json!("0"), &json!("1")));
    assert!(answered("wrong-types")["Infos"].is_string());
    let bare = answered("no-status");
    assert!(bare.get("RetCode").is_none() && bare.get("Infos").is_some());
}

#[test]
fn connections_break() {
    for (fault, worked) in [("drop", false), ("lose", true), ("cut-off", true)] {
        for post in [false, true] {
            let cloud = cloud_with(fault);
            let call = Call::new(&cloud, STACK_CREATE, &[("VMID", "vm-1"), ("ImageName", "mine")]);
            let came = if post { call.post() } else { call }.try_send();
            assert!(came.is_err(), "{fault}: {came:?}");
            let images = listed(STACK, &send(&cloud, STACK, &[("Keyword", "mine")]).body).0;
            assert_eq!(images.len(), usize::from(worked), "{fault}: is the call carried out?");
            assert_eq!(cloud.calls()[0].status, (fault == "cut-off").then_some(200));
        }
    }
}

#[test]
fn answers_can_be_late_or_huge() {
    let asked = Instant::now();
    let came = send(&cloud_with("delay:300"), UCLOUD, &[]);
    assert!(asked.elapsed() >= Duration::from_millis(300) && came.body["RetCode"] == 0);
    let came: Came = send(&cloud_with("huge:20000000"), UCLOUD, &[]);
    assert!(header(&came.headers, "content-length").parse::<u64>().is_ok_and(|length| length > 20_000_000));
    assert_eq!(came.body["RetCode"], 0, "blanks behind JSON are JSON");
}

#[test]
fn others_are_not_held_up() {
    let cloud = cloud_with("delay:1500");
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| send(&cloud, UCLOUD, &[]).status);
        while cloud.call_count() == 0 {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(send(&cloud, UCLOUD, &[]).status, 200);
        assert!(!slow.is_finished(), "the second call overtakes the first");
    });
}

#[test]
fn faults_keep_to_their_scope() {
    let cloud = Cloud::start().expect("loopback is there");
    cloud.fault(Fault::throttled().on("aliyun").times(2)).expect("it can be planned");
    assert_eq!(send(&cloud, UCLOUD, &[]).body["RetCode"], 0);
    let statuses = [(); 3].map(|()| send(&cloud, ALIYUN, &[]).status);
    assert_eq!(statuses, [400, 400, 200]);
    assert!(cloud.fault(Fault::throttled().on("nobody")).is_err());
}
