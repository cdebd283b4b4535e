//! What rows hold: which rule a change of type falls under.

use std::collections::BTreeSet;

use tablature_codegen::model::{Action, Direction, Kind, Limit, OnInvalid, Row, TimeForm, Type};

use super::Context;
use super::names::Pairing;
use crate::rules::{Rule, answer, fact, shape};

/// The rule for a parameter that holds something else than before.
pub(super) fn request_rule(context: &Context<'_>, pairing: &Pairing, old: &Row, new: &Row) -> Option<&'static Rule> {
    if pairing.is_same(old.kind, new.kind) {
        return None;
    }
    let is_number = [is_number(context.old, old.kind), is_number(context.new, new.kind)];
    let keeps = match (listed(context.old, old), listed(context.new, new)) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(before), Some(after)) => before.is_subset(&after),
    };
    Some(match (old.kind, new.kind) {
        // One type in Rust.
        (Kind::Any, Kind::Object) | (Kind::Object, Kind::Any) => &fact::FACT_STATED,
        (Kind::Integer, Kind::Float) | (_, Kind::Any) => &shape::TYPE_WIDENED,
        (Kind::Text, Kind::Integer | Kind::Float | Kind::Boolean) => &shape::TEXT_BECAME_NUMBER,
        (before, Kind::Text) if is_word(before) && keeps => &shape::TYPE_WIDENED,
        (Kind::Text, Kind::Enum(_)) if !keeps => &shape::TEXT_BECAME_ENUM,
        (Kind::Text | Kind::Integer | Kind::Enum(_), Kind::Text | Kind::Integer | Kind::Enum(_))
            if keeps && is_number[0] == is_number[1] =>
        {
            &shape::TYPE_WIDENED
        }
        _ => &shape::TYPE_CHANGED,
    })
}

/// The values that a parameter takes, where all others are refused.
fn listed(action: &Action, row: &Row) -> Option<BTreeSet<String>> {
    if row.on_invalid != OnInvalid::Error {
        return None;
    }
    if let Kind::Enum(index) = row.kind {
        let list = action.enums.get(index).filter(|list| !list.open)?;
        let sent = list.values.iter().filter(|value| value.only != Some(Direction::Response));
        return Some(sent.map(|value| value.value.value.wire()).collect());
    }
    row.limits.iter().find_map(|limit| match &limit.value {
        Limit::Allowed(values) => Some(values.iter().map(|value| value.value.wire()).collect()),
        _ => None,
    })
}

/// The rule for a field of an answer that holds something else than before. Decoding takes numbers for texts and the
/// reverse, and every unknown value of an enum.
pub(super) fn response_rule(context: &Context<'_>, pairing: &Pairing, old: &Row, new: &Row) -> Option<&'static Rule> {
    if pairing.is_same(old.kind, new.kind) {
        return None;
    }
    let becomes_text = is_number(context.old, old.kind) && !is_number(context.new, new.kind);
    Some(match (old.kind, new.kind) {
        (Kind::Any, Kind::Object) | (Kind::Object, Kind::Any) => &fact::FACT_STATED,
        (Kind::Time(_), Kind::Time(_)) => &answer::FIELD_TYPE_CHANGED,
        (Kind::Boolean, _) | (_, Kind::Boolean) if old.kind != Kind::Text => &answer::FIELD_TYPE_CHANGED,
        (Kind::Integer, Kind::Float) => &answer::FIELD_TYPE_CHANGED,
        // What was a number may be any text now.
        (before, after) if is_word(before) && is_word(after) && !becomes_text => &answer::FIELD_TYPE_CONVERTED,
        (Kind::Type(before), Kind::Type(after)) => {
            let models = context.old.types.get(before).zip(context.new.types.get(after));
            let holds_all = models.is_some_and(|(before, after)| holds_all(before, after));
            if holds_all { &answer::FIELD_TYPE_CONVERTED } else { &answer::FIELD_TYPE_CHANGED }
        }
        (Kind::Any | Kind::Object, Kind::Type(_)) | (Kind::Type(_), Kind::Any | Kind::Object) | (Kind::Any, _) => {
            &answer::FIELD_TYPE_CONVERTED
        }
        _ => &answer::FIELD_TYPE_CHANGED,
    })
}

/// Whether a model has all rows of another, each of the same kind.
fn holds_all(old: &Type, new: &Type) -> bool {
    let kind = |row: &Row| (std::mem::discriminant(&row.kind), row.list);
    let has = |row: &Row| new.rows.iter().any(|other| other.name.value == row.name.value && kind(other) == kind(row));
    old.rows.iter().all(has)
}

fn is_word(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Integer | Kind::Float | Kind::Boolean | Kind::Enum(_) | Kind::Time(_))
}

/// Whether a value travels as a number, or as true or false.
fn is_number(action: &Action, kind: Kind) -> bool {
    match kind {
        Kind::Integer | Kind::Float | Kind::Boolean | Kind::Time(TimeForm::UnixSeconds) => true,
        Kind::Enum(index) => action.enums.get(index).is_some_and(|list| list.integer),
        _ => false,
    }
}

/// Whether the limits of one row can be laid beside those of another: numbers beside numbers, texts beside texts.
pub(super) fn is_comparable(old: &Row, new: &Row) -> bool {
    let is_plain_number = |row: &Row| matches!(row.kind, Kind::Integer | Kind::Float);
    let same = std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind);
    same || is_plain_number(old) && is_plain_number(new)
}
