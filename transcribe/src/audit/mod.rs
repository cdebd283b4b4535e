//! Where a page contradicts itself: its tables, their cells and its examples, laid beside each other.
//!
//! Each kind of contradiction is a file of `kinds/` and a line of its table. A finding names both places, and has a
//! fingerprint that stays the same when the page grows or shrinks elsewhere.

mod answers;
mod calls;
mod decisions;
mod finding;
mod human;
mod json;
mod keys;
mod kinds;
mod quote;
mod sarif;

use std::collections::BTreeSet;

use crate::dialect::Dialect;
use crate::draft::Draft;
use crate::report::Notes;
use crate::rows::Reading;
use answers::Answer;
use calls::Call;
pub use decisions::Decisions;
pub use finding::{Finding, Place, Severity};
pub use human::human;
pub use json::json;
pub use kinds::{KINDS, Kind};
pub use sarif::sarif;

/// A page with everything that was found on it.
#[derive(Clone, Debug)]
pub struct Audited<'p> {
    /// Its path, as it is to be shown.
    pub path: &'p str,
    /// Its text.
    pub text: &'p str,
    /// What was found, in the order of the page.
    pub findings: Vec<Finding>,
}

/// What the kinds look at: one action, as its page documents it.
struct Subject<'s> {
    draft: &'s Draft,
    dialect: &'s Dialect,
    /// What was said of the page when it was read.
    notes: &'s Notes,
    text: &'s str,
    /// The documented calls, pair by pair.
    calls: Vec<Call<'s>>,
    /// The documented answers, field by field.
    answers: Vec<Answer<'s>>,
}

impl Subject<'_> {
    /// Whether a value was picked at random: eight letters, or one figure, in an example that a program made.
    fn is_random(&self, value: &str) -> bool {
        let letters = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_alphabetic());
        let figure = value.len() == 1 && value.bytes().all(|byte| byte.is_ascii_digit());
        self.dialect.generated_examples && (letters || figure)
    }
}

/// Finds what contradicts itself on a page. `common` names the parameters that the provider's every call has.
pub fn audit<'p>(
    path: &'p str,
    text: &'p str,
    reading: &Reading,
    dialect: &Dialect,
    common: &BTreeSet<String>,
) -> Audited<'p> {
    let mut findings = Vec::new();
    for draft in &reading.drafts {
        let calls = draft.examples.iter().filter_map(|example| calls::call(draft, example, dialect, common)).collect();
        let answers = draft.examples.iter().filter_map(|example| answers::answer(draft, example)).collect();
        let subject = Subject { draft, dialect, notes: &reading.notes, text, calls, answers };
        let mut found: Vec<_> = KINDS.iter().flat_map(|kind| (kind.find)(&subject)).collect();
        finding::number(&mut found, &draft.action);
        findings.extend(found);
    }
    findings.sort_by(|left, right| {
        (left.start(), left.kind.id, &left.row).cmp(&(right.start(), right.kind.id, &right.row))
    });
    Audited { path, text, findings }
}
