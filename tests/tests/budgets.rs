//! How large files and functions may be, and what must not stand in them.

use tablature_tests::house;
use tablature_tests::rust::functions;
use tablature_tests::specs::facts;

/// Folders with code that was written by hand. Tests are not counted.
const HAND_WRITTEN: [&str; 9] = [
    "bench",
    "codegen/src",
    "diff/src",
    "examples/src",
    "mock/src",
    "runtime/src",
    "tests/src",
    "transcribe/src",
    "xtask/src",
];

const MOST_LINES_OF_A_FILE: usize = 400;
const MEDIAN_LINES_OF_A_FILE: usize = 150;
const MOST_LINES_OF_A_FUNCTION: usize = 80;
const MOST_LINES_OF_NINE_FUNCTIONS_IN_TEN: usize = 45;
const MOST_LINES_OF_A_GENERATED_FILE: usize = 3000;

fn hand_written() -> Vec<(String, String)> {
    let paths = HAND_WRITTEN.iter().flat_map(|folder| house::files(folder, &["rs"]));
    paths.map(|path| (path.clone(), house::text(&path))).collect()
}

/// The number that so many percent of the numbers do not exceed.
fn percentile(numbers: &mut [usize], percent: usize) -> usize {
    numbers.sort_unstable();
    numbers.get((numbers.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or(0)
}

#[test]
fn files_are_short() {
    let mut sizes = Vec::new();
    for (path, text) in hand_written() {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES_OF_A_FILE, "{path} has {lines} lines, more than {MOST_LINES_OF_A_FILE}");
        sizes.push(lines);
    }
    assert!(sizes.len() > 100, "the files were not found");
    let median = percentile(&mut sizes, 50);
    assert!(median <= MEDIAN_LINES_OF_A_FILE, "half of the files have more than {median} lines");
}

#[test]
fn functions_are_short() {
    let mut sizes = Vec::new();
    for (path, text) in hand_written() {
        for (name, lines) in functions(&text) {
            assert!(
                lines <= MOST_LINES_OF_A_FUNCTION,
                "{path}: `{name}` has {lines} lines, more than {MOST_LINES_OF_A_FUNCTION}"
            );
            sizes.push(lines);
        }
    }
    assert!(sizes.len() > 500, "the functions were not found");
    let most = percentile(&mut sizes, 90);
    assert!(most <= MOST_LINES_OF_NINE_FUNCTIONS_IN_TEN, "one function in ten has more than {most} lines");
}

#[test]
fn generated_files_can_be_read() {
    for path in house::files("generated/src", &["rs"]) {
        let lines = house::text(&path).lines().count();
        assert!(lines <= MOST_LINES_OF_A_GENERATED_FILE, "{path} has {lines} lines");
    }
}

/// Whether a text names a path that exists on one machine only, such as somebody's home.
fn names_a_machine(line: &str) -> bool {
    ["work", "root", "home", "Users", "farm"].iter().any(|folder| {
        let path = format!("/{folder}/");
        line.match_indices(&path).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|letter| letter.is_alphanumeric() || "._~-/}".contains(letter))
        })
    })
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    assert!(names_a_machine(&format!("open(\"/{}/me\")", "home")));
    assert!(!names_a_machine("https://example.invalid/home/page, src/work/mod.rs"));
    for path in house::files("", &[]).iter().filter(|path| !path.ends_with(".lock")) {
        for (index, line) in house::text_if_any(path).unwrap_or_default().lines().enumerate() {
            assert!(!names_a_machine(line), "{path}:{}: {line}", index + 1);
        }
    }
}

/// Code that works for every provider and every action.
const GENERAL: [&str; 6] = ["codegen/src", "diff/src", "mock/src", "runtime/src", "transcribe/src", "xtask/src"];

/// Where names may stand all the same: schemes of signing are called after the providers that made them up, and help
/// shows examples.
const NAMES_ALLOWED: [&str; 9] = [
    "mock/src/answer/conventions.rs",
    "mock/src/scheme.rs",
    "codegen/src/vocabulary.rs",
    "codegen/src/lower/provider.rs",
    "runtime/src/facts/status.rs",
    "runtime/src/sign",
    // What the pages of each provider look like: a table.
    "transcribe/src/dialect/providers.rs",
    "xtask/src/arguments/help.rs",
    // Vectors name the provider, and with it the scheme.
    "xtask/src/bin/xtask-vectors/case.rs",
];

/// A line without its comment.
fn without_comment(line: &str) -> &str {
    let line = line.trim_start();
    if line.starts_with("//") { "" } else { line.split(" //").next().unwrap_or("") }
}

#[test]
fn general_code_knows_no_provider_and_no_action() {
    let mut names: Vec<String> = facts()
        .iter()
        .flat_map(|fact| [fact["provider"].clone(), fact["action"].clone()])
        .map(|name| name.as_str().unwrap_or_default().to_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    assert!(names.contains(&"aliyun".to_owned()) && names.contains(&"createcustomimage".to_owned()));
    for path in GENERAL.iter().flat_map(|folder| house::files(folder, &["rs"])) {
        if NAMES_ALLOWED.iter().any(|allowed| path.starts_with(allowed)) {
            continue;
        }
        let text = house::text(&path);
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for (index, line) in code.lines().enumerate() {
            let line = without_comment(line).to_lowercase();
            let found = names.iter().find(|name| line.contains(name.as_str()));
            assert!(
                found.is_none(),
                "{path}:{}: `{}` has no place in general code",
                index + 1,
                found.map_or("", |name| name)
            );
        }
    }
}
