//! The verdict on whole changes of pages, of the kinds that the history of a provider's documents has.

use tablature_codegen::source::SourceFile;
use tablature_diff::Verdict::{self, Behavioural, Breaking, Compatible, None};

const PROVIDER: &str = "provider: acme
method: GET
signing: { scheme: ucloud }
action_parameter: Action
services: { shop: {} }
";

fn verdict(old: &str, new: &str) -> Verdict {
    let state = |body: &str| {
        let action = format!("action: ListThings\n{body}\n");
        [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new("acme/shop/ListThings.yaml", action)]
    };
    tablature_diff::diff(&state(old), &state(new), 1).unwrap_or_else(|error| panic!("{error}")).verdict()
}

/// What happened to the page, before, after, and what it means.
const REQUESTS: &[(&str, &str, &str, Verdict)] = &[
    ("other words", "Name: { type: string, doc: A. }", "Name: { type: string, doc: B. }", None),
    ("another letter for the number", "Ports.n: { type: string }", "Ports.N: { type: string }", None),
    ("another notation of a list", "Ids: { type: [string] }", "Ids.N: { type: string }", None),
    (
        "a bound less",
        "Ids: { type: [string], min_items: 1, max_items: 20 }",
        "Ids.N: { type: string, max_items: 20 }",
        Compatible,
    ),
    ("an optional parameter more", "A: { type: string }", "A: { type: string }\n  B: { type: bool }", Compatible),
    (
        "a slip in a name mended, a parameter more",
        "RecoeryTime: { type: int, required: true }",
        "RecoveryTime: { type: int, required: true }\n  Fast: { type: bool }",
        Breaking,
    ),
    ("a slip in an optional name mended", "MinmalCpu: { type: string }", "MinimalCpu: { type: string }", Breaking),
    ("needed now", "Zone: { type: string }", "Zone: { type: string, required: true }", Breaking),
    (
        "needed in each entry now",
        "Tag.n.Key: { type: string }",
        "Tag.n.Key: { type: string, required: true }",
        Breaking,
    ),
    ("not needed now", "Zone: { type: string, required: true }", "Zone: { type: string }", Breaking),
    ("another default", "Fast: { type: bool, default: false }", "Fast: { type: bool, default: true }", Behavioural),
    (
        "another default and a higher limit",
        "Limit: { type: int, default: 20, max: 100 }",
        "Limit: { type: int, default: 200, max: 200 }",
        Behavioural,
    ),
    ("a length less", "Remark: { type: string, max_length: 32 }", "Remark: { type: string }", Compatible),
    (
        "a range narrowed",
        "Weight: { type: int, min: 0, max: 100 }",
        "Weight: { type: int, min: 1, max: 100 }",
        Breaking,
    ),
    (
        "a pattern widened is another one",
        "Name: { type: string, pattern: 'a{1,23}' }",
        "Name: { type: string, pattern: 'a{1,64}' }",
        Breaking,
    ),
    ("a text is a number", "Limit: { type: string }", "Limit: { type: int }", Breaking),
    ("a number is a text", "Count: { type: int }", "Count: { type: string }", Breaking),
    ("a parameter gone", "Servers.N: { type: string }\n  A: { type: string }", "A: { type: string }", Breaking),
    ("under a parent", "TemplateIDs.N: { type: int }", "Filter.TemplateIDs.N: { type: int }", Breaking),
    (
        "one value left, and it is the default",
        "Mode: { type: string, allowed: [traffic, bandwidth] }",
        "Mode: { type: string, default: bandwidth }",
        Compatible,
    ),
    (
        "deprecated",
        "Ports.n: { type: string }",
        "Ports.n: { type: string, deprecated: { reason: There is an action for it. } }",
        Compatible,
    ),
];

const ANSWERS: &[(&str, &str, &str, Verdict)] = &[
    ("a field more", "A: { type: string }", "A: { type: string }\n  B: { type: string }", Compatible),
    ("a field gone", "A: { type: string }\n  B: { type: string, required: true }", "A: { type: string }", Breaking),
    ("another case", "PrivateIP: { type: string }", "PrivateIp: { type: string }", Breaking),
    ("a text is a number", "Port: { type: string }", "Port: { type: int }", Breaking),
    ("a list is an object", "Check: { type: [object] }", "Check: { type: object }", Breaking),
    ("an object is a list", "Group: { type: object }", "Group: { type: [object] }", Breaking),
    (
        "rows in another order",
        "A: { type: string }\n  B: { type: int }",
        "B: { type: int }\n  A: { type: string }",
        Compatible,
    ),
];

#[test]
fn changes_of_requests() {
    for (what, old, new, expected) in REQUESTS {
        let [old, new] = [old, new].map(|rows| format!("request:\n  {rows}"));
        assert_eq!(verdict(&old, &new), *expected, "{what}");
    }
}

#[test]
fn changes_of_answers() {
    for (what, old, new, expected) in ANSWERS {
        let [old, new] = [old, new].map(|rows| format!("response:\n  {rows}"));
        assert_eq!(verdict(&old, &new), *expected, "{what}");
    }
}

#[test]
fn changes_of_values() {
    let list = |values: &str| format!("request:\n  Mode: {{ type: Mode }}\nenums:\n  Mode: {{ {values} }}");
    assert_eq!(verdict(&list("a: A., b: B."), &list("a: A., c: C., b: B.")), Compatible);
    assert_eq!(verdict(&list("a: A., b: B."), &list("a: A.")), Breaking);
    let text = "request:\n  Mode: { type: string, default: a }";
    assert_eq!(verdict(&list("a: A., b: B."), text), Breaking, "the field is a text");
}
