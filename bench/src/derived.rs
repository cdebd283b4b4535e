//! The structs of the plan as one would write them for serde.

use crate::plan::{Action, Kind, Plan, Row, STATES, words};
use crate::{PROVIDER, SERVICE};

/// The files of a crate: path below its folder, and text. The manifest is not among them.
///
/// Modules, names, fields and docs are those of the generated bindings.
pub fn derived(plan: &Plan) -> Vec<(String, String)> {
    let mut files = vec![("src/lib.rs".to_owned(), format!("//! {PROVIDER}\npub mod {SERVICE};\n"))];
    let mut service = format!("//! {SERVICE}\n");
    for action in &plan.actions {
        let module = snake(&action.name);
        service.push_str(&format!("pub mod {module};\npub use {module}::{};\n", action.name));
        files.push((format!("src/{SERVICE}/{module}.rs"), text(action)));
    }
    files.push((format!("src/{SERVICE}/mod.rs"), service));
    files
}

fn text(action: &Action) -> String {
    let name = &action.name;
    let mut text = format!("//! `{name}`\nuse serde::{{Deserialize, Serialize}};\n");
    record(&mut text, name, &action.request);
    record(&mut text, &format!("{name}Response"), &action.response);
    for model in &action.models {
        record(&mut text, model.name, &model.rows);
    }
    text.push_str("/// What a machine is doing.\n#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]\npub enum State {\n");
    for state in STATES {
        text.push_str(&format!("/// The machine is {}.\n{state},\n", state.to_lowercase()));
    }
    text.push_str("/// Any other value.\n#[serde(untagged)]\nUnknown(String),\n}\n");
    text
}

fn record(text: &mut String, name: &str, rows: &[Row]) {
    text.push_str(&format!(
        "/// `{name}`\n#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]\n#[serde(default)]\n"
    ));
    text.push_str(&format!("pub struct {name} {{\n"));
    for row in rows {
        let Row { wire, doc, .. } = row;
        let (field, kind) = (snake(wire), kind(row));
        text.push_str(&format!(
            "/// {doc}\n///\n/// Wire name `{wire}`.\n#[serde(rename = \"{wire}\")]\npub {field}: {kind},\n"
        ));
    }
    text.push_str("}\n");
}

fn kind(row: &Row) -> String {
    let one = match row.kind {
        Kind::Texts => return "Vec<String>".to_owned(),
        Kind::Structs(name) => return format!("Vec<{name}>"),
        Kind::Text | Kind::Time => "String",
        Kind::Integer | Kind::Seconds => "i64",
        Kind::Float => "f64",
        Kind::Boolean => "bool",
        Kind::State => "State",
        Kind::Struct(name) => name,
    };
    if row.required { one.to_owned() } else { format!("Option<{one}>") }
}

fn snake(camel: &str) -> String {
    words(camel).replace(' ', "_")
}
