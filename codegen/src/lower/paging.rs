//! How pages are turned.

use super::names::Names;
use super::scope::Scope;
use crate::model::{Action, Kind, PagingStyle, Required};
use crate::rust::{Paging, Presence, RustName};

/// Nothing when a row cannot serve; that has been reported by a check then.
pub(super) fn paging(action: &Action, scope: &Scope) -> Option<Paging> {
    let paging = action.paging.as_ref()?;
    let items = &action.response[paging.items];
    let start = &action.request[paging.start];
    if !items.list || start.list || start.kind != Kind::Integer {
        return None;
    }
    Some(Paging {
        request: scope.request.clone(),
        response: scope.response.clone(),
        item: scope.kind(items.kind, true, None),
        style: match paging.style {
            PagingStyle::Offset => "offset",
            PagingStyle::Page => "pages",
        },
        start_wire: start.name.value.clone(),
        start: request_field(action, paging.start)?,
        start_presence: if start.required == Required::Yes { Presence::Always } else { Presence::Maybe },
        size_wire: paging.size.map_or(String::new(), |row| action.request[row].name.value.clone()),
        items: response_field(action, paging.items),
        total: paging.total.map(|row| action.response[row].name.value.clone()),
    })
}

/// Field names are given in order, so the same walk gives the same name.
fn request_field(action: &Action, row: usize) -> Option<RustName> {
    let mut names = Names::default();
    action.fields.iter().find_map(|field| {
        let name = names.field(&field.name);
        matches!(field.kind, crate::model::FieldKind::Value(found) if found == row).then_some(name)
    })
}

fn response_field(action: &Action, row: usize) -> RustName {
    let mut names = Names::default();
    let mut last = RustName::new("");
    for one in &action.response[..=row] {
        last = names.plain_field(&one.name);
    }
    last
}
