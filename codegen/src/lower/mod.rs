//! Model -> Rust IR: every name, type, feature and word of documentation is decided here.

mod action;
mod checks;
mod docs;
mod enums;
mod examples;
mod failures;
mod names;
mod paging;
mod provider;
mod request;
mod response;
mod row_docs;
mod scope;
mod tables;

use crate::model::{Action, EnumValue, Model};
use crate::parallel;
use crate::rust::{Crate, Manifest, ProviderModule};

/// Decides the crate. `standalone` is the path of the runtime for a crate outside of this workspace.
pub(crate) fn lower(model: &Model, standalone: Option<&str>, threads: usize) -> Crate {
    let mut modules = names::Names::default();
    let mut features = names::Names::default();
    let mut providers: Vec<ProviderModule> = model
        .providers
        .iter()
        .filter(|provider| has_actions(provider))
        .map(|provider| provider::module(provider, &mut modules, &mut features))
        .collect();
    for module in &mut providers {
        let Some(provider) = model.providers.iter().find(|provider| provider.name.value == module.facts.name) else {
            continue;
        };
        for service in &mut module.services {
            let Some(found) = provider.services.iter().find(|found| found.name.value == service.name) else { continue };
            let mut files = names::Names::default();
            let files: Vec<_> = found.actions.iter().map(|action| files.module(&action.name)).collect();
            let folder = service.path.trim_end_matches("/mod.rs").to_owned();
            let place = action::Place { provider, marker: &module.marker, module: &module.module, folder: &folder };
            service.actions =
                parallel::map(&found.actions, threads, |index, one| action::module(one, &place, files[index].clone()));
            action::settle_exports(&mut service.actions);
        }
    }
    Crate {
        manifest: Manifest { standalone: standalone.map(str::to_owned), features: feature_list(&providers) },
        providers,
    }
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

fn has_actions(provider: &crate::model::Provider) -> bool {
    provider.services.iter().any(|service| !service.actions.is_empty())
}

/// Features that turn on those of the runtime. A type that stands behind `call` is there with all three.
pub(super) const OF_THE_RUNTIME: [(&str, &[&str]); 3] = [
    ("call", &["tablature-runtime/call"]),
    ("client", &["call", "tablature-runtime/client"]),
    ("blocking", &["call", "tablature-runtime/blocking"]),
];

/// One feature a service, one for all services of a provider, and all of them by default.
fn feature_list(providers: &[ProviderModule]) -> Vec<(String, Vec<String>)> {
    let by_default = providers.iter().map(|provider| provider.feature.clone()).chain(["client".to_owned()]);
    let mut features = vec![("default".to_owned(), by_default.collect())];
    features
        .extend(OF_THE_RUNTIME.map(|(name, on)| (name.to_owned(), on.iter().map(|one| (*one).to_owned()).collect())));
    for provider in providers {
        features.push((
            provider.feature.clone(),
            provider.services.iter().map(|service| service.feature.clone()).collect(),
        ));
        features.extend(provider.services.iter().map(|service| (service.feature.clone(), Vec::new())));
    }
    features
}
