//! Rows that turn pages have types that can serve.

use std::collections::BTreeSet;

use super::scope::Scope;
use crate::diag::{Code, Diagnostic, type_of};
use crate::kept::{PAGES, ROLES};
use crate::model::{Action, Kind, Paging, PagingStyle, Row, Service, Text, UsualPaging};

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
            .misses(type_of(&row.name))
            .at(paging.at, "paging is said here")
            .at(row.name.at, "this row")
            .help(format!("write `{write}` there, or name another row as `{role}`")),
    );
}

/// A usual name that no action has is a slip, or a relic. Asked only when there is an action with pages at all.
fn report_unused(scope: &Scope<'_>) {
    let (usual, services) = (&scope.provider.paging, &scope.provider.services);
    let used: BTreeSet<String> = services.iter().flat_map(|service| used(usual, service)).collect();
    if !used.contains(PAGES) {
        return;
    }
    for (role, name) in roles(usual) {
        let Some(name) = name.as_ref().filter(|_| !used.contains(role)) else { continue };
        let diagnostic =
            Diagnostic::new(Code::PagingUnused, format!("no action that turns pages has a row `{}`", name.value));
        let diagnostic = diagnostic.at(name.at, "").help("correct the name, or remove it");
        let known = services.iter().flat_map(turning).flat_map(|action| rows(action, role));
        scope.push(match crate::diag::nearest(&name.value, known.map(|row| row.name.value.as_str())) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}

/// What the actions of a service have of the usual names: [`PAGES`] when one turns pages at all, and the [`ROLES`] whose names
/// are among the rows of those that do.
pub(crate) fn used(usual: &UsualPaging, service: &Service) -> BTreeSet<String> {
    if let Some(outline) = &service.kept {
        return outline.paging.clone();
    }
    let pages = turning(service).next().map(|_| PAGES);
    let has = |role, name: &Text| {
        turning(service).flat_map(|action| rows(action, role)).any(|row| row.name.value == name.value)
    };
    let found = roles(usual).into_iter().filter(|(role, name)| name.as_ref().is_some_and(|name| has(role, name)));
    pages.into_iter().chain(found.map(|(role, _)| role)).map(str::to_owned).collect()
}

fn turning(service: &Service) -> impl Iterator<Item = &Action> {
    service.actions.iter().filter(|action| action.paging.is_some())
}

fn roles(usual: &UsualPaging) -> [(&'static str, &Option<Text>); 5] {
    let names = [&usual.offset, &usual.limit, &usual.page, &usual.size, &usual.total];
    std::array::from_fn(|index| (ROLES[index], names[index]))
}

/// The rows among which the name is looked for: all but the total are parameters.
fn rows<'a>(action: &'a Action, role: &str) -> &'a [Row] {
    if role == "total" { &action.response } else { &action.request }
}
