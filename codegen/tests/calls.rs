//! What is sent for a documented call: the pairs of the page, as far as no erratum says otherwise.

use tablature_codegen::model::{Call, Calls, Model};
use tablature_codegen::source::SourceFile;

const PROVIDER: &str = include_str!("diagnostics/base/acme/provider.yaml");

const ROWS: &str = "action: ListThings
request:
  Zone: { type: string, required: true, aliases: [zone] }
  Ids.n: { type: string }
  Names: { type: [string], list: comma }
  Kinds: { type: [string], list: repeated }
  Flag: { type: bool }
  Limit: { type: int }
  Tag.n.Key: { type: string, required: in_item }
  Tag.n.Values.m: { type: string, list: { base: 0 } }
  Policy.Name: { type: string }
";

fn model(rest: &str) -> Model {
    let text = format!("{ROWS}{rest}");
    let files = [SourceFile::new("acme/provider.yaml", PROVIDER), SourceFile::new("acme/box/ListThings.yaml", text)];
    tablature_codegen::read(&files, 1).0
}

fn with_call<T>(rest: &str, look: impl FnOnce(&Call<'_>) -> T) -> T {
    let model = model(rest);
    let (provider, _, action) = model.actions().next().unwrap();
    look(&Calls::new(action, provider).read(&action.examples[0]))
}

fn sent(rest: &str) -> String {
    with_call(rest, |call| {
        assert!(call.untaken.is_empty() && call.lacking.is_empty(), "{call:?}");
        call.pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    })
}

#[test]
fn pairs_are_sent_in_the_order_of_the_page() {
    let example = "examples: [{ request: [Limit=5, Action=ListThings, Kinds=a, \"Names=x,y\", Kinds=b, Policy.Name=p], supply: [Zone=z] }]";
    assert_eq!(sent(example), "Action=ListThings&Limit=5&Kinds=a&Kinds=b&Names=x,y&Policy.Name=p&Zone=z");
}

#[test]
fn constants_are_sent_whether_the_page_shows_them_or_not() {
    let version = "  Version: { type: string, const: \"2\" }\n";
    let example = |pairs: &str| sent(&format!("{version}examples: [{{ request: [{pairs}] }}]"));
    assert_eq!(example("Zone=z"), "Action=ListThings&Version=2&Zone=z");
    assert_eq!(example("Zone=z, Version=2"), example("Zone=z"));
}

#[test]
fn a_letter_is_the_first_entry_of_its_list() {
    let example = "examples: [{ request: [Zone=z, Ids.N=a, Ids.2=b, Tag.n.Key=k, Tag.n.Values.M=v, Tag.2.Key=l] }]";
    let expected = "Action=ListThings&Zone=z&Ids.1=a&Ids.2=b&Tag.1.Key=k&Tag.1.Values.0=v&Tag.2.Key=l";
    assert_eq!(sent(example), expected);
}

#[test]
fn values_and_names_are_those_of_the_bindings() {
    assert_eq!(sent("examples: [{ request: [zone=z, Flag=True, Limit=] }]"), "Action=ListThings&Zone=z&Flag=true");
}

#[test]
fn what_errata_drop_or_decide_is_not_sent_as_shown() {
    let rest = "examples: [{ request: [Zone=z, Old=1, Limit=5, Limit=6, Ids=a, Ids=b, Names.1=x, Names.2=y] }]
errata:
  - { about: request Old, attribute: name, says: { table: absent, example: Old }, decision: dropped }
  - { about: request Limit, attribute: list, says: { table: single, example: repeated }, decision: single }
  - { about: request Ids.n, attribute: list, says: { table: indexed, example: repeated }, decision: indexed }
  - { about: request Names, attribute: list, says: { table: comma, example: indexed }, decision: comma }
";
    assert_eq!(sent(rest), "Action=ListThings&Zone=z&Limit=5&Ids.1=a&Ids.2=b&Names=x,y");
}

#[test]
fn what_cannot_be_built_or_taken_is_told() {
    with_call("  Policy: { type: object }\nexamples: [{ request: [Policy=p, Tag.1.Values.0=v] }]", |call| {
        assert_eq!(call.lacking, [0, 6], "the zone, and the key of the tag");
        assert_eq!(call.untaken.iter().map(|pair| pair.name.as_str()).collect::<Vec<_>>(), ["Policy"]);
    });
}
