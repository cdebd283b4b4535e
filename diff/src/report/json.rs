//! For programs. The schema is `diff/SCHEMA.md`.

use serde_json::{Value, json};
use tablature_codegen::source::At;

use super::places::Places;
use super::{Context, Counts, human, verdict};
use crate::version::{changelog, next};
use crate::{Change, Diff};

/// The number of the schema; it goes up when a program that reads the report would have to change.
pub const SCHEMA: u32 = 1;

/// The report as one JSON object, with a line break at its end.
pub fn json(diff: &Diff, context: &Context) -> String {
    let mut old = Places::new(&diff.old_files, &context.old_root);
    let mut new = Places::new(&diff.new_files, &context.new_root);
    let changes: Vec<Value> = diff.changes.iter().map(|change| value(change, &mut old, &mut new)).collect();
    let stale: Vec<Value> = diff
        .stale
        .iter()
        .map(|stale| {
            json!({
                "address": stale.change,
                "fingerprint": stale.fingerprint,
                "reason": stale.reason,
                "message": stale.message(),
                "was_accepted": stale.was_accepted,
                "place": place(Some(stale.at), &mut new),
            })
        })
        .collect();
    let counts = Counts::of(diff);
    let next = next(&context.version, diff);
    let report = json!({
        "schema": SCHEMA,
        "old": context.old,
        "new": context.new,
        "verdict": diff.verdict().name(),
        "wire": diff.wire().name(),
        "api": diff.api().name(),
        "counts": {
            "breaking": counts.breaking,
            "behavioural": counts.behavioural,
            "compatible": counts.compatible,
            "accepted": counts.accepted,
            "stale": diff.stale.len(),
        },
        "version": {
            "current": context.version,
            "next": next.as_ref().map(|next| &next.version),
            "step": next.as_ref().map(|next| next.step.name()),
        },
        "changes": changes,
        "stale": stale,
        "changelog": changelog(&context.version, diff),
    });
    format!("{report}\n")
}

fn value(change: &Change, old: &mut Places<'_>, new: &mut Places<'_>) -> Value {
    let rule = change.rule;
    json!({
        "fingerprint": change.fingerprint(),
        "rule": rule.id,
        "direction": rule.direction.name(),
        "area": rule.area,
        "wire": rule.wire.name(),
        "api": rule.api.name(),
        "verdict": verdict(change).name(),
        "address": change.address.to_string(),
        "path": change.address.path,
        "thing": change.address.thing,
        "attribute": change.address.attribute,
        "before": change.before,
        "after": change.after,
        "guess": change.guess,
        "accepted": change.accepted,
        "message": human::message(change),
        "explanation": rule.explanation,
        "old_place": place(change.old, old),
        "new_place": place(change.new, new),
    })
}

fn place(at: Option<At>, places: &mut Places<'_>) -> Value {
    let found = at.and_then(|at| places.find(at));
    found.map_or(Value::Null, |found| json!({ "file": found.file, "line": found.line, "column": found.column }))
}
