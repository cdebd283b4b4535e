//! The commands that read pages of documentation: `transcribe`, `corpus` and `audit`.
//!
//! The readers take longer to build than all that `gen` needs. So a program without them builds one that has them, and
//! hands over.

#[cfg(feature = "pages")]
mod audit;
#[cfg(feature = "pages")]
mod corpus;
#[cfg(feature = "pages")]
mod files;
#[cfg(feature = "pages")]
mod merged;
#[cfg(feature = "pages")]
mod report;
#[cfg(feature = "pages")]
mod scale;
#[cfg(feature = "pages")]
mod score;
#[cfg(feature = "pages")]
mod specs;
#[cfg(feature = "pages")]
mod told;
#[cfg(feature = "pages")]
mod transcribe;

#[cfg(not(feature = "pages"))]
use crate::arguments::{Audit, Corpus, Transcribe};
#[cfg(not(feature = "pages"))]
use crate::failure::{Failure, Status};

#[cfg(feature = "pages")]
pub(crate) use audit::run as audit;
#[cfg(feature = "pages")]
pub(crate) use corpus::run as corpus;
#[cfg(feature = "pages")]
pub(crate) use transcribe::run as transcribe;

#[cfg(not(feature = "pages"))]
pub(crate) fn audit(_arguments: &Audit) -> Result<Status, Failure> {
    hand_over()
}

#[cfg(not(feature = "pages"))]
pub(crate) fn transcribe(_arguments: &Transcribe) -> Result<Status, Failure> {
    hand_over()
}

#[cfg(not(feature = "pages"))]
pub(crate) fn corpus(_arguments: &Corpus) -> Result<Status, Failure> {
    hand_over()
}

/// Builds the program with the readers, and runs it with the same arguments.
#[cfg(not(feature = "pages"))]
fn hand_over() -> Result<Status, Failure> {
    use crate::failure::Doing as _;
    use std::process::Command as Process;

    let manifest = crate::place::repository().join("xtask").join("Cargo.toml");
    let mut cargo = Process::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--no-default-features", "--features", "pages", "--manifest-path"]).arg(&manifest);
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    let status = cargo.arg("--").args(std::env::args_os().skip(1)).status().doing("run cargo for", &manifest)?;
    Ok(match status.code() {
        Some(0) => Status::Done,
        Some(2) => Status::Misused,
        _ => Status::Faulty,
    })
}
