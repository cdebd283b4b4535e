//! What rows hold: which rule a change of type falls under.

use tablature_codegen::model::{Action, Kind, OnInvalid, Row};

use super::names::Pairing;
use crate::rules::{Rule, answer, fact, shape};

/// The rule for a parameter that holds something else than before.
pub(super) fn request_rule(pairing: &Pairing, old: &Row, new: &Row, new_action: &Action) -> Option<&'static Rule> {
    if pairing.is_same(old.kind, new.kind) {
        return None;
    }
    let is_enforced = |index: usize| {
        new.on_invalid == OnInvalid::Error && new_action.enums.get(index).is_some_and(|found| !found.open)
    };
    Some(match (old.kind, new.kind) {
        // One type in Rust.
        (Kind::Any, Kind::Object) | (Kind::Object, Kind::Any) => &fact::FACT_STATED,
        (Kind::Text, Kind::Integer | Kind::Float | Kind::Boolean) => &shape::TEXT_BECAME_NUMBER,
        (Kind::Text, Kind::Enum(index)) if is_enforced(index) => &shape::TEXT_BECAME_ENUM,
        (Kind::Text, Kind::Enum(_)) => &shape::TYPE_WIDENED,
        (Kind::Integer | Kind::Float | Kind::Boolean | Kind::Enum(_) | Kind::Time(_), Kind::Text) => {
            &shape::TYPE_WIDENED
        }
        (Kind::Integer, Kind::Float) | (_, Kind::Any) => &shape::TYPE_WIDENED,
        _ => &shape::TYPE_CHANGED,
    })
}

/// The rule for a field of an answer that holds something else than before. Decoding takes numbers for texts and the
/// reverse, and every unknown value of an enum.
pub(super) fn response_rule(pairing: &Pairing, old: &Row, new: &Row) -> Option<&'static Rule> {
    if pairing.is_same(old.kind, new.kind) {
        return None;
    }
    let is_word = |kind: Kind| {
        matches!(kind, Kind::Text | Kind::Integer | Kind::Float | Kind::Boolean | Kind::Enum(_) | Kind::Time(_))
    };
    Some(match (old.kind, new.kind) {
        (Kind::Any, Kind::Object) | (Kind::Object, Kind::Any) => &fact::FACT_STATED,
        (Kind::Time(_), Kind::Time(_)) => &answer::FIELD_TYPE_CHANGED,
        // What was a number may be any text now.
        (Kind::Integer | Kind::Float | Kind::Boolean, Kind::Text) => &answer::FIELD_TYPE_CHANGED,
        (Kind::Boolean, _) | (_, Kind::Boolean) if old.kind != Kind::Text => &answer::FIELD_TYPE_CHANGED,
        (Kind::Integer, Kind::Float) => &answer::FIELD_TYPE_CHANGED,
        (old, new) if is_word(old) && is_word(new) => &answer::FIELD_TYPE_CONVERTED,
        (Kind::Any | Kind::Object, Kind::Type(_)) | (Kind::Type(_), Kind::Any | Kind::Object) => {
            &answer::FIELD_TYPE_CONVERTED
        }
        (Kind::Any, _) => &answer::FIELD_TYPE_CONVERTED,
        _ => &answer::FIELD_TYPE_CHANGED,
    })
}
