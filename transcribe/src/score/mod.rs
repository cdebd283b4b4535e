//! How good the readers are, measured against labelled examples.

pub mod constraints;
