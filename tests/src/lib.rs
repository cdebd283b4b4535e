//! Tests across rooms; each stands in a file of its own below `tests/tests/`. Here is what they share.

pub mod cargo;
pub mod diff_case;
pub mod house;
pub mod promises;
pub mod rooms;
pub mod rust;
pub mod specs;
pub mod surface;
pub mod tree;
pub mod yaml;

/// The examples of the README, which have to compile.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// Those of the fake cloud's.
#[cfg(doctest)]
#[doc = include_str!("../../mock/README.md")]
pub struct MockReadme;
