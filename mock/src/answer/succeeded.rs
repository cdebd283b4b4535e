//! Answers of calls that succeeded.

use serde_json::{Map, Value, json};
use tablature_codegen::model::{Action, Kind, Provider, Row};

use super::{Answer, answered_name, data, enveloped, scalar, typed};
use crate::read::Tree;
use crate::store::{Page, sample};

/// What a call came to.
pub(crate) enum Outcome {
    /// The page that was asked for.
    Listed(Page),
    /// The field that says the new thing's ID, and the ID.
    Created(String, String),
    /// It is done, and there is nothing to tell.
    Done,
    /// The store knows nothing of this action: the documented example is answered or, where there is none, something
    /// made up.
    Shown,
}

/// The answer in the provider's shape.
pub(crate) fn succeeded(
    provider: &Provider,
    action: &Action,
    given: &Tree,
    outcome: &Outcome,
    request_id: &str,
) -> Answer {
    let mut body = start(action, outcome);
    for row in &action.response {
        if let Some(value) = known(provider, action, given, row) {
            body.insert(row.name.value.clone(), value);
        }
    }
    match (outcome, &action.paging) {
        (Outcome::Listed(page), Some(paging)) => {
            let items = &action.response[paging.items];
            let things = json!(page.things);
            let wrapped = items.item.as_ref().map_or(things.clone(), |item| json!({ item.value.as_str(): things }));
            body.insert(items.name.value.clone(), wrapped);
            if let Some(total) = paging.total {
                body.insert(action.response[total].name.value.clone(), json!(page.total));
            }
        }
        (Outcome::Created(field, id), _) => {
            body.insert(field.clone(), json!(id));
        }
        _ => {}
    }
    enveloped(provider, body, request_id)
}

/// The first documented example, so that nothing is missing which the page shows.
fn start(action: &Action, outcome: &Outcome) -> Map<String, Value> {
    let example = action.examples.iter().find_map(|example| example.response.as_ref());
    match (example.map(|answer| data(&answer.value)), outcome) {
        (Some(Value::Object(answer)), _) => answer,
        (_, Outcome::Shown) => sample(action, &action.response),
        _ => Map::new(),
    }
}

/// What the call itself says about a field of its answer: that it succeeded, which action it was, and what the request
/// has under the same name.
fn known(provider: &Provider, action: &Action, given: &Tree, row: &Row) -> Option<Value> {
    let name = row.name.value.as_str();
    if provider.status.field.as_deref() == Some(name) {
        return provider.status.success.map(|success| json!(success));
    }
    if provider.action_parameter == name {
        return Some(answered_name(&action.name));
    }
    if row.list || matches!(row.kind, Kind::Type(_) | Kind::Object | Kind::Any) {
        return None;
    }
    let asked = action.request.iter().find(|asked| asked.name.value == name && !asked.list)?;
    let sent = given.text(name).map(|text| typed(row.kind, text));
    sent.or_else(|| asked.default.as_ref().map(|default| scalar(&default.value)))
}
