//! Which parts of the bindings are crates of their own.
//!
//! The compiler reads one crate on one core, and keeps all of it in memory. So the services of a large provider are
//! crates: cargo builds them side by side, and only those that are used. Their files stand where modules would, and
//! their items have the same paths to users.

use std::collections::BTreeSet;

use crate::model::{Model, Provider};
use crate::rust::{OwnCrate, ProviderModule, RustName};

/// Makes crates of the services of each provider that has more than `most` actions.
pub(super) fn divide(model: &Model, providers: &mut [ProviderModule], most: usize) {
    let mut taken = BTreeSet::new();
    let found = model.providers.iter().filter(|provider| super::has_actions(provider));
    for (provider, module) in found.zip(providers) {
        if actions(provider) <= most || module.services.len() < 2 {
            continue;
        }
        let whole = module.module.as_str();
        let folder = module.path.trim_end_matches("mod.rs");
        module.own_crate =
            Some(own_crate(format!("tablature-provider-{whole}"), format!("{folder}lib.rs"), &mut taken));
        for service in &mut module.services {
            let name = format!("tablature-service-{whole}-{}", service.module.as_str());
            service.own_crate = Some(own_crate(name, service.path.clone(), &mut taken));
        }
    }
}

fn actions(provider: &Provider) -> usize {
    provider.services.iter().map(crate::model::Service::count).sum()
}

/// Packages that differ only in `-` and `_` would be one name in Rust.
fn own_crate(wish: String, root: String, taken: &mut BTreeSet<String>) -> OwnCrate {
    let wish = wish.replace('_', "-");
    let numbered = (2..).map(|number| format!("{wish}-{number}"));
    let package = std::iter::once(wish.clone()).chain(numbered).find(|name| taken.insert(name.clone()));
    let package = package.unwrap_or(wish);
    OwnCrate { name: RustName::new(package.replace('-', "_")), package, root }
}

/// The path at which the actions of a provider find what is said of it.
pub(super) fn path(provider: &ProviderModule) -> Vec<RustName> {
    match &provider.own_crate {
        Some(own) => vec![own.name.clone()],
        None => vec![RustName::new("crate"), provider.module.clone()],
    }
}
