//! Real changes of pages: the old page is transcribed, then the new one is merged into its spec. What the labels name
//! changes, and nothing else.
//!
//! The pages are not ours; without them beside the repository, the test says so and does nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tablature_codegen::facts;
use tablature_codegen::source::SourceFile;
use tablature_transcribe::dialect::{Dialect, dialect};
use tablature_transcribe::merge::{Finding, Severity, merge};
use tablature_transcribe::{Job, PageFile, Settings, known, transcribe};

const PROVIDER: &str = "ucloud";

/// Descriptions that changed, and the facts in them that changed with them, by what the labels say of them. Of all
/// others nothing is to change.
const DESCRIBED: &[(&str, &str, &[&str])] = &[
    ("resize_udb_instance", "request UseSSD", &["default"]),
    ("allocate_eip", "request PayMode", &["enum"]),
    ("release_share_bandwidth", "request PayMode", &["enum", "default"]),
    ("create_network_acl_entry", "request Description", &["max_length"]),
    ("get_available_resource_for_policy", "request Limit", &["default"]),
    ("describe_firewall", "request ResourceType", &["enum"]),
    ("allocate_backend", "request ResourceType", &["enum"]),
    ("allocate_backend", "request Weight", &["min"]),
    ("describe_u_phone", "request Limit", &["default", "max"]),
    ("delete_u_phone", "request ProductType", &["enum", "default"]),
    ("create_u_log_service_topic", "request ReserveAge", &["min", "max", "unit"]),
    ("create_u_log_service_topic", "request TopicShardNum", &["min", "max", "enum"]),
];

fn shared() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/history")
}

/// A spec, and what is remembered of its page.
struct Read {
    path: String,
    spec: String,
    memory: String,
}

fn read(page: &Path, name: &str, dialect: &'static Dialect, settings: &Settings) -> Read {
    let text = fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    let pages = [PageFile { path: name.to_owned(), service: "s".to_owned(), text }];
    let job = Job { pages: &pages, dialect, settings, is_live: None, threads: 1, on_page: &|| {} };
    let outcome = transcribe(&job);
    let one = outcome.specs.into_iter().next().zip(outcome.memories.into_values().next());
    let Some(((path, spec), memory)) = one else { panic!("{} gives no spec", page.display()) };
    Read { path, spec, memory }
}

/// The facts of a spec: rows by section and name, and one entry for each fact that is no row.
fn facts(path: &str, spec: &str, provider: &str) -> BTreeMap<String, Value> {
    let files = [(format!("{PROVIDER}/provider.yaml"), provider.to_owned()), (path.to_owned(), spec.to_owned())];
    let files: Vec<_> = files.into_iter().map(|(path, text)| SourceFile { path, text }).collect();
    let lines = facts::lines(&files).unwrap_or_else(|report| panic!("{}\n{spec}", report.human(&files, "", false)));
    let about = |fact: Value| -> Option<(String, Value)> {
        let at = fact["at"].as_str()?;
        let name = fact["name"].as_str().unwrap_or_default();
        match at {
            "request" | "response" => Some((format!("{at} {name}"), fact)),
            // Types and value lists are told by their rows.
            "type" | "enum" | "value" | "provider" | "service" | "common" => None,
            "action" => Some((at.to_owned(), fact)),
            _ => Some((fact.to_string(), fact)),
        }
    };
    lines
        .iter()
        .filter(|fact| !fact.action.is_empty())
        .filter_map(|fact| about(serde_json::from_str(&fact.json).ok()?))
        .collect()
}

/// The attributes that differ, by row; of a row that is there only once, `added` or `removed`.
fn differences(old: &BTreeMap<String, Value>, new: &BTreeMap<String, Value>) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in old.keys().chain(new.keys()) {
        let kinds: BTreeSet<String> = match (old.get(name), new.get(name)) {
            (Some(Value::Object(old)), Some(Value::Object(new))) => {
                old.keys().filter(|key| old.get(*key) != new.get(*key)).cloned().collect()
            }
            (Some(_), None) => ["removed".to_owned()].into(),
            _ => ["added".to_owned()].into(),
        };
        if !kinds.is_empty() {
            found.insert(name.clone(), kinds);
        }
    }
    found
}

/// What a label calls a row, as it is called in the facts: `model.Set.Id` is any `response …Id`.
fn is_about(label: &str, fact: &str) -> bool {
    match label.split_once('.') {
        Some(("model", path)) => {
            let field = path.split_once('.').map_or("", |(_, field)| field);
            fact.strip_prefix("response ")
                .is_some_and(|path| path.rsplit('.').next().map(|last| last.trim_end_matches("[]")) == Some(field))
        }
        Some((table, name)) => fact == format!("{table} {}", name.trim_end_matches('.')),
        None => false,
    }
}

/// Whether a label is about a row that this one stands in: what is in a structure goes with it.
fn holds(label: &str, op: &str, fact: &str) -> bool {
    let outer = fact.match_indices('.').filter_map(|(at, _)| fact.get(..at));
    matches!(op, "type" | "added" | "removed") && outer.into_iter().any(|outer| is_about(label, outer))
}

/// What is wrong with the changes of a case, a line each.
fn complaints(case: &str, label: &Value, changes: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    let details = label["detail"].as_array().map(Vec::as_slice).unwrap_or_default();
    let described = |row: &str| -> &[&str] {
        let found = DESCRIBED.iter().find(|(name, known, _)| case.ends_with(name) && *known == row);
        found.map_or(&[], |(_, _, facts)| facts)
    };
    for detail in details {
        let (op, row) = (detail["op"].as_str().unwrap_or_default(), detail["row"].as_str().unwrap_or_default());
        let mut touched = changes.iter().filter(|(fact, _)| is_about(row, fact));
        let expected: &[&str] = match op {
            "doc" => continue,
            "type" => &["type", "list", "unit"],
            op => &[op],
        };
        let is_name = row.is_ascii() && !row.ends_with('.');
        // A reader that saw through a broken row before has nothing to change.
        let mended = label["kind"].as_str().is_some_and(|kind| kind.starts_with("malformed"));
        if is_name && !mended && !touched.any(|(_, kinds)| expected.iter().any(|kind| kinds.contains(*kind))) {
            wrong.push(format!("{op} {row} is missing"));
        }
    }
    for (case_name, row, kinds) in DESCRIBED.iter().filter(|(name, ..)| case.ends_with(name)) {
        let labelled = details.iter().any(|detail| is_about(detail["row"].as_str().unwrap_or_default(), row));
        let found = changes
            .get(*row)
            .is_some_and(|found| kinds.iter().any(|kind| found.contains(*kind)) || found.contains("added"));
        if labelled && !found {
            wrong.push(format!("{case_name}: {row}: {kinds:?} should change"));
        }
    }
    for (fact, kinds) in changes {
        let labels = details.iter().filter(|detail| is_about(detail["row"].as_str().unwrap_or_default(), fact));
        let ops: BTreeSet<_> = labels.filter_map(|detail| detail["op"].as_str()).collect();
        let detail = |detail: &Value| {
            holds(detail["row"].as_str().unwrap_or_default(), detail["op"].as_str().unwrap_or_default(), fact)
        };
        let within = details.iter().any(detail);
        for kind in kinds {
            let named = match kind.as_str() {
                "added" | "removed" if within => true,
                "added" | "removed" | "required" => ops.contains(kind.as_str()),
                "type" | "list" | "list_style" | "list_base" => ops.contains("type"),
                kind => {
                    ops.contains("type")
                        || ops.contains("doc") && described(fact).contains(&kind)
                        || kind == "constraint_basis"
                }
            };
            if !named {
                wrong.push(format!("{kind} of {fact} is not on the label"));
            }
        }
    }
    wrong
}

/// The lines that a merge leaves to people to add.
fn proposals(findings: &[Finding]) -> String {
    let proposed = findings.iter().filter(|finding| finding.severity == Severity::Proposed);
    let line = |finding: &Finding| finding.text.split_once(": ").map(|(_, line)| format!("\n{line}\n"));
    proposed.filter_map(line).collect()
}

#[test]
fn a_changed_page_changes_what_its_label_names() {
    let Ok(folder) = fs::read_dir(shared()) else {
        println!("skipped: the history of pages is not here ({})", shared().display());
        return;
    };
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/{PROVIDER}/provider.yaml")));
    let provider = text.unwrap_or_else(|error| panic!("{error}"));
    let settings = known(PROVIDER, &provider);
    let provider = tablature_transcribe::with_services(&provider, ["s"]);
    let dialect = dialect(PROVIDER).unwrap_or_else(|| panic!("no dialect"));
    let mut cases: Vec<_> = folder.filter_map(|entry| Some(entry.ok()?.path())).collect();
    cases.sort();
    let mut report = String::new();
    for case in &cases {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let label = fs::read_to_string(case.join("label.json")).unwrap_or_default();
        let label: Value = serde_json::from_str(&label).unwrap_or_default();
        let page = label["page"].as_str().unwrap_or_default();
        let old = read(&case.join("old.md"), page, dialect, &settings);
        let new = read(&case.join("new.md"), page, dialect, &settings);
        let merged = merge(Some(&old.memory), &new.memory, &old.spec);
        let conflicts = merged.findings.iter().filter(|finding| finding.severity == Severity::Conflict);
        let mut wrong: Vec<_> = conflicts.map(|finding| finding.text.clone()).collect();
        let spec = merged.spec.unwrap_or_else(|| old.spec.clone());
        let changes = differences(&facts(&old.path, &old.spec, &provider), &facts(&old.path, &spec, &provider));
        wrong.extend(complaints(&name, &label, &changes));
        // Merging, and doing what it proposes, brings about what reading the new page alone would.
        let spec = format!("{spec}{}", proposals(&merged.findings));
        let alone = differences(&facts(&old.path, &spec, &provider), &facts(&old.path, &new.spec, &provider));
        wrong.extend(alone.iter().map(|(fact, kinds)| format!("{fact} differs from the new page: {kinds:?}")));
        if !wrong.is_empty() {
            report += &format!("{name}\n  {}\n", wrong.join("\n  "));
        }
    }
    assert!(report.is_empty(), "{} cases:\n{report}", cases.len());
}
