//! Documented calls, each pair with the row that it belongs to.

use std::collections::{BTreeMap, BTreeSet};

use crate::dialect::Dialect;
use crate::draft::{Draft, Example, Kind, Pair, Row};
use crate::names;

/// A documented call.
pub(super) struct Call<'s> {
    /// Its pairs; those of common parameters are left out.
    pub(super) pairs: Vec<(&'s Pair, Match<'s>)>,
    /// Where it stands.
    pub(super) at: std::ops::Range<usize>,
    /// The pair that names the action.
    pub(super) action: Option<&'s Pair>,
}

/// What a pair belongs to.
#[derive(Clone, Copy)]
pub(super) enum Match<'s> {
    /// A row.
    Row(&'s Row),
    /// A row whose name differs in case only.
    Case(&'s Row),
    /// Something inside of a row whose fields are not documented.
    Inside,
    /// Nothing that the table has.
    Nothing,
}

/// Lays a call beside the table. None, when the example shows no call, or the page has no table.
pub(super) fn call<'s>(
    draft: &'s Draft,
    example: &'s Example,
    dialect: &Dialect,
    common: &BTreeSet<String>,
) -> Option<Call<'s>> {
    if example.request.is_empty() || draft.request.is_empty() {
        return None;
    }
    let rows: BTreeMap<String, &Row> = draft.request.iter().map(|row| (key(&row.name), row)).collect();
    let folded: BTreeMap<String, &Row> = draft.request.iter().map(|row| (key(&row.name).to_lowercase(), row)).collect();
    let spelt: BTreeSet<String> = common.iter().map(|name| name.to_lowercase()).collect();
    let mut call = Call { pairs: Vec::new(), at: example.at.clone(), action: None };
    for pair in &example.request {
        if pair.name.eq_ignore_ascii_case(&dialect.action_parameter) {
            call.action = Some(pair);
            continue;
        }
        let name = key(&pair.name);
        let found = match (rows.get(&name), folded.get(&name.to_lowercase())) {
            (Some(row), _) => Match::Row(row),
            (None, Some(row)) => Match::Case(row),
            _ if spelt.contains(&pair.name.to_lowercase()) => continue,
            _ if inside(&name, &rows) => Match::Inside,
            _ => Match::Nothing,
        };
        call.pairs.push((pair, found));
    }
    Some(call)
}

/// A name without the numbers of entries: `Tag.1.Key` and `Tag.n.Key` are the same.
pub(super) fn key(name: &str) -> String {
    let parts: Vec<_> = names::parts(name).into_iter().map(|(part, _)| part).collect();
    parts.join(".")
}

fn inside(name: &str, rows: &BTreeMap<String, &Row>) -> bool {
    let outer = name.match_indices('.').filter_map(|(at, _)| name.get(..at));
    outer.into_iter().any(|outer| {
        rows.get(outer).is_some_and(|row| matches!(row.kind, Kind::Object | Kind::Unknown | Kind::Model(_)))
    })
}
