//! The facts view against what was ticked off by hand, page by page: `tests/facts/<provider>.<service>.<Action>.txt`.
//!
//! The lists there are no snapshots: nothing writes them. Whoever changes a spec says here as well that the page bears
//! the change out.

use serde_json::Value;
use tablature_tests::house;
use tablature_tests::specs::{facts, facts_of, files};

/// The keys that every row has, in this order; further keys follow.
const ROW_KEYS: [&str; 21] = [
    "provider",
    "service",
    "action",
    "at",
    "name",
    "type",
    "list",
    "required",
    "default",
    "min",
    "max",
    "min_length",
    "max_length",
    "max_items",
    "pattern",
    "format",
    "enum",
    "open",
    "nullable",
    "deprecated",
    "basis",
];
const RULE_KEYS: [&str; 7] = ["provider", "service", "action", "at", "rule", "given", "fields"];
const ERROR_KEYS: [&str; 6] = ["provider", "service", "action", "at", "code", "http"];
const TYPES: [&str; 6] = ["string", "integer", "float", "boolean", "object", "any"];

fn text(value: &Value) -> String {
    match value {
        Value::Null => "?".to_owned(),
        Value::String(text) if text.is_empty() => "empty".to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(text).collect()
}

/// A row on a line: name, type, whether it is required, and then what else is known of it.
fn row(fact: &Value) -> String {
    let list = if fact["list"] == true { "[]" } else { "" };
    let mut line = vec![text(&fact["name"]), format!("{}{list}", text(&fact["type"])), text(&fact["required"])];
    for key in ["default", "default_is", "min", "max", "min_length", "max_length", "max_items", "pattern", "format"] {
        if !fact[key].is_null() {
            line.push(format!("{key}={}", text(&fact[key])));
        }
    }
    if !fact["enum"].is_null() {
        line.push(format!("enum={}{}", texts(&fact["enum"]).join("|"), if fact["open"] == true { "|…" } else { "" }));
    }
    match (&fact["list_style"], &fact["list_base"]) {
        (Value::Null, _) => {}
        (style, Value::Null) => line.push(format!("list={}", text(style))),
        (style, base) => line.push(format!("list={}({base})", text(style))),
    }
    line.extend(["nullable", "in_item"].iter().filter(|key| fact[**key] == true).map(ToString::to_string));
    for key in ["const", "case", "unit", "item", "empty", "on_invalid", "required_for", "only_for"] {
        if !fact[key].is_null() {
            line.push(format!("{key}={}", text(&fact[key])));
        }
    }
    line.extend(texts(&fact["aliases"]).iter().map(|alias| format!("alias={alias}")));
    line.extend(
        fact["constraint_basis"].as_object().into_iter().flatten().map(|(key, basis)| format!("{key}@{}", text(basis))),
    );
    line.join("  ") + &basis(fact)
}

fn basis(fact: &Value) -> String {
    if fact["basis"] == "table" { String::new() } else { format!("  @{}", text(&fact["basis"])) }
}

/// Any other fact on a line; none for what the tests below look at.
fn other(fact: &Value) -> Option<String> {
    let get = |key: &str| text(&fact[key]);
    let optional = |key: &str| if fact[key].is_null() { String::new() } else { format!("  {key}={}", get(key)) };
    Some(match fact["at"].as_str()? {
        "value" => {
            let except: String = texts(&fact["except"]).iter().map(|region| format!("  except={region}")).collect();
            format!("{} {}{}{}{except}{}", get("enum"), get("value"), optional("label"), optional("only"), basis(fact))
        }
        "rule" => format!("{} {}: {}", get("rule"), get("given"), texts(&fact["fields"]).join(", ")),
        "paging" => ["style", "start", "size", "items", "total"].map(get).join("  "),
        "error" => format!("{}  {}  {}{}", get("code"), get("http"), get("field"), optional("message")),
        "erratum" => {
            let about = texts(&fact["about"]).join(", ");
            format!("{}: {about}  says={}  decision={}", get("attribute"), get("says"), get("decision"))
        }
        "example" => format!(
            "{}{}",
            texts(&fact["request"]).join(" "),
            if fact["repaired"].is_null() { "" } else { "  repaired" }
        ),
        _ => return None,
    })
}

/// The facts of an action, as they stand in the lists.
fn ticked(provider: &str, action: &str) -> String {
    let mut lines = String::new();
    for at in ["request", "response", "value", "rule", "paging", "error", "example", "erratum"] {
        let facts = facts_of(provider, action, at);
        if !facts.is_empty() {
            lines.push_str(&format!("# {at}\n"));
        }
        for fact in &facts {
            let line = if at == "request" || at == "response" { row(fact) } else { other(fact).unwrap_or_default() };
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    lines
}

#[track_caller]
fn assert_ticked(name: &str) {
    let parts: Vec<&str> = name.split('.').collect();
    let expected = house::text(&format!("tests/tests/facts/{name}.txt"));
    let found = ticked(parts[0], parts[2]);
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(found.lines().count(), expected.lines().count(), "{name}\n{found}");
}

#[test]
fn tencent_cvm_describe_images() {
    assert_ticked("tencent.cvm.DescribeImages");
}

#[test]
fn aliyun_ecs_describe_images() {
    assert_ticked("aliyun.ecs.DescribeImages");
}

#[test]
fn qingcloud_iaas_describe_images() {
    assert_ticked("qingcloud.iaas.DescribeImages");
}

#[test]
fn ucloud_uhost_describe_image() {
    assert_ticked("ucloud.uhost.DescribeImage");
}

#[test]
fn ucloudstack_image() {
    assert_ticked("ucloudstack.image.DescribeImage");
    assert_ticked("ucloudstack.image.CreateCustomImage");
    assert_ticked("ucloudstack.image.DeleteCustomImage");
}

#[test]
fn every_action_has_its_list() {
    let actions: Vec<Value> = facts().into_iter().filter(|fact| fact["at"] == "action").collect();
    let mut named: Vec<String> =
        actions.iter().map(|fact| ["provider", "service", "action"].map(|key| text(&fact[key])).join(".")).collect();
    let mut lists: Vec<String> = house::files("tests/tests/facts", &["txt"])
        .iter()
        .map(|path| path.rsplit('/').next().unwrap_or("").trim_end_matches(".txt").to_owned())
        .collect();
    named.sort();
    lists.sort();
    assert_eq!(named, lists);
}

fn counts(provider: &str, action: &str) -> (usize, usize) {
    let nested = |fact: &&Value| fact["name"].as_str().is_some_and(|name| !name.contains("[]"));
    (facts_of(provider, action, "request").len(), facts_of(provider, action, "response").iter().filter(nested).count())
}

#[test]
fn no_row_of_a_page_is_missing() {
    let stack = ["DescribeImage", "CreateCustomImage", "DeleteCustomImage"].map(|action| counts("ucloudstack", action));
    assert_eq!(
        (stack.iter().map(|count| count.0).sum::<usize>(), stack.iter().map(|count| count.1).sum::<usize>()),
        (16, 12)
    );
    let nested = |provider, action, prefix: &str| {
        facts_of(provider, action, "response")
            .iter()
            .filter(|fact| fact["name"].as_str().is_some_and(|name| name.starts_with(prefix)))
            .count()
    };
    assert_eq!(nested("ucloudstack", "DescribeImage", "Infos[]."), 17);
    assert_eq!(nested("ucloud", "DescribeImage", "ImageSet[]."), 21);
    assert_eq!(nested("qingcloud", "DescribeImages", "image_set[]."), 15 + 1);
    assert_eq!(nested("tencent", "DescribeImages", "imageSet[]."), 8);
    assert_eq!(
        nested("aliyun", "DescribeImages", "Images.Image[]."),
        16 + 2 + 1,
        "16 fields, 2 of a disk, and the wrapper of disks"
    );
    assert_eq!(counts("aliyun", "DescribeImages").0, 12);
    assert_eq!(counts("tencent", "DescribeImages"), (5, 4));
}

#[test]
fn the_keys_of_the_contract_are_there_and_in_order() {
    for fact in facts() {
        let keys: Vec<&str> =
            fact.as_object().into_iter().flat_map(|object| object.keys().map(String::as_str)).collect();
        let expected: &[&str] = match fact["at"].as_str() {
            Some("request" | "response" | "common") => &ROW_KEYS,
            Some("rule") => &RULE_KEYS,
            Some("error") => &ERROR_KEYS,
            _ => &ROW_KEYS[..4],
        };
        assert_eq!(&keys[..expected.len().min(keys.len())], expected, "{fact}");
        if expected.len() == ROW_KEYS.len() {
            assert!(TYPES.iter().any(|name| fact["type"] == *name), "{fact}");
            assert!(["list", "open", "nullable", "deprecated"].iter().all(|key| fact[*key].is_boolean()), "{fact}");
        }
    }
}

#[test]
fn every_fact_is_one_line() {
    for fact in tablature_codegen::facts::lines(&files()).unwrap_or_default() {
        assert!(
            !fact.json.contains('\n')
                && fact.json.starts_with(&format!(
                    "{{\"provider\":{:?},\"service\":{:?},\"action\":{:?},\"at\":",
                    fact.provider, fact.service, fact.action
                ))
        );
    }
}

#[test]
fn every_row_and_every_value_says_what_it_means() {
    for fact in facts() {
        if ["request", "response", "common", "value", "erratum"].iter().any(|at| fact["at"] == *at) {
            assert!(fact["doc"].as_str().is_some_and(|doc| !doc.trim().is_empty()), "{fact}");
        }
    }
}

#[test]
fn notes_are_whole_sentences() {
    // In YAML, a comma inside of brackets begins another entry unless the sentence stands in quotes.
    for fact in facts() {
        for note in [texts(&fact["notes"]), texts(&fact["remarks"])].concat() {
            assert!(note.ends_with('.'), "{} {}: {note}", fact["provider"], fact["name"]);
        }
    }
}

fn provider(name: &str) -> Value {
    facts().into_iter().find(|fact| fact["at"] == "provider" && fact["provider"] == name).unwrap_or_default()
}

/// Provider, signing, action's parameter, list base, status field, code of success, endpoint, version.
#[test]
fn providers_say_how_they_are_called() {
    for (name, scheme, action, base, status, success, endpoint) in [
        ("tencent", "tencent-v2", "Action", 0, "code", "0", "https://image.api.qcloud.com/v2/index.php"),
        ("aliyun", "aliyun-rpc", "Action", 1, "Code", "?", "https://ecs.aliyuncs.com/"),
        ("qingcloud", "qingcloud", "action", 1, "ret_code", "0", "https://api.qingcloud.com/iaas/"),
        ("ucloud", "ucloud", "Action", 0, "RetCode", "0", "https://api.ucloud-global.com/"),
        ("ucloudstack", "ucloud", "Action", 0, "RetCode", "0", "?"),
    ] {
        let fact = provider(name);
        let found = (
            text(&fact["signing"]),
            text(&fact["action_parameter"]),
            text(&fact["list_base"]),
            text(&fact["status"]["field"]),
            text(&fact["status"]["success"]),
        );
        assert_eq!(
            found,
            (scheme.to_owned(), action.to_owned(), base.to_string(), status.to_owned(), success.to_owned())
        );
        assert_eq!(fact["method"], "GET");
        for action in facts().iter().filter(|fact| fact["at"] == "action" && fact["provider"] == name) {
            assert_eq!(text(&action["endpoint"]), endpoint, "{name}");
        }
    }
}

#[test]
fn what_the_page_does_not_say_of_list_bases_is_marked() {
    for (name, basis) in
        [("tencent", "traffic"), ("aliyun", "table"), ("qingcloud", "traffic"), ("ucloudstack", "table")]
    {
        assert_eq!(provider(name)["list_base_basis"], basis, "{name}");
    }
}

#[test]
fn only_two_actions_change_anything() {
    let changing: Vec<String> = facts()
        .iter()
        .filter(|fact| fact["at"] == "action" && fact["changes"] == true)
        .map(|fact| text(&fact["action"]))
        .collect();
    assert_eq!(changing, ["CreateCustomImage", "DeleteCustomImage"]);
}

#[test]
fn the_deprecated_action_names_its_successor() {
    let actions: Vec<Value> =
        facts().into_iter().filter(|fact| fact["at"] == "action" && !fact["deprecated"].is_null()).collect();
    assert_eq!(actions.len(), 1);
    assert_eq!((&actions[0]["provider"], &actions[0]["deprecated"]["use"]), (&"tencent".into(), &"CVM API 3.0".into()));
    assert!(!provider("tencent")["deprecated"].is_null());
}

#[test]
fn the_table_of_public_images_is_complete() {
    let rows: Vec<Value> = facts_of("tencent", "DescribeImages", "reference");
    assert_eq!(rows.len(), 38);
    assert!(rows.iter().all(|fact| fact["table"] == "PublicImages" && fact["basis"] == "prose"));
    let first_and_last = [&rows[0]["row"]["id"], &rows[37]["row"]["id"]].map(text);
    assert_eq!(first_and_last, ["img-7br3ouzr", "img-9id7emv7"]);
    assert!(facts_of("tencent", "DescribeImages", "request").len() == 5, "none of them is a parameter");
}

#[test]
fn error_messages_are_the_providers_own() {
    let errors = facts_of("aliyun", "DescribeImages", "error");
    assert_eq!(errors.len(), 5);
    assert!(errors.iter().all(|fact| fact["message"].as_str().is_some_and(|message| message.starts_with("The "))));
    assert_eq!(errors[4]["message"], "The specifed Usage is not valid", "misspelt, and without a full stop");
    assert_eq!(errors.iter().filter(|fact| fact["code"] == "InvalidParameter").count(), 2, "a code is no key");
}

/// Facts that fit no key of a row stand in notes, remarks and docs. Each needs all of its words in one of those of the
/// action or of its provider.
#[test]
fn what_fits_no_key_is_noted() {
    for (name, action, words) in [
        ("tencent", "DescribeImages", &["North America", "3"][..]),
        ("tencent", "DescribeImages", &["no time zone"]),
        ("aliyun", "DescribeImages", &["UnAvailable", "capital A"]),
        ("aliyun", "DescribeImages", &["404", "misspelt"]),
        ("aliyun", "DescribeImages", &["InvalidParameter", "PageNumber", "PageSize"]),
        ("aliyun", "DescribeImages", &["collection of ImageType"]),
        ("qingcloud", "DescribeImages", &["DescribeImagesResponse"]),
        ("qingcloud", "DescribeImages", &["no list of values"]),
        ("qingcloud", "DescribeImages", &["Without a filter", "answered with an error"]),
        ("ucloud", "DescribeImage", &["PriceSet", "no documented field"]),
        ("ucloud", "DescribeImage", &["ImageId", "no filter for several"]),
        ("ucloud", "DescribeImage", &["DescribeImageResponse"]),
        ("ucloud", "DescribeImage", &["array[UHostImageSet]"]),
        ("ucloudstack", "DescribeImage", &["ImageName", "CreateCustomImage"]),
        ("ucloudstack", "DescribeImage", &["quotation marks", "no part"]),
        ("ucloudstack", "DescribeImage", &["does not say that anything uses the image"]),
        ("ucloudstack", "DescribeImage", &["OSType with a capital S"]),
        ("ucloudstack", "DescribeImage", &["RetCode, Action and Message", "every action"]),
        ("ucloudstack", "DescribeImage", &["examples", "closes"]),
    ] {
        let wanted = |fact: &&Value| fact["provider"] == name && (fact["action"] == action || fact["action"] == "");
        let said: Vec<String> = facts()
            .iter()
            .filter(wanted)
            .flat_map(|fact| [texts(&fact["notes"]), texts(&fact["remarks"]), vec![text(&fact["doc"])]].concat())
            .collect();
        assert!(
            said.iter().any(|text| words.iter().all(|word| text.contains(word))),
            "{name} {action}: nothing says {words:?}"
        );
    }
}
