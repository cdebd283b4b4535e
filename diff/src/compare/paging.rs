//! How pages are turned.

use tablature_codegen::model::{Action, Kind, Paging, PagingStyle, Row};

use super::names::{Pairing, Renames};
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
            let unchanged = Pairing::default();
            let (before, after) = (said(context.old, old, pairing), said(context.new, new, &unchanged));
            let is_same_item = items(context, old, new).is_none_or(|(left, right)| {
                // What is said of one row is said of that row.
                left.name.value == right.name.value || pairing.is_same(left.kind, right.kind)
            });
            // A row that was renamed or replaced is a change of that row.
            let is_same_list = before.items == after.items || is_same_item && is_replaced(context, old, new);
            if is_same_list && before.rest == after.rest {
                return;
            }
            let rule = if is_same_item { &rules::PAGING_CHANGED } else { &rules::PAGING_ITEMS_CHANGED };
            let change = change(rule).before(said(context.old, old, &unchanged).all()).after(after.all());
            changes.push(change.at(old.at, new.at));
        }
    }
}

fn items<'m>(context: &Context<'m>, old: &Paging, new: &Paging) -> Option<(&'m Row, &'m Row)> {
    context.old.response.get(old.items).zip(context.new.response.get(new.items))
}

/// Whether the list has gone under its old name, and come under the new one.
fn is_replaced(context: &Context<'_>, old: &Paging, new: &Paging) -> bool {
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

/// What turns pages, in words, under the names that rows have now.
fn said(action: &Action, paging: &Paging, pairing: &Pairing) -> Said {
    let name = |rows: &[Row], row: Option<usize>, renames: &Renames| {
        let row = row.and_then(|row| rows.get(row));
        row.map_or("none".to_owned(), |row| renames.current(&row.name.value))
    };
    let items = action.response.get(paging.items).map_or(String::new(), |row| {
        let name = pairing.fields.current(&row.name.value);
        match row.kind {
            Kind::Type(_) => name,
            kind => format!("{name} ({})", describe::kind(action, kind)),
        }
    });
    let style = if paging.style == PagingStyle::Offset { "offset" } else { "page" };
    let start = name(&action.request, Some(paging.start), &pairing.parameters);
    let size = name(&action.request, paging.size, &pairing.parameters);
    let total = name(&action.response, paging.total, &pairing.fields);
    Said { items, rest: format!("{style}: {start}, {size}, {total}") }
}
