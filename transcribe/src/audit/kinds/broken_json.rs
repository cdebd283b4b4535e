//! An example that is no JSON.

use super::{Finding, Kind, Severity, Subject};
use crate::rows::NOT_JSON;

pub(super) const KIND: Kind = Kind {
    id: "broken-json",
    severity: Severity::Error,
    explanation: "The example of an answer is not valid JSON.",
    attributes: &["json"],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let repaired = subject.answers.iter().filter(|answer| answer.json.repaired.is_some()).map(|answer| {
        let text = answer.json.text.as_str();
        let start = text.find(['{', '[']).unwrap_or(0);
        let error = serde_json::from_str::<serde_json::Value>(text.get(start..).unwrap_or_default()).err();
        let at = error
            .map_or(start, |error| start + offset(text.get(start..).unwrap_or_default(), error.line(), error.column()));
        let finding = Finding::new(&KIND, "", "the answer is not valid JSON");
        finding
            .at(answer.json.text.range(at..at + 1), "not what JSON expects here")
            .at(answer.at.start..answer.at.start, "the answer begins here")
    });
    let unread = subject.notes.all().iter().filter(|note| note.text == NOT_JSON && subject.draft.at.contains(&note.at));
    let unread = unread.map(|note| {
        let finding = Finding::new(&KIND, "", "the answer is not JSON at all, or cut off");
        let end = subject
            .text
            .get(note.at..)
            .and_then(|rest| rest.find('\n'))
            .map_or(subject.text.len(), |length| note.at + length);
        finding.at(note.at..end, "the answer begins here")
    });
    repaired.chain(unread).collect()
}

/// The byte of a text at a line and a column, which serde_json counts in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (start + column.saturating_sub(1)).min(text.len())
}
