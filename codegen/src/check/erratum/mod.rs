//! Errata say what two places say, and still apply.

mod apply;
mod decision;
mod sighting;

use super::coverage::plain;
use super::scope::Scope;
use crate::diag::Code;
use crate::model::{Erratum, Target};
use crate::source::At;

/// Attributes that a program cannot know; such an entry is kept for the reader, who also understands a single place.
const FOR_READERS: [&str; 4] = ["json", "doc", "count", "order"];

pub(super) fn run(scope: &Scope<'_>) {
    for erratum in scope.errata() {
        let Some(attribute) = &erratum.attribute else { continue };
        if !is_complete(scope, erratum, &attribute.value) || FOR_READERS.contains(&attribute.value.as_str()) {
            continue;
        }
        for (about, target) in &erratum.about {
            let Some(target) = target else { continue };
            let subject = Subject { erratum, target, about: &about.value, at: about.at };
            decision::run(scope, &subject, &attribute.value);
            apply::run(scope, &subject, &attribute.value);
        }
    }
}

/// An erratum, and one of the things that it is about.
struct Subject<'m> {
    erratum: &'m Erratum,
    target: &'m Target,
    about: &'m str,
    at: At,
}

impl Subject<'_> {
    /// What the erratum decided, as text.
    fn decision(&self) -> Option<(String, At)> {
        self.erratum.decision.as_ref().map(|decision| (plain(&decision.value), decision.at))
    }

    /// What a place says, as text.
    fn says(&self, place: &str) -> Option<String> {
        self.erratum.says.iter().find(|(name, _)| name.value == place).map(|(_, said)| plain(&said.value))
    }
}

fn is_complete(scope: &Scope<'_>, erratum: &Erratum, attribute: &str) -> bool {
    let least = if FOR_READERS.contains(&attribute) { 1 } else { 2 };
    let places = erratum.says.len();
    if places < least {
        // That there is none was reported when the spec was read.
        if places > 0 {
            scope.report(
                Code::ErratumIncomplete,
                "the erratum names one place, but a contradiction has two".to_owned(),
                (erratum.at, ""),
                "say what each place says: `says: { table: …, example: … }`",
            );
        }
        return false;
    }
    let mut said: Vec<String> = erratum.says.iter().map(|(_, said)| plain(&said.value)).collect();
    said.dedup();
    if places > 1 && said.len() == 1 {
        let message = format!("all places of the erratum say `{}`", said[0]);
        scope.report(
            Code::ErratumIncomplete,
            message,
            (erratum.at, ""),
            "say what each place says in its own words, or remove the erratum if they no longer differ",
        );
        return false;
    }
    true
}
