//! How a command ends.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::place;

/// The exit status of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// 0: done.
    Done,
    /// 1: the input has errors, or the work could not be done.
    Faulty,
    /// 2: the command was called in a wrong way.
    Misused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Faulty => 1,
            Status::Misused => 2,
        })
    }
}

/// Why a command stopped; the message goes to the user as it is.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: Status,
    message: String,
}

impl Failure {
    /// The work could not be done.
    pub(crate) fn faulty(message: impl Into<String>) -> Self {
        Self { status: Status::Faulty, message: message.into() }
    }

    /// The command was called in a wrong way.
    pub(crate) fn misused(message: impl Into<String>) -> Self {
        Self { status: Status::Misused, message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

/// Says what was being done when an operation on a file went wrong.
pub(crate) trait Doing<T> {
    /// `what` is the verb of the message: `read`, `create`.
    fn doing(self, what: &str, path: &Path) -> Result<T, Failure>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, what: &str, path: &Path) -> Result<T, Failure> {
        self.map_err(|error| Failure::faulty(format!("cannot {what} {}: {error}", place::shown(path))))
    }
}
