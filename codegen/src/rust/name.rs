//! Names that Rust accepts.

/// An identifier that is fit for its place: no keyword, and unlike its neighbours. `lower` makes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RustName(String);

impl RustName {
    /// Wraps a name that is known to be fit.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
