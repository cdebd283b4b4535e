//! Leaves out what cannot stand together.

use crate::draft::{Draft, Shapes};
use crate::report::{Notes, Weight};

/// Leaves parameters out that do not fit those before them.
pub(super) fn fit(draft: &mut Draft, notes: &mut Notes) {
    let mut shapes = Shapes::default();
    draft.request.retain(|row| {
        let fits = row.constant.is_some() || shapes.takes(row);
        if !fits {
            let text = format!(
                "`{}` does not fit the rows before it: a name is either a value or holds others; it is left out",
                row.name
            );
            notes.say(Weight::NotUnderstood, row.at.start, text);
        }
        fits
    });
}
