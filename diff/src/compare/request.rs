//! Requests: which parameters are new, gone, renamed or moved, and what is said of the others.

use std::collections::{BTreeMap, BTreeSet};

use tablature_codegen::model::Row;
use tablature_codegen::rust_names::field_name;

use super::matching::{Candidate, How, Matches, Renamed, matched};
use super::names::Pairing;
use super::tree::{Node, nodes};
use super::{Context, default, describe, order, parameter};
use crate::change::Change;
use crate::rules::{Rule, fact, parameter as rules, shape};

type Nodes<'m> = [Vec<Node<'m>>; 2];

pub(super) fn compare(context: &Context<'_>, pairing: &mut Pairing, changes: &mut Vec<Change>) {
    let all: Nodes<'_> = [
        nodes(context.old, &context.providers.0.action_parameter),
        nodes(context.new, &context.providers.1.action_parameter),
    ];
    let constants = default::Constants::new(context);
    let rows = all.each_ref().map(|nodes| nodes.iter().filter(|node| node.row.is_some()).collect::<Vec<_>>());
    let matches = matched(&candidates(context.old, &rows[0]), &candidates(context.new, &rows[1]));
    constants.compare(context, changes);
    lists(context, &all, changes);
    let known: BTreeSet<&str> = all[0].iter().map(|node| node.key.as_str()).collect();
    for gone in matches.removed.iter().map(|index| rows[0][*index]).filter(|node| !constants.takes(node)) {
        let change = Change::new(&rules::PARAMETER_REMOVED, &context.path, thing(gone));
        changes.push(change.at(gone.row.map(|row| row.name.at), None));
    }
    for come in matches.added.iter().map(|index| rows[1][*index]).filter(|node| !constants.frees(node)) {
        let needed = is_needed_anew(come, &known, &all[1]);
        let rule = if needed { &rules::PARAMETER_ADDED_REQUIRED } else { &rules::PARAMETER_ADDED };
        changes.push(Change::new(rule, &context.path, thing(come)).at(None, come.row.map(|row| row.name.at)));
    }
    for pair in &matches.renamed {
        let (old, new) = (rows[0][pair.old], rows[1][pair.new]);
        changes.push(renamed(context, old, new, pair));
        if let (Some(old), Some(new)) = (old.row, new.row) {
            pairing.parameters.add(old, new);
        }
    }
    let renamed = matches.renamed.iter().map(|pair| (pair.old, pair.new));
    let pairs: Vec<(usize, usize)> = matches.same.iter().copied().chain(renamed).collect();
    for (old, new) in pairs.iter().filter_map(|(old, new)| rows[0][*old].row.zip(rows[1][*new].row)) {
        pairing.learn(old, new);
    }
    for (old, new) in pairs {
        let subject = parameter::Subject { old: rows[0][old], new: rows[1][new], thing: thing(rows[0][old]) };
        parameter::compare(context, pairing, &subject, changes);
    }
    moves(context, &rows, &matches, changes);
}

fn thing(node: &Node<'_>) -> String {
    format!("request {}", node.page)
}

fn candidates<'m>(action: &'m tablature_codegen::model::Action, nodes: &[&Node<'m>]) -> Vec<Candidate<'m>> {
    let candidate = |node: &&Node<'m>| {
        let row: Option<&'m Row> = node.row;
        Candidate {
            key: node.key.clone(),
            name: node.own,
            kind: row.map_or(String::new(), |row| describe::shape(action, row, node.list)),
            doc: row.and_then(|row| row.doc.as_deref()),
            required: node.needed,
        }
    };
    nodes.iter().map(candidate).collect()
}

/// Whether a constructor that was there before takes the new parameter, or the new struct around it.
fn is_needed_anew(node: &Node<'_>, known: &BTreeSet<&str>, all: &[Node<'_>]) -> bool {
    let outermost = node.around.iter().find(|key| !known.contains(key.as_str()));
    match outermost.and_then(|key| all.iter().find(|other| other.key == *key)) {
        // A struct with a row of its own is a change of its own.
        Some(container) => container.row.is_none() && container.needed && node.needed,
        None => node.needed,
    }
}

fn renamed(context: &Context<'_>, old: &Node<'_>, new: &Node<'_>, pair: &Renamed) -> Change {
    let needed = old.needed || new.needed;
    let stays = field_name(old.own) == field_name(new.own);
    let is_needed_always = new.needed && new.needed_around.iter().all(|needed| *needed);
    let rule: &'static Rule = match (pair.how, needed) {
        (How::Nested, _) if !is_needed_always => &rules::PARAMETER_NESTED,
        (How::Recased, false) if stays => &rules::PARAMETER_RECASED,
        (How::Recased, true) if stays => &rules::REQUIRED_PARAMETER_RECASED,
        (_, true) => &rules::REQUIRED_PARAMETER_RENAMED,
        (_, false) => &rules::PARAMETER_RENAMED,
    };
    let change = Change::new(rule, &context.path, thing(old)).attribute("name").before(old.page).after(new.page);
    let places = [old, new].map(|node| node.row.map(|row| row.name.at));
    change.at(places[0], places[1]).guess((pair.how != How::Recased).then(|| pair.evidence.text()))
}

/// Whether a name stands for one thing or for many, and whether that thing has fields.
fn lists(context: &Context<'_>, all: &Nodes<'_>, changes: &mut Vec<Change>) {
    let known: BTreeMap<&str, &Node<'_>> = all[1].iter().map(|node| (node.key.as_str(), node)).collect();
    for old in &all[0] {
        let Some(new) = known.get(old.key.as_str()) else { continue };
        let places = [old, *new].map(|node| node.row.map(|row| row.name.at));
        if old.list != new.list {
            let rule = if new.list { &shape::BECAME_LIST } else { &shape::BECAME_SINGLE };
            let words = [old.list, new.list].map(|list| if list { "list" } else { "single" });
            let change = Change::new(rule, &context.path, thing(old)).attribute("list").before(words[0]);
            changes.push(change.after(words[1]).at(places[0], places[1]));
        }
        if old.is_struct != new.is_struct {
            let words = [old, *new].map(|node| if node.is_struct { "object with fields" } else { "single value" });
            let change = Change::new(&shape::TYPE_CHANGED, &context.path, thing(old)).attribute("type");
            changes.push(change.before(words[0]).after(words[1]).at(places[0], places[1]));
        }
    }
}

/// Rows that stand elsewhere. Where one of them is an argument of a constructor, and changes places with another, the
/// constructor is another one.
fn moves(context: &Context<'_>, rows: &[Vec<&Node<'_>>; 2], matches: &Matches, changes: &mut Vec<Change>) {
    let spot = |node: &Node<'_>, action: &tablature_codegen::model::Action| {
        action.request.iter().position(|row| node.row.is_some_and(|own| std::ptr::eq(own, row))).unwrap_or(usize::MAX)
    };
    let renamed = matches.renamed.iter().filter(|pair| pair.how != How::Nested).map(|pair| (pair.old, pair.new));
    let mut pairs: Vec<(usize, usize, &Node<'_>, &Node<'_>)> = matches
        .same
        .iter()
        .copied()
        .chain(renamed)
        .map(|(old, new)| (rows[0][old], rows[1][new]))
        .map(|(old, new)| (spot(old, context.old), spot(new, context.new), old, new))
        .collect();
    pairs.sort_by_key(|pair| pair.0);
    let moved = order::moved(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    for (index, (before, after, old, new)) in pairs.iter().enumerate().filter(|(index, _)| moved[*index]) {
        let is_argument = |one: &Node<'_>, other: &Node<'_>| one.needed && other.needed;
        let changes_places = pairs.iter().enumerate().any(|(other, (was, is, left, right))| {
            other != index
                && left.around == old.around
                && is_argument(old, new)
                && is_argument(left, right)
                && (was < before) != (is < after)
        });
        let rule = if changes_places { &rules::ARGUMENT_MOVED } else { &fact::ROW_MOVED };
        let places = [old, new].map(|node| node.row.map(|row| row.name.at));
        changes.push(Change::new(rule, &context.path, thing(old)).attribute("place").at(places[0], places[1]));
    }
}
