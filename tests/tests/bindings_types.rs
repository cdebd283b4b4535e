//! What the types of the bindings promise to a compiler: traits, markers, tables and error codes.

use std::any::TypeId;
use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tablature::runtime::{KnownError, Paged, ProviderMarker, Request};
use tablature::{aliyun, qingcloud, tencent, ucloud, ucloudstack};
use tablature_tests::specs::facts;

fn request<R, A>()
where
    R: Request<Response = A> + Send + Sync + Unpin + Clone + Debug + PartialEq + Serialize + 'static,
    A: Send + Sync + Unpin + Clone + Debug + PartialEq + Default + Serialize + DeserializeOwned + 'static,
{
}

fn answer_part<
    A: Send + Sync + Unpin + Clone + Debug + PartialEq + Default + Serialize + DeserializeOwned + 'static,
>() {
}

fn words<E>()
where
    E: Send + Sync + Clone + Debug + Display + Eq + Ord + Hash + Serialize + DeserializeOwned + 'static,
    E: for<'a> From<&'a str> + From<String> + for<'a> From<&'a String> + FromStr,
    E: PartialEq<str> + for<'a> PartialEq<&'a str> + PartialEq<String>,
{
}

fn numbers<E>()
where
    E: Send + Sync + Copy + Debug + Display + Eq + Ord + Hash + Serialize + DeserializeOwned + 'static,
    E: From<i64> + PartialEq<i64> + FromStr,
{
}

#[test]
fn requests_and_answers_have_the_usual_traits() {
    request::<aliyun::ecs::DescribeImages, _>();
    request::<tencent::cvm::DescribeImages, _>();
    request::<qingcloud::iaas::DescribeImages, _>();
    request::<ucloud::uhost::DescribeImage, _>();
    request::<ucloudstack::image::DescribeImage, _>();
    request::<ucloudstack::image::CreateCustomImage, _>();
    request::<ucloudstack::image::DeleteCustomImage, _>();
    answer_part::<aliyun::ecs::describe_images::Image>();
    answer_part::<aliyun::ecs::describe_images::DiskDeviceMapping>();
    answer_part::<tencent::cvm::Image>();
    answer_part::<qingcloud::iaas::Image>();
    answer_part::<ucloud::uhost::UHostImageSet>();
    answer_part::<ucloudstack::image::ImageInfo>();
}

#[test]
fn a_nested_parameter_can_be_kept_and_shown() {
    fn parameter<P: Send + Sync + Unpin + Clone + Debug + PartialEq + Serialize + 'static>() {}
    parameter::<aliyun::ecs::describe_images::Tag>();
}

#[test]
fn enums_can_be_keys_and_come_from_texts() {
    words::<aliyun::ecs::ImageStatus>();
    words::<aliyun::ecs::ImageOwnerAlias>();
    words::<aliyun::ecs::ImageUsage>();
    words::<qingcloud::iaas::ProcessorType>();
    words::<qingcloud::iaas::OsFamily>();
    words::<qingcloud::iaas::Visibility>();
    words::<qingcloud::iaas::ImageProvider>();
    words::<qingcloud::iaas::Platform>();
    words::<qingcloud::iaas::ImageStatus>();
    words::<qingcloud::iaas::TransitionStatus>();
    words::<ucloud::uhost::ImageType>();
    words::<ucloud::uhost::FuncType>();
    words::<ucloud::uhost::OsType>();
    words::<ucloud::uhost::ImageFeature>();
    words::<ucloud::uhost::ImageState>();
    words::<ucloud::uhost::SceneCategory>();
    words::<ucloudstack::image::ImageType>();
    words::<ucloudstack::image::OsType>();
    words::<ucloudstack::image::OsDistribution>();
    words::<ucloudstack::image::ImageStatus>();
    numbers::<tencent::cvm::ImageType>();
    numbers::<tencent::cvm::ImageStatus>();
    numbers::<ucloud::uhost::PriceSet>();
}

/// Every value of an enum that the bindings know, as it travels.
fn values_in_code() -> Vec<(&'static str, &'static str, Vec<String>)> {
    let texts = |values: &[&str]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
    let integers = |values: &[i64]| values.iter().map(ToString::to_string).collect::<Vec<_>>();
    use {aliyun::ecs, qingcloud::iaas, tencent::cvm, ucloud::uhost, ucloudstack::image};
    vec![
        ("aliyun", "ImageStatus", texts(ecs::ImageStatus::VALUES)),
        ("aliyun", "ImageOwnerAlias", texts(ecs::ImageOwnerAlias::VALUES)),
        ("aliyun", "ImageUsage", texts(ecs::ImageUsage::VALUES)),
        ("qingcloud", "ProcessorType", texts(iaas::ProcessorType::VALUES)),
        ("qingcloud", "OsFamily", texts(iaas::OsFamily::VALUES)),
        ("qingcloud", "Visibility", texts(iaas::Visibility::VALUES)),
        ("qingcloud", "ImageProvider", texts(iaas::ImageProvider::VALUES)),
        ("qingcloud", "Platform", texts(iaas::Platform::VALUES)),
        ("qingcloud", "ImageStatus", texts(iaas::ImageStatus::VALUES)),
        ("qingcloud", "TransitionStatus", texts(iaas::TransitionStatus::VALUES)),
        ("tencent", "ImageType", integers(cvm::ImageType::VALUES)),
        ("tencent", "ImageStatus", integers(cvm::ImageStatus::VALUES)),
        ("ucloud", "ImageType", texts(uhost::ImageType::VALUES)),
        ("ucloud", "FuncType", texts(uhost::FuncType::VALUES)),
        ("ucloud", "OsType", texts(uhost::OsType::VALUES)),
        ("ucloud", "PriceSet", integers(uhost::PriceSet::VALUES)),
        ("ucloud", "ImageFeature", texts(uhost::ImageFeature::VALUES)),
        ("ucloud", "ImageState", texts(uhost::ImageState::VALUES)),
        ("ucloud", "SceneCategory", texts(uhost::SceneCategory::VALUES)),
        ("ucloudstack", "ImageType", texts(image::ImageType::VALUES)),
        ("ucloudstack", "OSType", texts(image::OsType::VALUES)),
        ("ucloudstack", "OSDistribution", texts(image::OsDistribution::VALUES)),
        ("ucloudstack", "ImageStatus", texts(image::ImageStatus::VALUES)),
    ]
}

#[test]
fn enums_hold_the_documented_values_in_the_documented_order() {
    let in_specs: Vec<_> = facts().into_iter().filter(|fact| fact["at"] == "value").collect();
    let in_code = values_in_code();
    for (provider, name, values) in &in_code {
        let documented = in_specs.iter().filter(|fact| fact["provider"] == *provider && fact["enum"] == *name);
        let documented: Vec<String> =
            documented.map(|fact| fact["value"].to_string().trim_matches('"').to_owned()).collect();
        assert_eq!(*values, documented, "{provider} {name}");
    }
    assert_eq!(
        in_code.iter().map(|(.., values)| values.len()).sum::<usize>(),
        in_specs.len(),
        "an enum is not in this test"
    );
}

#[test]
fn unknown_values_are_kept_and_differ() {
    use aliyun::ecs::ImageStatus;
    let values = ["Available", "available", "Waiting", "Deprecated"].map(ImageStatus::from);
    assert_eq!(values.iter().map(ImageStatus::as_str).collect::<BTreeSet<_>>().len(), 4);
    assert!(
        values.iter().enumerate().all(|(index, value)| values.iter().position(|other| other == value) == Some(index))
    );
    assert_eq!(values.each_ref().map(ImageStatus::is_known), [true, false, false, false]);
    assert_eq!(values.each_ref().map(ImageStatus::as_str), ["Available", "available", "Waiting", "Deprecated"]);
    assert_eq!(values[0], ImageStatus::Available);
    assert_eq!(values[2], "Waiting");
    let number = tencent::cvm::ImageStatus::from(7);
    assert!(!number.is_known() && number == 7 && number.as_i64() == 7);
}

#[test]
fn a_request_belongs_to_its_own_provider() {
    fn provider<R: Request>() -> (TypeId, &'static str) {
        (TypeId::of::<R::Provider>(), <R::Provider as ProviderMarker>::PROVIDER.name())
    }
    let markers = [
        (provider::<aliyun::ecs::DescribeImages>(), (TypeId::of::<aliyun::Aliyun>(), "aliyun")),
        (provider::<tencent::cvm::DescribeImages>(), (TypeId::of::<tencent::Tencent>(), "tencent")),
        (provider::<qingcloud::iaas::DescribeImages>(), (TypeId::of::<qingcloud::Qingcloud>(), "qingcloud")),
        (provider::<ucloud::uhost::DescribeImage>(), (TypeId::of::<ucloud::Ucloud>(), "ucloud")),
        (provider::<ucloudstack::image::DescribeImage>(), (TypeId::of::<ucloudstack::Ucloudstack>(), "ucloudstack")),
        (
            provider::<ucloudstack::image::CreateCustomImage>(),
            (TypeId::of::<ucloudstack::Ucloudstack>(), "ucloudstack"),
        ),
        (
            provider::<ucloudstack::image::DeleteCustomImage>(),
            (TypeId::of::<ucloudstack::Ucloudstack>(), "ucloudstack"),
        ),
    ];
    for (found, expected) in markers {
        assert_eq!(found, expected);
    }
    assert_eq!(markers.iter().map(|((marker, _), _)| marker).collect::<BTreeSet<_>>().len(), 5);
}

#[test]
fn pages_hold_the_documented_items() {
    fn items<R: Paged<Item = I>, I>() {}
    items::<aliyun::ecs::DescribeImages, aliyun::ecs::describe_images::Image>();
    items::<tencent::cvm::DescribeImages, tencent::cvm::Image>();
    items::<qingcloud::iaas::DescribeImages, qingcloud::iaas::Image>();
    items::<ucloud::uhost::DescribeImage, ucloud::uhost::UHostImageSet>();
    items::<ucloudstack::image::DescribeImage, ucloudstack::image::ImageInfo>();
}

#[test]
fn the_table_of_public_images_can_be_looked_up_both_ways() {
    use tencent::cvm::{PUBLIC_IMAGES, PublicImage};
    assert_eq!(PUBLIC_IMAGES.len(), 38);
    for row in PUBLIC_IMAGES {
        assert_eq!(PublicImage::by_id(row.id), Some(row));
        assert_eq!(PublicImage::by_name(row.name), Some(row));
        let digits = row.id.strip_prefix("img-").unwrap_or_default();
        assert!(
            digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()),
            "{}",
            row.id
        );
        assert_eq!(row.name, row.name.trim());
        assert!(!row.name.contains("img-"), "{}", row.name);
    }
    let glued = [("CentOS 6.7 32位", "img-ljriodz5"), ("Ubuntu 16.04.1 LTS 64位中文版", "img-pyqx34y1")];
    for (name, id) in glued {
        assert_eq!(
            PublicImage::by_name(name).map(|row| row.id),
            Some(id),
            "printed without a space between name and ID"
        );
    }
    assert_eq!(PublicImage::by_id("img-aa9z7opt").map(|row| row.name), Some("Ubuntu Server 12.04 LTS 64位 (Docker)"));
    assert_eq!(PublicImage::by_id("img-unknown0"), None);
    assert_eq!(PublicImage::by_name("CentOS"), None);
}

#[test]
fn documented_errors_have_their_status_and_messages() {
    let errors = aliyun::ecs::DescribeImages::ACTION.known_errors();
    let in_code: Vec<(&str, Option<u16>, usize)> =
        errors.iter().map(|error| (error.code(), error.http(), error.messages().len())).collect();
    let expected = [
        ("MissingParameter", Some(400), 1),
        ("InvalidImageOwnerAlias.ValueNotSupported", Some(400), 1),
        ("InvalidParameter", Some(400), 2),
        ("InvalidUsage", Some(404), 1),
    ];
    assert_eq!(in_code, expected);
    let messages: Vec<&str> = errors.iter().flat_map(|error: &KnownError| error.messages()).copied().collect();
    let in_specs: Vec<String> = facts()
        .iter()
        .filter(|fact| fact["at"] == "error")
        .filter_map(|fact| fact["message"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(messages, in_specs);
    for silent in [
        tencent::cvm::DescribeImages::ACTION,
        qingcloud::iaas::DescribeImages::ACTION,
        ucloud::uhost::DescribeImage::ACTION,
    ] {
        assert!(silent.known_errors().is_empty(), "{}", silent.spec());
    }
}

#[test]
fn a_deprecated_action_says_why() {
    assert!(tencent::cvm::DescribeImages::ACTION.deprecation().is_some_and(|reason| reason.contains("3.0")));
    assert_eq!(aliyun::ecs::DescribeImages::ACTION.deprecation(), None);
}
