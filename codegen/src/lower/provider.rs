//! Providers and services.

use super::docs::{DocsBuilder, code, escaped};
use super::names::{Names, marker};
use super::{failures, required};
use crate::model::{ErrorCode, Method, Provider, Scheme, Service};
use crate::rust::{Docs, ErrorFact, ProviderFacts, ProviderModule, RustName, ServiceModule, StatusFacts};

pub(super) fn module(provider: &Provider, names: &mut Names, features: &mut Names) -> ProviderModule {
    let module = names.module(&provider.name);
    let folder = format!("src/{}", module.as_str());
    let mut services = Names::default();
    let mut marker_docs = DocsBuilder::default();
    marker_docs.markdown(&format!(
        "Marks what belongs to {}: requests of one provider cannot be sent by the client of another.",
        title(provider)
    ));
    ProviderModule {
        path: format!("{folder}/mod.rs"),
        spec: provider.path.clone(),
        feature: features.feature(&provider.name, None),
        docs: docs(provider),
        marker: marker(&provider.name),
        marker_docs: marker_docs.build(),
        facts: facts(provider),
        own_crate: None,
        error_codes: failures::codes(&provider.errors, RustName::new("ErrorCode"), "every action"),
        services: provider
            .services
            .iter()
            .filter(|service| !service.is_empty())
            .map(|service| service_module(provider, service, &folder, &mut services, features))
            .collect(),
        module,
    }
}

fn title(provider: &Provider) -> String {
    escaped(provider.title.as_deref().unwrap_or(&provider.name.value))
}

fn docs(provider: &Provider) -> Docs {
    let mut docs = DocsBuilder::default();
    docs.markdown(&format!("{}.", title(provider)));
    if let Some(doc) = &provider.doc {
        docs.text(doc);
    }
    if let Some(deprecated) = &provider.deprecated {
        docs.markdown(&deprecation(deprecated));
    }
    for note in &provider.notes {
        docs.text(note);
    }
    required::docs_of_provider(provider, &mut docs);
    docs.build()
}

/// A deprecation in a sentence.
pub(super) fn deprecation(deprecated: &crate::model::Deprecation) -> String {
    let reason = deprecated.reason.as_ref().map_or(String::new(), |reason| format!(" {}", escaped(reason)));
    let successor = deprecated
        .successor
        .as_ref()
        .map_or(String::new(), |successor| format!(" Use {} instead.", escaped(successor.trim_end_matches('.'))));
    format!("**Deprecated.**{reason}{successor}")
}

fn facts(provider: &Provider) -> ProviderFacts {
    ProviderFacts {
        name: provider.name.value.clone(),
        title: provider.title.clone(),
        scheme: match provider.scheme {
            Scheme::TencentV2 => "TencentV2",
            Scheme::AliyunRpc => "AliyunRpc",
            Scheme::Qingcloud => "Qingcloud",
            Scheme::Ucloud => "Ucloud",
        },
        method: match provider.method {
            Method::Get => "Get",
            Method::Post => "Post",
        },
        action_parameter: provider.action_parameter.clone(),
        required: required::facts(provider),
        status: provider.status.field.clone().map(|field| StatusFacts {
            field,
            success: provider.status.success,
            message: provider.status.message.clone(),
            request_id: provider.status.request_id.clone(),
            request_id_header: provider.status.request_id_header.clone(),
        }),
        failures: failures::classes(provider),
        errors: errors(&provider.errors),
    }
}

/// Codes, each once, with all their messages.
pub(super) fn errors(codes: &[ErrorCode]) -> Vec<ErrorFact> {
    let mut facts: Vec<ErrorFact> = Vec::new();
    for code in codes {
        let index = facts.iter().position(|fact| fact.code == code.code.value).unwrap_or_else(|| {
            facts.push(ErrorFact { code: code.code.value.clone(), http: None, messages: Vec::new() });
            facts.len() - 1
        });
        facts[index].http = facts[index].http.or(code.http.as_ref().and_then(|http| u16::try_from(http.value).ok()));
        facts[index].messages.extend(code.message.clone());
    }
    facts
}

fn service_module(
    provider: &Provider,
    service: &Service,
    folder: &str,
    names: &mut Names,
    features: &mut Names,
) -> ServiceModule {
    let module = names.module(&service.name);
    let mut docs = DocsBuilder::default();
    docs.markdown(&format!("{}.", escaped(service.title.as_deref().unwrap_or(&service.name.value))));
    if let Some(doc) = &service.doc {
        docs.text(doc);
    }
    let endpoint = service.endpoint.as_ref().map(|endpoint| endpoint.value.clone());
    docs.markdown(&match &endpoint {
        Some(endpoint) => format!("Endpoint {}, unless an action has its own.", code(endpoint)),
        None => {
            "The documents name no endpoint of the service. Where the action has none of its own either, the client \
                 has to be made with `.endpoint(…)`."
                .to_owned()
        }
    });
    docs.markdown("Requests are sent by [the provider's client](../type.Client.html).");
    ServiceModule {
        path: format!("{folder}/{}/mod.rs", module.as_str()),
        spec: provider.path.clone(),
        feature: features.feature(&provider.name, Some(&service.name)),
        docs: docs.build(),
        name: service.name.value.clone(),
        title: service.title.clone(),
        endpoint: endpoint.unwrap_or_default(),
        version: service.version.clone(),
        own_crate: None,
        listing: service.kept.as_ref().and_then(|kept| kept.listing.clone()),
        actions: Vec::new(),
        module,
    }
}
