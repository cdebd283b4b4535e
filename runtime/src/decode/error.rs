//! What is wrong with an answer.

use std::fmt;

use super::path::Path;

/// A field that cannot be read as what it is documented to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    path: String,
    expected: &'static str,
    found: String,
    spec: &'static str,
    at: &'static str,
    row: &'static str,
}

impl Mismatch {
    pub(crate) fn new(path: &Path<'_>, expected: &'static str, found: String) -> Self {
        let shape = path.shape();
        let row = path.row().map_or("", |row| row.wire());
        Self { path: path.render(), expected, found, spec: shape.spec, at: shape.at, row }
    }

    /// Where in the answer: `imageSet[3].size`; `.` is the answer as a whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is documented: `an integer`.
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// What came, shortened; without the value when it is a secret.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// The spec file that documents the field, relative to the specs folder.
    pub fn spec(&self) -> &'static str {
        self.spec
    }

    /// The section of the spec file.
    pub fn at(&self) -> &'static str {
        self.at
    }

    /// The row of that section; empty when it is the answer as a whole.
    pub fn row(&self) -> &'static str {
        self.row
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}, found {}", self.path, self.expected, self.found)
    }
}

/// An answer that cannot be decoded.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Invalid { line: usize, column: usize, reason: String },
    Mismatches { listed: Vec<Mismatch>, unlisted: usize },
}

impl DecodeError {
    pub(crate) fn invalid(error: &serde_json::Error) -> Self {
        let text = error.to_string();
        let reason = text.rfind(" at line ").map_or(text.as_str(), |end| &text[..end]).to_owned();
        Self(Kind::Invalid { line: error.line(), column: error.column(), reason })
    }

    pub(crate) fn not_utf8(body: &[u8], valid: usize) -> Self {
        let before = &body[..valid];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Self(Kind::Invalid { line, column, reason: "text that is not UTF-8".to_owned() })
    }

    pub(crate) fn mismatches(listed: Vec<Mismatch>, unlisted: usize) -> Self {
        Self(Kind::Mismatches { listed, unlisted })
    }

    /// The same error with other texts in place of those that came.
    #[cfg(feature = "call")]
    pub(crate) fn map_found(mut self, change: impl Fn(&str) -> String) -> Self {
        match &mut self.0 {
            Kind::Invalid { reason, .. } => *reason = change(reason),
            Kind::Mismatches { listed, .. } => listed.iter_mut().for_each(|one| one.found = change(&one.found)),
        }
        self
    }

    /// The fields that cannot be read as documented; empty when the body is no JSON. At most 1,000 are listed.
    pub fn fields(&self) -> &[Mismatch] {
        match &self.0 {
            Kind::Invalid { .. } => &[],
            Kind::Mismatches { listed, .. } => listed,
        }
    }

    /// Line and column, both beginning with 1, where the body ceases to be JSON.
    pub fn position(&self) -> Option<(usize, usize)> {
        match self.0 {
            Kind::Invalid { line, column, .. } => Some((line, column)),
            Kind::Mismatches { .. } => None,
        }
    }

    /// Whether the body is no JSON.
    pub fn is_invalid_json(&self) -> bool {
        matches!(self.0, Kind::Invalid { .. })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Invalid { line, column, reason } => {
                write!(f, "the answer is not valid JSON: {reason} at line {line}, column {column}")
            }
            Kind::Mismatches { listed, unlisted } => {
                f.write_str("the answer is not as documented")?;
                for (index, mismatch) in listed.iter().enumerate() {
                    write!(f, "{} {mismatch}", if index == 0 { ":" } else { ";" })?;
                }
                if *unlisted > 0 {
                    write!(f, "; and {unlisted} more")?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for DecodeError {}
