//! Findings as SARIF 2.1.0, which code hosts show beside the lines of a change.

use serde_json::{Value, json};

use super::quote::quote;
use super::{Audited, Finding, KINDS, Place};
use crate::page::Lines;

/// Name of our fingerprints, with their version.
const FINGERPRINT: &str = "tabularContradiction/v1";

/// One run over all pages.
pub fn sarif(pages: &[Audited<'_>]) -> String {
    let rule = |kind: &super::Kind| {
        json!({
            "id": kind.id,
            "shortDescription": { "text": kind.explanation },
            "defaultConfiguration": { "level": kind.severity.name() },
        })
    };
    let rules: Vec<Value> = KINDS.iter().map(rule).collect();
    let results: Vec<Value> = pages.iter().flat_map(results).collect();
    let driver = json!({ "name": "tablature-audit", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    format!("{log:#}\n")
}

fn results(page: &Audited<'_>) -> Vec<Value> {
    let lines = Lines::new(page.text);
    page.findings.iter().map(|finding| result(page, finding, &lines)).collect()
}

fn result(page: &Audited<'_>, finding: &Finding, lines: &Lines<'_>) -> Value {
    let mut places = finding.places.iter().enumerate().map(|(id, place)| location(page, id, place, lines));
    let main: Vec<Value> = places.next().into_iter().collect();
    let related: Vec<Value> = places.collect();
    let suppression = |decision: &String| json!({ "kind": "external", "justification": decision });
    let suppressions: Vec<Value> = finding.decision.iter().map(suppression).collect();
    json!({
        "ruleId": finding.kind.id,
        "ruleIndex": KINDS.iter().position(|kind| kind.id == finding.kind.id),
        "level": finding.severity.name(),
        "message": { "text": format!("{}: {}", finding.action, finding.message) },
        "locations": main,
        "relatedLocations": related,
        "suppressions": suppressions,
        "partialFingerprints": { FINGERPRINT: finding.fingerprint },
    })
}

fn location(page: &Audited<'_>, id: usize, place: &Place, lines: &Lines<'_>) -> Value {
    let quote = quote(page.text, lines, &place.at);
    let quoted = quote.text.get(quote.span.clone()).unwrap_or_default();
    json!({
        "id": id,
        "message": { "text": place.label },
        "physicalLocation": {
            "artifactLocation": { "uri": uri(page.path) },
            "region": {
                "startLine": quote.line,
                "startColumn": quote.column,
                "endColumn": quote.column + quoted.chars().count(),
                "snippet": { "text": quoted },
            },
        },
    })
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
