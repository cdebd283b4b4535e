//! Requests to parameters.

mod sample;

use proptest::prelude::*;
use sample::{Charge, CreateHost, Policy, State, Tag};
use tablature_runtime as rt;

fn pairs(request: &CreateHost) -> String {
    let parameters = request.parameters();
    parameters.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

#[test]
fn the_action_comes_first_and_absent_rows_are_not_sent() {
    assert_eq!(pairs(&CreateHost::new("a")), "Action=CreateHost&Zone=a");
    assert_eq!(pairs(&CreateHost::new("")), "Action=CreateHost&Zone=", "an empty text is a value");
}

#[test]
fn all_styles() {
    let mut request = CreateHost::new("a");
    request.charge = Some(Charge::Year);
    request.state = vec![State::Creating, 9.into()];
    request.size = Some(-3);
    request.ratio = Some(42.0);
    request.dry_run = Some(false);
    request.image_ids = rt::list(["x", "y"]);
    request.host_ids = rt::list(["h1", "h2"]);
    request.names = rt::list(["n1", "n2"]);
    request.tag = vec![Tag::new("k"), Tag { value: Some("v".into()), ..Tag::new("l") }];
    let fallback = Policy { name: Some("q".into()), fallback: None, hours: vec![3] };
    request.policy = Some(Policy { name: None, fallback: Some(Box::new(fallback)), hours: Vec::new() });
    request.until = Some("2026-01-01T00:00Z".into());
    assert_eq!(
        pairs(&request),
        "Action=CreateHost&Zone=a&Charge=Year&State.1=1&State.2=9&Size=-3&Ratio=42&DryRun=false&ImageIDs.0=x&\
         ImageIDs.1=y&HostId=h1,h2&Name=n1&Name=n2&Tag.1.Key=k&Tag.2.Key=l&Tag.2.Value=v&Policy.Fallback.Name=q&\
         Policy.Fallback.Hour.0=3&Until=2026-01-01T00:00Z"
    );
}

#[test]
fn a_documented_example_is_checked() {
    let request = CreateHost::new("a");
    rt::example::request(&request, &[("Action", "CreateHost"), ("Zone", "a")]);
}

#[test]
#[should_panic(expected = "- Zone=b\n  Action=CreateHost\n+ Zone=a")]
fn a_documented_example_that_differs_is_shown() {
    rt::example::request(&CreateHost::new("a"), &[("Action", "CreateHost"), ("Zone", "b")]);
}

#[test]
fn the_order_of_a_documented_example_does_not_matter() {
    let mut request = CreateHost::new("a");
    request.names = rt::list(["n", "n"]);
    rt::example::request(&request, &[("Name", "n"), ("Zone", "a"), ("Name", "n"), ("Action", "CreateHost")]);
}

#[test]
#[should_panic(expected = "- Name=n\n  Action=CreateHost\n  Zone=a\n  Name=n")]
fn a_documented_pair_comes_as_often_as_documented() {
    let mut request = CreateHost::new("a");
    request.names = rt::list(["n"]);
    rt::example::request(&request, &[("Action", "CreateHost"), ("Zone", "a"), ("Name", "n"), ("Name", "n")]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_any_length_is_sent_as_it_is(texts: Vec<String>, zone: String) {
        let mut request = CreateHost::new(zone.clone());
        request.image_ids = texts.clone();
        request.names = texts.clone();
        request.tag = texts.iter().map(Tag::new).collect();
        let mut expected = vec![("Action".to_owned(), "CreateHost".to_owned()), ("Zone".to_owned(), zone)];
        let numbered = |name: &str, base: usize, rest: &str| -> Vec<(String, String)> {
            let numbered = texts.iter().enumerate();
            numbered.map(|(index, text)| (format!("{name}.{}{rest}", index + base), text.clone())).collect()
        };
        expected.extend(numbered("ImageIDs", 0, ""));
        expected.extend(texts.iter().map(|text| ("Name".to_owned(), text.clone())));
        expected.extend(numbered("Tag", 1, ".Key"));
        prop_assert_eq!(request.parameters(), expected);
        drop(request.validate());
        drop(format!("{request:?}"));
    }
}
