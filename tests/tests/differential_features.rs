//! Every kind of rule that the spec language has, read twice: by the validators that the generator writes, and by the
//! fake cloud. The documents that are transcribed so far have few of them; the cases below `cases/features` have all.

use std::collections::BTreeSet;

use tablature_codegen::model::Model;
use tablature_codegen::source::SourceFile;
use tablature_tests::cargo::Crate;
use tablature_tests::tree;

/// The services whose cases are about what requests may hold.
const SERVICES: [&str; 5] = ["enums", "limits", "lists", "rules", "structs"];

/// Cases that leave every value to the provider.
const NEVER_REFUSED: [&str; 4] = ["FromZero", "OnInvalid", "OpenValues", "Repeated"];

/// Service and action, parameters on the wire, and rows that the bindings find violated.
type Line = (String, String, Vec<(String, String)>, BTreeSet<String>);

fn model(files: &[SourceFile]) -> Model {
    let (model, report) = tablature_codegen::read(files, 1);
    assert!(!report.has_errors(), "{}", report.human(files, "specs", false));
    model
}

/// What the program prints that puts requests to the bindings.
fn lines(files: &[SourceFile]) -> Vec<Line> {
    let program = ("examples/requests.rs", include_str!("../cases/requests.rs").to_owned());
    let features = Crate::write(env!("CARGO_TARGET_TMPDIR"), "requests", &tree::generate(files), &[program]);
    let printed =
        features.cargo(&["run", "--quiet", "--no-default-features", "--features", "acme", "--example", "requests"]);
    let line = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    printed.lines().map(line).collect()
}

/// Rows that the fake cloud finds violated, and what it says of them.
fn interpreted(model: &Model, (service, name, parameters, _): &Line) -> (BTreeSet<String>, String) {
    let found = model.actions().find(|(_, at, action)| at.name.value == *service && action.name.value == *name);
    let (provider, _, action) = found.expect("the bindings were made from these specs");
    let violated = tablature_mock::interpret(provider, action, parameters);
    (violated.iter().map(|violated| violated.row().to_owned()).collect(), format!("{violated:?}"))
}

#[test]
fn every_kind_of_rule_is_read_alike() {
    let files = tree::read(&tree::cases("features"));
    let (model, lines) = (model(&files), lines(&files));
    let (mut accepted, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for line in &lines {
        let (rows, told) = interpreted(&model, line);
        let (service, name, parameters, of_bindings) = line;
        assert_eq!(*of_bindings, rows, "{service}/{name} {parameters:?}\nfake cloud: {told}");
        let of_verdict = if rows.is_empty() { &mut accepted } else { &mut refused };
        of_verdict.insert(name.as_str());
    }
    let actions = model.actions().filter(|(_, service, _)| SERVICES.contains(&service.name.value.as_str()));
    for name in actions.map(|(_, _, action)| action.name.value.as_str()) {
        assert!(accepted.contains(name), "no request of {name} is accepted");
        assert_eq!(refused.contains(name), !NEVER_REFUSED.contains(&name), "whether a request of {name} is refused");
    }
}
