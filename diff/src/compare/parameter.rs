//! What is said of one parameter.

use tablature_codegen::model::{Deprecation, Kind, Required, Row};
use tablature_codegen::source::At;

use super::names::Pairing;
use super::tree::Node;
use super::{Context, default, describe, form, limit};
use crate::change::Change;
use crate::rules::{Rule, fact, parameter as rules, shape};

/// A parameter on both sides.
pub(super) struct Subject<'n, 'm> {
    pub(super) old: &'n Node<'m>,
    pub(super) new: &'n Node<'m>,
    pub(super) thing: String,
}

pub(super) fn compare(context: &Context<'_>, pairing: &Pairing, subject: &Subject<'_, '_>, changes: &mut Vec<Change>) {
    let (Some(old), Some(new)) = (subject.old.row, subject.new.row) else { return };
    let mut rows = Rows { path: &context.path, thing: &subject.thing, old, new, changes };
    requirement(subject, &mut rows);
    if let Some(rule) = form::request_rule(context, pairing, old, new).filter(|_| !subject.old.is_struct) {
        let kinds = (describe::kind(context.old, old.kind), describe::kind(context.new, new.kind));
        rows.push(rule, "type", Some(kinds.0), Some(kinds.1), (old.at, new.at));
    }
    encoding(subject, &mut rows);
    limit::compare(&mut rows);
    default::compare(&mut rows);
    rows.common();
    rows.fact(&fact::FACT_STATED, "basis", describe::evidence(old), describe::evidence(new));
    rows.fact(&rules::AUDIENCE_CHANGED, "required_for", old.required_for.clone(), new.required_for.clone());
    rows.fact(&rules::AUDIENCE_CHANGED, "only_for", old.only_for.clone(), new.only_for.clone());
}

fn requirement(subject: &Subject<'_, '_>, rows: &mut Rows<'_, '_>) {
    let (old, new) = (rows.old, rows.new);
    if old.required == new.required {
        return;
    }
    let ways = [subject.old, subject.new].map(|node| [node.needed_around.as_slice(), &[node.needed]].concat());
    let up = ways[0].iter().zip(&ways[1]).any(|(old, new)| !old && *new);
    let down = ways[0].iter().zip(&ways[1]).any(|(old, new)| *old && !new);
    let rule = match (up, down) {
        (true, _) => &rules::BECAME_REQUIRED,
        (false, true) => &rules::BECAME_OPTIONAL,
        (false, false) => &fact::FACT_STATED,
    };
    let places = (old.required_at.unwrap_or(old.at), new.required_at.unwrap_or(new.at));
    rows.push(rule, "required", Some(required(old.required)), Some(required(new.required)), places);
}

fn required(required: Required) -> String {
    Required::NAMES.iter().find(|(_, other)| *other == required).map_or("", |(name, _)| name).to_owned()
}

/// What follows from the provider's own base is the provider's change.
fn encoding(subject: &Subject<'_, '_>, rows: &mut Rows<'_, '_>) {
    let (old, new) = (rows.old, rows.new);
    let is_usual = old.list_at.is_none() && new.list_at.is_none();
    if !subject.old.list || !subject.new.list || is_usual || old.encoding == new.encoding {
        return;
    }
    let words = (describe::encoding(old.encoding), describe::encoding(new.encoding));
    let places = (old.list_at.unwrap_or(old.at), new.list_at.unwrap_or(new.at));
    rows.push(&shape::LIST_ENCODING_CHANGED, "list", Some(words.0), Some(words.1), places);
}

/// A row on both sides, and where its changes go.
pub(super) struct Rows<'c, 'm> {
    pub(super) path: &'c str,
    pub(super) thing: &'c str,
    pub(super) old: &'m Row,
    pub(super) new: &'m Row,
    pub(super) changes: &'c mut Vec<Change>,
}

impl Rows<'_, '_> {
    pub(super) fn push(
        &mut self,
        rule: &'static Rule,
        attribute: &str,
        before: Option<String>,
        after: Option<String>,
        (old, new): (At, At),
    ) {
        let change = Change::new(rule, self.path, self.thing).attribute(attribute).values(before, after);
        self.changes.push(change.at(old, new));
    }

    /// A fact that stands somewhere in the row.
    pub(super) fn fact(&mut self, rule: &'static Rule, attribute: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            self.push(rule, attribute, before, after, (self.old.at, self.new.at));
        }
    }

    /// What rows of requests and of answers have in common.
    pub(super) fn common(&mut self) {
        let (old, new) = (self.old, self.new);
        let is_number = matches!(old.kind, Kind::Integer | Kind::Float | Kind::Text);
        let both = old.unit.is_some() && new.unit.is_some() && is_number;
        let rule = if both { &fact::UNIT_CHANGED } else { &fact::FACT_STATED };
        self.fact(rule, "unit", old.unit.clone(), new.unit.clone());
        let secret = [old.secret, new.secret].map(describe::truth).map(Some);
        let [before, after] = secret;
        self.fact(&fact::SECRET_CHANGED, "secret", before, after);
        let change = deprecation(self.path, self.thing, old.deprecated.as_ref(), new.deprecated.as_ref());
        self.changes.extend(change.map(|change| change.at(old.at, new.at)));
    }
}

/// A deprecation that came, went, or names another successor.
pub(super) fn deprecation(
    path: &str,
    thing: &str,
    old: Option<&Deprecation>,
    new: Option<&Deprecation>,
) -> Option<Change> {
    let (before, after) = (old.map(describe::deprecation), new.map(describe::deprecation));
    if before == after {
        return None;
    }
    let rule = if old.is_none() { &fact::DEPRECATED } else { &fact::DEPRECATION_CHANGED };
    Some(Change::new(rule, path, thing).attribute("deprecated").values(before, after))
}
