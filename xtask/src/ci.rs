//! `cargo xtask ci`: the steps stand in `.ci/run`, so that they can be run without this command as well.

use std::process::Command;

use crate::failure::{Doing as _, Failure, Status};
use crate::place;

pub(crate) fn run() -> Result<Status, Failure> {
    let script = place::repository().join(".ci").join("run");
    let status = Command::new("bash").arg(&script).current_dir(place::repository()).status().doing("run", &script)?;
    Ok(if status.success() { Status::Done } else { Status::Faulty })
}
