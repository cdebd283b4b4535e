//! The specs of this repository, and the facts that they hold.

use std::sync::OnceLock;

use serde_json::Value;
use tablature_codegen::facts;
use tablature_codegen::source::SourceFile;

use crate::house;

/// All files below `specs/`, by their paths inside of it.
///
/// # Panics
///
/// When they cannot be read.
pub fn files() -> Vec<SourceFile> {
    let paths = house::files("specs", &["yaml"]);
    let inside = |path: &str| path.trim_start_matches("specs/").to_owned();
    paths.iter().map(|path| SourceFile::new(inside(path), house::text(path))).collect()
}

/// All facts that `cargo xtask show --json` prints, in its order.
///
/// # Panics
///
/// When the specs have errors.
pub fn facts() -> Vec<Value> {
    static FACTS: OnceLock<Vec<Value>> = OnceLock::new();
    FACTS.get_or_init(read).clone()
}

fn read() -> Vec<Value> {
    let files = files();
    match facts::lines(&files) {
        Ok(facts) => facts.iter().map(|fact| parse(&fact.json)).collect(),
        Err(report) => panic!("{}", report.human(&files, "specs", false)),
    }
}

/// The facts of one kind (`request`, `value`, `erratum`) of one action.
pub fn facts_of(provider: &str, action: &str, at: &str) -> Vec<Value> {
    let wanted = |fact: &Value| fact["provider"] == provider && fact["action"] == action && fact["at"] == at;
    facts().into_iter().filter(wanted).collect()
}

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}
