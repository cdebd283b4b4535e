//! The plan in the spec language.

use crate::plan::{Action, Kind, Plan, Row, STATES};
use crate::{PROVIDER, SERVICE};

/// The files of a spec tree: path below the specs folder, and text.
pub fn specs(plan: &Plan) -> Vec<(String, String)> {
    let mut files = vec![(format!("{PROVIDER}/provider.yaml"), provider())];
    files
        .extend(plan.actions.iter().map(|action| (format!("{PROVIDER}/{SERVICE}/{}.yaml", action.name), text(action))));
    files
}

fn provider() -> String {
    format!(
        "provider: {PROVIDER}
title: A made-up provider
doc: A provider to measure with.
source: {{ page: none, transcribed: 2026-11-22 }}
method: GET
signing: {{ scheme: ucloud }}
action_parameter: Action
list_base: 0
status: {{ field: RetCode, success: 0, message: Message }}
paging: {{ offset: Offset, limit: Limit, total: TotalCount }}
services:
  {SERVICE}: {{ title: Fleet, doc: Machines., endpoint: https://fleet.example/ }}
"
    )
}

fn text(action: &Action) -> String {
    let name = &action.name;
    let mut text = format!(
        "action: {name}\ndoc: Lists the machines of {name}.\nsource: {{ page: {name}, transcribed: 2026-11-22 }}\npaging: {{ items: Machines }}\n"
    );
    text.push_str("\nrequest:\n");
    rows(&mut text, "  ", &action.request);
    text.push_str("\nresponse:\n");
    rows(&mut text, "  ", &action.response);
    text.push_str("\ntypes:\n");
    for model in &action.models {
        text.push_str(&format!("  {}:\n", model.name));
        rows(&mut text, "    ", &model.rows);
    }
    text.push_str("\nenums:\n  State:\n    doc: What a machine is doing.\n    values:\n");
    for state in STATES {
        text.push_str(&format!("      {state}: {{ doc: The machine is {}. }}\n", state.to_lowercase()));
    }
    text
}

fn rows(text: &mut String, indent: &str, rows: &[Row]) {
    for row in rows {
        let (kind, more) = match row.kind {
            Kind::Text => ("string".to_owned(), ""),
            Kind::Integer => ("int".to_owned(), ""),
            Kind::Float => ("float".to_owned(), ""),
            Kind::Boolean => ("bool".to_owned(), ""),
            Kind::State => ("State".to_owned(), ""),
            Kind::Time => ("string".to_owned(), ", format: iso8601"),
            Kind::Seconds => ("int".to_owned(), ", format: unix_seconds"),
            Kind::Texts => ("[string]".to_owned(), ""),
            Kind::Structs(name) => (format!("[{name}]"), ""),
            Kind::Struct(name) => (name.to_owned(), ""),
        };
        let required = if row.required { ", required: true" } else { "" };
        // What most pages say of paging.
        let bounds = if row.wire == "Limit" { ", default: 20, max: 100" } else { "" };
        let Row { wire, doc, .. } = row;
        text.push_str(&format!("{indent}{wire}: {{ type: {kind}{more}{required}{bounds}, doc: {doc} }}\n"));
    }
}
