//! An action that both states have.

use super::names::Pairing;
use super::parameter::deprecation;
use super::{Context, answer, condition, enumeration, paging, provider, request, table};
use crate::change::Change;
use crate::rules::{action as rules, fact, provider::ENDPOINT_CHANGED};

pub(super) fn compare(context: &Context<'_>, changes: &mut Vec<Change>) {
    let (old, new) = (context.old, context.new);
    let mut pairing = Pairing::by_name(old, new);
    // Rows come first: they tell what took the place of a model, a value list or a row that others refer to.
    answer::compare(context, &mut pairing, changes);
    request::compare(context, &mut pairing, changes);
    enumeration::compare(context, &pairing, changes);
    condition::compare(context, &pairing, changes);
    paging::compare(context, &pairing, changes);
    table::compare(context, changes);
    provider::errors(&context.path, &old.errors, &new.errors, changes);
    changes.extend(
        deprecation(&context.path, "", old.deprecated.as_ref(), new.deprecated.as_ref())
            .map(|change| change.at(old.name.at, new.name.at)),
    );
    let endpoint = |action: &tablature_codegen::model::Action| action.endpoint.as_ref().map(|text| text.value.clone());
    if endpoint(old) != endpoint(new) {
        let at = |action: &tablature_codegen::model::Action| {
            action.endpoint.as_ref().map_or(action.name.at, |endpoint| endpoint.at)
        };
        let change = Change::new(&ENDPOINT_CHANGED, &context.path, "").attribute("endpoint");
        changes.push(change.values(endpoint(old), endpoint(new)).at(at(old), at(new)));
    }
    if old.changes != new.changes {
        let rule = if new.changes { &rules::ACTION_BECAME_CHANGING } else { &fact::FACT_STATED };
        let change = Change::new(rule, &context.path, "").attribute("changes");
        changes
            .push(change.before(old.changes.to_string()).after(new.changes.to_string()).at(old.name.at, new.name.at));
    }
}
