//! Rows that have to be sent, and for which something is assumed when they are not.

use super::{Finding, Kind, Severity, Subject};
use crate::draft::{Property, Required};

pub(super) const KIND: Kind = Kind {
    id: "required-default",
    severity: Severity::Warning,
    explanation: "A row is required and has a default, which could never be used.",
    attributes: &["default", "required"],
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let required = subject.draft.request.iter().filter(|row| row.required == Required::Yes);
    let found = required.filter_map(|row| {
        let default = row.constraints.iter().find(|known| {
            matches!(&known.property, Property::Literal("default", _) | Property::Words("default" | "default_is", _))
        })?;
        let message = format!("`{}` is required, but something is assumed when it is not sent", row.name);
        let table = row.cells.required.as_ref().unwrap_or(&row.cells.name).text.trimmed().at();
        Some(
            Finding::new(&KIND, format!("request {}", row.name), message)
                .at(default.at.clone(), "the default")
                .at(table, "required"),
        )
    });
    found.collect()
}
