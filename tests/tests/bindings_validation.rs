//! Every bound, value list, case and condition of the documents: at the edge, and one step past it.

use proptest::prelude::*;
use tablature::aliyun::ecs::describe_images::Tag;
use tablature::runtime::{Basis, Violation, Violations};
use tablature::{aliyun, qingcloud, tencent, ucloud, ucloudstack};

type Checked = Result<(), Violations>;

/// Name, value, rule and basis of each violation, the way a reader would put it.
fn told(checked: Checked) -> Vec<String> {
    let line = |violation: &Violation| {
        let value = violation.value().map_or(String::new(), |value| format!(" = {value}"));
        format!("{}{value}: {} [{}]", violation.name(), violation.rule(), violation.basis())
    };
    checked.err().iter().flatten().map(line).collect()
}

/// Asserts on requests that keep the documents' word.
#[track_caller]
fn assert_kept(requests: impl IntoIterator<Item = (&'static str, Checked)>) {
    for (name, checked) in requests {
        assert_eq!(told(checked), Vec::<String>::new(), "{name}");
    }
}

/// Asserts on requests that break exactly one rule.
#[track_caller]
fn assert_broken(requests: impl IntoIterator<Item = (Checked, &'static str)>) {
    for (checked, expected) in requests {
        assert_eq!(told(checked), [expected]);
    }
}

fn ids(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("img-{number}")).collect()
}

mod tencent_describe_images {
    use super::*;

    fn new() -> tencent::cvm::DescribeImages {
        tencent::cvm::DescribeImages::new()
    }

    #[test]
    fn at_the_edge() {
        assert_kept([
            ("nothing at all", new().validate()),
            ("imageType 1", new().image_type(1).validate()),
            ("imageType 4", new().image_type(4).validate()),
            ("status 0 asks for all", new().status(0).validate()),
            ("status 5", new().status(5).validate()),
            ("limit 100", new().limit(100).validate()),
            ("limit has no lower bound", new().limit(0).validate()),
            ("offset has no bounds", new().offset(i64::MAX).validate()),
            ("10 IDs with their type", new().image_type(1).image_ids(ids(10)).validate()),
            ("an empty list of IDs", new().image_ids(ids(0)).validate()),
        ]);
    }

    #[test]
    fn one_step_past_it() {
        assert_broken([
            (new().image_type(0).validate(), "imageType = 0: must be 1, 2, 3 or 4 [prose]"),
            (new().image_type(5).validate(), "imageType = 5: must be 1, 2, 3 or 4 [prose]"),
            (new().status(-1).validate(), "status = -1: must be 0, 1, 2, 3, 4 or 5 [prose]"),
            (new().status(6).validate(), "status = 6: must be 0, 1, 2, 3, 4 or 5 [prose]"),
            (new().limit(101).validate(), "limit = 101: must be at most 100 [table]"),
            (
                new().image_type(1).image_ids(ids(11)).validate(),
                "imageIds = a list of 11: must have at most 10 entries [prose]",
            ),
            (new().image_ids(ids(1)).validate(), "imageType: must be given together with imageIds.n [table]"),
        ]);
    }
}

mod aliyun_describe_images {
    use super::*;

    fn new() -> aliyun::ecs::DescribeImages {
        aliyun::ecs::DescribeImages::new("cn-hangzhou")
    }

    fn tags(count: usize) -> Vec<Tag> {
        (0..count).map(|number| Tag::new(format!("key-{number}"))).collect()
    }

    #[test]
    fn at_the_edge() {
        assert_kept([
            ("only what is required", new().validate()),
            ("100 IDs", new().image_id(ids(100)).validate()),
            ("first status", new().status("UnAvailable").validate()),
            ("last status", new().status("CreateFailed").validate()),
            ("all owners", new().image_owner_alias("marketplace").validate()),
            ("usage", new().usage("none").validate()),
            ("5 tags", new().tag(tags(5)).validate()),
            ("a key of one character", new().tag([Tag::new("k")]).validate()),
            ("an empty value of a tag", new().tag([Tag::new("k").value("")]).validate()),
            ("page 1", new().page_number(1).validate()),
            ("pages have no upper bound", new().page_number(i64::MAX).validate()),
            ("100 on a page", new().page_size(100).validate()),
            ("the page states no lower bound of PageSize", new().page_size(0).validate()),
            ("empty texts where nothing forbids them", new().snapshot_id("").image_name("").validate()),
        ]);
    }

    #[test]
    fn one_step_past_it() {
        let statuses = r#"must be "UnAvailable", "Available", "Creating" or "CreateFailed" [table]"#;
        assert_broken([
            (aliyun::ecs::DescribeImages::new("").validate(), r#"RegionId = "": must not be empty [table]"#),
            (new().image_id(ids(101)).validate(), "ImageId = a list of 101: must have at most 100 entries [table]"),
            (new().page_number(0).validate(), "PageNumber = 0: must be at least 1 [table]"),
            (new().page_size(101).validate(), "PageSize = 101: must be at most 100 [table]"),
            (new().tag(tags(6)).validate(), "Tag = a list of 6: must have at most 5 entries [table]"),
            (
                new().image_owner_alias("System").validate(),
                r#"ImageOwnerAlias = "System": must be "system", "self", "others" or "marketplace" [table]"#,
            ),
            (new().usage("Instance").validate(), r#"Usage = "Instance": must be "instance" or "none" [table]"#),
        ]);
        for value in ["Unavailable", "available", "Waiting", "Available "] {
            assert_eq!(
                told(new().status(value).validate()),
                [format!("Status = {value:?}: {statuses}")],
                "case counts"
            );
        }
    }

    #[test]
    fn an_id_with_a_comma_would_become_two() {
        let found = told(new().image_id(["a", "b,c"]).validate());
        assert_eq!(found, [r#"ImageId = "b,c": must not hold a comma, because commas separate its values [table]"#]);
    }

    #[test]
    fn a_key_of_a_tag_is_named_by_its_number() {
        let Err(violations) = new().tag([Tag::new("k"), Tag::new("")]).validate() else {
            panic!("an empty key is accepted")
        };
        let names: Vec<_> =
            violations.iter().map(|violation| (violation.name(), violation.row(), violation.value())).collect();
        assert_eq!(names, [("Tag.2.Key", "Tag.n.Key", Some(r#""""#))]);
    }
}

mod qingcloud_describe_images {
    use super::*;

    fn new() -> qingcloud::iaas::DescribeImages {
        qingcloud::iaas::DescribeImages::new("pek3a")
    }

    #[test]
    fn at_the_edge() {
        assert_kept([
            ("only what is required", new().validate()),
            ("a zone without letters", qingcloud::iaas::DescribeImages::new("1-2_3").validate()),
            ("processor types", new().processor_type("64bit").validate()),
            ("visibility", new().visibility("private").validate()),
            ("provider", new().provider("self").validate()),
            ("all states", new().status(qingcloud::iaas::ImageStatus::VALUES.iter().copied()).validate()),
            ("verbose 0", new().verbose(0).validate()),
            ("limit 100", new().limit(100).validate()),
            ("no bound of offset", new().offset(i64::MAX).validate()),
            ("no bound of images", new().images(ids(1000)).validate()),
        ]);
    }

    #[test]
    fn one_step_past_it() {
        let states = r#"must be "pending", "available", "deprecated", "suspended", "deleted" or "ceased" [table]"#;
        assert_broken([
            (
                qingcloud::iaas::DescribeImages::new("PEK3a").validate(),
                r#"zone = "PEK3a": must be in lower case [table]"#,
            ),
            (qingcloud::iaas::DescribeImages::new("").validate(), r#"zone = "": must not be empty [table]"#),
            (
                new().processor_type("128bit").validate(),
                r#"processor_type = "128bit": must be "64bit" or "32bit" [table]"#,
            ),
            (new().visibility("Public").validate(), r#"visibility = "Public": must be "public" or "private" [table]"#),
            (new().provider("shared").validate(), r#"provider = "shared": must be "system" or "self" [table]"#),
            (new().verbose(1).validate(), "verbose = 1: must be 0 [table]"),
            (new().verbose(-1).validate(), "verbose = -1: must be 0 [table]"),
            (new().limit(101).validate(), "limit = 101: must be at most 100 [table]"),
        ]);
        let found = told(new().status(["pending", "creating", ""]).validate());
        assert_eq!(found, [format!(r#"status.2 = "creating": {states}"#), format!(r#"status.3 = "": {states}"#)]);
    }

    #[test]
    fn an_open_list_of_values_blocks_nothing() {
        assert_kept([
            ("a listed distribution", new().os_family("centos").validate()),
            ("another one", new().os_family("coreos").validate()),
            ("in another case", new().os_family("CentOS").validate()),
        ]);
    }
}

mod ucloud_describe_image {
    use super::*;

    fn new() -> ucloud::uhost::DescribeImage {
        ucloud::uhost::DescribeImage::new("cn-bj2")
    }

    #[test]
    fn at_the_edge() {
        assert_kept([
            ("only what is required", new().validate()),
            ("image types", new().image_type("Business").validate()),
            ("operating systems", new().os_type("Windows").validate()),
            ("prices", new().price_set(1).validate()),
            ("no prices", new().price_set(0).validate()),
            ("no maximum of Limit is stated", new().limit(i64::MAX).validate()),
            ("no bound of Offset", new().offset(i64::MAX).validate()),
            ("only sub-accounts need a project", new().project_id("").validate()),
        ]);
    }

    #[test]
    fn one_step_past_it() {
        assert_broken([
            (ucloud::uhost::DescribeImage::new("").validate(), r#"Region = "": must not be empty [table]"#),
            (
                new().image_type("base").validate(),
                r#"ImageType = "base": must be "Base", "Business" or "Custom" [table]"#,
            ),
            (new().os_type("linux").validate(), r#"OsType = "linux": must be "Linux" or "Windows" [table]"#),
            (new().price_set(2).validate(), "PriceSet = 2: must be 1 or 0 [table]"),
            (new().price_set(-1).validate(), "PriceSet = -1: must be 1 or 0 [table]"),
        ]);
    }

    #[test]
    fn a_parameter_that_the_provider_ignores_when_wrong_blocks_nothing() {
        assert_kept([("gpu", new().func_type("gpu").validate()), ("anything", new().func_type("anything").validate())]);
    }
}

mod ucloudstack_image {
    use super::*;
    use ucloudstack::image::{CreateCustomImage, DeleteCustomImage, DescribeImage};

    #[test]
    fn at_the_edge() {
        let new = || DescribeImage::new("cn");
        assert_kept([
            ("only what is required", new().validate()),
            ("image types", new().image_type("Custom").validate()),
            ("an empty type asks for all", new().image_type("").validate()),
            ("limit 100", new().limit(100).validate()),
            ("no bound of lists", new().image_ids(ids(1000)).project_ids(ids(1000)).validate()),
            ("a company", new().company_id(i64::MIN).validate()),
            ("create", CreateCustomImage::new("cn", "vm", "name").image_description("").validate()),
            ("delete", DeleteCustomImage::new("cn", "image").company_id(0).validate()),
        ]);
    }

    #[test]
    fn one_step_past_it() {
        let new = || DescribeImage::new("cn");
        assert_broken([
            (DescribeImage::new("").validate(), r#"Region = "": must not be empty [table]"#),
            (new().image_type("base").validate(), r#"ImageType = "base": must be "Base" or "Custom" [table]"#),
            (new().limit(101).validate(), "Limit = 101: must be at most 100 [table]"),
            (CreateCustomImage::new("cn", "vm", "").validate(), r#"ImageName = "": must not be empty [table]"#),
            (CreateCustomImage::new("cn", "", "name").validate(), r#"VMID = "": must not be empty [table]"#),
            (DeleteCustomImage::new("cn", "").validate(), r#"ImageID = "": must not be empty [table]"#),
        ]);
    }
}

#[test]
fn all_violations_come_at_once_in_the_documented_order() {
    let request = tencent::cvm::DescribeImages::new().image_ids(ids(11)).status(9).limit(101);
    assert_eq!(
        told(request.validate()),
        [
            "imageIds = a list of 11: must have at most 10 entries [prose]",
            "status = 9: must be 0, 1, 2, 3, 4 or 5 [prose]",
            "limit = 101: must be at most 100 [table]",
            "imageType: must be given together with imageIds.n [table]",
        ]
    );
    let tags = [Tag::new(""), Tag::new("k"), Tag::new("")];
    let request = aliyun::ecs::DescribeImages::new("").status("?").tag(tags).page_number(0).page_size(1000);
    let Err(violations) = request.validate() else { panic!("nothing is wrong with it") };
    let names: Vec<&str> = violations.iter().map(Violation::name).collect();
    assert_eq!(names, ["RegionId", "Status", "Tag.1.Key", "Tag.3.Key", "PageNumber", "PageSize"]);
    assert!(violations.iter().all(|violation| violation.basis() == Basis::Table));
    assert_eq!(violations.to_string().lines().count(), 6);
}

#[test]
fn a_violation_reads_as_a_sentence() {
    let Err(violations) = tencent::cvm::DescribeImages::new().image_type(1).image_ids(ids(11)).validate() else {
        panic!("11 IDs are accepted")
    };
    let text = "imageIds must have at most 10 entries, but is a list of 11 (stated in the text around the table)";
    assert_eq!(violations.to_string(), text);
}

#[test]
fn what_is_invalid_can_be_encoded_all_the_same() {
    let request = tencent::cvm::DescribeImages::new().limit(101);
    assert!(request.validate().is_err());
    assert_eq!(request.parameters()[1], ("limit".to_owned(), "101".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn bounds_hold_for_every_number(number: i64) {
        let page = aliyun::ecs::DescribeImages::new("r").page_number(number).validate();
        prop_assert_eq!(page.is_ok(), number >= 1);
        let size = aliyun::ecs::DescribeImages::new("r").page_size(number).validate();
        prop_assert_eq!(size.is_ok(), number <= 100);
        let kind = tencent::cvm::DescribeImages::new().image_type(number).validate();
        prop_assert_eq!(kind.is_ok(), (1..=4).contains(&number));
    }

    #[test]
    fn numbers_near_the_bounds(number in -2_i64..110) {
        prop_assert_eq!(aliyun::ecs::DescribeImages::new("r").page_number(number).validate().is_ok(), number >= 1);
        prop_assert_eq!(qingcloud::iaas::DescribeImages::new("z").limit(number).validate().is_ok(), number <= 100);
        prop_assert_eq!(tencent::cvm::DescribeImages::new().status(number).validate().is_ok(), (0..=5).contains(&number));
    }

    #[test]
    fn lists_of_every_length(count in 0_usize..210) {
        prop_assert_eq!(aliyun::ecs::DescribeImages::new("r").image_id(ids(count)).validate().is_ok(), count <= 100);
        let request = tencent::cvm::DescribeImages::new().image_type(1).image_ids(ids(count));
        prop_assert_eq!(request.validate().is_ok(), count <= 10);
        prop_assert_eq!(request.parameters().len(), 2 + count);
    }

    #[test]
    fn encoding_survives_any_text(texts in prop::collection::vec(any::<String>(), 0..50)) {
        let request = qingcloud::iaas::DescribeImages::new("z").images(texts.clone()).status(texts.iter().map(String::as_str));
        let sent = request.parameters();
        let numbered = |name: &str| -> Vec<(String, String)> {
            texts.iter().enumerate().map(|(index, text)| (format!("{name}.{}", index + 1), text.clone())).collect()
        };
        let expected = [numbered("images"), numbered("status")].concat();
        prop_assert_eq!(&sent[1..=expected.len()], expected.as_slice());
        // Neither validating nor showing may fail, whatever stands in the texts.
        let violations = request.validate().err().map(|violations| violations.to_string());
        prop_assert_eq!(violations.is_some(), texts.iter().any(|text| !qingcloud::iaas::ImageStatus::VALUES.contains(&text.as_str())));
        let shown = format!("{request:?}");
        prop_assert!(shown.starts_with("DescribeImages"));
    }

    #[test]
    fn texts_joined_with_commas_come_apart_again(texts in prop::collection::vec("[^,]+", 1..50)) {
        let sent = aliyun::ecs::DescribeImages::new("r").image_id(texts.clone()).parameters();
        prop_assert_eq!(sent[2].1.split(',').collect::<Vec<_>>(), texts);
    }
}
