//! What a help proposes as an erratum can be pasted as it is, and settles the contradiction.

use std::fs;
use std::path::{Path, PathBuf};

use tablature_codegen::diag::{Code, Diagnostic};
use tablature_codegen::source::SourceFile;

const ACTION: &str = "acme/box/ListThings.yaml";

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(case)
}

fn found(spec: &str) -> Vec<Diagnostic> {
    let provider = fs::read_to_string(folder("base").join("acme/provider.yaml")).unwrap();
    let files = [SourceFile::new(ACTION, spec), SourceFile::new("acme/provider.yaml", provider)];
    tablature_codegen::check(&files).diagnostics().to_vec()
}

/// The entries that a diagnostic proposes.
fn proposals(diagnostic: &Diagnostic) -> impl Iterator<Item = &str> {
    diagnostic.help.iter().filter_map(|help| help.split_once("add to `errata`: `")?.1.strip_suffix('`'))
}

/// The spec with another erratum.
fn pasted(spec: &str, entry: &str) -> String {
    match spec.split_once("\nerrata:\n") {
        Some((before, behind)) => format!("{before}\nerrata:\n  {entry}\n{behind}"),
        None => format!("{spec}errata:\n  {entry}\n"),
    }
}

/// How many proposals about the attribute settle what they are about, once `replaced` is `with`.
fn settles(spec: &str, attribute: &str, replaced: &str, with: &str) -> usize {
    let before = found(spec);
    let entries = before.iter().flat_map(|one| proposals(one).map(move |entry| (one, entry)));
    entries
        .filter(|(_, entry)| entry.contains(&format!("attribute: {attribute},")))
        .map(|(diagnostic, entry)| {
            let after = found(&pasted(&spec.replace(replaced, with), entry));
            assert!(
                after.iter().all(|one| one.message != diagnostic.message),
                "{entry}\nleaves {}",
                diagnostic.message
            );
            let own = [Code::Syntax, Code::UnknownKey, Code::UnknownWord, Code::ErratumIncomplete, Code::ErratumStale];
            let wrong = after.iter().find(|one| own.contains(&one.code));
            assert_eq!(wrong.map(|one| &one.message), None, "{entry}");
        })
        .count()
}

fn case(name: &str) -> String {
    fs::read_to_string(folder(name).join(ACTION)).unwrap()
}

#[test]
fn proposed_errata_settle_what_they_are_about() {
    for (name, attribute, count) in [
        ("example-type", "type", 3),
        ("example-value", "value", 3),
        ("example-time", "value", 1),
        ("example-missing", "missing", 1),
        ("example-request", "list", 2),
    ] {
        assert_eq!(settles(&case(name), attribute, "", ""), count, "{name}");
    }
}

#[test]
fn what_else_the_help_says_is_done_first() {
    assert_eq!(settles(&case("example-field"), "name", "ThingId: {", "ThingId: { aliases: [ThingID],"), 1);
    assert_eq!(settles(&case("default-outside"), "default", "default: ", "doc: "), 2);
    let spec = "action: ListThings\nrequest:\n  Zone: { type: string, required: true }\n\
                examples:\n  - request: [Action=ListThings]\n";
    assert_eq!(settles(spec, "missing", "  - request", "  - supply: [Zone=a]\n    request"), 1);
}
