//! How pages are turned.

use tablature_codegen::model::{Action, Kind, Paging, PagingStyle, Row};

use super::names::Pairing;
use super::{Context, describe};
use crate::change::Change;
use crate::rules::action as rules;

pub(super) fn compare(context: &Context<'_>, pairing: &Pairing, changes: &mut Vec<Change>) {
    let change = |rule| Change::new(rule, &context.path, "paging");
    match (&context.old.paging, &context.new.paging) {
        (None, None) => {}
        (Some(old), None) => changes.push(change(&rules::PAGING_REMOVED).at(old.at, None)),
        (None, Some(new)) => changes.push(change(&rules::PAGING_ADDED).at(None, new.at)),
        (Some(old), Some(new)) => {
            let [before, after] = [(context.old, old), (context.new, new)].map(|(action, paging)| said(action, paging));
            if before.items == after.items && before.rest == after.rest {
                return;
            }
            let is_same_item = items(context, old, new).is_none_or(|(left, right)| {
                // What is said of one row is said of that row.
                left.name.value == right.name.value || pairing.is_same(left.kind, right.kind)
            });
            let rule = if is_same_item { &rules::PAGING_CHANGED } else { &rules::PAGING_ITEMS_CHANGED };
            let change = change(rule).before(before.all()).after(after.all());
            // A renamed row is a renamed row.
            if !is_same_item || before.rest != after.rest || !is_renamed(context, old, new) {
                changes.push(change.at(old.at, new.at));
            }
        }
    }
}

fn items<'m>(context: &Context<'m>, old: &Paging, new: &Paging) -> Option<(&'m Row, &'m Row)> {
    context.old.response.get(old.items).zip(context.new.response.get(new.items))
}

/// Whether the list has gone under its old name, and come under the new one.
fn is_renamed(context: &Context<'_>, old: &Paging, new: &Paging) -> bool {
    let has = |action: &Action, name: &str| action.response.iter().any(|row| row.name.value == name);
    items(context, old, new)
        .is_some_and(|(left, right)| !has(context.new, &left.name.value) && !has(context.old, &right.name.value))
}

struct Said {
    items: String,
    rest: String,
}

impl Said {
    fn all(&self) -> String {
        format!("{} by {}", self.items, self.rest)
    }
}

/// Rows are named in lower case: another spelling is the row's change.
fn said(action: &Action, paging: &Paging) -> Said {
    let request =
        |row: Option<usize>| row.and_then(|row| action.request.get(row)).map(|row| row.name.value.to_lowercase());
    let response =
        |row: Option<usize>| row.and_then(|row| action.response.get(row)).map(|row| row.name.value.to_lowercase());
    let parts = [request(Some(paging.start)), request(paging.size), response(paging.total)];
    let style = if paging.style == PagingStyle::Offset { "offset" } else { "page" };
    let named = parts.into_iter().map(|part| part.unwrap_or_else(|| "none".to_owned())).collect::<Vec<_>>();
    let items = action.response.get(paging.items);
    Said {
        items: items.map_or(String::new(), |row| match row.kind {
            Kind::Type(_) => row.name.value.clone(),
            kind => format!("{} ({})", row.name.value, describe::kind(action, kind)),
        }),
        rest: format!("{style}: {}", named.join(", ")),
    }
}
