//! Requests built through the generated API, against the parameters that the documents show.

use tablature::runtime::{Method, Paged, Paging, Request, Scheme};
use tablature::{aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tablature_tests::specs::{facts, facts_of};

type Parameters = Vec<(String, String)>;

/// Asserts on all parameters, in their order, written as an address has them.
#[track_caller]
fn assert_sent(parameters: &Parameters, expected: &str) {
    let sent: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(sent.join("&"), expected);
}

/// The parameters of the documented example, as the spec has them.
fn documented(provider: &str, action: &str) -> Vec<String> {
    let example = facts_of(provider, action, "example").remove(0);
    let pairs = |key: &str| example[key].as_array().cloned().unwrap_or_default();
    let all = pairs("request").into_iter().chain(pairs("supply"));
    all.map(|pair| pair.as_str().unwrap_or_default().to_owned()).collect()
}

/// Compares with the documented example, in which parameters stand in an order of their own.
#[track_caller]
fn assert_documented(provider: &str, action: &str, parameters: &Parameters) {
    let mut sent: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut documented = documented(provider, action);
    sent.sort();
    documented.sort();
    assert_eq!(sent, documented);
}

#[test]
fn documented_examples_encode_to_the_documented_parameters() {
    assert_documented("tencent", "DescribeImages", &tencent::cvm::DescribeImages::new().image_type(1).parameters());
    assert_documented("aliyun", "DescribeImages", &aliyun::ecs::DescribeImages::new("cn-hangzhou").parameters());
    assert_documented("qingcloud", "DescribeImages", &qingcloud::iaas::DescribeImages::new("pek3a").parameters());
}

#[test]
fn the_example_of_placeholders_encodes_but_for_the_parameter_that_it_repeats() {
    let request = ucloud::uhost::DescribeImage::new("PhaAzVTd").zone("cqKjGzBc").project_id("COzFsxJJ");
    let request = request.image_type("gzhDcTIW").func_type("VQKlDpNp").os_type("YKGOVXER").image_id("NucmrhHv");
    let sent = request.offset(7).limit(3).price_set(8).parameters();
    let documented = documented("ucloud", "DescribeImage");
    let functions: Vec<&String> = documented.iter().filter(|pair| pair.starts_with("FuncType=")).collect();
    assert_eq!(functions.len(), 3, "the example sends it three times; the table documents one value");
    for pair in &documented {
        let found = sent.iter().any(|(name, value)| *pair == format!("{name}={value}"));
        assert_eq!(found, !functions[1..].contains(&pair), "{pair}");
    }
    assert_eq!(sent.len(), documented.len() - 2);
}

#[test]
fn actions_without_an_example_send_their_rows_in_the_documented_order() {
    let describe = ucloudstack::image::DescribeImage::new("cn").image_type("Custom").image_ids(["one-id", "two-id"]);
    let describe = describe.company_id(1).keyword("k").project_ids(["p"]).offset(0).limit(100);
    assert_sent(
        &describe.parameters(),
        "Action=DescribeImage&Region=cn&ImageType=Custom&ImageIDs.0=one-id&ImageIDs.1=two-id&CompanyID=1&Keyword=k\
         &ProjectIDs.0=p&Offset=0&Limit=100",
    );
    let create = ucloudstack::image::CreateCustomImage::new("cn", "vm-1", "name").company_id(1).image_description("d");
    assert_sent(
        &create.parameters(),
        "Action=CreateCustomImage&Region=cn&VMID=vm-1&ImageName=name&CompanyID=1&ImageDescription=d",
    );
    let delete = ucloudstack::image::DeleteCustomImage::new("cn", "image-1").company_id(1);
    assert_sent(&delete.parameters(), "Action=DeleteCustomImage&Region=cn&ImageID=image-1&CompanyID=1");
}

#[test]
fn each_list_travels_as_its_document_shows_it() {
    let request = tencent::cvm::DescribeImages::new().image_ids(["img-a", "img-b"]);
    assert_sent(&request.parameters(), "Action=DescribeImages&imageIds.0=img-a&imageIds.1=img-b");

    let tags =
        [aliyun::ecs::describe_images::Tag::new("env").value("prod"), aliyun::ecs::describe_images::Tag::new("bare")];
    let request = aliyun::ecs::DescribeImages::new("cn").image_id(["a", "b"]).tag(tags);
    assert_sent(
        &request.parameters(),
        "Action=DescribeImages&RegionId=cn&ImageId=a,b&Tag.1.Key=env&Tag.1.Value=prod&Tag.2.Key=bare",
    );

    let request =
        qingcloud::iaas::DescribeImages::new("pek3a").images(["img-a", "img-b"]).status(["pending", "ceased"]);
    assert_sent(
        &request.parameters(),
        "action=DescribeImages&images.1=img-a&images.2=img-b&status.1=pending&status.2=ceased&zone=pek3a",
    );

    let request = ucloudstack::image::DescribeImage::new("cn").image_ids(["a", "b"]).project_ids(["p", "q"]);
    assert_sent(
        &request.parameters(),
        "Action=DescribeImage&Region=cn&ImageIDs.0=a&ImageIDs.1=b&ProjectIDs.0=p&ProjectIDs.1=q",
    );
}

#[test]
fn a_request_that_sets_nothing_sends_only_what_is_required() {
    assert_sent(&tencent::cvm::DescribeImages::new().parameters(), "Action=DescribeImages");
    assert_sent(&aliyun::ecs::DescribeImages::new("r").parameters(), "Action=DescribeImages&RegionId=r");
    assert_sent(&qingcloud::iaas::DescribeImages::new("z").parameters(), "action=DescribeImages&zone=z");
    assert_sent(&ucloud::uhost::DescribeImage::new("r").parameters(), "Action=DescribeImage&Region=r");
    assert_sent(&ucloudstack::image::DescribeImage::new("r").parameters(), "Action=DescribeImage&Region=r");
}

#[test]
fn defaults_are_constants_and_are_sent_when_set() {
    use tencent::cvm::DescribeImages as Tencent;
    assert_eq!(Tencent::DEFAULT_STATUS, tencent::cvm::ImageStatus::All);
    assert_eq!((Tencent::DEFAULT_OFFSET, Tencent::DEFAULT_LIMIT), (0, 20));
    let request =
        Tencent::new().status(Tencent::DEFAULT_STATUS).offset(Tencent::DEFAULT_OFFSET).limit(Tencent::DEFAULT_LIMIT);
    assert_sent(&request.parameters(), "Action=DescribeImages&status=0&offset=0&limit=20");

    use aliyun::ecs::DescribeImages as Aliyun;
    assert_eq!(Aliyun::DEFAULT_STATUS, aliyun::ecs::ImageStatus::Available);
    assert_eq!((Aliyun::DEFAULT_PAGE_NUMBER, Aliyun::DEFAULT_PAGE_SIZE), (1, 10));
    let request = Aliyun::new("r").status(Aliyun::DEFAULT_STATUS).page_number(1).page_size(10);
    assert_sent(&request.parameters(), "Action=DescribeImages&RegionId=r&Status=Available&PageNumber=1&PageSize=10");

    use qingcloud::iaas::DescribeImages as Qingcloud;
    assert_eq!((Qingcloud::DEFAULT_OFFSET, Qingcloud::DEFAULT_LIMIT), (0, 20));
    use ucloud::uhost::DescribeImage as Ucloud;
    assert_eq!((Ucloud::DEFAULT_OFFSET, Ucloud::DEFAULT_LIMIT), (0, 20));
    assert_eq!(Ucloud::DEFAULT_PRICE_SET, 0);
    use ucloudstack::image::DescribeImage as Ucloudstack;
    assert_eq!((Ucloudstack::DEFAULT_OFFSET, Ucloudstack::DEFAULT_LIMIT), (0, 20));
}

#[test]
fn an_empty_text_is_sent_and_an_empty_list_is_not() {
    let request = aliyun::ecs::DescribeImages::new("").image_name("").image_id([""; 0]).tag([]);
    assert_sent(&request.parameters(), "Action=DescribeImages&RegionId=&ImageName=");
    let request = qingcloud::iaas::DescribeImages::new("").search_word("").images([""; 0]);
    assert_sent(&request.parameters(), "action=DescribeImages&search_word=&zone=");
    let tag = aliyun::ecs::describe_images::Tag::new("k").value("");
    assert_sent(
        &aliyun::ecs::DescribeImages::new("r").tag([tag]).parameters(),
        "Action=DescribeImages&RegionId=r&Tag.1.Key=k&Tag.1.Value=",
    );
    let request = tencent::cvm::DescribeImages::new().image_ids(["", "b"]);
    assert_sent(&request.parameters(), "Action=DescribeImages&imageIds.0=&imageIds.1=b");
}

#[test]
fn unknown_enum_values_travel_back_unchanged() {
    for value in ["", "available", "Älter", "a b&c=d", "状态", "\u{0}\u{202e}"] {
        let request = aliyun::ecs::DescribeImages::new("r").status(value);
        assert_eq!(request.parameters()[2], ("Status".to_owned(), value.to_owned()));
        let request = qingcloud::iaas::DescribeImages::new("z").status([value]);
        assert_eq!(request.parameters()[1], ("status.1".to_owned(), value.to_owned()));
    }
    for value in [i64::MIN, -1, 6, i64::MAX] {
        let request = tencent::cvm::DescribeImages::new().status(value);
        assert_eq!(request.parameters()[1], ("status".to_owned(), value.to_string()));
    }
}

#[test]
fn setters_take_texts_of_any_kind_and_enum_values() {
    use aliyun::ecs::{DescribeImages, ImageStatus};
    let (region, owned) = ("r".to_owned(), "Creating".to_owned());
    let requests = [
        DescribeImages::new("r").status("Creating"),
        DescribeImages::new(&region).status(&owned),
        DescribeImages::new(region.clone()).status(owned.clone()),
        DescribeImages::new("r").status(ImageStatus::Creating),
    ];
    assert!(requests.iter().all(|request| *request == requests[0]));

    use qingcloud::iaas::ImageStatus as Status;
    let texts = qingcloud::iaas::DescribeImages::new("z").status(["pending", "deleted"]).images(vec!["a".to_owned()]);
    let values = qingcloud::iaas::DescribeImages::new("z").status(vec![Status::Pending, Status::Deleted]).images(["a"]);
    assert_eq!(texts, values);
}

#[test]
fn a_setter_that_is_called_twice_has_the_last_word() {
    let request = tencent::cvm::DescribeImages::new().limit(1).limit(2).image_ids(["a", "b"]).image_ids(["c"]);
    assert_sent(&request.parameters(), "Action=DescribeImages&imageIds.0=c&limit=2");
}

/// Facts of one action that a client needs: provider, service, action, endpoint, scheme, read only.
type Facts = (&'static str, &'static str, &'static str, &'static str, Scheme, bool);

fn facts_in_code<R: Request>() -> Facts {
    let (action, provider) = (R::ACTION, R::ACTION.provider());
    assert_eq!(provider.http_method(), Method::Get);
    assert_eq!(action.spec(), format!("{}/{}/{}.yaml", provider.name(), action.service().name(), action.name()));
    let endpoint = action.endpoint_address();
    (provider.name(), action.service().name(), action.name(), endpoint, provider.scheme(), action.is_read_only())
}

#[test]
fn actions_know_where_they_are_served() {
    let ecs = ("aliyun", "ecs", "DescribeImages", "https://ecs.aliyuncs.com/", Scheme::AliyunRpc, true);
    assert_eq!(facts_in_code::<aliyun::ecs::DescribeImages>(), ecs);
    let cvm =
        ("tencent", "cvm", "DescribeImages", "https://image.api.qcloud.com/v2/index.php", Scheme::TencentV2, true);
    assert_eq!(facts_in_code::<tencent::cvm::DescribeImages>(), cvm);
    let iaas = ("qingcloud", "iaas", "DescribeImages", "https://api.qingcloud.com/iaas/", Scheme::Qingcloud, true);
    assert_eq!(facts_in_code::<qingcloud::iaas::DescribeImages>(), iaas);
    let uhost = ("ucloud", "uhost", "DescribeImage", "https://api.ucloud-global.com/", Scheme::Ucloud, true);
    assert_eq!(facts_in_code::<ucloud::uhost::DescribeImage>(), uhost);
    let stack = |action, read_only| ("ucloudstack", "image", action, "", Scheme::Ucloud, read_only);
    assert_eq!(facts_in_code::<ucloudstack::image::DescribeImage>(), stack("DescribeImage", true));
    assert_eq!(facts_in_code::<ucloudstack::image::CreateCustomImage>(), stack("CreateCustomImage", false));
    assert_eq!(facts_in_code::<ucloudstack::image::DeleteCustomImage>(), stack("DeleteCustomImage", false));
}

#[test]
fn every_constant_row_is_the_actions_name() {
    for fact in facts().iter().filter(|fact| fact["at"] == "request" && !fact["const"].is_null()) {
        assert_eq!(
            (&fact["name"], &fact["const"]),
            (&"Action".into(), &fact["action"]),
            "the client sends it; no field holds it"
        );
    }
    // The row stands in the table, and still the parameter is sent once.
    let named =
        |parameters: Parameters| parameters.iter().filter(|(name, _)| name.eq_ignore_ascii_case("action")).count();
    assert_eq!(named(aliyun::ecs::DescribeImages::new("r").parameters()), 1);
    assert_eq!(named(ucloud::uhost::DescribeImage::new("r").parameters()), 1);
    assert_eq!(named(qingcloud::iaas::DescribeImages::new("z").parameters()), 1);
}

#[test]
fn pages_are_turned_by_the_documented_parameters() {
    assert_eq!(aliyun::ecs::DescribeImages::PAGING, Paging::pages("PageNumber", "PageSize").total("TotalCount"));
    assert_eq!(tencent::cvm::DescribeImages::PAGING, Paging::offset("offset", "limit").total("totalCount"));
    assert_eq!(qingcloud::iaas::DescribeImages::PAGING, Paging::offset("offset", "limit").total("total_count"));
    assert_eq!(ucloud::uhost::DescribeImage::PAGING, Paging::offset("Offset", "Limit").total("TotalCount"));
    assert_eq!(ucloudstack::image::DescribeImage::PAGING, Paging::offset("Offset", "Limit").total("TotalCount"));

    let mut request = aliyun::ecs::DescribeImages::new("r");
    let paging = aliyun::ecs::DescribeImages::PAGING;
    assert_eq!((paging.start_of(&request), paging.size_of(&request)), (None, None));
    request.at(3);
    assert_eq!((paging.start_of(&request), paging.size_of(&request.clone().page_size(50))), (Some(3), Some(50)));
    assert_sent(&request.parameters(), "Action=DescribeImages&RegionId=r&PageNumber=3");
}
