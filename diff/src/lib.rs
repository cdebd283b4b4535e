//! What changed between two states of the specs, and whom it breaks.
//!
//! A pure library over the model of `tablature-codegen`: the files of both states come in as texts, and a list of
//! changes goes out. Order, wording and formatting are no changes.
//!
//! ```
//! use tablature_codegen::source::SourceFile;
//!
//! let provider = "provider: acme\nmethod: GET\nsigning: { scheme: ucloud }\naction_parameter: Action\nservices: { box: {} }\n";
//! let state = |max: u32| {
//!     let action = format!("action: ListThings\nrequest:\n  Limit: {{ type: int, max: {max} }}\n");
//!     [SourceFile::new("acme/provider.yaml", provider), SourceFile::new("acme/box/ListThings.yaml", action)]
//! };
//! let diff = tablature_diff::diff(&state(100), &state(50), 1)?;
//! assert_eq!(diff.changes.len(), 1);
//! assert_eq!(diff.changes[0].address.to_string(), "acme/box/ListThings request Limit max");
//! assert_eq!(diff.changes[0].rule.id, "request-range-narrowed");
//! assert_eq!(diff.verdict(), tablature_diff::Verdict::Breaking);
//! # Ok::<(), tablature_diff::Unreadable>(())
//! ```

pub mod accept;
mod change;
mod compare;
pub mod report;
pub mod rules;
mod state;
pub mod version;

pub use change::{Address, Change};
pub use state::{Side, Unreadable};

use accept::Stale;
use rules::{Api, Wire};
use state::States;
use tablature_codegen::source::SourceFile;

/// What differs between two states of the specs.
#[derive(Clone, Debug, Default)]
pub struct Diff {
    /// The changes, by provider, service and action; inside of an action the most serious first.
    pub changes: Vec<Change>,
    /// Accepted changes that no change answers to.
    pub stale: Vec<Stale>,
    /// The files of the old state that were read; `Change::old` counts them.
    pub old_files: Vec<SourceFile>,
    /// The files of the new state that were read; `Change::new` counts them.
    pub new_files: Vec<SourceFile>,
}

/// All changes in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// Nobody is harmed.
    Compatible,
    /// Everything compiles and no call is refused, but something behaves otherwise.
    Behavioural,
    /// Running programs fail, or sources do not compile.
    Breaking,
}

impl Verdict {
    /// `none`, `compatible`, `behavioural`, `breaking`.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Behavioural => "behavioural",
            Self::Breaking => "breaking",
        }
    }

    /// The verdict on what has these two.
    pub fn of(wire: Wire, api: Api) -> Self {
        match (wire, api) {
            (Wire::Fails, _) | (_, Api::Breaks) => Self::Breaking,
            (Wire::Otherwise, _) => Self::Behavioural,
            (Wire::Unnoticed, _) => Self::Compatible,
        }
    }
}

impl Diff {
    /// The gravest effect on running programs, accepted changes included.
    pub fn wire(&self) -> Wire {
        self.changes.iter().map(|change| change.rule.wire).max().unwrap_or(Wire::Unnoticed)
    }

    /// The gravest effect on sources, accepted changes included.
    pub fn api(&self) -> Api {
        self.changes.iter().map(|change| change.rule.api).max().unwrap_or(Api::Same)
    }

    /// All changes in a word, accepted ones included.
    pub fn verdict(&self) -> Verdict {
        if self.changes.is_empty() { Verdict::None } else { Verdict::of(self.wire(), self.api()) }
    }

    /// The changes that nobody has accepted.
    pub fn open(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.accepted.is_none())
    }
}

/// Compares two states of the specs, each as the files below its specs folder. Files that are the same on both sides are
/// not even parsed.
///
/// # Errors
///
/// What is wrong with the files of either side, when they cannot be read as specs.
pub fn diff(old: &[SourceFile], new: &[SourceFile], threads: usize) -> Result<Diff, Unreadable> {
    let states = States::read(old, new, threads)?;
    let mut changes = compare::compare(&states, threads);
    let stale = accept::apply(&mut changes, &states.old, &states.new);
    changes.sort_by(|left, right| {
        let key = |change: &Change| (change.address.path.clone(), std::cmp::Reverse(gravity(change)));
        key(left).cmp(&key(right)).then_with(|| left.address.cmp(&right.address))
    });
    Ok(Diff { changes, stale, old_files: states.old_files, new_files: states.new_files })
}

/// Sorts changes: what breaks goes before what does not.
fn gravity(change: &Change) -> (Verdict, Wire, Api) {
    (Verdict::of(change.rule.wire, change.rule.api), change.rule.wire, change.rule.api)
}
