//! Diagnostics: what was found wrong, where, and what to write instead.

mod code;
mod consequence;
mod nearest;
mod render;
mod report;

pub use code::{CODES, Code, Severity};
pub(crate) use consequence::type_of;
pub use nearest::nearest;
pub use render::{Finding, quoted};
pub(crate) use report::Sink;
pub use report::{Counts, Report};

use crate::source::At;

/// One finding. Build it with [`Diagnostic::new`], point with [`at`](Self::at), and end with what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Which mistake it is.
    pub code: Code,
    /// What was found, in one line.
    pub message: String,
    /// The places, the main one first.
    pub labels: Vec<Label>,
    /// What to do about it.
    pub help: Vec<String>,
    /// Names that it leaves unread, so that others may miss them.
    pub hides: Vec<String>,
    /// The name that was looked for in vain, if that is what it is about.
    pub misses: Option<String>,
}

/// A place that a diagnostic points at.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where.
    pub at: At,
    /// What is to be said of this place; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A finding that points nowhere yet.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), labels: Vec::new(), help: Vec::new(), hides: Vec::new(), misses: None }
    }

    /// Points at a place; the first call names the main one.
    #[must_use]
    pub fn at(mut self, at: At, text: impl Into<String>) -> Self {
        self.labels.push(Label { at, text: text.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says that names were left unread: what misses them in the same file is only a consequence.
    #[must_use]
    pub fn hides(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.hides.extend(names);
        self
    }

    /// Says which name was looked for in vain.
    #[must_use]
    pub fn misses(mut self, name: impl Into<String>) -> Self {
        self.misses = Some(name.into());
        self
    }

    /// Suggests the nearest of the valid names, or lists them when none is near and they are few.
    #[must_use]
    pub fn suggest<'n>(self, found: &str, valid: impl IntoIterator<Item = &'n str>) -> Self {
        let valid: Vec<&str> = valid.into_iter().collect();
        match nearest(found, valid.iter().copied()) {
            Some(name) => self.help(format!("did you mean `{name}`?")),
            None if valid.is_empty() => self,
            None if valid.len() <= 40 => self.help(format!("valid here: {}", list(&valid))),
            None => self.help(format!("none of the {} names that are valid here is near", valid.len())),
        }
    }
}

/// Names in backquotes, separated by commas.
pub fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
