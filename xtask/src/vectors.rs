//! `cargo xtask vectors`: known signatures, checked by a program of its own.
//!
//! The signers are part of the runtime, which takes longer to build than all that `gen` needs. So the program that
//! knows them is only built when it is asked for.

use std::env;
use std::process::{Command, Stdio};

use crate::arguments::Vectors;
use crate::failure::{Doing as _, Failure, Status};
use crate::place;

pub(crate) fn run(arguments: &Vectors) -> Result<Status, Failure> {
    if !arguments.file.exists() {
        return Err(Failure::misused(format!("there is no {}", arguments.file.display())));
    }
    let manifest = place::repository().join("xtask").join("Cargo.toml");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--bin", "xtask-vectors", "--features", "vectors", "--manifest-path"]);
    cargo.arg(&manifest).arg("--").arg(&arguments.file).stdin(Stdio::inherit());
    let status = cargo.status().doing("run cargo for", &manifest)?;
    Ok(match status.code() {
        Some(0) => Status::Done,
        Some(2) => Status::Misused,
        _ => Status::Faulty,
    })
}
