//! What the fake cloud keeps: lists with filters and pages, and what is created and removed.

mod support;

use serde_json::{Value, json};
use support::{ALIYUN, QINGCLOUD, STACK, STACK_CREATE, STACK_DELETE, TENCENT, UCLOUD, listed, send};
use tablature_mock::{Answer, Cloud, SourceFile};

/// The values of one field of what is listed.
fn shown(cloud: &Cloud, action: &str, field: &str, parameters: &[(&str, &str)]) -> Vec<String> {
    let body = send(cloud, action, parameters).body;
    let text = |item: &Value| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned);
    listed(action, &body).0.iter().map(text).collect()
}

fn numbered(count: usize, item: impl Fn(usize) -> Value) -> Vec<Value> {
    (1..=count).map(item).collect()
}

#[test]
fn pages_are_turned() {
    let cloud = Cloud::start().expect("loopback is there");
    cloud
        .set_items(ALIYUN, numbered(25, |n| json!({"ImageId": format!("m-{n}"), "Status": "Available"})))
        .expect("it lists");
    let page = |page: &str, size: &str| shown(&cloud, ALIYUN, "ImageId", &[("PageNumber", page), ("PageSize", size)]);
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[]).len(), 10, "the documented default");
    assert_eq!(page("3", "10"), ["m-21", "m-22", "m-23", "m-24", "m-25"]);
    assert_eq!(page("4", "10"), Vec::<String>::new());
    assert_eq!(page("9223372036854775807", "100"), Vec::<String>::new());
    assert_eq!(listed(ALIYUN, &send(&cloud, ALIYUN, &[("PageNumber", "3")]).body).1, 25);
    cloud.set_items(STACK, numbered(25, |n| json!({"ImageID": format!("i-{n}")}))).expect("it lists");
    assert_eq!(shown(&cloud, STACK, "ImageID", &[]).len(), 20);
    assert_eq!(shown(&cloud, STACK, "ImageID", &[("Offset", "23"), ("Limit", "5")]), ["i-24", "i-25"]);
    assert_eq!(shown(&cloud, STACK, "ImageID", &[("Offset", "-1"), ("Limit", "1")]), ["i-1"]);
}

#[test]
fn filters_filter() {
    let cloud = Cloud::start().expect("loopback is there");
    let image = |n: usize| json!({"unImgId": format!("img-{n}"), "imageType": n % 2 + 1, "status": n % 5 + 1});
    cloud.set_items(TENCENT, numbered(6, image)).expect("it lists");
    let tencent = |parameters: &[(&str, &str)]| shown(&cloud, TENCENT, "unImgId", parameters);
    assert_eq!(tencent(&[]).len(), 6);
    assert_eq!(tencent(&[("imageType", "1")]), ["img-2", "img-4", "img-6"]);
    assert_eq!(tencent(&[("status", "0")]).len(), 6, "0 asks for all");
    assert_eq!(tencent(&[("status", "2")]), ["img-1", "img-6"]);
    let two = [("imageIds.0", "img-6"), ("imageIds.1", "img-2"), ("imageType", "1")];
    assert_eq!(tencent(&two), ["img-2", "img-6"]);

    let image =
        |n: usize| json!({"ImageId": format!("m-{n}"), "Status": if n == 1 { "Creating" } else { "Available" }});
    cloud.set_items(ALIYUN, numbered(3, image)).expect("it lists");
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[]), ["m-2", "m-3"], "Available is the documented default");
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("Status", "Creating")]), ["m-1"]);
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("Status", "Creating,Available")]), ["m-1", "m-2", "m-3"]);
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("ImageId", "m-3,m-9,m-2")]), ["m-2", "m-3"]);
    cloud.set_items(ALIYUN, [json!({"ImageId": "m-1"})]).expect("it lists");
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[]), ["m-1"], "what has no status counts as Available");
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("Status", "Available")]), ["m-1"]);
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("Status", "Creating")]), Vec::<String>::new());
    assert_eq!(shown(&cloud, ALIYUN, "ImageId", &[("Usage", "none")]), Vec::<String>::new(), "no default, no match");

    let image =
        |n: usize| json!({"image_id": format!("img-{n}"), "image_name": format!("web {n}"), "status": "available"});
    cloud.set_items(QINGCLOUD, numbered(3, image)).expect("it lists");
    let qingcloud = |parameters: &[(&str, &str)]| shown(&cloud, QINGCLOUD, "image_id", parameters);
    assert_eq!(qingcloud(&[("search_word", "web 3")]), ["img-3"]);
    assert_eq!(qingcloud(&[("images.1", "img-1"), ("images.2", "img-3")]), ["img-1", "img-3"]);
    assert_eq!(qingcloud(&[("status.1", "pending")]), Vec::<String>::new());

    let image = |n: usize| json!({"ImageId": format!("u-{n}"), "FuncType": if n == 1 { "gpu" } else { "app" }});
    cloud.set_items(UCLOUD, numbered(2, image)).expect("it lists");
    assert_eq!(shown(&cloud, UCLOUD, "ImageId", &[("FuncType", "gpu")]), ["u-1"]);
    assert_eq!(shown(&cloud, UCLOUD, "ImageId", &[("FuncType", "neither")]).len(), 2, "such values are ignored");
}

#[test]
fn what_is_created_is_listed_until_it_is_removed() {
    let cloud = Cloud::start().expect("loopback is there");
    let new = [("VMID", "vm-1"), ("ImageName", "镜像 1"), ("ImageDescription", ""), ("CompanyID", "7")];
    let created = send(&cloud, STACK_CREATE, &new).body;
    assert_eq!((&created["RetCode"], &created["Action"]), (&json!(0), &json!("CreateCustomImageResponse")));
    let id = created["ImageID"].as_str().expect("there is an ID").to_owned();

    let found = listed(STACK, &send(&cloud, STACK, &[("ImageIDs.0", &id)]).body);
    assert_eq!(found.1, 1);
    let image = &found.0[0];
    assert_eq!((&image["Name"], &image["Region"], &image["CompanyID"]), (&json!("镜像 1"), &json!("cn"), &json!(7)));
    assert_eq!((&image["ImageType"], &image["ImageDescription"]), (&json!("Custom"), &json!("")));
    assert_eq!(shown(&cloud, STACK, "ImageID", &[("Keyword", "镜像")]), std::slice::from_ref(&id));
    assert!(!shown(&cloud, STACK, "ImageID", &[("Region", "elsewhere")]).contains(&id));

    let elsewhere = [("ImageID", id.as_str()), ("Region", "elsewhere")];
    assert_eq!(send(&cloud, STACK_DELETE, &elsewhere).body["RetCode"], 8039, "it is not there");
    assert_eq!(send(&cloud, STACK_DELETE, &[("ImageID", &id)]).body["RetCode"], 0);
    assert!(!shown(&cloud, STACK, "ImageID", &[]).contains(&id));
    assert_eq!(send(&cloud, STACK_DELETE, &[("ImageID", &id)]).body["RetCode"], 8039, "it is gone");
}

#[test]
fn what_is_created_is_being_made_at_first() {
    for (listings, states) in [(None, ["Making", "Making", "Used"]), (Some(1), ["Making", "Used", "Used"])] {
        let builder = Cloud::builder();
        let builder = listings.map_or(Cloud::builder(), |calls| builder.listings_until_ready(calls));
        let cloud = builder.start().expect("loopback is there");
        send(&cloud, STACK_CREATE, &[("VMID", "vm-1"), ("ImageName", "mine")]);
        let found = states.map(|_| shown(&cloud, STACK, "ImageStatus", &[("Keyword", "mine")]));
        assert_eq!(found, states.map(|state| vec![state.to_owned()]));
    }
    let cloud = Cloud::builder().listings_until_ready(0).start().expect("loopback is there");
    send(&cloud, STACK_CREATE, &[("VMID", "vm-1"), ("ImageName", "mine")]);
    assert_eq!(
        cloud.items(STACK).expect("it lists").last().map(|image| image["ImageStatus"].clone()),
        Some(json!("Used"))
    );
}

#[test]
fn what_there_is_at_the_start_is_ready() {
    let cloud = Cloud::start().expect("loopback is there");
    assert_eq!(shown(&cloud, STACK, "ImageStatus", &[]), ["Used"]);
}

#[test]
fn what_a_test_says_of_a_thing_that_is_being_made_stays() {
    let cloud = Cloud::start().expect("loopback is there");
    send(&cloud, STACK_CREATE, &[("VMID", "vm-1"), ("ImageName", "mine")]);
    let mut images = cloud.items(STACK).expect("it lists");
    images.iter_mut().for_each(|image| image["ImageStatus"] = json!("Failed"));
    cloud.set_items(STACK, images).expect("it lists");
    for _ in 0..3 {
        assert_eq!(shown(&cloud, STACK, "ImageStatus", &[("Keyword", "mine")]), ["Failed"]);
    }
}

#[test]
fn programmed_answers_come_in_their_order() {
    let cloud = Cloud::start().expect("loopback is there");
    cloud.answer(STACK, Answer::json(json!({"RetCode": "8000"}))).expect("it exists");
    cloud.answer(STACK, Answer::new("text/plain", "two").status(418)).expect("it exists");
    cloud.answer_always("ucloud", Answer::json(json!([]))).expect("it exists");
    assert_eq!(send(&cloud, STACK, &[]).body, json!({"RetCode": "8000"}));
    let second = send(&cloud, STACK, &[]);
    assert_eq!((second.status, second.body), (418, json!("two")));
    assert_eq!(send(&cloud, STACK, &[]).body["RetCode"], 0);
    assert_eq!([send(&cloud, UCLOUD, &[]).body, send(&cloud, UCLOUD, &[]).body], [json!([]), json!([])]);
    let unknown = cloud.answer("ucloud/none", Answer::json(json!({}))).expect_err("there is no such service");
    assert!(unknown.to_string().contains("ucloud/uhost/DescribeImage"), "{unknown}");
}

#[test]
fn what_is_no_item_is_refused() {
    let cloud = Cloud::start().expect("loopback is there");
    assert!(cloud.set_items(STACK, [json!(1)]).is_err());
    assert!(cloud.set_items(STACK_CREATE, []).is_err());
    assert!(cloud.set_items(STACK, (0..10_001).map(|_| json!({}))).is_err());
    assert_eq!(cloud.items(STACK).expect("it lists").len(), 1, "nothing is changed by halves");
    assert!(cloud.set_items(STACK, (0..10_000).map(|_| json!({}))).is_ok());
    assert_eq!(cloud.items("ucloudstack").expect("it lists").len(), 10_000);
}

#[test]
fn a_made_up_thing_is_what_a_call_without_filters_asks_for() {
    let provider = "provider: harbour\ntitle: Harbour\nsource: { page: All, transcribed: 2026-11-22 }\nmethod: GET\nsigning: { scheme: ucloud }\n\
        action_parameter: Action\nlist_base: 0\nstatus: { field: Code, success: 0 }\npaging: { offset: Offset, limit: Limit, total: Total }\n\
        common:\n  Action: { type: string, required: true }\n  PublicKey: { type: string, required: true }\n  Signature: { type: string, required: true }\n\
        services:\n  quay: {}\n";
    let listing = "action: DescribeBoats\nsource: { page: Boats, transcribed: 2026-11-22 }\npaging: { items: Boats }\n\
        request:\n  Tag: { type: string, default: Default }\n  Decks: { type: int, default: 3 }\n  Crew: { type: int, default: 0 }\n  Offset: { type: int }\n  Limit: { type: int }\n\
        response:\n  Code: { type: int }\n  Total: { type: int }\n  Boats: { type: [Boat] }\n\
        types:\n  Boat:\n    BoatId: { type: string }\n    Tag: { type: string }\n    Decks: { type: [int] }\n    Crew: { type: [Sailor] }\n  Sailor:\n    Name: { type: string }\n";
    let files = [("harbour/provider.yaml", provider), ("harbour/quay/DescribeBoats.yaml", listing)];
    let files = files.map(|(path, text)| SourceFile::new(path, text)).to_vec();
    let cloud = Cloud::builder().specs(files).start().expect("the specs are right");
    let boats = cloud.items("harbour/quay/DescribeBoats").expect("it lists");
    assert_eq!(
        boats,
        [json!({"BoatId": "example-boatid", "Tag": "Default", "Decks": [3], "Crew": [{"Name": "example-name"}]})]
    );
}
