//! Pages of our own that contradict themselves, each in one way; and what an audit says of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tablature_transcribe::audit::{Audited, KINDS, audit, human, json, sarif};
use tablature_transcribe::dialect::{Dialect, dialect};
use tablature_transcribe::{Job, Outcome, PageFile, Settings, transcribe};

/// A page without a contradiction.
const PAGE: &str = r#"# Set a thing - SetThing

### 请求参数

| 参数名 | 类型 | 描述信息 | 必填 |
|:---|:---|:---|:---|
| **Name** | string | 名称 | Yes |
| **Mode** | string | 方式。枚举值：fast，slow | No |
| **Size** | int | 大小 | No |
| **Tag.N.Key** | string | 键 | No |

### 响应字段

| 字段名 | 类型 | 描述信息 | 必填 |
|:---|:---|:---|:---|
| **RetCode** | int | 返回码 | Yes |
| **Action** | string | 名称 | Yes |
| **Things** | array[[*Thing*](#Thing)] | 列表 | No |

#### Thing

| 字段名 | 类型 | 描述信息 | 必填 |
|:---|:---|:---|:---|
| **ThingId** | string | 编号 | Yes |

### 请求示例

```
https://api.example/?Action=SetThing
&Name=abc
&Mode=fast
&Size=3
&Tag.0.Key=k
```

### 响应示例

```json
{
  "Action": "SetThingResponse",
  "RetCode": 0,
  "Things": [{"ThingId": "t-1"}]
}
```
"#;

/// The kind of the finding, the change of the page that brings it about, the row, and the quoted places.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    ("undocumented-parameter", &[("&Size=3", "&Size=3\n&Other=1")], "request Other", &["Other=1", "Name"]),
    (
        "undocumented-field",
        &[("\"RetCode\": 0", "\"RetCode\": 0, \"Other\": 1")],
        "response Other",
        &["\"Other\"", "RetCode"],
    ),
    (
        "undocumented-field",
        &[("\"t-1\"", "\"t-1\", \"Other\": 1")],
        "response Things[].Other",
        &["\"Other\"", "ThingId"],
    ),
    ("type-differs", &[("&Size=3", "&Size=three")], "request Size", &["Size=three", "int"]),
    ("type-differs", &[("&Size=3", "&Size=3\n&Size=4")], "request Size", &["Size=4", "int"]),
    ("type-differs", &[("\"RetCode\": 0", "\"RetCode\": \"0\"")], "response RetCode", &["\"RetCode\"", "int"]),
    ("required-missing", &[("&Name=abc\n", "")], "request Name", &["", "Yes"]),
    ("required-missing", &[("\"ThingId\": \"t-1\"", "")], "response Things[].ThingId", &["", "Yes"]),
    ("unresolved-type", &[("#### Thing\n", "#### Other\n")], "response Things", &["array[Thing]", "Things"]),
    ("value-outside", &[("&Mode=fast", "&Mode=faster")], "request Mode", &["Mode=faster", "fast，slow"]),
    ("placeholder-outside", &[("&Mode=fast", "&Mode=qHUuzcMF")], "", &["Mode=qHUuzcMF", "fast，slow"]),
    ("required-default", &[("名称 | Yes", "名称，默认为abc | Yes")], "request Name", &["默认为abc", "Yes"]),
    ("must-but-optional", &[("大小 | No", "大小，必填 | No")], "request Size", &["必填", "No"]),
    ("case-differs", &[("&Mode=fast", "&mode=fast")], "request Mode", &["mode=fast", "Mode"]),
    ("case-differs", &[("\"ThingId\"", "\"ThingID\"")], "response Things[].ThingID", &["\"ThingID\"", "ThingId"]),
    ("spelling-differs", &[("\"ThingId\"", "\"TingId\"")], "response Things[].TingId", &["\"TingId\"", "ThingId"]),
    ("broken-json", &[("\"RetCode\": 0,", "\"RetCode\": 0")], "", &["\"", ""]),
    ("broken-json", &[("\"t-1\"}]\n}", "")], "", &["{"]),
    ("wrong-action", &[("Action=SetThing\n", "Action=GetThing\n")], "request", &["Action=GetThing", "SetThing"]),
    ("wrong-action", &[("SetThingResponse", "GetThingResponse")], "response", &["\"Action\"", "SetThing"]),
];

/// What an audit finds on a page, in all its forms.
struct Seen {
    lines: Vec<Value>,
    human: String,
    sarif: Value,
}

fn read(page: &PageFile, dialect: &'static Dialect) -> Outcome {
    transcribe(&Job {
        pages: std::slice::from_ref(page),
        dialect,
        settings: &Settings::default(),
        is_live: None,
        threads: 1,
        on_page: &|| {},
    })
}

fn seen(text: &str) -> Seen {
    let dialect = dialect("ucloud").unwrap_or_else(|| panic!("no dialect"));
    let page = PageFile { path: "a b.md".to_owned(), service: "s".to_owned(), text: text.to_owned() };
    let outcome = read(&page, dialect);
    let common: BTreeSet<String> = ["Signature".to_owned()].into();
    let audited = audit(&page.path, &page.text, &outcome.readings[0], dialect, &common);
    let lines = json(&audited).lines().map(|line| serde_json::from_str(line).unwrap_or_default()).collect();
    let human = human(&audited, false);
    let sarif = serde_json::from_str(&sarif(&[audited])).unwrap_or_default();
    Seen { lines, human, sarif }
}

fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(PAGE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "`{from}` is not on the page");
        text.replacen(from, to, 1)
    })
}

#[test]
fn a_page_that_agrees_with_itself_has_no_findings() {
    let seen = seen(PAGE);
    assert!(seen.lines.is_empty(), "{}", seen.human);
}

#[test]
fn each_kind_is_found_with_both_places() {
    for (kind, changes, row, quoted) in CASES {
        let seen = seen(&changed(changes));
        let found = seen.lines.iter().filter(|line| line["kind"] == **kind).collect::<Vec<_>>();
        assert_eq!(found.len(), 1, "{kind} of {row}\n{}", seen.human);
        assert_eq!(found[0]["row"], **row);
        let places: Vec<_> = found[0]["places"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|place| place["quoted"].as_str().unwrap_or_default())
            .collect();
        let plain: Vec<_> = places.iter().map(|place| place.replace("[*", "").replace("*](#Thing)", "")).collect();
        assert_eq!(plain, *quoted, "{kind}\n{}", seen.human);
        assert!(seen.human.contains(&format!("[{kind}]")) && seen.human.contains("a b.md:"), "{}", seen.human);
    }
    for kind in KINDS {
        assert!(CASES.iter().any(|(id, ..)| *id == kind.id), "no case shows {}", kind.id);
    }
}

/// What a row shows of another type, and how much it matters: readers take numbers in texts, and a program that made the
/// example picked the eight letters.
#[test]
fn a_type_weighs_as_much_as_it_is_sure() {
    let cases = [
        ("&Size=3", "&Size=three", "error"),
        ("&Size=3", "&Size=qHUuzcMF", "warning"),
        ("&Size=3", "&Size=3\n&Size=4", "warning"),
        ("\"RetCode\": 0", "\"RetCode\": \"0\"", "warning"),
        ("\"RetCode\": 0", "\"RetCode\": \" \"", "warning"),
        ("\"RetCode\": 0", "\"RetCode\": \"qHUuzcMF\"", "warning"),
        ("\"RetCode\": 0", "\"RetCode\": \"none\"", "error"),
        ("\"RetCode\": 0", "\"RetCode\": {}", "error"),
        ("\"ThingId\": \"t-1\"", "\"ThingId\": 1", "warning"),
        ("\"ThingId\": \"t-1\"", "\"ThingId\": [1]", "error"),
        ("[{\"ThingId\": \"t-1\"}]", "{\"ThingId\": \"t-1\"}", "error"),
        ("[{\"ThingId\": \"t-1\"}]", "[\"qHUuzcMF\"]", "error"),
    ];
    for (from, to, severity) in cases {
        let seen = seen(&changed(&[(from, to)]));
        let found: Vec<_> = seen.lines.iter().filter(|line| line["kind"] == "type-differs").collect();
        assert_eq!(found.len(), 1, "{to}\n{}", seen.human);
        assert_eq!(found[0]["severity"], severity, "{to}\n{}", seen.human);
        assert!(seen.human.contains(&format!("{severity}[type-differs]")), "{}", seen.human);
        let results = seen.sarif["runs"][0]["results"].as_array().cloned().unwrap_or_default();
        assert!(results.iter().any(|result| result["ruleId"] == "type-differs" && result["level"] == severity), "{to}");
    }
}

#[test]
fn what_is_found_of_several_rows_is_shown_once_and_listed_for_programs() {
    let others: String = (0..30).map(|index| format!("\n&Other{index}=1")).collect();
    let seen = seen(&changed(&[("&Size=3", &format!("&Size=3{others}")), ("\"RetCode\": 0", "\"RetCode\": \"0\"")]));
    assert_eq!(seen.human.matches("[undocumented-parameter]").count(), 1, "{}", seen.human);
    assert!(seen.human.contains("of this kind in 29 more places: `request Other1` (line 34), "), "{}", seen.human);
    assert!(seen.human.contains("`request Other24` (line 57), and 5 that JSON and SARIF list"), "{}", seen.human);
    assert_eq!(seen.human.matches("[type-differs]").count(), 1, "{}", seen.human);
    assert_eq!(seen.lines.len(), 31);
    assert_eq!(seen.sarif["runs"][0]["results"].as_array().map(Vec::len), Some(31));
}

#[test]
fn fingerprints_survive_lines_that_move() {
    for (kind, changes, ..) in CASES {
        let text = changed(changes);
        let prints = |text: &str| -> Vec<Value> {
            seen(text).lines.into_iter().map(|line| line["fingerprint"].clone()).collect()
        };
        let moved = text.replacen("### 请求参数", "A line.\n\nAnother line.\n\n### 请求参数", 1);
        assert_eq!(prints(&text), prints(&moved), "{kind}");
        let prints: BTreeSet<String> = prints(&text).iter().map(Value::to_string).collect();
        assert_eq!(prints.len(), seen(&text).lines.len(), "{kind}: two findings have one fingerprint");
    }
}

/// What code hosts insist on.
#[test]
fn sarif_has_the_shape_of_its_standard() {
    let all: Vec<_> = CASES
        .iter()
        .flat_map(|(_, changes, ..)| {
            seen(&changed(changes)).sarif["runs"][0]["results"].as_array().cloned().unwrap_or_default()
        })
        .collect();
    let log = seen(PAGE).sarif;
    assert_eq!((&log["version"], log["runs"].as_array().map(Vec::len)), (&Value::from("2.1.0"), Some(1)));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert!(driver["name"].is_string() && driver["version"].is_string());
    let rules = driver["rules"].as_array().cloned().unwrap_or_default();
    assert_eq!(rules.len(), KINDS.len());
    for rule in &rules {
        assert!(rule["id"].is_string() && rule["shortDescription"]["text"].is_string());
        assert!(
            ["error", "warning", "note"].contains(&rule["defaultConfiguration"]["level"].as_str().unwrap_or_default())
        );
    }
    assert!(all.len() >= CASES.len());
    for result in &all {
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).unwrap_or(usize::MAX);
        assert_eq!(rules.get(index).map(|rule| &rule["id"]), Some(&result["ruleId"]));
        assert!(result["message"]["text"].as_str().is_some_and(|text| text.contains("SetThing")));
        assert!(result["partialFingerprints"].as_object().is_some_and(|prints| prints.values().all(Value::is_string)));
        let places =
            [&result["locations"], &result["relatedLocations"]].into_iter().filter_map(Value::as_array).flatten();
        for place in places {
            let physical = &place["physicalLocation"];
            assert_eq!(physical["artifactLocation"]["uri"], "a%20b.md");
            let region = |key: &str| physical["region"][key].as_u64().unwrap_or_default();
            assert!(
                region("startLine") >= 1 && region("startColumn") >= 1 && region("endColumn") >= region("startColumn")
            );
        }
    }
}

#[test]
fn audit_md_lists_the_kinds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../AUDIT.md");
    let text = fs::read_to_string(&file).unwrap_or_default();
    let row = |kind: &tablature_transcribe::audit::Kind| {
        format!("| `{}` | {} | {} |\n", kind.id, kind.severity.name(), kind.explanation)
    };
    let table: String = KINDS.iter().map(row).collect();
    assert!(text.contains(&table), "AUDIT.md should hold this table:\n{table}");
    let ids: Vec<_> = KINDS.iter().map(|kind| kind.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

#[test]
fn hostile_pages_are_audited() {
    for text in [
        "",
        "# SetThing\n",
        "\u{202e}|",
        &PAGE.replace('|', "||"),
        &PAGE.replace('"', "\u{7}"),
        &PAGE.replace('\n', "\r\n"),
        &PAGE[..PAGE.len() / 2],
    ] {
        let dialect = dialect("ucloud").unwrap_or_else(|| panic!("no dialect"));
        let page = PageFile { path: "p.md".to_owned(), service: "s".to_owned(), text: text.to_owned() };
        let outcome = read(&page, dialect);
        let audited: Audited<'_> = audit(&page.path, text, &outcome.readings[0], dialect, &BTreeSet::new());
        human(&audited, true);
        json(&audited);
        sarif(&[audited]);
    }
}
