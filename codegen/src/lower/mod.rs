//! Model -> Rust IR: every name, type, feature and word of documentation is decided here.

mod action;
mod checks;
mod crates;
mod docs;
mod enums;
mod examples;
mod failures;
mod listing;
mod literals;
mod manifests;
mod names;
mod paging;
mod provider;
mod request;
mod required;
mod response;
mod row_docs;
mod scope;
mod tables;

use crate::Options;
use crate::model::{Action, EnumValue, Model};
use crate::parallel;
use crate::rust::{ActionModule, Crate, ProviderModule, RustName};

/// Decides the crate.
pub(crate) fn lower(model: &Model, options: &Options) -> Crate {
    let mut modules = names::Names::default();
    let mut features = names::Names::default();
    let mut providers: Vec<ProviderModule> = model
        .providers
        .iter()
        .filter(|provider| has_actions(provider))
        .map(|provider| provider::module(provider, &mut modules, &mut features))
        .collect();
    crates::divide(model, &mut providers, options.crate_size);
    let mut modules = actions(model, &providers, options.threads).into_iter();
    for provider in &mut providers {
        for service in &mut provider.services {
            service.actions = modules.next().unwrap_or_default();
            action::settle_exports(&mut service.actions);
            // What was kept of a service whose actions were not read stays.
            service.listing = service.listing.take().or_else(|| listing::request(service, &provider.facts));
        }
    }
    let manifests = manifests::manifests(&providers, &options.manifest);
    Crate { manifests, example: listing::example(&providers), providers }
}

/// The name of a field, as it is where no other field of its struct wants the same.
pub fn field_name(wire: &str) -> String {
    names::Names::default().field(wire).as_str().to_owned()
}

/// The name of an enum's variant, as it is where no other value wants the same.
pub fn value_name(value: &EnumValue, integer: bool) -> String {
    scope::variant(value, integer, &mut names::Names::default()).as_str().to_owned()
}

/// Every name that an action's module offers; its service shows those again that no other action has.
pub fn exported_names(action: &Action) -> Vec<String> {
    scope::Scope::new(action).exported().map(|name| name.as_str().to_owned()).collect()
}

/// The actions of each service, in the order of the services. They share the threads, since most services are small.
fn actions(model: &Model, providers: &[ProviderModule], threads: usize) -> Vec<Vec<ActionModule>> {
    let mut jobs = Vec::new();
    let mut counts = Vec::new();
    let homes: Vec<Vec<RustName>> = providers.iter().map(crates::path).collect();
    let found = model.providers.iter().filter(|provider| has_actions(provider));
    for ((provider, module), home) in found.zip(providers).zip(&homes) {
        let found = provider.services.iter().filter(|service| !service.is_empty());
        for (service, shown) in found.zip(&module.services) {
            let folder = shown.path.trim_end_matches("/mod.rs");
            let place = action::Place { provider, marker: &module.marker, home, folder };
            let mut files = names::Names::default();
            jobs.extend(service.actions.iter().map(|action| (action, place, files.module(&action.name))));
            counts.push(service.actions.len());
        }
    }
    let mut lowered =
        parallel::map(&jobs, threads, |_, (action, place, file)| action::module(action, place, file.clone()))
            .into_iter();
    counts.into_iter().map(|count| lowered.by_ref().take(count).collect()).collect()
}

fn has_actions(provider: &crate::model::Provider) -> bool {
    provider.services.iter().any(|service| !service.is_empty())
}
