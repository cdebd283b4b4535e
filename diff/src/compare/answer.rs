//! Answers: the rows of the answer itself, and those of the models inside of it.

use std::collections::BTreeSet;

use tablature_codegen::model::{Action, Basis, Required, Row, Text};
use tablature_codegen::rust_names::field_name;

use super::matching::{Candidate, How, Renamed, matched};
use super::names::Pairing;
use super::parameter::Rows;
use super::{Context, describe, form, order};
use crate::change::Change;
use crate::rules::answer as rules;
use crate::rules::{enumeration::TYPE_RENAMED, fact};

/// What the answer itself is called in addresses.
const RESPONSE: &str = "response";

/// Compares the answer, then every model that it leads to: a model that goes by another name is found by the row that
/// refers to it.
pub(super) fn compare(context: &Context<'_>, pairing: &mut Pairing, changes: &mut Vec<Change>) {
    let named: BTreeSet<usize> = pairing.types.keys().copied().collect();
    compare_rows(context, pairing, (RESPONSE, &context.old.response, &context.new.response), changes);
    let mut done = BTreeSet::new();
    while let Some((old, new)) = pairing.types.iter().map(|(old, new)| (*old, *new)).find(|pair| !done.contains(pair)) {
        done.insert((old, new));
        let (Some(before), Some(after)) = (context.old.types.get(old), context.new.types.get(new)) else { continue };
        let owner = format!("type {}", before.name.value);
        if !named.contains(&old) {
            changes.push(renamed_type(context, &owner, &before.name, &after.name));
        }
        compare_rows(context, pairing, (&owner, &before.rows, &after.rows), changes);
    }
}

/// A model or a value list of another name.
pub(super) fn renamed_type(context: &Context<'_>, thing: &str, old: &Text, new: &Text) -> Change {
    let change = Change::new(&TYPE_RENAMED, &context.path, thing).attribute("name");
    let change = change.before(old.value.clone()).after(new.value.clone()).at(old.at, new.at);
    change.guess(Some("the same row refers to it".to_owned()))
}

fn compare_rows(
    context: &Context<'_>,
    pairing: &mut Pairing,
    (owner, old, new): (&str, &[Row], &[Row]),
    changes: &mut Vec<Change>,
) {
    let matches = matched(&candidates(context.old, old), &candidates(context.new, new));
    let thing = |row: &Row| format!("{owner} {}", row.name.value);
    for gone in matches.removed.iter().map(|index| &old[*index]) {
        changes.push(Change::new(&rules::FIELD_REMOVED, &context.path, thing(gone)).at(gone.name.at, None));
    }
    for come in matches.added.iter().map(|index| &new[*index]) {
        changes.push(Change::new(&rules::FIELD_ADDED, &context.path, thing(come)).at(None, come.name.at));
    }
    for pair in &matches.renamed {
        let (before, after) = (&old[pair.old], &new[pair.new]);
        changes.push(renamed(context, &thing(before), before, after, pair));
        if owner == RESPONSE {
            pairing.fields.add(before, after);
        }
    }
    let renamed = matches.renamed.iter().map(|pair| (pair.old, pair.new));
    let mut pairs: Vec<(usize, usize)> = matches.same.iter().copied().chain(renamed).collect();
    pairs.sort_unstable();
    for (before, after) in &pairs {
        let (before, after) = (&old[*before], &new[*after]);
        pairing.learn(before, after);
        let thing = thing(before);
        field(context, pairing, &mut Rows { path: &context.path, thing: &thing, old: before, new: after, changes });
    }
    let moved = order::moved(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    for ((before, after), _) in pairs.iter().zip(moved).filter(|(_, moved)| *moved) {
        let change = Change::new(&fact::ROW_MOVED, &context.path, thing(&old[*before])).attribute("place");
        changes.push(change.at(old[*before].name.at, new[*after].name.at));
    }
}

fn candidates<'m>(action: &'m Action, rows: &'m [Row]) -> Vec<Candidate<'m>> {
    let candidate = |row: &'m Row| Candidate {
        key: row.name.value.clone(),
        name: &row.name.value,
        kind: describe::shape(action, row, row.list),
        doc: row.doc.as_deref(),
        required: row.required == Required::Yes,
    };
    rows.iter().map(candidate).collect()
}

fn renamed(context: &Context<'_>, thing: &str, old: &Row, new: &Row, pair: &Renamed) -> Change {
    let stays = field_name(&old.name) == field_name(&new.name);
    let is_certain = pair.how == How::Recased;
    let rule = if is_certain && stays { &rules::FIELD_RECASED } else { &rules::FIELD_RENAMED };
    let change = Change::new(rule, &context.path, thing).attribute("name").before(old.name.value.clone());
    let change = change.after(new.name.value.clone()).at(old.name.at, new.name.at);
    change.guess((!is_certain).then(|| pair.evidence.text()))
}

fn field(context: &Context<'_>, pairing: &Pairing, rows: &mut Rows<'_, '_>) {
    let (old, new) = (rows.old, rows.new);
    if let Some(rule) = form::response_rule(context, pairing, old, new) {
        let kinds = (describe::kind(context.old, old.kind), describe::kind(context.new, new.kind));
        rows.push(rule, "type", Some(kinds.0), Some(kinds.1), (old.at, new.at));
    }
    if old.list != new.list {
        let rule = if new.list { &rules::FIELD_BECAME_LIST } else { &rules::FIELD_BECAME_SINGLE };
        let words = [old.list, new.list].map(|list| Some(if list { "list" } else { "single" }.to_owned()));
        let [before, after] = words;
        rows.fact(rule, "list", before, after);
    }
    let item = |row: &Row| row.item.as_ref().map(|item| item.value.clone());
    if old.list && new.list {
        rows.fact(&rules::FIELD_WRAPPER_CHANGED, "item", item(old), item(new));
    }
    let withdrawn = old.required == Required::Yes && new.required == Required::No;
    let rule = if withdrawn { &rules::FIELD_PRESENCE_WITHDRAWN } else { &fact::FACT_STATED };
    let presence = |row: &Row| Some((row.required == Required::Yes).to_string());
    rows.fact(rule, "required", presence(old), presence(new));
    let (before, after) = (describe::evidence(old), describe::evidence(new));
    let withdrawn = matches!(new.basis, Basis::Example | Basis::Traffic);
    let rule = if withdrawn { &rules::FIELD_PRESENCE_WITHDRAWN } else { &fact::FACT_STATED };
    rows.fact(rule, "basis", before, after);
    aliases(rows);
    rows.common();
    for (attribute, before, after) in [
        ("nullable", describe::truth(old.nullable), describe::truth(new.nullable)),
        ("empty", describe::truth(old.empty.is_some()), describe::truth(new.empty.is_some())),
        ("limits", describe::limits(old), describe::limits(new)),
    ] {
        rows.fact(&fact::FACT_STATED, attribute, Some(before), Some(after));
    }
    rows.fact(&fact::FACT_STATED, "required_for", old.required_for.clone(), new.required_for.clone());
    rows.fact(&fact::FACT_STATED, "only_for", old.only_for.clone(), new.only_for.clone());
}

fn aliases(rows: &mut Rows<'_, '_>) {
    let (old, new) = (rows.old, rows.new);
    let has = |row: &Row, name: &str| row.name.value == name || row.aliases.iter().any(|alias| alias.value == name);
    for gone in old.aliases.iter().filter(|alias| !has(new, alias)) {
        let places = (gone.at, new.at);
        rows.push(
            &rules::FIELD_ALIAS_REMOVED,
            &format!("alias {}", gone.value),
            Some(gone.value.clone()),
            None,
            places,
        );
    }
    for come in new.aliases.iter().filter(|alias| !has(old, alias)) {
        let places = (old.at, come.at);
        rows.push(&fact::FACT_STATED, &format!("alias {}", come.value), None, Some(come.value.clone()), places);
    }
}
