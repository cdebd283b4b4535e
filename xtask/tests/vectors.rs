//! `vectors`: what is printed and how it ends.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

const CASE: &str = r#"{"id": "sample/one", "provider": "ucloud", "method": "GET", "signed_host": null, "path": "/",
  "credentials": {"id": "made-up", "secret": "c"}, "flat_params": [["b", ""], ["a", ""]],
  "string_to_sign": "abc", "signature": "a9993e364706816aba3e25717850c26c9cd0d89d"}"#;

struct Ran {
    status: Option<i32>,
    output: String,
    errors: String,
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("it starts");
    Ran {
        status: output.status.code(),
        output: String::from_utf8(output.stdout).expect("output is UTF-8"),
        errors: String::from_utf8(output.stderr).expect("errors are UTF-8"),
    }
}

fn checked(contents: impl AsRef<[u8]>) -> Ran {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("vectors.json");
    fs::write(&file, contents).expect("it can be written");
    ran(Command::new(env!("CARGO_BIN_EXE_xtask-vectors")).arg(file))
}

#[test]
fn cases_that_are_reproduced_are_counted() {
    let run = checked(format!("[{CASE}, {}]", CASE.replace("ucloud", "ucloudstack")));
    assert_eq!((run.status, run.errors.as_str()), (Some(0), ""), "{}", run.output);
    let lines: Vec<Vec<&str>> = run.output.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0][..4], ["ucloud", "1", "of", "1"]);
    assert_eq!(lines[1][..4], ["ucloudstack", "1", "of", "1"]);
    assert_eq!(lines[2][..4], ["all", "2", "of", "2"]);
}

#[test]
fn what_differs_is_shown() {
    let run = checked(format!("[{CASE}, {}]", CASE.replace("\"abc\"", "\"aBc\"")));
    assert_eq!(run.status, Some(1));
    assert!(run.output.contains("`sample/one`"), "{}", run.output);
    assert!(run.output.contains("expected  a>>>Bc\n    computed  a>>>bc\n"), "{}", run.output);
    assert!(run.output.contains("1 of     2 cases"), "{}", run.output);
}

#[test]
fn malformed_files_are_explained() {
    let cases = [
        (format!("[{CASE}, {{\"id\": \"sample/two\"}}]"), "case 2 (`sample/two`): `provider` is missing"),
        (format!("[{CASE}, 1]"), "case 2: it is not an object"),
        (format!("[{CASE}, {{\"id\": "), "case 2: the file is no JSON from here on"),
        ("{}".to_owned(), "the file is not a list of cases"),
        ("[]".to_owned(), "the file holds no cases"),
        (String::new(), "the file is empty"),
    ];
    for (contents, message) in cases {
        let run = checked(&contents);
        assert_eq!(run.status, Some(1), "{contents}");
        assert!(run.output.contains(message), "{contents}: {}", run.output);
    }
    let run = checked(b"[\"\xff\"]");
    assert_eq!(run.status, Some(1));
    assert!(run.errors.starts_with("error: cannot read "), "{}", run.errors);
}

#[test]
fn a_wrong_call_is_no_failed_check() {
    let xtask = || Command::new(env!("CARGO_BIN_EXE_xtask"));
    assert_eq!(ran(xtask().arg("vectors")).status, Some(2));
    for file in ["no/such/file.json", "../no-such.json", "/no/such.json"] {
        let run = ran(xtask().args(["vectors", file]));
        assert_eq!((run.status, run.errors.trim()), (Some(2), format!("error: there is no {file}").as_str()));
    }
    assert_eq!(ran(&mut Command::new(env!("CARGO_BIN_EXE_xtask-vectors"))).status, Some(2));
}

#[test]
#[ignore = "builds the program once more, as users do"]
fn the_command_hands_over() {
    let folder = TempDir::new().expect("a folder");
    for (contents, status) in [(format!("[{CASE}]"), 0), ("[]".to_owned(), 1)] {
        fs::write(folder.path().join("vectors.json"), contents).expect("it can be written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let run = ran(command.args(["vectors", "vectors.json"]).current_dir(folder.path()));
        assert_eq!(run.status, Some(status), "{}{}", run.output, run.errors);
    }
}
