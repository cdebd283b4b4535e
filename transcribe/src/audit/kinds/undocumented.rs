//! What only the example shows.

use super::answers::Found;
use super::calls::Match;
use super::{Finding, Kind, Severity, Subject};

pub(super) const PARAMETER: Kind = Kind {
    id: "undocumented-parameter",
    severity: Severity::Warning,
    explanation: "The example sends a parameter that no table has.",
    attributes: &["undocumented"],
    find: parameters,
};

pub(super) const FIELD: Kind = Kind {
    id: "undocumented-field",
    severity: Severity::Warning,
    explanation: "The example answers with a field that no table has.",
    attributes: &["undocumented"],
    find: fields,
};

fn parameters(subject: &Subject<'_>) -> Vec<Finding> {
    let pairs = subject.calls.iter().flat_map(|call| &call.pairs).filter(|(_, found)| matches!(found, Match::Nothing));
    let table = subject.draft.request.first().map(|row| row.cells.name.text.at());
    let found = pairs.map(|(pair, _)| {
        let message = format!("the example sends `{}`, which no table has", pair.name);
        let finding =
            Finding::new(&PARAMETER, format!("request {}", pair.name), message).at(pair.at.clone(), "the example");
        table.iter().cloned().fold(finding, |finding, table| finding.at(table, "the table begins here"))
    });
    found.collect()
}

fn fields(subject: &Subject<'_>) -> Vec<Finding> {
    let fields =
        subject.answers.iter().flat_map(|answer| &answer.fields).filter(|field| matches!(field.row, Found::Nothing));
    let found = fields.map(|field| {
        let message = format!("the example answers with `{}`, which no table has", field.path);
        let finding =
            Finding::new(&FIELD, format!("response {}", field.path), message).at(field.at.clone(), "the example");
        field.table.iter().fold(finding, |finding, row| finding.at(row.cells.name.text.at(), "the table begins here"))
    });
    let bare = subject.answers.iter().flat_map(|answer| &answer.bare).map(|bare| {
        let names: Vec<_> = bare.names.iter().map(|name| format!("`{name}`")).collect();
        let message = format!("what stands in `{}` is in no table; the example shows {}", bare.path, names.join(", "));
        let finding =
            Finding::new(&FIELD, format!("response {}", bare.path), message).at(bare.at.clone(), "the example");
        finding.at(bare.row.cells.name.text.at(), "the row that holds it")
    });
    found.chain(bare).collect()
}
