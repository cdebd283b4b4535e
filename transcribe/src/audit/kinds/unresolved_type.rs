//! Types that the page names and does not define.

use super::{Finding, Kind, Severity, Subject};
use crate::draft::{Basis, Side};

pub(super) const KIND: Kind = Kind {
    id: "unresolved-type",
    severity: Severity::Error,
    explanation: "A row has a type that the page does not define.",
    attributes: &["type"],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (side, row) in subject.draft.rows().filter(|(_, row)| row.basis == Basis::Table) {
        let Some(name) = row.unresolved.as_ref() else { continue };
        let about = match side {
            Side::Request => format!("request {}", row.name),
            Side::Response => format!("response {}", row.name),
            Side::Model(model) => format!("types {model} {}", row.name),
        };
        let message = format!("`{name}`, the type of `{}`, is not on the page", row.name);
        let cell = row.cells.kind.as_ref().map_or(row.at.clone(), |cell| cell.text.trimmed().at());
        found.push(
            Finding::new(&KIND, about, message)
                .at(cell, "this type is defined nowhere")
                .at(row.cells.name.text.at(), "the row"),
        );
    }
    found
}
