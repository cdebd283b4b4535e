//! Conditions between parameters that stand beside the tables, and not in a row.

use std::collections::BTreeSet;

use crate::draft::Draft;
use crate::names;
use crate::prose::{self, Described, Fact, Kind};
use crate::report::{Notes, Weight};

/// Says which conditions between parameters the texts beside the tables hold. What else of the page they are about, only
/// a person can tell.
pub(super) fn conditions(draft: &Draft, notes: &mut Notes) {
    let siblings: Vec<&str> = draft.request.iter().map(|row| row.name.as_str()).collect();
    let known: BTreeSet<&str> = siblings.iter().copied().collect();
    for remark in &draft.remarks {
        let mut named = names::words(remark.as_str()).map(|(word, _)| word).filter(|word| known.contains(word));
        let Some(name) = named.next().filter(|first| named.any(|other| other != *first)) else { continue };
        let (kind, text) = (Kind::Unknown, remark.as_str());
        let row = Described { name, kind, list: false, required: None, request: true, text, siblings: &siblings };
        for found in prose::read(&row).facts {
            if matches!(found.fact, Fact::ExactlyOne(_) | Fact::AtLeastOne(_) | Fact::AtMostOne(_)) {
                let line = prose::line(&found.fact);
                let said = format!("beside the tables stands a condition; add among the rules if it holds: {line}");
                notes.say(Weight::Guess, remark.place(found.at.start), said);
            }
        }
    }
}
