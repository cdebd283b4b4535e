//! The providers' own SDKs against the fake cloud: what it accepts and answers is not our own mirror image.
//!
//! Needs Python, a registry of packages, and the folder `shared` beside the repository; says so when one is missing.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tablature_mock::{Cloud, Signature};

/// A script that drives an SDK.
struct Script {
    /// The group of packages that it needs.
    group: &'static str,
    file: &'static str,
    /// What it lists.
    listing: &'static str,
    /// The ways in which it can call.
    variants: &'static [&'static str],
    /// Calls with more in them than the usual, and which of the images they find.
    rich: &'static [(&'static str, &'static [usize])],
    /// What the SDK makes of a signature that is refused, when it calls in the first of its ways.
    refused: &'static str,
}

const SCRIPTS: [Script; 7] = [
    Script {
        group: "tencent-v2",
        file: "tencent_v2.py",
        listing: "tencent/cvm/DescribeImages",
        variants: &["get_sha1", "post_sha1", "get_sha256", "post_sha256"],
        rich: &[("rich", &[SOUGHT])],
        refused: r#""code":4100"#,
    },
    Script {
        group: "tencent-v3",
        file: "tencent_v3_v1sig.py",
        listing: "tencent/cvm/DescribeImages",
        variants: &["get_sha1", "post_sha1", "get_sha256", "post_sha256"],
        rich: &[("rich", &[SOUGHT])],
        refused: r#""code":4100"#,
    },
    Script {
        group: "aliyun-core",
        file: "aliyun_core.py",
        listing: "aliyun/ecs/DescribeImages",
        variants: &["typed_post", "typed_get", "common_get", "common_post_body", "typed_post_sts"],
        rich: RICH_ALIYUN,
        // The typed call looks for what the server has signed, and finds its own there.
        refused: r#""error_code":"InvalidAccessKeySecret""#,
    },
    Script {
        group: "aliyun-tea",
        file: "aliyun_tea.py",
        listing: "aliyun/ecs/DescribeImages",
        variants: &["typed_post", "generic_get", "generic_post_body", "generic_get_sts"],
        rich: RICH_ALIYUN,
        refused: r#""code":"SignatureDoesNotMatch""#,
    },
    Script {
        group: "qingcloud",
        file: "qingcloud_sdk.py",
        listing: "qingcloud/iaas/DescribeImages",
        variants: &["generic_get", "generic_post", "typed_get"],
        rich: &[("rich", &[SOUGHT])],
        refused: r#""ret_code":1200"#,
    },
    Script {
        group: "ucloud",
        file: "ucloud_sdk.py",
        listing: "ucloud/uhost/DescribeImage",
        variants: &["invoke", "typed"],
        rich: &[("rich", &[SOUGHT])],
        refused: r#""code":171"#,
    },
    Script {
        group: "ucloud",
        file: "ucloudstack_sdk.py",
        listing: "ucloudstack/image/DescribeImage",
        variants: &["invoke", "typed"],
        rich: &[("rich", &[SOUGHT])],
        refused: r#""code":171"#,
    },
];

/// The one among the images that has all that the rich calls ask for.
const SOUGHT: usize = 2;

/// The richest one asks for a second page, on which there is nothing. Tags filter nothing.
const RICH_ALIYUN: &[(&str, &[usize])] = &[("rich", &[]), ("tags", &[0, 1, SOUGHT])];

/// A text that the rich calls search for.
const WORD: &str = "镜像 *~+%&=/ 😀 \"q\" 'q'";

/// Fields of images that every SDK reads.
fn images(listing: &str) -> [Value; 3] {
    match listing.split('/').next() {
        Some("tencent") => [
            json!({"unImgId": "img-00000001", "imageName": "镜像 😀", "imageType": 1, "status": 2}),
            json!({"unImgId": "img-00000002", "imageName": "镜像 😀", "imageType": 2, "status": 2}),
            json!({"unImgId": "a b+c  d+", "imageName": "", "imageType": 1, "status": 2}),
        ],
        Some("aliyun") => {
            ["m-1", "m-2", "m-3"].map(|id| json!({"ImageId": id, "ImageName": "镜像 😀", "Status": "Available"}))
        }
        Some("qingcloud") => [
            json!({"image_id": "img-1", "image_name": "镜像 😀", "status": "available"}),
            json!({"image_id": "img-2", "image_name": WORD, "status": "available", "visibility": "private"}),
            json!({
                "image_id": "img+3", "image_name": WORD, "status": "deprecated", "processor_type": "64bit",
                "os_family": "centos", "visibility": "private", "provider": "self",
            }),
        ],
        Some("ucloud") => [
            json!({"ImageId": "uimage-1", "ImageName": "镜像 😀", "CreateTime": 1, "Zone": "cn-bj2-04"}),
            json!({"ImageId": "uimage-2", "ImageName": "镜像 😀", "CreateTime": 2, "ImageType": "Base", "OsType": "Windows"}),
            json!({
                "ImageId": "uimage-3", "ImageName": WORD, "CreateTime": 3, "ImageType": "Base", "OsType": "Linux",
                "Zone": "cn-bj2-04",
            }),
        ],
        _ => [
            json!({"ImageID": "image-1", "Name": WORD, "CreateTime": 1, "ImageType": "Custom"}),
            json!({"ImageID": "*~-_.!()'", "Name": WORD, "CreateTime": 2, "ImageType": "Base"}),
            json!({"ImageID": "a b+c  d+", "Name": WORD, "CreateTime": 3, "ImageType": "Custom"}),
        ],
    }
}

/// The image as the cloud holds it: the rich calls of UCloudStack ask for its owner, whom the typed one does not read.
fn owned(listing: &str, mut image: Value) -> Value {
    if listing.starts_with("ucloudstack/") {
        image["CompanyID"] = json!(7);
        image["ProjectID"] = json!("默认 项目");
    }
    image
}

/// Whether some part of an answer has all these fields.
fn holds(answer: &Value, image: &Value) -> bool {
    match answer {
        Value::Array(entries) => entries.iter().any(|entry| holds(entry, image)),
        Value::Object(fields) => {
            let own = image
                .as_object()
                .is_some_and(|image| image.iter().all(|(name, value)| answer.get(name) == Some(value)));
            own || fields.values().any(|value| holds(value, image))
        }
        _ => false,
    }
}

#[test]
#[ignore = "installs the providers' SDKs"]
fn official_sdks_read_back_what_the_cloud_holds() {
    let signing = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/signing");
    let Ok(requirements) = fs::read_to_string(signing.join("requirements.txt")) else {
        return skip("there is no folder `shared` with the scripts beside the repository");
    };
    if Command::new("python3").arg("--version").output().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return skip("there is no python3");
    }
    let (groups, keys) = (groups(&requirements), keys(&signing));
    for script in SCRIPTS {
        let Some((_, pins)) = groups.iter().find(|(name, _)| name == script.group) else {
            panic!("requirements.txt has no group `{}`", script.group)
        };
        match installed(script.group, pins) {
            Some(python) => {
                let called = Called { script: &script, python: &python, signing: &signing };
                called.reads_back(&keys);
                called.is_refused(&keys);
            }
            None => skip(&format!("{}: there is no network to install its SDK from", script.file)),
        }
    }
}

/// Output of a test that passes is not shown; this is.
fn skip(why: &str) {
    let _ = writeln!(io::stderr(), "skipped: official SDKs against the fake cloud: {why}");
}

/// A script, and what it needs to run.
struct Called<'a> {
    script: &'a Script,
    python: &'a Path,
    signing: &'a Path,
}

impl Called<'_> {
    fn reads_back(&self, keys: &[(String, String)]) {
        let script = self.script;
        let builder = keys.iter().fold(Cloud::builder(), |builder, (id, secret)| builder.key(id, secret));
        let cloud = builder.start().expect("loopback is there");
        let images = images(script.listing);
        let held = images.iter().cloned().map(|image| owned(script.listing, image));
        cloud.set_items(script.listing, held).expect("it lists");
        let minimal: (&str, &[usize]) = ("minimal", &[0, 1, SOUGHT]);
        let cases = || std::iter::once(&minimal).chain(script.rich);
        let usual = script.variants.iter().flat_map(|variant| cases().map(move |case| (variant, case, "main")));
        // A key with characters that need care says nothing new in a second variant.
        let odd_key = script.variants.first().map(|variant| (variant, &minimal, "alt"));
        for (variant, (case, finds), credentials) in usual.chain(odd_key) {
            let told = self.told(&cloud, variant, case, credentials);
            let what = format!("{} {case} {variant} {credentials}: {told}", script.file);
            assert_eq!(told["ok"], true, "{what}");
            for (index, image) in images.iter().enumerate() {
                assert_eq!(holds(&told["result"], image), finds.contains(&index), "image {index}, {what}");
            }
            let call = cloud.calls().pop().expect("it came in");
            assert_eq!((call.signature, call.action.as_deref()), (Signature::Right, Some(script.listing)), "{what}");
        }
    }

    /// The keys are known, but have other secrets.
    fn is_refused(&self, keys: &[(String, String)]) {
        let builder = keys.iter().fold(Cloud::builder(), |builder, (id, _)| builder.key(id, "another-secret"));
        let cloud = builder.start().expect("loopback is there");
        let told = self.told(&cloud, self.script.variants[0], "minimal", "main").to_string();
        assert!(told.contains(self.script.refused), "{}: {told}", self.script.file);
        assert_eq!(cloud.calls().pop().map(|call| call.signature), Some(Signature::Wrong));
    }

    /// What the script prints about one call.
    fn told(&self, cloud: &Cloud, variant: &str, case: &str, credentials: &str) -> Value {
        let port = cloud.address().port().to_string();
        let mut command = Command::new(self.python);
        command.arg(self.signing.join("clients").join(self.script.file)).env("PYTHONDONTWRITEBYTECODE", "1");
        command.args(["--port", &port, "--case", case, "--variant", variant, "--cred", credentials]);
        let printed = output(&mut command);
        serde_json::from_str(printed.lines().last().unwrap_or_default()).expect("a line of JSON")
    }
}

/// The pins of each virtual environment, by the first word of the comment above them.
fn groups(requirements: &str) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for line in requirements.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('#') {
            Some(comment) => {
                let word = comment.split_whitespace().next().unwrap_or_default();
                groups.push((word.trim_end_matches(',').to_owned(), Vec::new()));
            }
            None => groups.last_mut().into_iter().for_each(|(_, pins)| pins.push(line.to_owned())),
        }
    }
    groups.retain(|(_, pins)| !pins.is_empty());
    groups
}

/// Every key that the scripts may sign with.
fn keys(signing: &Path) -> Vec<(String, String)> {
    let print =
        "import creds, json; print(json.dumps([key for keys in creds.CREDS.values() for key in keys.values()]))";
    let mut command = Command::new("python3");
    command.args(["-c", print]).current_dir(signing).env("PYTHONDONTWRITEBYTECODE", "1");
    serde_json::from_str(&output(&mut command)).expect("the keys are JSON")
}

/// What pip says when it reaches no registry.
const OFFLINE: [&str; 4] =
    ["connection broken by", "Failed to connect", "Failed to establish a new connection", "name resolution"];

/// The Python of a virtual environment with these packages, which is kept from run to run. None without a network.
///
/// # Panics
///
/// When the environment cannot be made, or a package is not to be had from a registry that answers.
fn installed(group: &str, pins: &[String]) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sdks").join(group);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = folder.join("installed.txt");
    let wanted = pins.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Some(python);
    }
    output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(pins);
    match try_output(&mut pip) {
        Ok(_) => fs::write(&stamp, wanted).expect("the folder can be written"),
        Err(said) if OFFLINE.iter().any(|words| said.contains(words)) => return None,
        Err(said) => panic!("pip cannot install the packages of `{group}`: {said}"),
    }
    Some(python)
}

/// What a command prints.
#[track_caller]
fn output(command: &mut Command) -> String {
    try_output(command).unwrap_or_else(|said| panic!("{command:?}: {said}"))
}

/// What a command prints, or says when it fails.
fn try_output(command: &mut Command) -> Result<String, String> {
    let ran = command.output().map_err(|error| error.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if ran.status.success() { Ok(text(&ran.stdout)) } else { Err(text(&ran.stderr)) }
}
