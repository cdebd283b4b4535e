//! Which provider a call is for, and which of its actions.
//!
//! All providers share one port. What tells them apart is what the specs and the schemes say: the parameter of the key,
//! the path of a documented endpoint, the names of the common parameters, and the actions.

use std::cmp::Reverse;

use tablature_codegen::model::{Action, Provider, Service};

use crate::scheme;
use crate::world::World;

/// The path where a provider is served whose endpoint no document names.
pub(crate) const PRIVATE_PATH: &str = "/api";

/// Names and values, decoded, in the order in which they came.
pub(crate) type Pairs = [(String, String)];

/// Who is called.
#[derive(Clone, Copy)]
pub(crate) struct Recognised<'w> {
    pub(crate) provider: &'w Provider,
    pub(crate) action: Option<(&'w Service, &'w Action)>,
}

/// How well a call fits a provider: what counts most comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    has_key: bool,
    has_path: bool,
    knows_action: bool,
    common: usize,
}

/// The provider that fits best; of those that fit alike, the first. None when nothing speaks for any of them.
pub(crate) fn recognise<'w>(world: &'w World, path: &str, pairs: &Pairs) -> Option<Recognised<'w>> {
    let fits = world.model.providers.iter().map(|provider| (fit(provider, path, pairs), provider));
    let (fit, provider) = fits.min_by_key(|(fit, _)| Reverse(*fit))?;
    // Several providers are served at the root, so that it tells nothing.
    let has_own_path = fit.has_path && !path.trim_matches('/').is_empty();
    let recognised = fit.has_key || has_own_path || fit.knows_action || fit.common > 0;
    recognised.then(|| Recognised { provider, action: action(provider, pairs) })
}

fn fit(provider: &Provider, path: &str, pairs: &Pairs) -> Fit {
    Fit {
        has_key: last(pairs, scheme::names(provider.scheme).key).is_some(),
        has_path: paths(provider).iter().any(|known| known.trim_matches('/') == path.trim_matches('/')),
        knows_action: action(provider, pairs).is_some(),
        common: provider.common.iter().filter(|row| last(pairs, &row.name).is_some()).count(),
    }
}

fn action<'w>(provider: &'w Provider, pairs: &Pairs) -> Option<(&'w Service, &'w Action)> {
    let name = last(pairs, &provider.action_parameter)?;
    let all = provider.services.iter().flat_map(|service| service.actions.iter().map(move |action| (service, action)));
    all.into_iter().find(|(_, action)| action.name.value == name)
}

/// The paths under which a provider is served.
fn paths(provider: &Provider) -> Vec<&str> {
    let all = provider.services.iter().flat_map(|service| {
        service.actions.iter().filter_map(|action| endpoint(service, Some(action))).chain(endpoint(service, None))
    });
    let found: Vec<&str> = all.map(|endpoint| host_and_path(endpoint).1).collect();
    if found.is_empty() { vec![PRIVATE_PATH] } else { found }
}

/// The documented address of an action, or of a service.
pub(crate) fn endpoint<'w>(service: &'w Service, action: Option<&'w Action>) -> Option<&'w str> {
    let own = action.and_then(|action| action.endpoint.as_ref());
    own.or(service.endpoint.as_ref()).map(|endpoint| endpoint.value.as_str())
}

/// The two parts of an address, without its scheme.
pub(crate) fn host_and_path(endpoint: &str) -> (&str, &str) {
    let rest = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let slash = rest.find('/').unwrap_or(rest.len());
    let (host, path) = rest.split_at(slash);
    (host, if path.is_empty() { "/" } else { path })
}

/// The value that counts when a parameter comes several times: the last.
pub(crate) fn last<'a>(pairs: &'a Pairs, name: &str) -> Option<&'a str> {
    pairs.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}
