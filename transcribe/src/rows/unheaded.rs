//! Tables of parameters and fields whose headings do not say what they are: the headings around them do.

use super::columns::Columns;
use super::sections::{Content, Part};
use crate::dialect::{Column, Dialect, Section};

/// Gives each such table the section that it belongs to. The heading of the action is named, if it has one.
pub(super) fn settle(parts: &mut [Part<'_>], action: Option<&str>, dialect: &Dialect) {
    // `Response` heads the fields on some pages, and the example on others.
    for (section, example) in
        [(Section::Request, Section::ExampleRequest), (Section::Response, Section::ExampleResponse)]
    {
        if !parts.iter().any(|part| part.section == section && hold_fields(part, dialect).is_some()) {
            let tables = parts.iter_mut().filter(|part| part.section == example);
            tables.filter(|part| hold_fields(part, dialect).is_some()).for_each(|part| part.section = section);
        }
    }
    let is_call = |part: &Part<'_>| {
        let examples = matches!(part.section, Section::Example | Section::ExampleRequest | Section::ExampleResponse);
        examples || matches!(part.section, Section::Response | Section::Errors)
    };
    let unknown = !parts.iter().any(|part| part.section == Section::Request) && parts.iter().any(is_call);
    let below = |part: &Part<'_>| {
        action.is_some_and(|action| part.heading.as_ref().is_some_and(|heading| heading.as_str().contains(action)))
    };
    for part in parts.iter_mut().filter(|part| unknown && part.section == Section::Description) {
        if below(part) && hold_fields(part, dialect).is_some_and(|columns| columns.has(Column::Required)) {
            part.section = Section::Request;
        }
    }
}

/// The columns of a table that holds parameters or fields.
fn hold_fields(part: &Part<'_>, dialect: &Dialect) -> Option<Columns> {
    let Content::Table(table) = part.content else { return None };
    Some(Columns::of(table, dialect)).filter(Columns::hold_fields)
}
