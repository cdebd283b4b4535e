//! The papers say what there is: commands, packages, keys of the spec language, diagnostics.

use std::collections::BTreeSet;

use tablature_codegen::diag::CODES;
use tablature_tests::house;

const PAPERS: [&str; 3] = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"];

/// Commands of cargo itself that the papers may name.
const OF_CARGO: [&str; 9] = ["bench", "build", "check", "clippy", "doc", "fmt", "run", "test", "add"];

/// Every `cargo …` that a paper writes as code, in a fenced block or in backticks, with the number of its line.
fn commands(paper: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for (index, line) in paper.lines().enumerate() {
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let codes: Vec<&str> =
            if fenced { vec![line.trim_start_matches("$ ")] } else { line.split('`').skip(1).step_by(2).collect() };
        for code in codes {
            let code = code.split('#').next().unwrap_or("");
            let parts = code
                .split("&&")
                .map(|part| part.trim_start_matches(|letter: char| letter == '_' || letter.is_uppercase()));
            for part in parts {
                if let Some(start) = part.find("cargo ").filter(|start| *start == 0 || part[..*start].ends_with(' ')) {
                    found.push((index + 1, part[start..].trim().to_owned()));
                }
            }
        }
    }
    found
}

fn packages() -> BTreeSet<String> {
    let manifests = house::files("", &["toml"]).into_iter().filter(|path| path.ends_with("/Cargo.toml"));
    let name = |path: String| {
        house::text(&path)
            .lines()
            .find_map(|line| line.strip_prefix("name = ").map(|name| name.trim_matches('"').to_owned()))
    };
    manifests.filter_map(name).collect()
}

/// The commands that xtask has: those that its help lists.
fn xtask_commands() -> BTreeSet<String> {
    let source = house::files("xtask/src", &["rs"]).iter().map(|path| house::text(path)).collect::<String>();
    source.split("clap::Command::new(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What is wrong with a command that a paper names, if anything.
fn fault(command: &str) -> Option<String> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let after = |option: &str| words.iter().position(|word| *word == option).and_then(|at| words.get(at + 1)).copied();
    match words.get(1).copied()? {
        "xtask" => {
            let known = xtask_commands();
            let name = words.get(2).copied().filter(|name| name.bytes().all(|letter| letter.is_ascii_lowercase()));
            name.filter(|name| !known.contains(*name)).map(|name| format!("xtask has no command `{name}`"))
        }
        name if !OF_CARGO.contains(&name) => Some(format!("cargo has no command `{name}`")),
        _ => {
            let package = after("-p").or_else(|| after("--package")).filter(|package| !packages().contains(*package));
            let test = after("--test").filter(|test| {
                !house::files("", &["rs"]).iter().any(|path| path.ends_with(&format!("tests/{test}.rs")))
            });
            package
                .map(|package| format!("there is no package `{package}`"))
                .or(test.map(|test| format!("there is no test `{test}`")))
        }
    }
}

#[test]
fn every_command_of_the_papers_exists() {
    for name in PAPERS {
        let Some(paper) = house::text_if_any(name) else { continue };
        for (line, command) in commands(&paper) {
            assert_eq!(fault(&command), None, "{name}:{line}: {command}");
        }
    }
}

#[test]
fn a_command_that_does_not_exist_is_seen() {
    let paper =
        "Run `cargo xtask gen`.\n```console\n$ UPDATE=1 cargo test -p nothing && cargo xtask nothing # why\n```\n";
    let found = commands(paper);
    assert_eq!(
        found.iter().map(|(line, command)| (*line, command.as_str())).collect::<Vec<_>>(),
        [(1, "cargo xtask gen"), (3, "cargo test -p nothing"), (3, "cargo xtask nothing")]
    );
    assert_eq!(found.iter().filter(|(_, command)| fault(command).is_some()).count(), 2);
    assert!(fault("cargo test -p tablature-tests --test nothing").is_some());
    assert!(fault("cargo nothing").is_some());
    assert_eq!(fault("cargo test --workspace"), None);
}

#[test]
fn the_readme_lists_every_command_and_every_folder() {
    let readme = house::text("README.md");
    for name in xtask_commands().iter().filter(|name| !name.contains(' ')) {
        assert!(readme.contains(&format!("`cargo xtask {name}")), "README.md does not list `cargo xtask {name}`");
    }
    let workspace = house::text("Cargo.toml");
    let members = workspace.lines().find(|line| line.starts_with("members")).unwrap_or_default();
    for member in members.split('"').skip(1).step_by(2) {
        assert!(readme.contains(&format!("`{member}/`")), "README.md does not list the folder {member}");
    }
}

/// The keys that the reader of specs knows: its lists of keys, as `codegen/src/load` has them.
fn keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for path in house::files("codegen/src/load", &["rs"]) {
        let source = house::text(&path);
        let code = source.split("#[cfg(test)]").next().unwrap_or("");
        let lists = code.split("finish(&[").skip(1).chain(code.split("_KEYS: &[&str] = &[").skip(1));
        for list in lists.filter_map(|rest| rest.split(']').next()) {
            keys.extend(list.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    keys
}

#[test]
fn every_key_of_the_spec_language_is_documented() {
    let paper = house::text("specs/README.md");
    let keys = keys();
    assert!(keys.len() > 70, "the keys were not found: {keys:?}");
    let words: BTreeSet<&str> = paper.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
    let missing: Vec<&String> = keys.iter().filter(|key| !words.contains(key.as_str())).collect();
    assert!(missing.is_empty(), "specs/README.md does not say what these keys mean: {missing:?}");
}

/// The keys in the first column of the tables of a section.
fn documented(paper: &str, section: &str) -> BTreeSet<String> {
    let body =
        paper.split(&format!("\n## {section}\n")).nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or("");
    let cells = body.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split('|').next());
    cells
        .flat_map(|cell| format!("`{cell}").split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_documented_key_is_read() {
    let paper = house::text("specs/README.md");
    for section in ["An action", "A row", "provider.yaml"] {
        let documented = documented(&paper, section);
        assert!(documented.len() > 15, "{section}: {documented:?}");
        let unknown: Vec<&String> = documented.iter().filter(|key| !keys().contains(*key)).collect();
        assert!(unknown.is_empty(), "specs/README.md, {section}: nothing reads {unknown:?}");
    }
}

#[test]
fn every_diagnostic_is_explained_and_the_language_points_there() {
    let paper = house::text("codegen/DIAGNOSTICS.md");
    for code in CODES {
        assert!(paper.contains(&format!("| `{}` |", code.name())), "{} is not explained", code.name());
    }
    assert!(
        house::text("specs/README.md").contains("DIAGNOSTICS.md"),
        "specs/README.md does not say where diagnostics are explained"
    );
}

#[test]
fn links_between_papers_lead_somewhere() {
    for name in house::files("", &["md"]) {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let paper = house::text(&name);
        for target in paper.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = target.split('#').next().unwrap_or("");
            if target.is_empty() || target.contains("://") || target.contains('<') {
                continue;
            }
            assert!(house::root().join(folder).join(target).exists(), "{name}: {target} does not exist");
        }
    }
}
