//! What follows from a change is no change of its own; and what is the same under another type harms nobody on the wire.

use tablature_codegen::source::SourceFile;

const PROVIDER: &str = "provider: acme
method: GET
signing: { scheme: ucloud }
action_parameter: Action
paging: { offset: Offset, limit: Limit, total: Total }
common:
  Size: { type: int, max: 10 }
services: { shop: {} }
";

fn state(provider: &str, body: &str) -> Vec<SourceFile> {
    let action = format!("action: ListThings\n{body}\n");
    vec![SourceFile::new("acme/provider.yaml", provider), SourceFile::new("acme/shop/ListThings.yaml", action)]
}

/// `rule thing: before -> after` of each change, sorted.
fn found(old: &[SourceFile], new: &[SourceFile]) -> Vec<String> {
    let diff = tablature_diff::diff(old, new, 1).unwrap_or_else(|error| panic!("{error}"));
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let mut lines: Vec<String> = diff
        .changes
        .iter()
        .map(|change| {
            let address = change.address.to_string();
            let thing = address.trim_start_matches("acme/shop/ListThings ");
            format!("{} {thing}: {} -> {}", change.rule.id, value(&change.before), value(&change.after))
        })
        .collect();
    lines.sort();
    lines
}

const PAGES: &str = "paging: { items: Things }
request:
  Offset: { type: int }
  Limit: { type: int, doc: How many things to give. }
response:
  Total: { type: int, doc: How many there are. }
  Things: { type: [Thing] }
types:
  Thing: { Id: { type: string } }";

const RULES: &str = "request:
  StartTme: { type: int }
  Name: { type: string }
  Nets.n.VpcId: { type: string }
  Nets.n.SubnetId: { type: string }
rules:
  - requires: { given: StartTme, needs: [Name] }
  - requires: { given: Nets.n.VpcId, needs: [Nets.n.SubnetId] }";

const LISTS: &str = "request:
  Order: { type: string, allowed: [asc, desc] }
  Level: { type: int, min: 0, max: 5 }
enums:
  Order: { asc: Up., desc: Down., none: Neither. }
  Way: { asc: Up. }
  Level: { values: { 0: { label: low, doc: A. }, 1: { label: high, doc: B. } } }";

const MODELS: &str = "response:
  Disk: { type: Disk }
  Spare: { type: Disk }
  Made: { type: int, format: unix_seconds, only_for: administrators }
types:
  Disk: { Id: { type: string }, Size: { type: int } }
  Volume: { Id: { type: string }, Size: { type: int }, Kind: { type: string } }
  Part: { Id: { type: string } }";

const TABLE: &str = "request: {}
tables:
  Images:
    columns: { name: { doc: A. }, id: { doc: B. } }
    rows: [[one, img-1], [two, img-2]]";

/// A spec, what is edited in it, and all that there is to say of it.
type Edit = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const EDITS: &[Edit] = &[
    // What refers to a row goes along when the row gets another name.
    (RULES, &[("StartTme", "StartTime")], &["request-parameter-renamed request StartTme name: StartTme -> StartTime"]),
    (
        RULES,
        &[("Nets.n.VpcId", "Nets.n.VPCId")],
        &["request-parameter-recased request Nets.n.VpcId name: Nets.n.VpcId -> Nets.n.VPCId"],
    ),
    (
        PAGES,
        &[("Limit: {", "PageLimit: {"), ("items: Things", "items: Things, limit: PageLimit")],
        &["request-parameter-renamed request Limit name: Limit -> PageLimit"],
    ),
    (
        PAGES,
        &[("Total: {", "TotalNumber: {"), ("items: Things", "items: Things, total: TotalNumber")],
        &["response-field-renamed response Total name: Total -> TotalNumber"],
    ),
    (PAGES, &[("Things", "Thinges")], &["response-field-renamed response Things name: Things -> Thinges"]),
    // A list of values is the same list whether it has a name or not.
    (LISTS, &[("string, allowed: [asc, desc]", "Order")], &["request-type-widened request Order type: text -> Order"]),
    (LISTS, &[("string, allowed: [asc, desc]", "Way")], &["request-text-became-enum request Order type: text -> Way"]),
    // The range of a number is no range of the list that took its place.
    (LISTS, &[("int, min: 0, max: 5", "Level")], &["request-type-changed request Level type: integer -> Level"]),
    (LISTS, &[("int, min: 0, max: 5", "string")], &["request-type-widened request Level type: integer -> text"]),
    // Another model that holds all of the old one is read as before.
    (
        MODELS,
        &[("Spare: { type: Disk }", "Spare: { type: Volume }")],
        &["response-type-converted response Spare type: Disk -> Volume"],
    ),
    (
        MODELS,
        &[("Spare: { type: Disk }", "Spare: { type: Part }")],
        &["response-type-changed response Spare type: Disk -> Part"],
    ),
    (
        MODELS,
        &[("int, format: unix_seconds,", "string,")],
        &["response-type-changed response Made type: time (Unix seconds) -> text"],
    ),
    (MODELS, &[(", only_for: administrators", "")], &["fact-stated response Made only_for: administrators -> -"]),
    // A row that left the table is still told of when an example keeps it in the spec.
    (
        MODELS,
        &[("Spare: { type: Disk }", "Spare: { type: Disk, basis: example }")],
        &["response-presence-withdrawn response Spare basis: documented -> only seen"],
    ),
    // A table says which rows are others, so that the next change has another fingerprint.
    (
        TABLE,
        &[("img-2", "img-3")],
        &["table-rows-changed table Images rows: id: img-2, name: two -> id: img-3, name: two"],
    ),
    (TABLE, &[(", [two, img-2]", "")], &["table-rows-changed table Images rows: id: img-2, name: two -> -"]),
    // What must always be sent is not ignored when it comes under another parent.
    (
        "request:\n  StartingTime: { type: int, required: true }\n  Range.From: { type: int, required: true }",
        &[("  StartingTime", "  Range.StartingTime")],
        &["request-required-parameter-renamed request StartingTime name: StartingTime -> Range.StartingTime"],
    ),
];

#[test]
fn a_change_is_told_once() {
    for (spec, edits, expected) in EDITS {
        let mut edited = (*spec).to_owned();
        for (from, to) in *edits {
            assert!(edited.contains(from), "{from} is not in\n{spec}");
            edited = edited.replace(from, to);
        }
        assert_eq!(found(&state(PROVIDER, spec), &state(PROVIDER, &edited)), *expected, "{edits:?}");
    }
}

#[test]
fn limits_of_common_parameters_have_values() {
    let narrower = PROVIDER.replace("max: 10", "max: 5");
    assert_eq!(
        found(&state(PROVIDER, "request: {}"), &state(&narrower, "request: {}")),
        ["common-parameter-changed acme common Size: integer, max 10 -> integer, max 5"]
    );
}
