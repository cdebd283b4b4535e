//! Names that table and example spell in two ways.

use super::answers::Found;
use super::calls::Match;
use super::{Finding, Kind, Severity, Subject};
use crate::draft::Row;

pub(super) const CASE: Kind = Kind {
    id: "case-differs",
    severity: Severity::Warning,
    explanation: "Table and example write a name with other capital letters.",
    attributes: &["name"],
    find: case,
};

pub(super) const LETTERS: Kind = Kind {
    id: "spelling-differs",
    severity: Severity::Warning,
    explanation: "A name in the example is almost that of a row, which the example lacks.",
    attributes: &["name"],
    find: letters,
};

fn case(subject: &Subject<'_>) -> Vec<Finding> {
    let pairs = subject.calls.iter().flat_map(|call| &call.pairs).filter_map(|(pair, found)| match found {
        Match::Case(row) => Some(finding(&CASE, &format!("request {}", row.name), &pair.name, pair.at.clone(), row)),
        _ => None,
    });
    let mut found: Vec<_> = pairs.collect();
    found.extend(fields(subject, &CASE, true));
    found
}

fn letters(subject: &Subject<'_>) -> Vec<Finding> {
    fields(subject, &LETTERS, false)
}

fn fields(subject: &Subject<'_>, kind: &'static Kind, case: bool) -> Vec<Finding> {
    let fields = subject.answers.iter().flat_map(|answer| &answer.fields);
    let alike = fields.filter_map(|field| {
        let Found::Alike(row) = field.row else { return None };
        let name = field.path.rsplit('.').next().unwrap_or_default();
        let same = name.eq_ignore_ascii_case(&row.name) == case;
        same.then(|| finding(kind, &format!("response {}", field.path), name, field.at.clone(), row))
    });
    alike.collect()
}

fn finding(kind: &'static Kind, about: &str, name: &str, at: std::ops::Range<usize>, row: &Row) -> Finding {
    let message = format!("the example writes `{name}`, the table `{}`", row.name);
    Finding::new(kind, about, message).at(at, "the example").at(row.cells.name.text.at(), "the table")
}
