//! Rows that turn pages have types that can serve.

use std::collections::BTreeSet;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic};
use crate::model::{Action, Kind, Paging, PagingStyle, Row};

pub(super) fn run(scope: &Scope<'_>) {
    match scope.action {
        None => report_unused(scope),
        Some(action) => {
            if let Some(paging) = &action.paging {
                report_types(scope, action, paging);
            }
        }
    }
}

fn report_types(scope: &Scope<'_>, action: &Action, paging: &Paging) {
    let (start, size) = match paging.style {
        PagingStyle::Offset => ("offset", "limit"),
        PagingStyle::Page => ("page", "size"),
    };
    let numbers = [
        (start, action.request.get(paging.start)),
        (size, paging.size.and_then(|row| action.request.get(row))),
        ("total", paging.total.and_then(|row| action.response.get(row))),
    ];
    for (role, row) in numbers {
        let Some(row) = row else { continue };
        if !matches!(row.kind, Kind::Integer | Kind::Any) || row.list || row.constant.is_some() {
            report(scope, paging, role, row, "a single whole number", "type: int");
        }
    }
    if let Some(items) = action.response.get(paging.items).filter(|row| !row.list) {
        report(scope, paging, "items", items, "a list", "type: […]");
    }
}

fn report(scope: &Scope<'_>, paging: &Paging, role: &str, row: &Row, wanted: &str, write: &str) {
    let diagnostic = Diagnostic::new(
        Code::PagingType,
        format!("`{}` cannot be the `{role}` of paging, which is {wanted}", row.name.value),
    );
    scope.push(
        diagnostic
            .at(paging.at, "paging is said here")
            .at(row.name.at, "this row")
            .help(format!("write `{write}` there, or name another row as `{role}`")),
    );
}

/// A usual name that no action has is a slip, or a relic. Asked only when there is an action with pages at all.
fn report_unused(scope: &Scope<'_>) {
    let actions =
        || scope.provider.services.iter().flat_map(|service| &service.actions).filter(|action| action.paging.is_some());
    if actions().next().is_none() {
        return;
    }
    let request: BTreeSet<&str> =
        actions().flat_map(|action| &action.request).map(|row| row.name.value.as_str()).collect();
    let response: BTreeSet<&str> =
        actions().flat_map(|action| &action.response).map(|row| row.name.value.as_str()).collect();
    let usual = &scope.provider.paging;
    let names = [
        (&usual.offset, &request),
        (&usual.limit, &request),
        (&usual.page, &request),
        (&usual.size, &request),
        (&usual.total, &response),
    ];
    for (name, known) in names {
        let Some(name) = name.as_ref().filter(|name| !known.contains(name.value.as_str())) else { continue };
        let diagnostic =
            Diagnostic::new(Code::PagingUnused, format!("no action that turns pages has a row `{}`", name.value));
        let diagnostic = diagnostic.at(name.at, "").help("correct the name, or remove it");
        scope.push(match crate::diag::nearest(&name.value, known.iter().copied()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}
