//! What the examples show of a row.

use super::super::coverage::json_kind;
use super::super::example::Shown;
use super::super::scope::{RowRef, Scope};
use crate::model::Form;
use crate::vocabulary::{Data, Direction, Scalar};

/// One time that an example shows a row.
pub(super) struct Sighting {
    /// Under which name.
    pub(super) name: String,
    /// The value as text; none for lists and objects.
    pub(super) value: Option<Scalar>,
    /// The kind of JSON value.
    pub(super) kind: &'static str,
    /// Whether it was sent with a number behind its name.
    pub(super) numbered: bool,
    /// Whether the example's values are random, so that they prove nothing about value lists.
    pub(super) random: bool,
}

/// The examples that have this side of a call.
pub(super) fn examples<'s, 'm>(scope: &'s Scope<'m>, side: RowRef<'_>) -> impl Iterator<Item = &'s Shown<'m>> {
    let direction = side.direction();
    scope.shown().iter().filter(move |shown| direction == Direction::Request || shown.example.response.is_some())
}

/// Where one example shows the row.
pub(super) fn sightings(shown: &Shown<'_>, side: RowRef<'_>) -> Vec<Sighting> {
    let random = shown.example.placeholders;
    if let RowRef::Absent(name) = side {
        let sent = shown
            .sent
            .iter()
            .filter(|sent| sent.pair.name == name)
            .map(|sent| (name.to_owned(), Some(Scalar::Text(sent.pair.value.clone())), "string"));
        let answered = shown
            .answer
            .strays
            .iter()
            .filter(|stray| stray.path == name)
            .map(|stray| (stray.name.value.clone(), None, json_kind(stray.value)));
        return sent
            .chain(answered)
            .map(|(name, value, kind)| Sighting { name, value, kind, numbered: false, random })
            .collect();
    }
    let sent = shown.sent_of(side).filter(|sent| !sent.supplied).map(|sent| Sighting {
        name: sent.pair.name.clone(),
        value: Some(Scalar::Text(sent.pair.value.clone())),
        kind: "string",
        numbered: sent.form == Form::Numbered,
        random,
    });
    let answered = shown.found_of(side).map(|found| Sighting {
        name: found.name.value.clone(),
        value: if let Data::Scalar(scalar) = &found.value.value { Some(scalar.clone()) } else { None },
        kind: json_kind(&found.value.value),
        numbered: false,
        random,
    });
    sent.chain(answered).collect()
}
