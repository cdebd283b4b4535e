//! Requests against the documents, by interpreting the model.
//!
//! The generated bindings check requests, too, from tables that the generator wrote. This is a second reading, written
//! on its own, so that a mistake in either shows as a disagreement.

mod limit;
mod rule;
mod violated;
mod walk;

pub use violated::Violated;

use tablature_codegen::model::{Action, Field, FieldKind, ListEncoding, Provider, Row, Service};
use tablature_codegen::vocabulary::Basis;

use crate::read::{Node, Tree, tree};
use crate::recognise::{Pairs, last};
use crate::scheme;
use walk::Walk;

/// Everything in the parameters of a call that does not keep the documents' word: rows in the documented order, then
/// the rules between rows. Common parameters, and parameters that no row takes, are not looked at.
///
/// What a request says is lost in part on the way: of a list that is joined by commas, an entry with a comma in it has
/// become two.
///
/// ```
/// let (model, _) = tablature_codegen::read(&tablature_mock::embedded_specs(), 1);
/// let (provider, _, action) = model.actions().next().expect("there are actions");
/// let violated = tablature_mock::interpret(provider, action, &[("PageSize".into(), "101".into())]);
/// let rows: Vec<&str> = violated.iter().map(|violated| violated.row()).collect();
/// assert_eq!(rows, ["RegionId", "PageSize"]);
/// ```
pub fn interpret(provider: &Provider, action: &Action, parameters: &[(String, String)]) -> Vec<Violated> {
    violations(provider, action, &tree(&action.fields, &Node::of(parameters), ""))
}

/// The same of a request that was read already.
pub(crate) fn violations(provider: &Provider, action: &Action, given: &Tree) -> Vec<Violated> {
    let mut walk = Walk::new(action, &action.request, &provider.action_parameter);
    walk.fields(&action.fields, given);
    let mut found = walk.found;
    for rule in &action.rules {
        rule::check(action, rule, given, &mut found);
    }
    found
}

/// What is wrong with the common parameters: those that the action does not document itself.
pub(crate) fn common_violations(provider: &Provider, action: &Action, pairs: &Pairs) -> Vec<Violated> {
    let is_own = |row: &Row| action.request.iter().any(|own| own.name.value == row.name.value);
    let rows = provider.common.iter().enumerate().filter(|(_, row)| !is_own(row));
    let fields: Vec<Field> = rows.map(|(index, row)| common_field(index, row)).collect();
    let mut walk = Walk::new(action, &provider.common, &provider.action_parameter);
    walk.fields(&fields, &tree(&fields, &Node::of(pairs), ""));
    walk.found
}

/// Another version of the service than the one that is documented. That there must be one is said of the parameter.
pub(crate) fn version_violation(provider: &Provider, service: &Service, pairs: &Pairs) -> Option<Violated> {
    let parameter = scheme::names(provider.scheme).version?;
    let version = service.version.as_deref()?;
    let given = last(pairs, parameter).filter(|given| !given.is_empty() && *given != version)?;
    let row = provider.common.iter().find(|row| row.name.value == parameter);
    Some(Violated {
        row: parameter.to_owned(),
        name: parameter.to_owned(),
        value: Some(given.to_owned()),
        rule: format!("must be {version}"),
        basis: row.map_or(Basis::Table, |row| row.basis),
        missing: false,
    })
}

fn common_field(index: usize, row: &Row) -> Field {
    let name = &row.name.value;
    Field {
        name: name.clone(),
        full_name: name.clone(),
        page_name: name.clone(),
        mark: None,
        needed: row.required == tablature_codegen::model::Required::Yes,
        list: row.list,
        encoding: if row.list { row.encoding } else { ListEncoding::Repeated },
        kind: FieldKind::Value(index),
    }
}
