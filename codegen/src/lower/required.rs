//! What every call of a provider needs, and a client supplies where the request does not.

use super::docs::{DocsBuilder, code};
use crate::model::{Action, Form, Provider, Required};
use crate::vocabulary::Setting;

/// The parameters, by their names, and the variants of the runtime's list of settings.
pub(super) fn facts(provider: &Provider) -> Vec<(String, &'static str)> {
    let variant = |setting| match setting {
        Setting::Region => "Region",
        Setting::Zone => "Zone",
        Setting::Project => "Project",
    };
    parameters(provider).into_iter().map(|(name, setting)| (name, variant(setting))).collect()
}

fn parameters(provider: &Provider) -> Vec<(String, Setting)> {
    let required = provider.common.iter().filter(|row| row.required == Required::Yes && row.constant.is_none());
    let supplied = provider.scheme.settings();
    required
        .filter_map(|row| supplied.iter().find(|(name, _)| *name == row.name.value))
        .map(|(name, setting)| ((*name).to_owned(), *setting))
        .collect()
}

/// What a caller has to set, whatever the action.
pub(super) fn docs_of_provider(provider: &Provider, docs: &mut DocsBuilder) {
    for (name, setting) in parameters(provider) {
        docs.markdown(&format!("Where a request has no {}, the client {}.", code(&name), needs(setting)));
    }
}

/// What a caller has to set because this request does not have it.
pub(super) fn docs_of_request(action: &Action, provider: &Provider, docs: &mut DocsBuilder) {
    for (name, setting) in parameters(provider) {
        let carries = |row: &crate::model::Row| row.name.value == name && Form::of(row) == Form::Plain;
        if !action.request.iter().any(carries) {
            docs.markdown(&format!("Calls need {} as well: the client {}.", code(&name), needs(setting)));
        }
    }
}

fn needs(setting: Setting) -> String {
    let method = match setting {
        Setting::Region => ".region(…)",
        Setting::Zone => ".zone(…)",
        Setting::Project => ".project(…)",
    };
    format!("has to be made with {}", code(method))
}
