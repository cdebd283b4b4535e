//! From pages of API documentation to specs.
//!
//! A pure library: texts come in and texts go out; it reads no disk, no clock and no environment. Pages are untrusted:
//! no page makes it fail, and what is not understood is reported with its place.

pub mod dialect;
pub mod draft;
pub mod page;
pub mod prose;
