//! Spec -> model: every name is followed, every form decided. What cannot be followed becomes a diagnostic, and the
//! model goes on without it, so that one run finds everything.

mod action;
mod errata;
mod names;
mod provider;
mod row;
mod scope;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Sink};
use crate::model::{Action, Model, Provider, Service};
use crate::parallel;
use crate::source::At;
use crate::spec::{ActionSpec, ProviderSpec, Specs};

/// Resolves everything that was loaded.
pub(crate) fn resolve(specs: Specs, threads: usize, sink: &Sink) -> Model {
    let mut providers = BTreeMap::new();
    for spec in &specs.providers {
        let folder = folder(&spec.path, 0).to_owned();
        let provider = provider::provider(spec, &folder, sink);
        providers.insert(folder, provider);
    }
    let unread = specs.unread.iter().filter(|path| path.ends_with("/provider.yaml")).map(|path| folder(path, 0));
    let read: BTreeSet<&str> = specs.providers.iter().map(|spec| folder(&spec.path, 0)).chain(unread).collect();
    report_missing_providers(&specs.actions, &read, sink);
    let by_name = &providers;
    let resolved = parallel::map(&specs.actions, threads, |_, spec| {
        let provider = by_name.get(folder(&spec.path, 0))?;
        Some((
            folder(&spec.path, 0).to_owned(),
            folder(&spec.path, 1).to_owned(),
            action::action(spec, provider, sink)?,
        ))
    });
    let mut placed: Vec<(String, String, Action)> = resolved.into_iter().flatten().collect();
    placed
        .sort_by(|left, right| (&left.0, &left.1, &left.2.name.value).cmp(&(&right.0, &right.1, &right.2.name.value)));
    place_actions(&mut providers, placed, sink);
    for (path, outline) in &specs.kept {
        let services = providers.get_mut(folder(path, 0)).map(|provider| provider.services.iter_mut());
        if let Some(service) = services.into_iter().flatten().find(|service| service.name.value == folder(path, 1)) {
            service.kept = Some(outline.clone());
        }
    }
    let paths = specs.actions.iter().map(|spec| &spec.path).chain(&specs.unread);
    let filled: BTreeSet<(&str, &str)> = paths.map(|path| (folder(path, 0), folder(path, 1))).collect();
    report_unused_services(&specs.providers, &providers, &filled, sink);
    Model { providers: providers.into_values().collect() }
}

/// A folder of the path, the outermost first.
fn folder(path: &str, depth: usize) -> &str {
    path.split('/').nth(depth).unwrap_or("")
}

fn report_missing_providers(actions: &[ActionSpec], read: &BTreeSet<&str>, sink: &Sink) {
    let mut missing: BTreeMap<&str, &ActionSpec> = BTreeMap::new();
    for spec in actions {
        let provider = folder(&spec.path, 0);
        if !read.contains(provider) {
            missing.entry(provider).or_insert(spec);
        }
    }
    for (provider, first) in missing {
        let diagnostic = Diagnostic::new(Code::NoProvider, format!("`{provider}` has actions, but no `provider.yaml`"));
        sink.push(
            diagnostic
                .at(At::file(first.file), "its first action")
                .help(format!("describe the provider in `{provider}/provider.yaml`")),
        );
    }
}

fn place_actions(providers: &mut BTreeMap<String, Provider>, actions: Vec<(String, String, Action)>, sink: &Sink) {
    for (provider_name, service_name, action) in actions {
        let Some(provider) = providers.get_mut(&provider_name) else { continue };
        let names: Vec<String> = provider.services.iter().map(|service| service.name.value.clone()).collect();
        let Some(service) = provider.services.iter_mut().find(|service| service.name.value == service_name) else {
            let diagnostic = Diagnostic::new(
                Code::UnknownService,
                format!("`{service_name}` is not among the services of `{provider_name}`"),
            );
            let diagnostic = diagnostic
                .misses(&service_name)
                .at(At::file(action.file), "the folder of this file")
                .suggest(&service_name, names.iter().map(String::as_str));
            sink.push(diagnostic.help(format!("add `{service_name}` to `services` in `{}`", provider.path)));
            continue;
        };
        if let Some(other) =
            service.actions.iter().find(|other| other.name.value.eq_ignore_ascii_case(&action.name.value))
        {
            let diagnostic = Diagnostic::new(
                Code::DuplicateAction,
                format!("`{}` and `{}` differ only in case", other.name.value, action.name.value),
            );
            sink.push(
                diagnostic
                    .at(action.name.at, "")
                    .at(other.name.at, "the other")
                    .help("file systems that ignore case cannot hold both; keep one of them"),
            );
            continue;
        }
        service.actions.push(action);
    }
}

/// A service without actions would be an empty module that nobody asked for. One whose actions cannot be read is not empty.
fn report_unused_services(
    specs: &[ProviderSpec],
    providers: &BTreeMap<String, Provider>,
    filled: &BTreeSet<(&str, &str)>,
    sink: &Sink,
) {
    for spec in specs {
        let name = folder(&spec.path, 0);
        let Some(provider) = providers.get(name) else { continue };
        let empty = |service: &&Service| service.is_empty() && !filled.contains(&(name, service.name.value.as_str()));
        for service in provider.services.iter().filter(empty) {
            let diagnostic =
                Diagnostic::new(Code::UnusedService, format!("service `{}` has no actions", service.name.value));
            sink.push(
                diagnostic.at(service.name.at, "").help("add an action's file to its folder, or remove the service"),
            );
        }
    }
}
