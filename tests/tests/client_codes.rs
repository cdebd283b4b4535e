//! The codes of failed calls, as the values that the documents list and as those that they do not.

use serde_json::json;
use tablature::Retries;
use tablature::aliyun::BlockingClient;
use tablature::aliyun::ecs::DescribeImages;
use tablature::aliyun::ecs::describe_images::DescribeImagesErrorCode;
use tablature::runtime::client::Error;
use tablature_mock::{Answer, Cloud, Fault};

const ACTION: &str = "aliyun/ecs/DescribeImages";

fn refused(cloud: &Cloud, request: &DescribeImages) -> Error {
    let endpoint = cloud.endpoint(ACTION).expect("the action exists");
    let client = BlockingClient::new(cloud.credentials()).endpoint(endpoint).retries(Retries::off());
    client.build().expect("a client").call(request).without_validation().send().expect_err("the call fails")
}

#[test]
fn a_documented_code_is_a_value_of_its_own() {
    let cloud = Cloud::start().expect("loopback is there");
    let error = refused(&cloud, &DescribeImages::new("cn-hangzhou").page_size(101));
    assert_eq!(error.code(), Some("InvalidParameter"));
    let code = error.code_as::<DescribeImagesErrorCode>();
    assert!(matches!(code, Some(DescribeImagesErrorCode::InvalidParameter)), "{code:?}");
    assert!(code.is_some_and(|code| code.is_known() && code.as_str() == "InvalidParameter"));
}

#[test]
fn a_code_that_no_page_knows_is_kept() {
    let cloud = Cloud::start().expect("loopback is there");
    let answer = json!({"Code": "Brand.New", "Message": "as of today", "RequestId": "r-1"});
    cloud.answer(ACTION, Answer::json(answer).status(400)).expect("it is programmed");
    let error = refused(&cloud, &DescribeImages::new("cn-hangzhou"));
    let code = error.code_as::<DescribeImagesErrorCode>().expect("there is a code");
    assert!(!code.is_known(), "{code:?}");
    assert_eq!((code.as_str(), error.code(), error.request_id()), ("Brand.New", Some("Brand.New"), Some("r-1")));
}

#[test]
fn without_a_code_there_is_no_value() {
    let cloud = Cloud::start().expect("loopback is there");
    cloud.fault(Fault::new("http:502".parse().expect("a fault")).on(ACTION)).expect("it is planned");
    let error = refused(&cloud, &DescribeImages::new("cn-hangzhou"));
    assert!(error.http_status() == Some(502) && error.code_as::<DescribeImagesErrorCode>().is_none(), "{error}");
}
