//! How far specs agree with the provider's own SDK.
//!
//! Actions are matched by service and name, fields by name without numbers and case. Fields that the SDK calls
//! deprecated are not missed, and containers that only one side has do not count.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Fields of an answer that every action has.
const ENVELOPE: [&str; 3] = ["retcode", "action", "message"];

/// Agreement of one side of the calls.
#[derive(Default)]
struct Side {
    both: usize,
    only_specs: usize,
    only_sdk: usize,
    agree: usize,
}

/// A field as it is compared.
#[derive(Clone, Default)]
struct Field {
    kind: String,
    list: bool,
    required: bool,
    deprecated: bool,
}

type Fields = BTreeMap<String, Field>;

/// Compares facts, one JSON object a line, with the SDK's view.
pub(super) fn score<'f>(facts: impl Iterator<Item = &'f str>, truth: &Value) -> String {
    let ours = collected(facts);
    let mut sides = [Side::default(), Side::default()];
    let (mut seen, mut all) = (0, 0);
    for (action, sdk) in truth.as_object().into_iter().flatten() {
        all += 1;
        let page = sdk["page"].as_str().and_then(|page| page.split('/').next()).unwrap_or_default();
        let service = page.strip_suffix("-api").unwrap_or(page);
        let Some(mine) = ours.get(&(service.to_owned(), action.clone())) else { continue };
        seen += 1;
        for (index, name) in ["request", "response"].into_iter().enumerate() {
            if let (Some(side), Some(mine)) = (sides.get_mut(index), mine.get(index)) {
                compare(side, mine, &sdk_fields(&sdk[name]), index == 0);
            }
        }
    }
    let mut text = format!("  {seen} of the SDK's {all} actions\n");
    for (side, name) in sides.iter().zip(["request", "response"]) {
        text += &format!(
            "  {name}: of the specs' fields the SDK has {}, of the SDK's the specs have {}, every attribute agrees in {}\n",
            share(side.both, side.both + side.only_specs),
            share(side.both, side.both + side.only_sdk),
            share(side.agree, side.both)
        );
    }
    text
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "none".to_owned() } else { format!("{:.2} %", 100.0 * part as f64 / whole as f64) }
}

fn collected<'f>(facts: impl Iterator<Item = &'f str>) -> BTreeMap<(String, String), [Fields; 2]> {
    let mut actions: BTreeMap<(String, String), [Fields; 2]> = BTreeMap::new();
    for fact in facts.filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let text = |key: &str| fact[key].as_str().unwrap_or_default().to_owned();
        if text("action").is_empty() {
            continue;
        }
        let sides = actions.entry((text("service"), text("action"))).or_default();
        let index = match fact["at"].as_str() {
            Some("request") => 0,
            Some("response") => 1,
            _ => continue,
        };
        let name = key(&text("name"));
        if let Some(fields) = sides.get_mut(index).filter(|_| index == 0 || !ENVELOPE.contains(&name.as_str())) {
            fields.insert(name, field(&fact));
        }
    }
    actions
}

fn sdk_fields(rows: &Value) -> Fields {
    let name = |row: &Value| key(row["name"].as_str().or(row["path"].as_str()).unwrap_or_default());
    rows.as_array().into_iter().flatten().map(|row| (name(row), field(row))).collect()
}

fn field(row: &Value) -> Field {
    let kind = match row["type"].as_str().unwrap_or_default() {
        "int" | "long" => "integer",
        "double" => "float",
        "bool" => "boolean",
        other => other,
    };
    let flag = |key: &str| row[key].as_bool().unwrap_or_default();
    Field { kind: kind.to_owned(), list: flag("list"), required: flag("required"), deprecated: flag("deprecated") }
}

fn compare(side: &mut Side, mine: &Fields, theirs: &Fields, request: bool) {
    let holds =
        |name: &str| mine.keys().any(|other| other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')));
    let counts =
        |(name, field): &(&String, &Field)| theirs.contains_key(*name) || field.kind != "object" || !holds(name);
    let mine: BTreeMap<_, _> = mine.iter().filter(counts).collect();
    let names: BTreeSet<&String> = mine.keys().copied().chain(theirs.keys()).collect();
    for name in names {
        match (mine.get(name), theirs.get(name)) {
            (Some(ours), Some(sdk)) => {
                let same =
                    ours.kind == sdk.kind && ours.list == sdk.list && (!request || ours.required == sdk.required);
                side.both += 1;
                side.agree += usize::from(same);
            }
            (Some(_), None) => side.only_specs += 1,
            (None, Some(sdk)) => side.only_sdk += usize::from(!sdk.deprecated),
            (None, None) => {}
        }
    }
}

/// A name without numbers, list marks and case.
fn key(name: &str) -> String {
    let bare = name.replace("[]", "");
    let mut parts = bare.split('.');
    let first = parts.next().unwrap_or_default().to_owned();
    let mark = |part: &&str| matches!(*part, "n" | "N" | "m" | "M") || part.bytes().all(|byte| byte.is_ascii_digit());
    parts.filter(|part| !mark(part)).fold(first, |name, part| format!("{name}.{part}")).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_counted() {
        let facts = [
            r#"{"service":"a","action":"X","at":"request","name":"Ids.N","type":"string","list":true,"required":false}"#,
            r#"{"service":"a","action":"X","at":"request","name":"Odd","type":"string","list":false,"required":null}"#,
            r#"{"service":"a","action":"X","at":"response","name":"Set[].Id","type":"integer","list":false}"#,
        ];
        let truth = serde_json::json!({ "X": {
            "page": "a-api/x.md",
            "request": [{ "name": "Ids.N", "type": "string", "list": true, "required": false }],
            "response": [{ "path": "Set[].Id", "type": "string", "list": false }],
        } });
        let text = score(facts.into_iter(), &truth);
        assert!(text.contains("1 of the SDK's 1 actions"), "{text}");
        assert!(
            text.contains("request: of the specs' fields the SDK has 50.00 %, of the SDK's the specs have 100.00 %"),
            "{text}"
        );
        assert!(text.contains("every attribute agrees in 0.00 %"), "{text}");
    }
}
