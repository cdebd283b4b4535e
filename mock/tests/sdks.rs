//! The providers' own SDKs against the fake cloud: what it accepts and answers is not our own mirror image.
//!
//! Needs Python, a registry of packages, and the folder `shared` beside the repository; says so when one is missing.

use std::fs;
use std::io::{self, Write as _};
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
    /// A call that keeps the documents' word and has more in it than the usual.
    rich: &'static str,
}

const SCRIPTS: [Script; 7] = [
    Script {
        group: "tencent-v2",
        file: "tencent_v2.py",
        listing: "tencent/cvm/DescribeImages",
        variants: &["get_sha1", "post_sha1", "get_sha256", "post_sha256"],
        rich: "rich",
    },
    Script {
        group: "tencent-v3",
        file: "tencent_v3_v1sig.py",
        listing: "tencent/cvm/DescribeImages",
        variants: &["get_sha1", "post_sha1", "get_sha256", "post_sha256"],
        rich: "rich",
    },
    Script {
        group: "aliyun-core",
        file: "aliyun_core.py",
        listing: "aliyun/ecs/DescribeImages",
        variants: &["typed_post", "typed_get", "common_get", "common_post_body", "typed_post_sts"],
        // The richest case asks for two states at once, which the page does not allow.
        rich: "tags",
    },
    Script {
        group: "aliyun-tea",
        file: "aliyun_tea.py",
        listing: "aliyun/ecs/DescribeImages",
        variants: &["typed_post", "generic_get", "generic_post_body", "generic_get_sts"],
        rich: "tags",
    },
    Script {
        group: "qingcloud",
        file: "qingcloud_sdk.py",
        listing: "qingcloud/iaas/DescribeImages",
        variants: &["generic_get", "generic_post", "typed_get"],
        rich: "rich",
    },
    Script {
        group: "ucloud",
        file: "ucloud_sdk.py",
        listing: "ucloud/uhost/DescribeImage",
        variants: &["invoke", "typed"],
        rich: "rich",
    },
    Script {
        group: "ucloud",
        file: "ucloudstack_sdk.py",
        listing: "ucloudstack/image/DescribeImage",
        variants: &["invoke", "typed"],
        rich: "rich",
    },
];

/// Fields of images that every SDK reads.
fn images(listing: &str) -> Vec<Value> {
    let image = |n: usize| match listing.split('/').next() {
        Some("tencent") => {
            json!({"unImgId": format!("img-0000000{n}"), "imageName": "镜像 😀", "imageType": n, "status": 2})
        }
        Some("aliyun") => json!({"ImageId": format!("m-{n}"), "ImageName": "镜像 😀", "Status": "Available"}),
        Some("qingcloud") => json!({"image_id": format!("img-{n}"), "image_name": "镜像 😀", "status": "available"}),
        Some("ucloud") => json!({"ImageId": format!("uimage-{n}"), "ImageName": "镜像 😀", "CreateTime": n}),
        _ => json!({"ImageID": format!("image-{n}"), "Name": "镜像 😀", "CreateTime": n}),
    };
    vec![image(1), image(2)]
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
    let groups = match fs::read_to_string(signing.join("requirements.txt")) {
        Ok(text) => groups(&text),
        Err(_) => return skip("there is no folder `shared` with the scripts beside the repository"),
    };
    let keys = match keys(&signing) {
        Ok(keys) => keys,
        Err(why) => return skip(&why),
    };
    for script in SCRIPTS {
        let Some((_, pins)) = groups.iter().find(|(name, _)| name == script.group) else {
            panic!("requirements.txt has no group `{}`", script.group)
        };
        match installed(script.group, pins) {
            Ok(python) => drive(&script, &python, &signing, &keys),
            Err(why) => skip(&format!("{}: {why}", script.file)),
        }
    }
}

/// Output of a test that passes is not shown; this is.
fn skip(why: &str) {
    let _ = writeln!(io::stderr(), "skipped: official SDKs against the fake cloud: {why}");
}

fn drive(script: &Script, python: &Path, signing: &Path, keys: &[(String, String)]) {
    let builder = keys.iter().fold(Cloud::builder(), |builder, (id, secret)| builder.key(id, secret));
    let cloud = builder.start().expect("loopback is there");
    let images = images(script.listing);
    cloud.set_items(script.listing, images.clone()).expect("it lists");
    let usual =
        script.variants.iter().flat_map(|variant| [(variant, "minimal", "main"), (variant, script.rich, "main")]);
    // A key with characters that need care says nothing new in a second variant.
    let odd_key = script.variants.first().map(|variant| (variant, "minimal", "alt"));
    for (variant, case, credentials) in usual.chain(odd_key) {
        let port = cloud.address().port().to_string();
        let mut command = Command::new(python);
        command.arg(signing.join("clients").join(script.file)).env("PYTHONDONTWRITEBYTECODE", "1");
        command.args(["--port", &port, "--case", case, "--variant", variant, "--cred", credentials]);
        let told = output(&mut command).unwrap_or_else(|error| panic!("{}: {error}", script.file));
        let told: Value = serde_json::from_str(told.lines().last().unwrap_or_default()).expect("a line of JSON");
        let what = format!("{} {case} {variant} {credentials}: {told}", script.file);
        assert_eq!(told["ok"], true, "{what}");
        if case == "minimal" {
            assert!(images.iter().all(|image| holds(&told["result"], image)), "{what}");
        }
        let call = cloud.calls().pop().expect("it came in");
        assert_eq!((call.signature, call.action.as_deref()), (Signature::Right, Some(script.listing)), "{what}");
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
fn keys(signing: &Path) -> Result<Vec<(String, String)>, String> {
    let print =
        "import creds, json; print(json.dumps([key for keys in creds.CREDS.values() for key in keys.values()]))";
    let mut command = Command::new("python3");
    command.args(["-c", print]).current_dir(signing).env("PYTHONDONTWRITEBYTECODE", "1");
    let text = output(&mut command)?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

/// The Python of a virtual environment with these packages, which is kept from run to run.
fn installed(group: &str, pins: &[String]) -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sdks").join(group);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = folder.join("installed.txt");
    let wanted = pins.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    output(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(pins))?;
    fs::write(&stamp, wanted).map_err(|error| error.to_string())?;
    Ok(python)
}

/// What a command prints, if it succeeds.
fn output(command: &mut Command) -> Result<String, String> {
    let shown = command.get_program().to_string_lossy().into_owned();
    let ran = command.output().map_err(|error| format!("{shown} cannot be run: {error}"))?;
    if ran.status.success() {
        return Ok(String::from_utf8_lossy(&ran.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&ran.stderr);
    Err(format!("{shown} failed: {}", said.lines().last().unwrap_or_default()))
}
