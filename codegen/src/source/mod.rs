//! Files and places in them.
//!
//! A place is remembered as the number of a YAML node, counted in document order, and becomes a line and a column
//! only when there is something to report: reading a correct spec pays nothing for positions.

mod hidden;
mod locate;
mod tree;

pub use hidden::is_hidden;
pub use locate::{Location, Locator};
pub use tree::{Entry, Node, Value};

/// So many bytes a spec may have. A page of the largest known documentation becomes one of well under 200 KiB.
pub const LARGEST: usize = 2 << 20;

/// A spec as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the specs folder, separated by `/`: `aliyun/ecs/DescribeImages.yaml`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// A file of the given path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// A place in one of the files of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Index of the file in the list that was handed in.
    pub file: u32,
    /// Where in the file.
    pub spot: Spot,
}

/// Where in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// The YAML node with this number: keys and values are counted in document order, from 0.
    Node(u32),
    /// A line and a column, both from 1, for text that is not YAML.
    Line(u32, u32),
}

impl At {
    /// The file as a whole.
    pub fn file(file: u32) -> Self {
        Self { file, spot: Spot::File }
    }

    /// A node of the file.
    pub fn node(file: u32, node: u32) -> Self {
        Self { file, spot: Spot::Node(node) }
    }
}

/// A value together with the place that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: At,
}

impl<T> Spanned<T> {
    /// A value read from a place.
    pub fn new(value: T, at: At) -> Self {
        Self { value, at }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
