//! Constraints: what the rows of both accept, and conditions between rows.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::documents::seeds;

/// Keys of a row that say what it accepts and how it travels.
const KEYS: &[&str] = &[
    "default",
    "default_is",
    "min",
    "max",
    "above",
    "below",
    "multiple_of",
    "min_length",
    "max_length",
    "min_items",
    "max_items",
    "pattern",
    "format",
    "enum",
    "open",
    "case",
    "unit",
    "list_style",
    "list_base",
    "in_item",
    "const",
    "item",
    "nullable",
    "empty",
    "secret",
    "aliases",
    "on_invalid",
    "required_for",
    "only_for",
    "deprecated",
    "constraint_basis",
];

/// What differs, by the reason.
const DIFFERENCES: &[(&str, &[&str])] = &[
    (
        "the page says it away from the row, in its introduction or in an example value",
        &[
            "tencent DescribeImages request imageIds.n constraint_basis",
            "tencent DescribeImages request imageIds.n max_items",
            "tencent DescribeImages request imageType enum",
            "tencent DescribeImages request status enum",
            "tencent DescribeImages response imageSet[].imageType enum",
            "tencent DescribeImages response imageSet[].status enum",
            "tencent DescribeImages response imageSet[].unImgId constraint_basis",
            "tencent DescribeImages response imageSet[].unImgId pattern",
        ],
    ),
    (
        "one example value shows it, which is too little to hold for all values",
        &[
            "tencent DescribeImages response imageSet[].createTime constraint_basis",
            "tencent DescribeImages response imageSet[].createTime format",
            "tencent DescribeImages response message constraint_basis",
            "tencent DescribeImages response message min_length",
            "aliyun DescribeImages response Images.Image[].CreationTime format",
            "qingcloud DescribeImages response image_set[].description nullable",
            "qingcloud DescribeImages response image_set[].image_name constraint_basis",
            "qingcloud DescribeImages response image_set[].image_name min_length",
            "qingcloud DescribeImages response image_set[].transition_status empty",
        ],
    ),
    (
        "that a field of the answer has the values of a parameter of the same name is a person's conclusion",
        &[
            "aliyun DescribeImages response Images.Image[].ImageOwnerAlias enum",
            "aliyun DescribeImages response Images.Image[].Status enum",
            "aliyun DescribeImages response Images.Image[].Usage enum",
        ],
    ),
    (
        "the page writes examples of values, or what there is at the moment; a person made an open list of them",
        &[
            "ucloud DescribeImage response ImageSet[].Features enum",
            "ucloud DescribeImage response ImageSet[].Features open",
            "ucloud DescribeImage response ImageSet[].SceneCategories enum",
            "ucloud DescribeImage response ImageSet[].SceneCategories open",
            "ucloudstack DescribeImage response Infos[].OSDistribution enum",
            "ucloudstack DescribeImage response Infos[].OSDistribution open",
            "ucloudstack DescribeImage response Infos[].OSType enum",
            "ucloudstack DescribeImage response Infos[].OSType open",
        ],
    ),
    ("the description tells a story in which both values occur", &["qingcloud DescribeImages request provider enum"]),
    (
        "the same behaviour in a person's words",
        &[
            "aliyun DescribeImages request ImageOwnerAlias default_is",
            "ucloud DescribeImage request ImageType default_is",
            "ucloud DescribeImage request OsType default_is",
            "ucloud DescribeImage request ProjectId default_is",
            "ucloudstack DescribeImage request ImageType default_is",
            "ucloudstack DescribeImage request ImageType empty",
        ],
    ),
    (
        "an empty default is written as a behaviour",
        &[
            "ucloud DescribeImage response ImageSet[].MinimalCPU default",
            "ucloud DescribeImage response ImageSet[].MinimalCPU default_is",
        ],
    ),
    ("what becomes of wrong values is read by a person", &["ucloud DescribeImage request FuncType on_invalid"]),
    (
        "that an entry needs its key is common sense, and no word of the page",
        &["aliyun DescribeImages request Tag.n.Key in_item"],
    ),
    ("it stands among the common parameters, which provider.yaml has", &["ucloud DescribeImage request Action const"]),
];

#[test]
fn constraints_that_differ_are_listed_with_a_reason() {
    let seeds = seeds();
    if seeds.is_empty() {
        return;
    }
    let mut differing = Vec::new();
    for seed in seeds {
        let (expected, found) = (constraints(&seed.by_hand), constraints(&seed.read));
        for name in expected.keys().chain(found.keys().filter(|name| !expected.contains_key(*name))) {
            if expected.get(name) != found.get(name) {
                let shown = |value: Option<&String>| value.map_or("nothing", |value| value).to_owned();
                differing.push((name.clone(), shown(expected.get(name)), shown(found.get(name))));
            }
        }
    }
    let mut wrong = String::new();
    for (name, by_hand, read) in &differing {
        if !listed().any(|known| known == name) {
            wrong += &format!("not listed: {name}: by hand {by_hand}, read {read}\n");
        }
    }
    for known in listed().filter(|known| differing.iter().all(|(name, ..)| name != known)) {
        wrong += &format!("listed, and does not differ: {known}\n");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn listed() -> impl Iterator<Item = &'static str> {
    DIFFERENCES.iter().flat_map(|(_, names)| names.iter().copied())
}

/// What is said of the rows of requests and answers, by provider, action, side, name and key; and the rules.
fn constraints(facts: &[Value]) -> BTreeMap<String, String> {
    let mut constraints = BTreeMap::new();
    for fact in facts {
        let text = |key: &str| fact[key].as_str().unwrap_or_default();
        let action = format!("{} {}", text("provider"), text("action"));
        match text("at") {
            at @ ("request" | "response") => {
                for key in KEYS.iter().filter(|key| says(&fact[**key])) {
                    constraints.insert(format!("{action} {at} {} {key}", text("name")), fact[*key].to_string());
                }
            }
            "rule" => {
                let rule = format!("{} {} {}", fact["given"], fact["fields"], fact["values"]);
                constraints.insert(format!("{action} rule {}", text("rule")), rule);
            }
            "action" => {
                constraints.insert(format!("{action} endpoint"), fact["endpoint"].to_string());
            }
            "paging" => {
                let paging = ["style", "start", "size", "items", "total"].map(|key| fact[key].to_string());
                constraints.insert(format!("{action} paging"), paging.join(" "));
            }
            _ => {}
        }
    }
    constraints
}

/// Whether a key says anything.
fn says(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(values) => !values.is_empty(),
        Value::Object(values) => !values.is_empty(),
        _ => true,
    }
}
