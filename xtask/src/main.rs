//! The commands of this repository, run as `cargo xtask <command>`.
//!
//! This is the only code that reads or writes the tree. It knows files, folders and arguments; what stands in a spec
//! and what Rust comes out of it is known to `tablature-codegen` alone. It never depends on the generated crate, so
//! that `gen` can repair bindings that do not compile.

mod arguments;
mod check;
mod ci;
mod console;
mod cost;
mod diff;
mod failure;
mod generate;
mod memo;
mod mock;
mod pages;
mod place;
mod selection;
mod show;
mod specs;
mod tree;
mod vectors;

use std::process::ExitCode;

use arguments::Command;
use failure::{Failure, Status};

fn main() -> ExitCode {
    match run(Command::from_command_line()) {
        Ok(status) => status.into(),
        Err(failure) => {
            console::warn(&format!("error: {failure}\n"));
            failure.status.into()
        }
    }
}

fn run(command: Command) -> Result<Status, Failure> {
    match command {
        Command::Gen(arguments) => generate::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Rules => diff::rules(),
        Command::Cost(arguments) => cost::run(&arguments),
        Command::Transcribe(arguments) => pages::transcribe(&arguments),
        Command::Corpus(arguments) => pages::corpus(&arguments),
        Command::Audit(arguments) => pages::audit(&arguments),
        Command::Mock(arguments) => mock::run(&arguments),
        Command::Vectors(arguments) => vectors::run(&arguments),
        Command::Ci => ci::run(),
    }
}
