//! Every example runs against a fake cloud, as it would against the real ones.

mod support;

use std::process::{Command, Output};

use serde_json::json;
use support::{REGION, command};
use tablature_mock::{Cloud, Fault};

/// What a program prints.
fn run(cloud: &Cloud, program: &str, arguments: &[&str]) -> Output {
    command(cloud, program).args(arguments).output().expect("the program starts")
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A fake cloud with 130 images: more than a page takes.
fn with_many(listing: &str, id: &str) -> Cloud {
    let cloud = Cloud::start().expect("loopback is there");
    let image = |number| {
        let shown = format!("img-{number:08}");
        json!({ id: shown, "OsType": "Linux", "Status": "Available", "ImageSize": number })
    };
    let images = (0..130).map(image);
    cloud.set_items(listing, images).expect("it lists images");
    cloud
}

#[test]
fn each_program_for_one_provider_lists_all_pages() {
    for (program, listing, id) in [
        (env!("CARGO_BIN_EXE_aliyun-images"), "aliyun/ecs/DescribeImages", "ImageId"),
        (env!("CARGO_BIN_EXE_qingcloud-images"), "qingcloud/iaas/DescribeImages", "image_id"),
        (env!("CARGO_BIN_EXE_tencent-images"), "tencent/cvm/DescribeImages", "unImgId"),
        (env!("CARGO_BIN_EXE_ucloud-images"), "ucloud/uhost/DescribeImage", "ImageId"),
        (env!("CARGO_BIN_EXE_ucloudstack-images"), "ucloudstack/image/DescribeImage", "ImageID"),
    ] {
        let cloud = with_many(listing, id);
        let lines = printed(&run(&cloud, program, &[]));
        assert_eq!(lines.matches("img-").count(), 130, "{program}: {lines}");
        assert_eq!(cloud.call_count(), 2, "{program}");
    }
}

#[test]
fn every_program_asks_the_region_that_the_environment_names() {
    for program in [
        env!("CARGO_BIN_EXE_aliyun-images"),
        env!("CARGO_BIN_EXE_all-images"),
        env!("CARGO_BIN_EXE_errors"),
        env!("CARGO_BIN_EXE_qingcloud-images"),
        env!("CARGO_BIN_EXE_tencent-images"),
        env!("CARGO_BIN_EXE_ucloud-images"),
        env!("CARGO_BIN_EXE_ucloudstack-images"),
    ] {
        let cloud = Cloud::start().expect("loopback is there");
        printed(&run(&cloud, program, &[]));
        for call in cloud.calls() {
            let asked = ["Region", "RegionId", "zone"].iter().find_map(|name| call.parameter(name));
            assert_eq!(asked, Some(REGION), "{program}: {:?}", call.action);
        }
        assert_ne!(cloud.call_count(), 0, "{program}");
    }
}

#[test]
fn what_differs_from_the_documents_is_said_after_the_images() {
    let program = env!("CARGO_BIN_EXE_ucloud-images");
    let listing = "ucloud/uhost/DescribeImage";
    let cloud = Cloud::start().expect("loopback is there");
    let shown = cloud.items(listing).expect("it lists images").pop().expect("there is one at first");
    let lines = printed(&run(&cloud, program, &[]));
    assert!(lines.starts_with(shown["ImageId"].as_str().expect("it has an ID")), "{lines}");

    for (image, words) in [(json!({}), "all as documented"), (json!({"Colour": "red"}), "not as documented")] {
        cloud.set_items(listing, [image]).expect("it lists images");
        let lines = printed(&run(&cloud, program, &[]));
        assert_eq!(lines.lines().nth(1).map(|line| line.trim_end_matches(':')), Some(words), "{lines}");
    }
}

#[test]
fn the_table_has_all_clouds_and_says_which_one_fails() {
    let program = env!("CARGO_BIN_EXE_all-images");
    let cloud = with_many("qingcloud/iaas/DescribeImages", "image_id");
    let table = printed(&run(&cloud, program, &[]));
    for title in ["Alibaba Cloud", "QingCloud", "Tencent Cloud API 2.0", "UCloud Global", "UCloudStack"] {
        assert!(table.lines().any(|line| line.trim().starts_with(title)), "{title}: {table}");
    }
    assert!(!table.contains("no images, because") && table.contains("img-00000129"), "{table}");

    cloud.fault(Fault::new("auth".parse().expect("a fault")).on("ucloud/uhost").always()).expect("it is planned");
    let table = printed(&run(&cloud, program, &[]));
    assert!(table.contains("UCloud Global: no images, because UCloud Global DescribeImage: "), "{table}");
    assert!(table.contains("img-00000129"), "{table}");

    cloud.fault(Fault::new("auth".parse().expect("a fault")).always()).expect("it is planned");
    let output = run(&cloud, program, &[]);
    let table = String::from_utf8_lossy(&output.stdout);
    assert_eq!((output.status.code(), table.matches("no images, because").count()), (Some(1), 5), "{table}");
}

#[test]
fn an_image_is_made_and_deleted() {
    let program = env!("CARGO_BIN_EXE_create-image");
    let listing = "ucloudstack/image/DescribeImage";
    let cloud = Cloud::builder().listings_until_ready(1).start().expect("loopback is there");
    let before = cloud.items(listing).expect("it lists images");
    let lines = printed(&run(&cloud, program, &["vm-1"]));
    let words: Vec<&str> = lines.split_whitespace().collect();
    let [_, id, ..] = words[..] else { panic!("{lines}") };
    assert_eq!(lines, format!("made {id}\n{id} is Used\ndeleted {id}\n"));
    assert_eq!(cloud.items(listing).expect("it lists images").len(), before.len());
    let mut actions: Vec<_> = cloud.calls().into_iter().filter_map(|call| call.action).collect();
    actions.dedup();
    let names = ["CreateCustomImage", "DescribeImage", "DeleteCustomImage"];
    assert_eq!(actions, names.map(|name| format!("ucloudstack/image/{name}")));

    let calls = cloud.call_count();
    let output = run(&cloud, program, &[]);
    assert_eq!((output.status.code(), cloud.call_count()), (Some(2), calls));
}

#[test]
fn errors_say_what_to_do() {
    let program = env!("CARGO_BIN_EXE_errors");
    let cloud = Cloud::start().expect("loopback is there");
    let lines = printed(&run(&cloud, program, &[]));
    for words in [
        "a page that is too long: Alibaba Cloud DescribeImages: ",
        "  -> correct the request: PageSize\n",
        "  -> ask for other keys\n",
        "  -> try again: nothing was sent\n",
        "as it should be: 1 images on this page\n",
    ] {
        assert!(lines.contains(words), "`{words}` is missing in {lines}");
    }
    assert!(!lines.contains(cloud.key_secret()) && !lines.contains("not-the-secret"), "{lines}");

    // The wrong secret is throttled twice, too: faults come before the signature is looked at.
    cloud.fault(Fault::throttled().on("aliyun").times(4)).expect("it is planned");
    assert!(printed(&run(&cloud, program, &[])).contains("slow down"), "{lines}");
}

#[test]
fn a_missing_key_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_aliyun-images")).env_clear().output().expect("the program starts");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && words.contains("`TABLATURE_ALIYUN_ACCESS_KEY_ID` is missing"), "{words}");
}
