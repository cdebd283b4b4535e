//! Rows: types, requirements, lists and nesting.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::documents::seeds;

/// Rows that differ, and why they do.
const DIFFERENCES: &[(&str, &str)] =
    &[("ucloud DescribeImage request Action", "it stands among the common parameters, which provider.yaml has")];

#[test]
fn seeds_give_the_rows_of_the_specs_written_by_hand() {
    for seed in seeds() {
        let expected = rows(&seed.by_hand);
        let found = rows(&seed.read);
        for name in expected.keys().chain(found.keys()) {
            let explained = DIFFERENCES.iter().any(|(row, _)| row == name);
            assert!(
                explained || expected.get(name) == found.get(name),
                "{name}\nby hand: {:?}\nread: {:?}",
                expected.get(name),
                found.get(name)
            );
        }
    }
}

/// The rows of requests and answers: type, list, required and basis by provider, action, side and name.
fn rows(facts: &[Value]) -> BTreeMap<String, String> {
    let rows = facts.iter().filter(|fact| matches!(fact["at"].as_str(), Some("request" | "response")));
    let row = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let name = [text("provider"), text("action"), text("at"), text("name")].join(" ");
        (name, format!("{} list={} required={} {}", row["type"], row["list"], row["required"], row["basis"]))
    };
    rows.map(row).collect()
}
