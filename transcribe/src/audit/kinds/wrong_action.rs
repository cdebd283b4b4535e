//! Examples of another action.

use serde_json::Value;

use super::{Finding, Kind, Severity, Subject};

pub(super) const KIND: Kind = Kind {
    id: "wrong-action",
    severity: Severity::Error,
    explanation: "The example calls another action than the page documents, or answers for another.",
    attributes: &[],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let action = &subject.draft.action;
    let named = |finding: Finding| {
        let at = &subject.draft.named_at;
        if at.is_empty() { finding } else { finding.at(at.clone(), "the page") }
    };
    let mut found = Vec::new();
    for pair in subject.calls.iter().filter_map(|call| call.action).filter(|pair| pair.value != *action) {
        let message = format!("the example calls `{}`, the page documents `{action}`", pair.value);
        found.push(named(Finding::new(&KIND, "request", message).at(pair.at.clone(), "the example")));
    }
    for field in subject.answers.iter().flat_map(|answer| &answer.fields) {
        let Value::String(value) = field.value else { continue };
        let value = value.trim();
        let of = value.strip_suffix("Response").unwrap_or(value);
        if field.path.eq_ignore_ascii_case(&subject.dialect.action_parameter) && of != action && value != action {
            let message = format!("the example answers for `{value}`, the page documents `{action}`");
            found.push(named(Finding::new(&KIND, "response", message).at(field.at.clone(), "the example")));
        }
    }
    found
}
