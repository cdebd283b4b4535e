//! Tolerant decoding: what is accepted, what is refused and how that is told.

mod sample;

use proptest::prelude::*;
use sample::{CreateHostResponse, Host};
use tablature_runtime::{self as rt, decode, decode_lenient};

fn host(json: &str) -> Host {
    decode(json.as_bytes()).unwrap()
}

#[test]
fn what_is_documented() {
    let host = host(
        r#"{"Id":"h-1","Size":20,"Price":1.5,"Ready":true,"Charge":"Year","State":2,"Created":"2026-01-02T03:04:05Z",
            "Expires":1420070400,"Day":"2026/01/02","Seen":"2026-01-02 03:04:05","Features":["a","b"],"Sizes":[1,2],
            "Password":"hunter2hunter2","Parent":{"Id":"h-0","Parent":{"Id":"h-r"}},"Children":[{"Id":"h-2"},{}]}"#,
    );
    assert_eq!(host.id.as_deref(), Some("h-1"));
    assert_eq!((host.size, host.price, host.ready), (Some(20), Some(1.5), Some(true)));
    assert_eq!((host.charge, host.state), (Some(sample::Charge::Year), Some(sample::State::Normal)));
    assert_eq!(host.created.unwrap().timestamp().unwrap().as_second(), 1_767_323_045);
    assert_eq!(host.expires.unwrap().seconds(), Ok(1_420_070_400));
    assert_eq!(host.features, ["a", "b"]);
    assert_eq!(host.sizes, [1, 2]);
    assert_eq!(host.parent.unwrap().parent.unwrap().id.as_deref(), Some("h-r"));
    assert_eq!(host.children.len(), 2);
}

#[test]
fn numbers_and_texts_stand_in_for_each_other() {
    let found = host(r#"{"Id":12,"Size":" 20 ","Price":"0.5","Ready":"True","State":"2","Expires":"1420070400"}"#);
    assert_eq!(found.id.as_deref(), Some("12"));
    assert_eq!((found.size, found.price, found.ready), (Some(20), Some(0.5), Some(true)));
    assert_eq!(found.state, Some(sample::State::Normal));
    assert_eq!(found.expires, Some(1_420_070_400.into()));
    assert_eq!(host(r#"{"Id":true}"#).id.as_deref(), Some("true"));
    assert_eq!(host(r#"{"Size":42.0}"#).size, Some(42));
    assert_eq!(host(r#"{"Size":"42.0"}"#).size, Some(42));
    assert_eq!(host(r#"{"Price":3}"#).price, Some(3.0));
    for (text, flag) in [("\"1\"", true), ("0", false), ("1", true), ("\"false\"", false), ("\"0\"", false)] {
        assert_eq!(host(&format!(r#"{{"Ready":{text}}}"#)).ready, Some(flag), "{text}");
    }
}

#[test]
fn numbers_keep_their_digits_as_texts() {
    for digits in
        ["123456789012345678901234567890", "18446744073709551615", "9223372036854775808", "1.10", "1e400", "-0.0", "7"]
    {
        let found = host(&format!(r#"{{"Id":{digits},"Features":[{digits},"x"],"Children":[{{"Id":{digits}}}]}}"#));
        assert_eq!(found.id.as_deref(), Some(digits));
        assert_eq!(found.features, [digits, "x"]);
        assert_eq!(found.children[0].id.as_deref(), Some(digits));
        assert_eq!(host(&format!(r#"{{"Features":{digits}}}"#)).features, [digits]);
    }
}

#[test]
fn nothing_in_its_many_forms() {
    let nothing = Host::default();
    let names = ["Id", "Size", "Price", "Ready", "Charge", "State", "Created", "Features", "Parent", "Children"];
    for name in names {
        assert_eq!(host(&format!(r#"{{"{name}":null}}"#)), nothing, "{name}");
    }
    for name in ["Size", "Price", "Ready", "State", "Created", "Expires", "Day", "Features", "Parent", "Children"] {
        assert_eq!(host(&format!(r#"{{"{name}":""}}"#)), nothing, "{name}");
        assert_eq!(host(&format!(r#"{{"{name}":"  "}}"#)), nothing, "{name}");
    }
    assert_eq!(host(r#"{"Parent":[],"Children":[null]}"#), nothing);
    assert_eq!(host("[]"), nothing);
    assert_eq!(host(r#"{"Id":""}"#).id.as_deref(), Some(""));
}

#[test]
fn lists_and_wrappers_in_their_many_forms() {
    for hosts in [
        r#"{"Host":[{"Id":"a"}]}"#,
        r#"{"Host":{"Id":"a"}}"#,
        r#"[{"Id":"a"}]"#,
        r#"{"Other":1,"Host":[null,{"HostId":"a"}]}"#,
    ] {
        let answer: CreateHostResponse = decode(format!(r#"{{"Hosts":{hosts}}}"#).as_bytes()).unwrap();
        assert_eq!(answer.hosts.len(), 1, "{hosts}");
        assert_eq!(answer.hosts[0].id.as_deref(), Some("a"));
    }
    for hosts in ["{}", "[]", "\"\"", "null", r#"{"Host":[]}"#, r#"{"Host":""}"#, r#"{"Host":null}"#] {
        let answer: CreateHostResponse = decode(format!(r#"{{"Hosts":{hosts}}}"#).as_bytes()).unwrap();
        assert_eq!(answer, CreateHostResponse::default(), "{hosts}");
    }
    assert_eq!(host(r#"{"Features":"a","Sizes":"3","Children":{"Id":"c"}}"#).sizes, [3]);
    assert_eq!(host(r#"{"Features":["a"],"Features":["b"]}"#).features, ["b"], "the last one counts");
}

#[test]
fn times_that_are_none_are_kept() {
    let found = host(r#"{"Created":"soon","Expires":"never","Day":7,"Seen":true}"#);
    assert_eq!(found.created.as_ref().unwrap().as_str(), "soon");
    assert!(found.created.unwrap().timestamp().is_err());
    assert_eq!(found.expires.unwrap().to_string(), "never");
    assert_eq!(found.day.unwrap(), "7");
    assert_eq!(found.seen.unwrap(), "true");
}

#[test]
fn every_mismatch_is_told_at_once() {
    let body =
        br#"{"RetCode":"many","Hosts":{"Host":[{},{"Size":2.5,"Password":["x"]},{"Sizes":[1,"b"]}]},"First":"no"}"#;
    let error = decode::<CreateHostResponse>(body).unwrap_err();
    let found: Vec<_> = error.fields().iter().map(|field| (field.path(), field.expected(), field.found())).collect();
    assert_eq!(
        found,
        [
            ("RetCode", "an integer", "text \"many\""),
            ("Hosts.Host[1].Size", "an integer", "number 2.5"),
            ("Hosts.Host[1].Password", "a single value", "a list"),
            ("Hosts.Host[2].Sizes[1]", "an integer", "text \"b\""),
            ("First", "an object", "text \"no\""),
        ]
    );
    let size = &error.fields()[1];
    assert_eq!((size.spec(), size.at(), size.row()), ("sample/host/CreateHost.yaml", "type Host", "Size"));
    let (answer, mismatches) = decode_lenient::<CreateHostResponse>(body).unwrap();
    assert_eq!(mismatches, error.fields());
    assert_eq!(answer.hosts.len(), 3);
    assert_eq!(answer.hosts[2].sizes, [1]);
    assert_eq!((answer.ret_code, answer.first), (None, None));
}

#[test]
fn an_unrelated_object_is_no_entry_of_a_list() {
    let error = decode::<Host>(br#"{"Children":{"Foo":[{"Id":"a"}]}}"#).unwrap_err();
    assert_eq!(error.to_string(), "the answer is not as documented: Children: expected a list, found an object");
}

#[test]
fn the_answer_as_a_whole_must_be_an_object() {
    for body in ["null", "\"\"", "1", "[1]", "\"busy\""] {
        let error = decode::<Host>(body.as_bytes()).unwrap_err();
        assert_eq!(error.fields()[0].path(), ".", "{body}");
    }
}

#[test]
fn invalid_json_is_told_with_its_position() {
    let error = decode::<Host>(b"{\n  \"Id\": }").unwrap_err();
    assert_eq!(error.position(), Some((2, 9)));
    assert!(error.is_invalid_json() && error.fields().is_empty());
    assert_eq!(error.to_string(), "the answer is not valid JSON: expected value at line 2, column 9");
    assert_eq!(decode::<Host>(b"{}\n x").unwrap_err().position(), Some((2, 2)));
    assert_eq!(decode::<Host>(b"{\"a\":\n\"\xff\"}").unwrap_err().position(), Some((2, 2)));
    assert!(decode::<Host>(b"").unwrap_err().is_invalid_json());
}

#[test]
fn depth_is_bounded() {
    for (open, close) in [("{\"Parent\":", "}"), ("{\"Children\":[", "]}"), ("{\"Foo\":[", "]}")] {
        let body = format!("{}null{}", open.repeat(10_000), close.repeat(10_000));
        drop(decode::<Host>(body.as_bytes()));
        let shallow = format!("{}null{}", open.repeat(60), close.repeat(60));
        decode::<Host>(shallow.as_bytes()).unwrap();
    }
    let deep = format!("{}{{}}{}", "{\"Parent\":".repeat(130), "}".repeat(130));
    assert!(decode::<Host>(deep.as_bytes()).is_err());
}

#[test]
fn mismatches_are_listed_to_a_limit() {
    let body = format!("{{\"Sizes\":[{}1]}}", "\"x\",".repeat(1500));
    let error = decode::<Host>(body.as_bytes()).unwrap_err();
    assert_eq!(error.fields().len(), 1000);
    assert!(error.to_string().ends_with("; and 500 more"));
}

#[test]
fn any_json_value_is_kept() {
    for json in [r#"{"a":[1,null,{"b":"c"}]}"#, "[1,2.5,-3]", "\"text\"", "true", "12", "18446744073709551615"] {
        let answer: CreateHostResponse = decode(format!(r#"{{"Extra":{json}}}"#).as_bytes()).unwrap();
        assert_eq!(answer.extra.unwrap().to_string(), json);
    }
}

#[test]
fn secrets_never_show_in_errors() {
    let error = decode::<Host>(br#"{"Parent":{"Password":{"Old":"hunter2"}},"Password":["hunter2"]}"#).unwrap_err();
    assert!(!error.to_string().contains("hunter2"));
    let mut report = rt::DriftReport::new();
    let found: Result<Host, _> = rt::decode_with_drift(br#"{"Password":31337,"UserToken":"hunter2"}"#, &mut report);
    assert_eq!(found.unwrap().password.as_deref(), Some("31337"));
    assert!(!report.to_string().contains("31337") && !report.to_string().contains("hunter2"), "{report}");
    assert!(!report.to_json().to_string().contains("hunter2"));
}

fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(|number| format!("{number:?}")),
        any::<String>().prop_map(|text| rt::Json::from(text).to_string()),
    ];
    let name = prop::sample::select(vec![
        "Id", "Size", "Price", "Ready", "Charge", "State", "Created", "Expires", "Features", "Sizes", "Parent",
        "Children", "Hosts", "Host", "First", "Extra", "Foo",
    ]);
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|members| {
                let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_survived(body: Vec<u8>) {
        drop(decode::<Host>(&body));
    }

    #[test]
    fn any_json_is_survived_and_what_is_decoded_is_stable(body in json()) {
        let mut report = rt::DriftReport::new();
        drop(rt::decode_with_drift::<CreateHostResponse>(body.as_bytes(), &mut report));
        if let Ok((answer, _)) = decode_lenient::<CreateHostResponse>(body.as_bytes()) {
            let text = serde_json::to_string(&answer).unwrap();
            let again: CreateHostResponse = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&again, &answer, "{}", text);
            prop_assert_eq!(serde_json::to_string(&answer.clone()).unwrap(), text);
        }
    }

    #[test]
    fn any_text_is_kept(text: String, texts: Vec<String>) {
        let host = Host {
            id: Some(text.clone()),
            charge: Some(text.as_str().into()),
            features: texts,
            ..Host::default()
        };
        let json = serde_json::to_vec(&host).unwrap();
        let again: Host = decode(&json).unwrap();
        prop_assert_eq!(again, host);
    }
}
