//! A diff as text: for the terminal, for a pull request, for programs, and beside the lines of a pull request.

mod github;
mod human;
mod json;
mod markdown;
mod places;
pub(crate) mod words;

pub use github::github;
pub use human::human;
pub use json::json;
pub use markdown::markdown;

use crate::{Change, Diff, Verdict};

/// What a report has to know beside the diff.
#[derive(Clone, Debug)]
pub struct Context {
    /// What the old state is called: a folder or a revision.
    pub old: String,
    /// What the new state is called.
    pub new: String,
    /// What goes before the path of a file of the old state: `main:specs`.
    pub old_root: String,
    /// What goes before the path of a file of the new state: `specs`.
    pub new_root: String,
    /// The current version of the bindings.
    pub version: String,
}

/// How many changes there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Running programs fail, or sources do not compile.
    pub breaking: usize,
    /// Something behaves otherwise.
    pub behavioural: usize,
    /// Nobody is harmed.
    pub compatible: usize,
    /// Those of the above that were accepted.
    pub accepted: usize,
    /// Actions, services and providers with changes.
    pub places: usize,
}

impl Counts {
    /// Counts the changes.
    pub fn of(diff: &Diff) -> Self {
        let mut counts = Self::default();
        let mut places: Vec<&str> = Vec::new();
        for change in &diff.changes {
            match verdict(change) {
                Verdict::Breaking => counts.breaking += 1,
                Verdict::Behavioural => counts.behavioural += 1,
                Verdict::None | Verdict::Compatible => counts.compatible += 1,
            }
            counts.accepted += usize::from(change.accepted.is_some());
            places.push(&change.address.path);
        }
        places.dedup();
        counts.places = places.len();
        counts
    }

    /// `3 changes in 2 places: 1 breaking, 2 compatible`.
    pub fn sentence(&self) -> String {
        let all = self.breaking + self.behavioural + self.compatible;
        if all == 0 {
            return "no changes".to_owned();
        }
        let counted = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
        let kinds = [
            counted(self.breaking, "breaking"),
            counted(self.behavioural, "behavioural"),
            counted(self.compatible, "compatible"),
        ];
        let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let accepted = counted(self.accepted, "accepted").map_or(String::new(), |accepted| format!(" ({accepted})"));
        format!("{} in {}: {kinds}{accepted}", plural(all, "change"), plural(self.places, "place"))
    }
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// What a single change is.
pub(crate) fn verdict(change: &Change) -> Verdict {
    Verdict::of(change.rule.wire, change.rule.api)
}
