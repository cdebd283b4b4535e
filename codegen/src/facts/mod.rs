//! The facts view: what the specs say, one object a line for programs, or as tables for the eye.

mod action;
mod row;
mod table;
mod view;

use serde_json::{Map, Value};

use crate::diag::Report;
use crate::model::{Model, Provider, Service};
use crate::source::SourceFile;

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The provider.
    pub provider: String,
    /// The service; empty for facts of the whole provider.
    pub service: String,
    /// The action; empty for facts of the whole service or provider.
    pub action: String,
    /// The fact as one JSON object, without a line break.
    pub json: String,
}

/// All facts, by provider, service and action, in the order of the pages.
///
/// # Errors
///
/// The report, when a spec has an error.
pub fn lines(files: &[SourceFile]) -> Result<Vec<Fact>, Report> {
    let model = sound(files)?;
    let mut facts = Vec::new();
    for provider in &model.providers {
        action::provider_facts(provider, &mut Collector::new(&provider.name, "", "", &mut facts));
        for service in &provider.services {
            action::service_facts(service, &mut Collector::new(&provider.name, &service.name, "", &mut facts));
            for one in &service.actions {
                action::action_facts(
                    provider,
                    service,
                    one,
                    &mut Collector::new(&provider.name, &service.name, &one.name, &mut facts),
                );
            }
        }
    }
    Ok(facts)
}

/// The tables of the actions that `chosen` accepts (by provider, service and action), laid out as pages print them.
///
/// # Errors
///
/// The report, when a spec has an error.
pub fn table(files: &[SourceFile], chosen: &dyn Fn(&str, &str, &str) -> bool) -> Result<String, Report> {
    let model = sound(files)?;
    let mut text = String::new();
    for (provider, service, action) in model.actions() {
        if chosen(&provider.name, &service.name, &action.name) {
            view::action(provider, service, action, &mut text);
        }
    }
    Ok(text)
}

fn sound(files: &[SourceFile]) -> Result<Model, Report> {
    let (model, report) = crate::read(files, 1);
    if report.has_errors() { Err(report) } else { Ok(model) }
}

/// Puts the same first keys before every fact of a place.
struct Collector<'c> {
    provider: &'c str,
    service: &'c str,
    action: &'c str,
    facts: &'c mut Vec<Fact>,
}

impl<'c> Collector<'c> {
    fn new(provider: &'c str, service: &'c str, action: &'c str, facts: &'c mut Vec<Fact>) -> Self {
        Self { provider, service, action, facts }
    }

    /// Adds a fact of the kind `at`; `keys` keep their order.
    fn push(&mut self, at: &str, keys: impl IntoIterator<Item = (&'static str, Value)>) {
        let mut object = Map::new();
        for (key, value) in
            [("provider", self.provider), ("service", self.service), ("action", self.action), ("at", at)]
        {
            object.insert(key.to_owned(), value.into());
        }
        object.extend(keys.into_iter().map(|(key, value)| (key.to_owned(), value)));
        self.facts.push(Fact {
            provider: self.provider.to_owned(),
            service: self.service.to_owned(),
            action: self.action.to_owned(),
            json: Value::Object(object).to_string(),
        });
    }
}

/// Where calls to a service go: the action's own address, or the service's.
fn endpoint<'m>(service: &'m Service, action: &'m crate::model::Action) -> Option<&'m str> {
    action.endpoint.as_ref().or(service.endpoint.as_ref()).map(|endpoint| endpoint.value.as_str())
}

/// The method's name.
fn method(provider: &Provider) -> &'static str {
    use crate::vocabulary::Method;
    Method::NAMES.iter().find(|(_, method)| *method == provider.method).map_or("", |(name, _)| name)
}
