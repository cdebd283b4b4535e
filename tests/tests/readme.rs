//! The README's way from nothing to a list of images, walked: its manifest and its program, against the fake cloud.

use serde_json::json;
use tablature_mock::Cloud;
use tablature_tests::cargo::Crate;
use tablature_tests::{house, tree};

/// The first block of the README in a language.
fn block<'r>(readme: &'r str, language: &str) -> &'r str {
    let found = readme.split_once(&format!("```{language}\n")).and_then(|(_, rest)| rest.split_once("```"));
    found.unwrap_or_else(|| panic!("README.md has no block in `{language}`")).0
}

/// With one word instead of another, which stands there once.
fn with(text: &str, word: &str, other: &str) -> String {
    assert_eq!(text.matches(word).count(), 1, "`{word}` does not stand once in\n{text}");
    text.replace(word, other)
}

#[test]
#[ignore = "larger suite: builds a program with all that a client needs"]
fn the_first_program_lists_images() {
    let readme = house::text("README.md");
    let bindings = tree::repository().join("generated");
    let dependencies = with(block(&readme, "toml"), "…/generated", &bindings.to_string_lossy());
    let package = "[package]\nname = \"first-program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n";
    // The real cloud is the only thing that it cannot have here.
    let elsewhere = ".endpoint(std::env::var(\"ENDPOINT\")?).build()?";
    let program = with(block(&readme, "rust,no_run"), ".build()?", elsewhere);
    let files = [("Cargo.toml", format!("{package}\n{dependencies}")), ("src/main.rs", program)];
    let first = Crate::of(env!("CARGO_TARGET_TMPDIR"), "readme", files);

    let cloud = Cloud::start().expect("loopback is there");
    let names: Vec<String> = (0..25).map(|number| format!("镜像 {number}")).collect();
    cloud
        .set_items("aliyun/ecs/DescribeImages", names.iter().map(|name| json!({"ImageName": name})))
        .expect("it lists");
    let told = [
        ("ENDPOINT", cloud.endpoint("aliyun").expect("the provider exists")),
        ("TABLATURE_ACCESS_KEY_ID", cloud.key_id().to_owned()),
        ("TABLATURE_ACCESS_KEY_SECRET", cloud.key_secret().to_owned()),
    ];
    let environment = told.map(|(name, value)| format!("--config=env.{name}={value:?}"));
    let mut arguments = vec!["run", "--quiet"];
    arguments.extend(environment.iter().map(String::as_str));
    assert_eq!(first.cargo(&arguments).lines().collect::<Vec<_>>(), names);
    assert_eq!(cloud.call_count(), 3, "each page once");
}
