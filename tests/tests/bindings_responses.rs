//! Documented answers, and answers that are not as documented.

use proptest::prelude::*;
use serde_json::{Value, json};
use tablature::runtime::decode::decode_lenient;
use tablature::runtime::{DriftKind, DriftReport, Record, RecordMut, decode_with_drift, example};
use tablature::{aliyun, decode, qingcloud, tencent, ucloud, ucloudstack};
use tablature_tests::specs::facts_of;

use aliyun::ecs::DescribeImagesResponse as Ecs;
use qingcloud::iaas::DescribeImagesResponse as Iaas;
use tencent::cvm::DescribeImagesResponse as Cvm;
use ucloud::uhost::DescribeImageResponse as Uhost;
use ucloudstack::image::DescribeImageResponse as Stack;

/// The documented answer, as the spec has it.
fn documented(provider: &str, action: &str) -> String {
    facts_of(provider, action, "example").remove(0)["response"].to_string()
}

/// Decodes, and gives the report beside the answer.
#[track_caller]
fn with_drift<R: RecordMut + Default>(body: &Value) -> (R, Vec<(DriftKind, String, String)>) {
    let mut report = DriftReport::new();
    let answer = match decode_with_drift(body.to_string().as_bytes(), &mut report) {
        Ok(answer) => answer,
        Err(error) => panic!("{error}"),
    };
    let told = report.entries().iter().map(|drift| (drift.kind(), drift.path().to_owned(), drift.row().to_owned()));
    (answer, told.collect())
}

#[track_caller]
fn decoded<R: RecordMut + Default>(body: &Value) -> R {
    decode(body.to_string().as_bytes()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_value_of_the_documented_answers_is_found_again() {
    example::response::<Cvm>(&documented("tencent", "DescribeImages"));
    example::response::<Ecs>(&documented("aliyun", "DescribeImages"));
    example::response::<Iaas>(&documented("qingcloud", "DescribeImages"));
    example::response::<Uhost>(&documented("ucloud", "DescribeImage"));
}

#[test]
fn tencent_field_by_field() {
    use tencent::cvm::{ImageStatus, ImageType};
    let answer: Cvm = decode(documented("tencent", "DescribeImages").as_bytes()).unwrap();
    assert_eq!((answer.code, answer.message.as_deref(), answer.total_count), (Some(0), Some(""), Some(1)));
    let [image] = answer.image_set.as_slice() else { panic!("{} images", answer.image_set.len()) };
    assert_eq!(image.un_img_id.as_deref(), Some("img-1234test"));
    assert_eq!(image.image_name.as_deref(), Some("test"));
    assert_eq!(image.image_description.as_deref(), Some("test"));
    assert_eq!(image.image_type, Some(ImageType::Private));
    assert_eq!(image.os_name.as_deref(), Some("Ubuntu 12.04 64bit"));
    assert_eq!(image.status, Some(ImageStatus::Normal));
    // The example spells it createor.
    assert_eq!(image.creator.as_deref(), Some("1000"));
    let time = image.create_time.as_ref().and_then(|time| time.civil().ok());
    assert_eq!(time.map(|time| time.to_string()).as_deref(), Some("2014-09-27T10:11:00"));
}

#[test]
fn either_spelling_of_the_creator_is_read_and_the_documented_one_is_written() {
    let documented: Cvm = decoded(&json!({ "imageSet": [{ "creator": "1000" }] }));
    let (seen, drift) = with_drift::<Cvm>(&json!({ "imageSet": [{ "createor": "1000" }] }));
    assert_eq!(documented, seen);
    assert_eq!(drift, []);
    assert_eq!(serde_json::to_value(&seen.image_set[0]).unwrap(), json!({ "creator": "1000" }));
}

#[test]
fn aliyun_wrappers_are_taken_off() {
    let answer: Ecs = decode(documented("aliyun", "DescribeImages").as_bytes()).unwrap();
    assert_eq!((answer.total_count, answer.page_number, answer.page_size), (Some(24), Some(1), Some(1)));
    assert_eq!(answer.region_id.as_deref(), Some("cn-hangzhou"));
    assert!(answer.request_id.is_some());
    let image = &answer.images[0];
    assert_eq!((image.size, image.is_copied, image.is_subscribed), (Some(20), Some(false), Some(false)));
    assert_eq!(image.status, Some(aliyun::ecs::ImageStatus::Available));
    assert_eq!(image.image_owner_alias, Some(aliyun::ecs::ImageOwnerAlias::System));
    assert_eq!(image.usage, Some(aliyun::ecs::ImageUsage::Instance));
    assert_eq!(image.progress.as_deref(), Some("100%"));
    let disk = &image.disk_device_mappings[0];
    assert_eq!((disk.device.as_deref(), disk.size.as_deref()), (Some("/dev/xvda"), Some("20")));
    let created = image.creation_time.as_ref().and_then(|time| time.timestamp().ok());
    assert_eq!(created.map(|time| time.as_second()), Some(1_430_902_892));
    // The wrapper is put on again.
    let written = serde_json::to_value(&answer).unwrap();
    assert_eq!(written["Images"]["Image"][0]["DiskDeviceMappings"]["DiskDeviceMapping"][0]["Size"], "20");
}

#[test]
fn a_wrapped_list_may_be_empty_bare_or_missing() {
    for body in [
        json!({}),
        json!({ "Images": {} }),
        json!({ "Images": { "Image": [] } }),
        json!({ "Images": [] }),
        json!({ "Images": null }),
        json!({ "Images": { "Image": null } }),
        json!({ "Images": "" }),
    ] {
        assert!(decoded::<Ecs>(&body).images.is_empty(), "{body}");
    }
    for body in [json!({ "Images": [{ "Size": 1 }] }), json!({ "Images": { "Image": { "Size": 1 } } })] {
        assert_eq!(decoded::<Ecs>(&body).images.len(), 1, "{body}");
    }
}

#[test]
fn qingcloud_nulls_and_empty_texts() {
    let answer: Iaas = decode(documented("qingcloud", "DescribeImages").as_bytes()).unwrap();
    assert_eq!((answer.ret_code, answer.total_count), (Some(0), Some(9)));
    assert_eq!(answer.action.as_deref(), Some("DescribeImagesResponse"));
    let image = &answer.image_set[0];
    assert_eq!(image.description, None, "null");
    assert_eq!(image.image_name.as_deref(), Some(""), "an empty text is a text");
    let transition = image.transition_status.as_ref().map(|status| (status.as_str(), status.is_known()));
    assert_eq!(transition, Some(("", false)), "an empty text: no transition");
    assert_eq!(image.sub_code, Some(1), "only the example has it");
    assert_eq!(image.processor_type, Some(qingcloud::iaas::ProcessorType::Bits64));
    assert_eq!(image.status, Some(qingcloud::iaas::ImageStatus::Ceased));
    let seconds = |time: &Option<tablature::runtime::time::UtcTime>| {
        time.as_ref().and_then(|time| time.timestamp().ok()).map(|time| time.as_second())
    };
    assert_eq!((seconds(&image.create_time), seconds(&image.status_time)), (Some(1_375_899_392), Some(1_376_727_393)));
    let body: Value = serde_json::from_str(&documented("qingcloud", "DescribeImages")).unwrap();
    assert_eq!(with_drift::<Iaas>(&body).1, [], "the documents explain all of it");
}

#[test]
fn ucloud_placeholders_are_kept_as_they_came() {
    let body: Value = serde_json::from_str(&documented("ucloud", "DescribeImage")).unwrap();
    let (answer, drift) = with_drift::<Uhost>(&body);
    let image = &answer.image_set[0];
    assert_eq!(image.image_type.as_ref().map(|kind| kind.as_str()), Some("qHUuzcMF"));
    assert_eq!(image.features.iter().map(|feature| feature.as_str()).collect::<Vec<_>>(), ["fIjpPBic"]);
    assert_eq!(image.create_time.as_ref().and_then(|time| time.seconds().ok()), Some(7));
    assert_eq!((image.maintain_eol.is_none(), image.scene_categories.len(), answer.message), (true, 0, None));
    assert!(drift.iter().all(|(kind, ..)| *kind == DriftKind::UnknownValue));
    let rows: Vec<&str> = drift.iter().map(|(.., row)| row.as_str()).collect();
    // Features is an open list: the page leaves room for more, so that another value is no difference.
    assert_eq!(rows, ["FuncType", "ImageType", "OsType", "State"]);
}

#[test]
fn ucloudstack_answers_decode_by_the_tables_alone() {
    let answer: Stack = decoded(&json!({
        "RetCode": 0, "Action": "DescribeImageResponse", "TotalCount": 1,
        "Infos": [{ "Name": "n", "ImageStatus": "Used", "OSType": "Kylin", "OSDistribution": "openEuler", "CompanyID": 2,
                    "CreateTime": 1_600_000_000, "ImageSize": 40, "SetArch": "x86_64" }],
    }));
    let image = &answer.infos[0];
    assert_eq!(image.image_status, Some(ucloudstack::image::ImageStatus::Used));
    assert_eq!(image.os_type, Some(ucloudstack::image::OsType::Kylin));
    assert_eq!(image.os_distribution.as_ref().map(|name| name.as_str()), Some("openEuler"));
    let created = image.create_time.as_ref().and_then(|time| time.timestamp().ok());
    assert_eq!(created.map(|time| time.to_string()).as_deref(), Some("2020-09-13T12:26:40Z"));
    let created: ucloudstack::image::CreateCustomImageResponse =
        decoded(&json!({ "RetCode": 0, "ImageID": "image-1" }));
    assert_eq!(created.image_id.as_deref(), Some("image-1"));
    let deleted: ucloudstack::image::DeleteCustomImageResponse = decoded(&json!({ "RetCode": 8039, "Message": "no" }));
    assert_eq!((deleted.ret_code, deleted.message.as_deref()), (Some(8039), Some("no")));
}

/// An answer that is not as documented, and the answer that it is read as.
#[test]
fn what_is_accepted_beside_the_documented_types() {
    let image = |image: Value| decoded::<Ecs>(&json!({ "Images": { "Image": [image] } })).images.remove(0);
    for (came, read_as) in [
        (json!({ "Size": "20" }), json!({ "Size": 20 })),
        (json!({ "Size": " 20 " }), json!({ "Size": 20 })),
        (json!({ "Size": 20.0 }), json!({ "Size": 20 })),
        (json!({ "Size": "" }), json!({})),
        (json!({ "Size": null }), json!({})),
        (json!({ "ImageVersion": 1 }), json!({ "ImageVersion": "1" })),
        (json!({ "ImageVersion": 1.50 }), json!({ "ImageVersion": "1.5" })),
        (json!({ "ImageVersion": true }), json!({ "ImageVersion": "true" })),
        (json!({ "ImageVersion": null }), json!({})),
        (json!({ "IsCopied": "true" }), json!({ "IsCopied": true })),
        (json!({ "IsCopied": "False" }), json!({ "IsCopied": false })),
        (json!({ "IsCopied": 1 }), json!({ "IsCopied": true })),
        (json!({ "IsCopied": "" }), json!({})),
        (json!({ "CreationTime": "" }), json!({})),
        (json!({ "CreationTime": null }), json!({})),
        (json!({ "Status": null }), json!({})),
        (json!({ "DiskDeviceMappings": [] }), json!({})),
        (
            json!({ "DiskDeviceMappings": { "DiskDeviceMapping": [{ "Size": 20 }] } }),
            json!({ "DiskDeviceMappings": [{ "Size": "20" }] }),
        ),
        (json!({ "Elsewhere": { "deep": [1, 2, 3] } }), json!({})),
    ] {
        assert_eq!(image(came.clone()), image(read_as), "{came}");
    }
    assert!(
        decoded::<Ecs>(&json!({ "Images": { "Image": [null, { "Size": 1 }] } })).images.len() <= 2,
        "a null entry fails nothing"
    );
}

#[test]
fn digits_of_a_number_that_stands_for_a_text_are_kept() {
    let body = br#"{"Images": {"Image": [{"ImageVersion": 1.10, "ImageId": 123456789012345678901234567890}]}}"#;
    let answer: Ecs = decode(body).unwrap();
    assert_eq!(answer.images[0].image_version.as_deref(), Some("1.10"));
    assert_eq!(answer.images[0].image_id.as_deref(), Some("123456789012345678901234567890"));
}

#[test]
fn the_report_names_the_spec_and_the_row_of_each_difference() {
    let body = json!({
        "code": "0", "codeDesc": "Success",
        "imageSet": [{ "imageType": 9, "status": 2, "isPublic": true, "imageName": 7 }, { "imageType": 9 }],
    });
    let mut report = DriftReport::new();
    decode_with_drift::<Cvm>(body.to_string().as_bytes(), &mut report).unwrap();
    let mut told: Vec<_> = report
        .entries()
        .iter()
        .map(|drift| (drift.kind(), drift.path(), drift.at(), drift.row(), drift.count()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            (DriftKind::UnknownField, "codeDesc", "response", "codeDesc", 1),
            (DriftKind::UnknownField, "imageSet[0].isPublic", "type Image", "isPublic", 1),
            (DriftKind::UnknownValue, "imageSet[0].imageType", "type Image", "imageType", 2),
            (DriftKind::Coercion, "code", "response", "code", 1),
            (DriftKind::Coercion, "imageSet[0].imageName", "type Image", "imageName", 1),
        ]
    );
    assert!(report.entries().iter().all(|drift| drift.spec() == "tencent/cvm/DescribeImages.yaml"));
}

#[test]
fn a_value_of_requests_only_is_read_all_the_same() {
    let answer: Cvm = decoded(&json!({ "imageSet": [{ "status": 0 }] }));
    assert_eq!(answer.image_set[0].status, Some(tencent::cvm::ImageStatus::All));
}

#[test]
fn what_cannot_be_read_is_named_with_its_path() {
    let body = json!({ "totalCount": [1], "imageSet": [{}, { "status": "many", "imageName": {} }] });
    let error = decode::<Cvm>(body.to_string().as_bytes()).unwrap_err();
    let mut told: Vec<_> =
        error.fields().iter().map(|field| (field.path(), field.expected(), field.found(), field.row())).collect();
    told.sort();
    assert_eq!(
        told,
        [
            ("imageSet[1].imageName", "a single value", "an object", "imageName"),
            ("imageSet[1].status", "an integer", "text \"many\"", "status"),
            ("totalCount", "a single value", "a list", "totalCount"),
        ]
    );
    assert!(error.fields().iter().all(|field| field.spec() == "tencent/cvm/DescribeImages.yaml"));
    assert!(error.to_string().contains("imageSet[1].status: expected an integer, found text \"many\""), "{error}");

    let body = json!({ "Images": { "Image": [{ "DiskDeviceMappings": { "DiskDeviceMapping": [{ "Size": [] }] } }] } });
    let error = decode::<Ecs>(body.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.fields()[0].path(), "Images.Image[0].DiskDeviceMappings.DiskDeviceMapping[0].Size");
}

#[test]
fn what_is_no_json_is_named_with_its_position() {
    let error = decode::<Ecs>(b"{\"RegionId\": \"r\",\n \"Images\": {} \"PageNumber\": 1}").unwrap_err();
    assert!(error.is_invalid_json());
    assert_eq!(error.position().map(|(line, _)| line), Some(2), "the mistake of the documented example");
    for body in ["", "<html>", "[]", "null", "\"text\"", "7"] {
        assert!(decode::<Cvm>(body.as_bytes()).is_err() || body == "[]", "{body}");
    }
}

#[test]
fn one_bad_field_leaves_the_rest() {
    let body = json!({ "code": 0, "totalCount": "lots", "imageSet": [{ "imageName": "n", "status": {} }] });
    let (answer, mismatches) = decode_lenient::<Cvm>(body.to_string().as_bytes()).unwrap();
    assert_eq!((answer.code, answer.total_count), (Some(0), None));
    assert_eq!((answer.image_set[0].image_name.as_deref(), answer.image_set[0].status), (Some("n"), None));
    let paths: Vec<&str> = mismatches.iter().map(|mismatch| mismatch.path()).collect();
    assert_eq!(paths.len(), 2);
    assert!(paths.contains(&"totalCount") && paths.contains(&"imageSet[0].status"));
}

#[test]
fn a_time_that_is_none_is_kept_as_text() {
    let ecs: Ecs =
        decoded(&json!({ "Images": { "Image": [{ "CreationTime": "soon" }, { "CreationTime": 20150506 }] } }));
    let times: Vec<_> = ecs.images.iter().filter_map(|image| image.creation_time.as_ref()).collect();
    assert_eq!(times.iter().map(|time| time.as_str()).collect::<Vec<_>>(), ["soon", "20150506"]);
    assert!(times[0].timestamp().unwrap_err().to_string().contains("\"soon\""));

    let cvm: Cvm = decoded(&json!({ "imageSet": [{ "createTime": "0000-00-00 00:00:00" }] }));
    let time = cvm.image_set[0].create_time.as_ref().unwrap();
    assert_eq!((time.as_str(), time.civil().is_err()), ("0000-00-00 00:00:00", true));

    let uhost: Uhost = decoded(&json!({ "ImageSet": [{ "CreateTime": "never", "MaintainEol": "2030/13/01" }] }));
    let image = &uhost.image_set[0];
    assert_eq!(image.create_time.as_ref().unwrap().to_string(), "never");
    assert!(image.create_time.as_ref().unwrap().seconds().is_err());
    assert_eq!(image.maintain_eol.as_ref().unwrap().as_str(), "2030/13/01");
    assert!(image.maintain_eol.as_ref().unwrap().civil().is_err());
    let written = serde_json::to_value(image).unwrap();
    let times = (written["CreateTime"].as_str(), written["MaintainEol"].as_str());
    assert_eq!(times, (Some("never"), Some("2030/13/01")), "and they travel back unchanged");
}

#[test]
fn the_four_documented_forms_of_time() {
    let ecs: Ecs = decoded(&json!({ "Images": { "Image": [{ "CreationTime": "2015-05-06T09:01Z" }] } }));
    let utc = ecs.images[0].creation_time.as_ref().unwrap().timestamp().unwrap();
    assert_eq!(utc.to_string(), "2015-05-06T09:01:00Z");
    let cvm: Cvm = decoded(&json!({ "imageSet": [{ "createTime": "2016-02-29 23:59:59" }] }));
    let local = cvm.image_set[0].create_time.as_ref().unwrap().civil().unwrap();
    assert_eq!((local.day(), local.second()), (29, 59));
    let uhost: Uhost = decoded(&json!({ "ImageSet": [{ "CreateTime": "1600000000", "MaintainEol": "2024/02/29" }] }));
    assert_eq!(uhost.image_set[0].create_time.as_ref().unwrap().timestamp().unwrap().as_second(), 1_600_000_000);
    assert_eq!(uhost.image_set[0].maintain_eol.as_ref().unwrap().civil().unwrap().to_string(), "2024-02-29");
}

/// Any JSON value, not too deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("no JSON", |number| number.is_finite()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let names = prop_oneof![any::<String>(), Just("Image".to_owned()), Just("Size".to_owned())];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..4).prop_map(|entries| entries.into_iter().collect())
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn answers_survive_any_text(texts in prop::collection::vec(any::<String>(), 0..40)) {
        let images: Vec<Value> = texts.iter().map(|text| json!({ "image_id": text, "status": text, "os_family": text, "create_time": text })).collect();
        let answer: Iaas = decoded(&json!({ "image_set": images }));
        prop_assert_eq!(answer.image_set.len(), texts.len());
        for (image, text) in answer.image_set.iter().zip(&texts) {
            prop_assert_eq!(image.image_id.as_deref(), Some(text.as_str()));
            prop_assert_eq!(image.status.as_ref().map(|status| status.as_str()), Some(text.as_str()));
        }
        let written = serde_json::to_vec(&answer).unwrap();
        prop_assert_eq!(&decode::<Iaas>(&written).unwrap(), &answer);
        prop_assert_eq!(serde_json::from_slice::<Iaas>(&written).unwrap(), answer);
    }

    #[test]
    fn no_answer_panics(images in any_json(), total in any_json(), status in any_json(), time in any_json()) {
        let body = json!({ "Images": images, "TotalCount": total, "Extra": status });
        let _ = decode::<Ecs>(body.to_string().as_bytes());
        prop_assert!(decode_lenient::<Ecs>(body.to_string().as_bytes()).is_ok());
        let body = json!({ "imageSet": [{ "status": status, "createTime": time, "creator": total }] });
        let mut report = DriftReport::new();
        let _ = decode_with_drift::<Cvm>(body.to_string().as_bytes(), &mut report);
        prop_assert!(decode_lenient::<Cvm>(body.to_string().as_bytes()).is_ok());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode::<Ecs>(&bytes);
        let _ = decode_lenient::<Uhost>(&bytes);
    }
}

#[test]
fn the_shapes_of_answers_name_their_section() {
    let sections = [Ecs::default().shape().at, aliyun::ecs::describe_images::Image::default().shape().at];
    assert_eq!(sections, ["response", "type Image"]);
}
