//! What holds for a whole provider, and for a service.

use std::collections::BTreeSet;

use tablature_codegen::model::{ErrorCode, Method, Provider, Required, Row, Service};
use tablature_codegen::vocabulary::FailureClass;

use super::describe;
use super::parameter::deprecation;
use crate::change::Change;
use crate::rules::{Rule, action, fact, provider as rules};

pub(super) fn compare(old: &Provider, new: &Provider, changes: &mut Vec<Change>) {
    let path = old.name.value.as_str();
    let places = (old.name.at, new.name.at);
    let mut fact = |rule: &'static Rule, attribute: &str, before: Option<String>, after: Option<String>| {
        if before != after {
            let change = Change::new(rule, path, "").attribute(attribute).values(before, after);
            changes.push(change.at(places.0, places.1));
        }
    };
    let some = |text: &str| Some(text.to_owned());
    fact(&rules::SIGNING_SCHEME_CHANGED, "signing", some(old.scheme.name()), some(new.scheme.name()));
    fact(&rules::CALL_FORM_CHANGED, "method", some(method(old.method)), some(method(new.method)));
    let parameters = [old, new].map(|provider| some(&provider.action_parameter));
    let [before, after] = parameters;
    fact(&rules::CALL_FORM_CHANGED, "action_parameter", before, after);
    let bases = [old, new].map(|provider| Some(provider.list_base.value.to_string()));
    let [before, after] = bases;
    fact(&rules::LIST_BASE_CHANGED, "list_base", before, after);
    let (was, is) = (&old.status, &new.status);
    fact(&rules::STATUS_CHANGED, "status field", was.field.clone(), is.field.clone());
    let success = |code: Option<i64>| code.map(|code| code.to_string());
    fact(&rules::STATUS_CHANGED, "status success", success(was.success), success(is.success));
    fact(&rules::STATUS_DETAIL_CHANGED, "status message", was.message.clone(), is.message.clone());
    fact(&rules::STATUS_DETAIL_CHANGED, "status request_id", was.request_id.clone(), is.request_id.clone());
    fact(
        &rules::STATUS_DETAIL_CHANGED,
        "status request_id_header",
        was.request_id_header.clone(),
        is.request_id_header.clone(),
    );
    for (name, class) in FailureClass::NAMES {
        let [before, after] = [old, new].map(|provider| codes(provider, class));
        fact(&rules::FAILURE_CODES_CHANGED, &format!("failures {name}"), before, after);
    }
    let deprecated = deprecation(path, "", old.deprecated.as_ref(), new.deprecated.as_ref());
    changes.extend(deprecated.map(|change| change.at(places.0, places.1)));
    common(path, old, new, changes);
    errors(path, &old.errors, &new.errors, changes);
}

/// The codes of a class, in any order.
fn codes(provider: &Provider, class: FailureClass) -> Option<String> {
    let all = provider.failures.iter().filter(|codes| codes.class == class).flat_map(|codes| &codes.codes);
    let sorted: BTreeSet<&str> = all.map(|code| code.value.as_str()).collect();
    (!sorted.is_empty()).then(|| sorted.into_iter().collect::<Vec<_>>().join(", "))
}

fn method(method: Method) -> &'static str {
    Method::NAMES.iter().find(|(_, other)| *other == method).map_or("", |(name, _)| name)
}

/// Parameters of every call. Nothing in the bindings is made of them: a client sends them.
fn common(path: &str, old: &Provider, new: &Provider, changes: &mut Vec<Change>) {
    let find = |rows: &'_ [Row], name: &str| rows.iter().position(|row| row.name.value == name);
    let thing = |row: &Row| format!("common {}", row.name.value);
    for before in &old.common {
        match find(&new.common, &before.name).map(|index| &new.common[index]) {
            None => changes.push(Change::new(&rules::COMMON_CHANGED, path, thing(before)).at(before.name.at, None)),
            Some(after) => {
                let was_needed = before.required == Required::Yes;
                let is_needed = after.required == Required::Yes;
                let (was, is) = (said(before), said(after));
                let rule = match (was_needed, is_needed) {
                    (false, true) => &rules::COMMON_REQUIRED,
                    _ if was != is => &rules::COMMON_CHANGED,
                    (true, false) => &fact::FACT_STATED,
                    _ => continue,
                };
                let words = |needed, said| format!("{}{said}", if needed { "required, " } else { "" });
                let change = Change::new(rule, path, thing(before)).before(words(was_needed, was));
                changes.push(change.after(words(is_needed, is)).at(before.at, after.at));
            }
        }
    }
    for after in new.common.iter().filter(|row| find(&old.common, &row.name).is_none()) {
        let is_needed = after.required == Required::Yes;
        let rule = if is_needed { &rules::COMMON_REQUIRED } else { &rules::COMMON_CHANGED };
        changes.push(Change::new(rule, path, thing(after)).at(None, after.name.at));
    }
}

/// What a common parameter holds, in one text.
fn said(row: &Row) -> String {
    let mut facts = vec![describe::word(row.kind).to_owned()];
    facts.extend(row.constant.as_ref().map(|value| format!("always {}", value.value.wire())));
    facts.extend(row.default.as_ref().map(|value| format!("default {}", value.value.wire())));
    facts.extend(Some(describe::limits(row)).filter(|limits| !limits.is_empty()));
    facts.extend(row.list.then(|| describe::encoding(row.encoding)));
    facts.join(", ")
}

/// Error codes, of a provider or of an action. The words of their messages are words.
pub(super) fn errors(path: &str, old: &[ErrorCode], new: &[ErrorCode], changes: &mut Vec<Change>) {
    let find = |errors: &'_ [ErrorCode], code: &str| errors.iter().position(|error| error.code.value == code);
    let mut seen = BTreeSet::new();
    for before in old.iter().filter(|error| seen.insert(error.code.value.clone())) {
        let change = |rule| Change::new(rule, path, format!("error {}", before.code.value));
        match find(new, &before.code).map(|index| &new[index]) {
            None => changes.push(change(&action::ERROR_CODE_REMOVED).at(before.code.at, None)),
            Some(after) => {
                let status = |error: &ErrorCode| error.http.as_ref().map(|http| http.value.to_string());
                if status(before) != status(after) {
                    let change = change(&action::ERROR_STATUS_CHANGED).attribute("http");
                    changes.push(change.values(status(before), status(after)).at(before.code.at, after.code.at));
                }
            }
        }
    }
    for after in new.iter().filter(|error| find(old, &error.code).is_none() && seen.insert(error.code.value.clone())) {
        let change = Change::new(&action::ERROR_CODE_ADDED, path, format!("error {}", after.code.value));
        changes.push(change.at(None, after.code.at));
    }
}

/// What is said of a service that both states have.
pub(super) fn compare_service(old: &Service, new: &Service, path: &str, changes: &mut Vec<Change>) {
    let endpoint = |service: &Service| service.endpoint.as_ref().map(|endpoint| endpoint.value.clone());
    let places = [old, new].map(|service| service.endpoint.as_ref().map_or(service.name.at, |endpoint| endpoint.at));
    if endpoint(old) != endpoint(new) {
        let rule = if old.endpoint.is_none() { &fact::FACT_STATED } else { &rules::ENDPOINT_CHANGED };
        let change = Change::new(rule, path, "").attribute("endpoint").values(endpoint(old), endpoint(new));
        changes.push(change.at(places[0], places[1]));
    }
    if old.version != new.version {
        let change = Change::new(&rules::COMMON_CHANGED, path, "").attribute("version");
        changes.push(change.values(old.version.clone(), new.version.clone()).at(old.name.at, new.name.at));
    }
}
