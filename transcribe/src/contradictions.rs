//! Where the cells of a row contradict each other: the spec takes one side, and an erratum says so.

use crate::draft::{Draft, Erratum, Required, Says};
use crate::report::{Notes, Weight};

/// Parameters that have to be sent, and of which the description says what is assumed when they are not. That they are sent
/// is right whichever side is wrong.
pub(crate) fn find(draft: &mut Draft, notes: &mut Notes) {
    for row in draft.request.iter().filter(|row| row.required == Required::Yes) {
        let Some((value, at)) = row.default() else { continue };
        let text = format!(
            "`{}` is required, and its description names a default, `{value}`, which could never be used; it is left out, \
             and an erratum says so",
            row.name
        );
        notes.say(Weight::Guess, at.start, text);
        draft.errata.push(Erratum {
            about: vec![format!("request {}", row.name)],
            attribute: "default",
            says: vec![("table", Says::One("required".to_owned())), ("description", Says::One(value.to_owned()))],
            decision: "none".to_owned(),
            doc: "The table requires it and the description names a default.".to_owned(),
        });
    }
}
