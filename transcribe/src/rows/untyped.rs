//! Lists of parameters whose type is `Array` and nothing more: calls may show what they hold.

use crate::dialect::Dialect;
use crate::draft::{Draft, Kind};
use crate::names;
use crate::report::{Notes, Weight};

/// Lists of which a documented call sends words hold texts. Of others it is said that nobody knows.
pub(super) fn settle(draft: &mut Draft, dialect: &Dialect, notes: &mut Notes) {
    let sent: Vec<(String, String)> = draft
        .examples
        .iter()
        .filter(|_| !dialect.generated_examples)
        .flat_map(|example| &example.request)
        .map(|pair| (names::unmarked(&pair.name), pair.value.clone()))
        .collect();
    for row in draft.request.iter_mut().filter(|row| row.bare_list && row.kind == Kind::Unknown) {
        let name = names::unmarked(&row.name);
        let cell = row.cells.example.as_ref().map(|cell| cell.trimmed());
        let mut values = sent.iter().filter(|(sent, _)| *sent == name).map(|(_, value)| value.as_str()).chain(cell);
        let said = if values.any(is_word) {
            row.kind = Kind::Text;
            "the example has texts in it"
        } else {
            "they can be anything"
        };
        notes.say(Weight::Guess, row.at.start, format!("no type is given of the entries of `{}`; {said}", row.name));
    }
}

/// Whether a value is nothing but a text: no number, truth value, list or object.
fn is_word(value: &str) -> bool {
    let value = value.trim();
    let begins = value.starts_with(|first: char| first.is_alphabetic());
    begins && value.parse::<f64>().is_err() && value.parse::<bool>().is_err()
}
