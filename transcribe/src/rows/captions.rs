//! Which rows the words above a table speak of.

use crate::draft::{Kind, Row};
use crate::names::words;

/// The rows whose fields a table with this caption can hold: those whose name the caption says, and that can have fields.
pub(super) fn spoken_of<'r>(caption: &str, rows: impl Iterator<Item = &'r Row>) -> Vec<String> {
    let said: Vec<String> = words(caption).map(|(word, _)| last(word).to_ascii_lowercase()).collect();
    let mut names: Vec<String> = rows
        .filter(|row| can_have_fields(row) && said.contains(&last(&row.name).to_ascii_lowercase()))
        .map(|row| row.name.clone())
        .collect();
    names.dedup();
    names
}

/// Whether a row's fields may stand in another table.
pub(super) fn can_have_fields(row: &Row) -> bool {
    matches!(row.kind, Kind::Object | Kind::Unknown | Kind::Model(_))
}

/// The last part of a name.
pub(super) fn last(name: &str) -> &str {
    crate::names::parts(name).last().map_or(name, |(part, _)| *part)
}
