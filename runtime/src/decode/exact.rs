//! The second reading of an answer that has numbers where texts are documented: it keeps their digits.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::value::RawValue;

use super::came::Came;
use super::slot::Slot;
use crate::record::{Place, Sink, Step};

/// Reads a value; a number that goes to a text place keeps the digits that it came with.
#[cold]
#[inline(never)]
pub(super) fn visit<'de, D: Deserializer<'de>>(mut slot: Slot<'_, '_>, deserializer: D) -> Result<(), D::Error> {
    if slot.wrapper().is_some() || !takes_text(slot.place, slot.step) {
        return slot.visit(deserializer);
    }
    let raw = <&RawValue>::deserialize(deserializer)?.get();
    if raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
        let came = raw.parse().map_or(Came::Digits(raw), Came::Integer);
        slot.take(came);
        return Ok(());
    }
    slot.visit(&mut serde_json::Deserializer::from_str(raw)).map_err(D::Error::custom)
}

/// Whether the place, or an entry of its list, holds text. Such a place never nests, so that no value is read more often
/// than three times.
fn takes_text(place: &mut dyn Place, step: Step) -> bool {
    let (is_text, is_list) = match place.open(step) {
        Sink::Text(_) | Sink::Word(_) | Sink::Stamp(..) | Sink::Seconds(_) => (true, false),
        Sink::List => (false, true),
        _ => (false, false),
    };
    let holds_text = is_text || (is_list && takes_text(place, Step::Grow));
    place.open(if step == Step::Grow { Step::Shrink } else { Step::Clear });
    holds_text
}
