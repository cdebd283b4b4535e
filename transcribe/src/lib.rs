//! From API documentation pages to specs: a pure library without disk, clock or environment.

pub mod prose;
pub mod score;
