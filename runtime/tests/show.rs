//! What records show: `Debug`, serde, drift reports, open enums, times, documented answers.

mod sample;

use sample::{Charge, CreateHostResponse, Host, State};
use tablature_runtime::jiff::{Timestamp, civil};
use tablature_runtime::time::{Date, LocalTime, UnixTime, UtcTime};
use tablature_runtime::{self as rt, DriftKind};

#[test]
fn debug_shows_rust_names_and_no_secrets() {
    let mut response = CreateHostResponse { ret_code: Some(0), ..CreateHostResponse::default() };
    response.hosts.push(Host { password: Some("hunter2".into()), charge: Some("Day".into()), ..Host::default() });
    let shown = format!("{response:?}");
    assert!(shown.starts_with("CreateHostResponse { ret_code: 0, hosts: [Host { id: None, size: None"), "{shown}");
    assert!(shown.contains("charge: \"Day\"") && shown.contains("password: [redacted]"), "{shown}");
    assert!(format!("{response:#?}").contains("\n    hosts: [\n        Host {\n            id: None,\n"));
}

#[test]
fn records_serialize_under_wire_names() {
    let mut response = CreateHostResponse { ret_code: Some(0), ..CreateHostResponse::default() };
    response.hosts.push(Host { state: Some(State::Normal), created: Some("2026".into()), ..Host::default() });
    let json = serde_json::to_value(&response).unwrap();
    assert_eq!(json["Hosts"]["Host"][0]["State"], 2);
    assert_eq!(json["Hosts"]["Host"][0]["Created"], "2026");
    assert_eq!(json.as_object().unwrap().len(), 2, "absent fields are left out: {json}");
    assert_eq!(serde_json::from_value::<CreateHostResponse>(json).unwrap(), response);
    let error = serde_json::from_str::<Host>(r#"{"Size":"big"}"#).unwrap_err().to_string();
    assert!(error.contains("Size: expected an integer, found text \"big\""), "{error}");
}

#[test]
fn a_copy_shows_what_its_original_shows() {
    let body = br#"{"RetCode":0,"Extra":{"a":[1,null]},"First":{"Charge":"","Parent":{"Id":"p"}},"Hosts":{"Host":[
        {"Id":"","Size":-1,"Price":0.1,"Ready":false,"Charge":"New","State":9,"Created":"soon","Expires":"later",
         "Day":"2026/11/22","Seen":"","Features":["","b"],"Sizes":[3],"Password":"hunter2","Children":[{},{"Size":2}]},
        {"Expires":1700000000}]}}"#;
    let response: CreateHostResponse = rt::decode(body).unwrap();
    let copy = response.clone();
    assert_eq!(copy, response);
    assert_eq!(format!("{copy:?}"), format!("{response:?}"));
    assert_eq!(serde_json::to_string(&copy).unwrap(), serde_json::to_string(&response).unwrap());
    assert_eq!(copy.hosts[0].state, Some(State::from(9)));
    assert_eq!(copy.hosts[0].password.as_deref(), Some("hunter2"));
}

#[test]
fn drift_names_the_rows_of_the_spec() {
    let body = br#"{"RetCode":"0","New":{"a":1},"Hosts":{"Count":2,"Host":[{"Charge":"Day","State":7,"X":1},
        {"Charge":"Day","Charge":"","X":2,"Size":"5","Sizes":[1,""],"Parent":[]},{"Size":[]}]}}"#;
    let mut report = rt::DriftReport::new();
    let error = rt::decode_with_drift::<CreateHostResponse>(body, &mut report).unwrap_err();
    assert_eq!(error.fields().len(), 1);
    let found: Vec<_> = report
        .entries()
        .iter()
        .map(|drift| (drift.kind(), drift.path(), drift.row(), drift.found(), drift.count()))
        .collect();
    assert_eq!(
        found,
        [
            (DriftKind::Coercion, "RetCode", "RetCode", "text \"0\"", 1),
            (DriftKind::UnknownField, "New", "New", "an object", 1),
            (DriftKind::UnknownField, "Hosts.Count", "Count", "number 2", 1),
            (DriftKind::UnknownValue, "Hosts.Host[0].Charge", "Charge", "text \"Day\"", 2),
            (DriftKind::UnknownValue, "Hosts.Host[0].State", "State", "number 7", 1),
            (DriftKind::UnknownField, "Hosts.Host[0].X", "X", "number 1", 2),
            (DriftKind::Coercion, "Hosts.Host[1].Size", "Size", "text \"5\"", 1),
            (DriftKind::Coercion, "Hosts.Host[1].Sizes[1]", "Sizes", "text \"\"", 1),
            (DriftKind::Coercion, "Hosts.Host[1].Parent", "Parent", "an empty list", 1),
            (DriftKind::Mismatch, "Hosts.Host[2].Size", "Size", "a list", 1),
        ]
    );
    assert_eq!(report.entries()[3].expected(), "one of the documented values");
    let first = &report.entries()[5];
    assert_eq!(
        first.to_string(),
        "unknown field: Hosts.Host[0].X: expected no such field, found number 1 \
         (sample/host/CreateHost.yaml, type Host, X), 2 times"
    );
    assert_eq!(report.to_json()["drift"][5]["count"], 2);
    let mut twice = report.clone();
    twice.merge(report);
    assert_eq!(twice.entries()[5].count(), 4);
}

#[test]
fn drift_tells_what_is_no_time_and_what_is_not_there() {
    let body =
        br#"{"Hosts":{"Host":[{"Created":"soon","Expires":"never","Day":"2020-02-29","Seen":"2020-02-29 01:02:03"},
        {"Created":"2020-02-29T01:02Z","Expires":1,"Day":"2020/02/30","Seen":""}]}}"#;
    let mut report = rt::DriftReport::new();
    let response = rt::decode_with_drift::<CreateHostResponse>(body, &mut report).expect("no time fails an answer");
    assert_eq!(response.hosts[0].created, Some("soon".into()));
    let lines = report.to_string();
    let place = |at: &str, row: &str| format!("(sample/host/CreateHost.yaml, {at}, {row})\n");
    let expected = [
        (
            "mismatch: Hosts.Host[0].Created: expected YYYY-MM-DDThh:mm:ssZ, found text \"soon\" ",
            "type Host",
            "Created",
        ),
        ("mismatch: Hosts.Host[0].Expires: expected Unix seconds, found text \"never\" ", "type Host", "Expires"),
        ("coercion: Hosts.Host[0].Day: expected YYYY/MM/DD, found text \"2020-02-29\" ", "type Host", "Day"),
        ("mismatch: Hosts.Host[1].Day: expected YYYY/MM/DD, found text \"2020/02/30\" ", "type Host", "Day"),
        ("coercion: Hosts.Host[1].Seen: expected a time, found text \"\" ", "type Host", "Seen"),
        ("missing field: RetCode: expected in every answer, found no such field ", "response", "RetCode"),
    ];
    assert_eq!(lines, expected.map(|(text, at, row)| format!("{text}{}", place(at, row))).concat());
    let json = report.to_json();
    let missing = &json["drift"][5];
    assert_eq!(
        [&missing["kind"], &missing["spec"], &missing["at"], &missing["row"]],
        ["missing field", "sample/host/CreateHost.yaml", "response", "RetCode"]
    );
    assert_eq!((&json["drift"][0]["kind"], &json["drift"][0]["row"]), (&"mismatch".into(), &"Created".into()));
}

#[test]
fn drift_is_bounded() {
    let members: Vec<String> = (0..1500).map(|index| format!("\"f{index}\":1")).collect();
    let mut report = rt::DriftReport::new();
    rt::decode_with_drift::<Host>(format!("{{{}}}", members.join(",")).as_bytes(), &mut report).unwrap();
    assert_eq!((report.entries().len(), report.left_out()), (1000, 500));
}

#[test]
fn open_enums_keep_what_they_do_not_know() {
    assert_eq!(Charge::from("Month"), Charge::Month);
    let other = Charge::from(String::from("Day"));
    assert!(!other.is_known() && other == "Day" && other == *"Day" && other == "Day".to_owned().into_boxed_str());
    assert_eq!(format!("{other} {other:?} {:>6}", Charge::Year), "Day \"Day\"   Year");
    assert_eq!("Day".parse::<Charge>(), Ok(other.clone()));
    assert_eq!(serde_json::to_string(&other).unwrap(), "\"Day\"");
    assert_eq!(serde_json::from_str::<Charge>("\"Day\"").unwrap(), other);
    assert_eq!(serde_json::from_str::<Charge>("5").unwrap(), "5");
    assert_eq!(serde_json::from_str::<State>("\"2\"").unwrap(), State::Normal);
    assert_eq!(serde_json::to_string(&State::from(9)).unwrap(), "9");
    assert!(serde_json::from_str::<State>("\"two\"").is_err() && serde_json::from_str::<State>("null").is_err());
    assert_eq!((State::VALUES, State::from(9) == 9), (&[1, 2][..], true));
}

#[test]
fn times_are_read_on_demand() {
    let moment: Timestamp = "2015-06-19T07:25:42Z".parse().unwrap();
    assert_eq!(UtcTime::from(moment), UtcTime::from("2015-06-19T07:25:42Z"));
    assert_eq!(UtcTime::from("2015-06-19T07:25:42Z").timestamp(), Ok(moment));
    assert_eq!(UtcTime::from("2015-06-19T15:25:42+08:00").timestamp(), Ok(moment));
    assert_eq!(UtcTime::from("2015-06-19T07:25:42").timestamp(), Ok(moment));
    assert_eq!(UtcTime::from("2015-06-19T07:25Z").timestamp().unwrap().to_string(), "2015-06-19T07:25:00Z");
    let mut times = ["2015-06-19T07:25:42Z", "2015-06-19T07:25Z", "never"].map(UtcTime::from);
    times.sort();
    assert_eq!(times, ["never", "2015-06-19T07:25Z", "2015-06-19T07:25:42Z"]);
    let error = UtcTime::from("never").timestamp().unwrap_err();
    assert_eq!(error.to_string(), "\"never\" is not a time of the form YYYY-MM-DDThh:mm:ssZ");

    let time = civil::datetime(2020, 2, 29, 1, 2, 3, 0);
    assert_eq!(LocalTime::from(time), LocalTime::from("2020-02-29 01:02:03"));
    assert_eq!(LocalTime::from("2020-02-29 01:02:03").civil(), Ok(time));
    assert!(LocalTime::from("2021-02-29 01:02:03").civil().is_err());

    let day = civil::date(2020, 2, 29);
    assert_eq!(Date::from(day), Date::from("2020/02/29"));
    assert_eq!(Date::from("2020/02/29").civil(), Ok(day));
    assert_eq!(Date::from("2020-02-29").civil(), Ok(day));
    assert!(Date::from("2021/02/29").civil().is_err() && Date::from("2020/02/29x").civil().is_err());

    assert_eq!(UnixTime::from(moment).seconds(), Ok(1_434_698_742));
    assert_eq!(UnixTime::from(1_434_698_742).timestamp(), Ok(moment));
    assert_eq!(UnixTime::from("1434698742"), UnixTime::from(1_434_698_742));
    assert!(UnixTime::from(i64::MAX).timestamp().is_err() && UnixTime::from("soon").seconds().is_err());
    assert_eq!(serde_json::to_string(&UnixTime::from("soon")).unwrap(), "\"soon\"");
    assert_eq!(serde_json::from_str::<UnixTime>("\"12\"").unwrap().seconds(), Ok(12));
    assert_eq!(serde_json::from_str::<UtcTime>("\"x\"").unwrap().as_str(), "x");
}

#[test]
fn a_documented_answer_is_found_again() {
    rt::example::response::<CreateHostResponse>(
        r#"{"RetCode":"0","Hosts":{"Host":[{"HostId":7,"Size":"20","Price":1.50,"Ready":1,"Charge":"Day","Sizes":"3",
            "Created":"","Parent":[],"Features":["a",null],"Expires":"soon","State":"2","Children":null}]},
            "Extra":[1,{"a":null}]}"#,
    );
}

#[test]
#[should_panic(expected = "unknown field: Hosts.Host[0].Foo")]
fn a_documented_answer_with_an_unknown_field_is_refused() {
    rt::example::response::<CreateHostResponse>(r#"{"Hosts":{"Host":[{"Foo":1}]}}"#);
}

#[test]
#[should_panic(expected = "values of the example are lost:\n/First/Id: \"a\"")]
fn a_documented_answer_that_loses_a_value_is_refused() {
    // The same field under two names: only one value can be kept.
    rt::example::response::<CreateHostResponse>(r#"{"First":{"Id":"a","HostId":"b"}}"#);
}
