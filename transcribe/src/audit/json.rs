//! Findings for programs: one JSON object a line.

use serde_json::{Value, json};

use super::quote::quote;
use super::{Audited, Place};
use crate::page::Lines;

/// One object a line: kind, severity, action, row, message, fingerprint, what the spec has decided or
/// null, and the places, each with path, line, column, the quoted text and what it says.
pub fn json(page: &Audited<'_>) -> String {
    let lines = Lines::new(page.text);
    let place = |place: &Place| -> Value {
        let quote = quote(page.text, &lines, &place.at);
        let quoted = quote.text.get(quote.span.clone()).unwrap_or_default();
        json!({ "path": page.path, "line": quote.line, "column": quote.column, "quoted": quoted, "says": place.label })
    };
    let object = |finding: &super::Finding| {
        json!({
            "kind": finding.kind.id,
            "severity": finding.severity.name(),
            "action": finding.action,
            "row": finding.row,
            "message": finding.message,
            "fingerprint": finding.fingerprint,
            "decision": finding.decision,
            "places": finding.places.iter().map(place).collect::<Vec<_>>(),
        })
    };
    page.findings.iter().map(|finding| format!("{}\n", object(finding))).collect()
}
