//! Which rows turn pages, where the provider's usual names make it certain.

use super::Settings;
use super::yaml::{Value, flow_map};
use crate::draft::{Draft, Kind, Row};

/// The line that names the entries of a page: there are the two usual parameters, and one list of objects to turn.
pub(super) fn line(draft: &Draft, settings: &Settings) -> Option<String> {
    let number = |name: &String| {
        draft
            .request
            .iter()
            .any(|row| row.name == *name && row.kind == Kind::Integer && !row.list && row.constant.is_none())
    };
    settings.paging.iter().find(|(start, size)| number(start) && number(size))?;
    let counts = |row: &Row| matches!(row.kind, Kind::Integer | Kind::Unknown) && !row.list;
    if draft.response.iter().any(|row| settings.total.as_ref() == Some(&row.name) && !counts(row)) {
        return None;
    }
    let holds_objects = |row: &&Row| row.list && matches!(row.kind, Kind::Model(_) | Kind::Object | Kind::Unknown);
    let mut lists = draft.response.iter().filter(holds_objects);
    let (Some(items), None) = (lists.next(), lists.next()) else { return None };
    let map = vec![("items", Value::text(items.name.as_str()))];
    matches!(items.kind, Kind::Model(_)).then(|| format!("paging: {}\n", flow_map(&map)))
}
