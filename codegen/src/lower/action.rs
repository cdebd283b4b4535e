//! Modules of actions.

use std::collections::BTreeSet;

use super::docs::{DocsBuilder, escaped};
use super::scope::Scope;
use super::{enums, examples, failures, paging, request, response, tables};
use crate::model::{Action, Provider};
use crate::rust::{ActionModule, Docs, Item, RustName};

/// Where a module stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) provider: &'p Provider,
    pub(super) marker: &'p RustName,
    /// Path of the provider's module.
    pub(super) home: &'p [RustName],
    pub(super) folder: &'p str,
}

pub(super) fn module(action: &Action, place: &Place<'_>, module: RustName) -> ActionModule {
    let scope = Scope::new(action);
    let mut items = request::structs(action, place, &scope);
    items.extend(paging::paging(action, &scope).map(Item::Paging));
    items.extend(response::structs(action, &scope));
    items.extend(enums::enums(action, &scope));
    let whose = super::docs::code(&action.name);
    items.extend(failures::codes(&action.errors, scope.errors.clone(), &whose).map(Item::TextEnum));
    items.extend(tables::tables(action, &scope));
    let examples = examples::examples(action, place.provider, &scope);
    if !examples.is_empty() {
        items.push(Item::Examples(examples));
    }
    ActionModule {
        path: format!("{}/{}.rs", place.folder, module.as_str()),
        spec: action.path.clone(),
        docs: docs(action),
        // The first documented code brings an enum: no reason for the service's file to change.
        exports: exports(&items).into_iter().filter(|name| *name != scope.errors).collect(),
        items,
        module,
    }
}

fn docs(action: &Action) -> Docs {
    let mut docs = DocsBuilder::default();
    let name = super::docs::code(&action.name);
    docs.markdown(
        &action.title.as_ref().map_or_else(|| format!("{name}."), |title| format!("{name}: {}.", escaped(title))),
    );
    docs.markdown(&source(action));
    docs.build()
}

/// Which page says so, and when it was read.
pub(super) fn source(action: &Action) -> String {
    let source = &action.source;
    let mut parts = Vec::new();
    if let Some(page) = &source.page {
        parts.push(format!("page “{}”", escaped(page)));
    }
    if let Some(section) = &source.section {
        parts.push(format!("section “{}”", escaped(section)));
    }
    if let Some(url) = &source.url {
        parts.push(escaped(url));
    }
    if let Some(day) = &source.transcribed {
        parts.push(format!("read on {}", escaped(day)));
    }
    if parts.is_empty() { String::new() } else { format!("Source: {}.", parts.join(", ")) }
}

fn exports(items: &[Item]) -> Vec<RustName> {
    let mut names = Vec::new();
    for item in items {
        match item {
            Item::Struct(item) => names.push(item.name.clone()),
            Item::TextEnum(item) => names.push(item.name.clone()),
            Item::IntegerEnum(item) => names.push(item.name.clone()),
            Item::Table(item) => names.extend([item.row.clone(), item.name.clone()]),
            Item::Paging(_) | Item::Examples(_) => {}
        }
    }
    names
}

/// A service shows again what only one of its actions has: two actions may each have their own `Tag`, which are then
/// found in the modules of the actions only, where everything is always found.
pub(super) fn settle_exports(actions: &mut [ActionModule]) {
    let mut seen = BTreeSet::new();
    let mut twice = BTreeSet::new();
    for name in actions.iter().flat_map(|action| &action.exports) {
        if !seen.insert(name.clone()) {
            twice.insert(name.clone());
        }
    }
    for action in actions {
        action.exports.retain(|name| !twice.contains(name));
        action.exports.sort();
    }
}
