//! Parameters that only a documented call shows.

use crate::dialect::Dialect;
use crate::draft::{Basis, Draft, Kind, Required, Row, Shapes};
use crate::names;
use crate::report::{Notes, Weight};
use crate::write::Settings;

/// Adds a row of basis `example` for each parameter that is sent and that no table has, unless its name is almost that of
/// a row: then it is a slip.
pub(super) fn add(draft: &mut Draft, settings: &Settings, notes: &mut Notes) {
    let mark = if draft.request.iter().any(|row| row.name.split('.').any(|part| part == "N")) { "N" } else { "n" };
    let mut shapes = Shapes::default();
    draft.request.iter().filter(|row| row.constant.is_none()).for_each(|row| {
        shapes.takes(row);
    });
    let pairs: Vec<_> = draft.examples.iter().flat_map(|example| example.request.clone()).collect();
    for pair in pairs {
        if settings.common.contains(&pair.name) || is_known(&draft.request, &pair.name) {
            continue;
        }
        if let Some(row) = near(&draft.request, &pair.name) {
            let text = format!("`{}` of the example is almost `{row}` of the table; it is not a row", pair.name);
            notes.say(Weight::Guess, pair.at.start, text);
            continue;
        }
        let parts = pair.name.split('.').map(|part| if names::is_mark(part) { mark } else { part });
        let mut row = Row::new(parts.collect::<Vec<_>>().join("."), pair.at.clone());
        row.basis = Basis::Example;
        row.kind = Kind::Text;
        row.list = names::parts(&row.name).last().is_some_and(|(_, list)| *list);
        if !shapes.takes(&row) {
            let text = format!("the example sends `{}`, which does not fit the rows of the table", pair.name);
            notes.say(Weight::NotUnderstood, pair.at.start, text);
            continue;
        }
        notes.say(Weight::Guess, pair.at.start, format!("only the example sends `{}`", row.name));
        draft.request.push(row);
    }
}

/// Lets calls that hide common parameters behind a word have those that the action requires.
pub(super) fn supply(draft: &mut Draft, dialect: &Dialect) {
    let required = |name: &str| draft.request.iter().any(|row| row.name == name && row.required == Required::Yes);
    let hidden: Vec<_> = dialect.hidden.iter().filter(|(name, _)| required(name)).collect();
    for example in draft.examples.iter_mut().filter(|example| example.abridged) {
        let lacking = hidden.iter().filter(|(name, _)| example.request.iter().all(|pair| pair.name != *name));
        example.supplied = lacking.map(|pair| **pair).collect();
    }
}

/// The row whose name this is but for a letter or two, or for capitals.
pub(super) fn near<'r>(rows: &'r [Row], name: &str) -> Option<&'r str> {
    let (name, table) = (names::unmarked(name), || rows.iter().filter(|row| row.basis == Basis::Table));
    let alike = |row: &&Row| {
        let known = names::unmarked(&row.name);
        known.eq_ignore_ascii_case(&name) || (name.len() > 4 && strsim::osa_distance(&known, &name) <= 2)
    };
    table().find(alike).map(|row| row.name.as_str())
}

/// Whether a row has this name, whatever numbers stand in it; or a row holds what it is a part of.
pub(super) fn is_known(rows: &[Row], name: &str) -> bool {
    let name = names::unmarked(name);
    rows.iter().any(|row| names::unmarked(&row.name) == name)
}
