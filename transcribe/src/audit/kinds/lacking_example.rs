//! Required rows that the example goes without.

use std::collections::BTreeSet;

use super::calls::{Match, key};
use super::{Finding, Kind, Severity, Subject};
use crate::draft::Required;

pub(super) const KIND: Kind = Kind {
    id: "required-missing",
    severity: Severity::Warning,
    explanation: "The table calls a row required, and the example does without it.",
    attributes: &["missing", "required"],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for call in &subject.calls {
        let sent: BTreeSet<String> = call
            .pairs
            .iter()
            .filter(|(_, row)| !matches!(row, Match::Nothing))
            .map(|(pair, _)| key(&pair.name).to_lowercase())
            .collect();
        let rows = subject.draft.request.iter().filter(|row| row.required == Required::Yes && row.constant.is_none());
        for row in rows.filter(|row| row.name != subject.dialect.action_parameter) {
            let name = key(&row.name).to_lowercase();
            let inner = |sent: &String| sent.strip_prefix(&name).is_some_and(|rest| rest.starts_with('.'));
            // A row of an entry is needed only where there is an entry.
            let entry = name.rsplit_once('.').map(|(outer, _)| format!("{outer}."));
            let applies = entry.is_none_or(|outer| sent.iter().any(|sent| sent.starts_with(&outer)));
            if applies && !sent.contains(&name) && !sent.iter().any(inner) {
                let message = format!("`{}` is required, but the example calls without it", row.name);
                let table = row.cells.required.as_ref().unwrap_or(&row.cells.name).text.trimmed().at();
                found.push(
                    Finding::new(&KIND, format!("request {}", row.name), message)
                        .at(call.at.start..call.at.start, "the example")
                        .at(table, "the table: required"),
                );
            }
        }
    }
    for answer in &subject.answers {
        for (path, row) in &answer.lacking {
            let message = format!("`{}` is always answered, but the example does not show it", row.name);
            let table = row.cells.required.as_ref().unwrap_or(&row.cells.name).text.trimmed().at();
            found.push(
                Finding::new(&KIND, format!("response {path}"), message)
                    .at(answer.json.text.at().start..answer.json.text.at().start, "the example")
                    .at(table, "the table: required"),
            );
        }
    }
    found
}
