//! Cases of the diff: two small states of one provider, and the changes that are expected.
//!
//! ```text
//! === positive
//! --- old
//! request:
//!   Limit: { type: int, max: 100 }
//! --- new
//! request:
//!   Limit: { type: int, max: 50 }
//! --- expect
//! request-range-narrowed: acme/shop/ListThings request Limit max
//! === negative
//! …
//! === caller
//! let _ = ListThings::new().limit(1);
//! ```
//!
//! `--- old` and `--- new` are the file of the action `ListThings`; `--- old shop/GetThing` and `--- old provider` are
//! other files of that side. What a side does not name is as it always is. `=== caller` is a program: of what breaks it
//! compiles with the old bindings only, of what is added with the new ones only, and otherwise with both.

use std::collections::BTreeMap;
use std::fs;

use tablature_codegen::source::SourceFile;

use crate::tree;

const PROVIDER: &str = "provider: acme
method: GET
signing: { scheme: ucloud }
action_parameter: Action
list_base: 0
status: { field: RetCode, success: 0 }
services: { shop: { endpoint: \"https://shop.example/\" } }
";

/// A file of cases, which is about one rule.
#[derive(Clone, Debug)]
pub struct Case {
    /// The rule.
    pub rule: String,
    /// The change that the rule is about.
    pub positive: Pair,
    /// What looks like it, and is not.
    pub negative: Pair,
    /// A program that notices, or does not.
    pub caller: Option<String>,
}

/// Two states, and what differs.
#[derive(Clone, Debug, Default)]
pub struct Pair {
    /// The files of the old state.
    pub old: Vec<SourceFile>,
    /// The files of the new state.
    pub new: Vec<SourceFile>,
    /// `rule: address` of each change, in order.
    pub expected: Vec<String>,
}

/// All cases, by rule.
///
/// # Panics
///
/// When one of them cannot be read.
pub fn all() -> Vec<Case> {
    let folder = tree::cases("diff");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut cases: Vec<Case> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .map(|path| {
            let rule = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            read(rule, &fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        })
        .collect();
    cases.sort_by(|left, right| left.rule.cmp(&right.rule));
    cases
}

fn read(rule: String, text: &str) -> Case {
    let parts: BTreeMap<&str, &str> = text
        .split("=== ")
        .skip(1)
        .filter_map(|part| part.split_once('\n'))
        .map(|(name, body)| (name.trim(), body))
        .collect();
    let pair = |name: &str| pair(parts.get(name).copied().unwrap_or_default());
    Case {
        positive: pair("positive"),
        negative: pair("negative"),
        caller: parts.get("caller").map(|text| text.trim().to_owned()),
        rule,
    }
}

fn pair(text: &str) -> Pair {
    let sections: Vec<(&str, &str)> = text.split("--- ").skip(1).filter_map(|part| part.split_once('\n')).collect();
    let expected = sections.iter().filter(|(name, _)| *name == "expect").flat_map(|(_, body)| body.lines());
    Pair {
        old: side(&sections, "old"),
        new: side(&sections, "new"),
        expected: expected.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
    }
}

fn side(sections: &[(&str, &str)], side: &str) -> Vec<SourceFile> {
    let mut files = BTreeMap::from([("acme/provider.yaml".to_owned(), PROVIDER.to_owned())]);
    for (name, body) in sections {
        let Some(name) = name.strip_prefix(side) else { continue };
        match name.trim() {
            "provider" => files.insert("acme/provider.yaml".to_owned(), (*body).to_owned()),
            name => {
                let name = if name.is_empty() { "shop/ListThings" } else { name };
                let action = name.rsplit('/').next().unwrap_or(name);
                files.insert(format!("acme/{name}.yaml"), format!("action: {action}\n{body}"))
            }
        };
    }
    files.into_iter().map(|(path, text)| SourceFile::new(path, text)).collect()
}
