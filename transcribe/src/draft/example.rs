//! Documented calls.

use std::ops::Range;

use crate::page::Text;

/// A documented call: what is sent, and what is answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Example {
    /// The address that is called, without the parameters.
    pub address: Option<String>,
    /// The decoded pairs, in the page's order.
    pub request: Vec<Pair>,
    /// Whether a word stands for the common parameters.
    pub abridged: bool,
    /// Required parameters that this word hides, with values that tests send.
    pub supplied: Vec<(&'static str, &'static str)>,
    /// The answer, when the page has one that can be read.
    pub response: Option<Json>,
    /// The bytes of the page that hold it.
    pub at: Range<usize>,
    /// What of it the spec has.
    pub told: Told,
}

/// Which parts of an example a spec has: those that do not contradict its rows beyond what errata can say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// None.
    #[default]
    Nothing,
    /// What is sent.
    Call,
    /// What is answered.
    Answer,
    /// Both.
    Both,
}

impl Told {
    /// Whether what is sent is among them.
    pub fn has_call(self) -> bool {
        matches!(self, Self::Call | Self::Both)
    }

    /// Whether what is answered is among them.
    pub fn has_answer(self) -> bool {
        matches!(self, Self::Answer | Self::Both)
    }
}

/// A parameter of a documented call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
    /// The bytes of the page that hold both.
    pub at: Range<usize>,
}

/// A documented answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Json {
    /// What it says.
    pub value: serde_json::Value,
    /// The text as the page has it.
    pub text: Text,
    /// What had to be mended before it could be read; none, when it is valid as it stands.
    pub repaired: Option<&'static str>,
}
