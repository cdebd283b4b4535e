//! `cargo xtask mock`: the fake cloud, by a program of its own, so that `gen` builds no server.

use std::env;
use std::fs::File;
use std::io::{self, Seek as _, Write as _};
use std::process::Command;

use serde_json::{Value, json};

use crate::arguments::{Check, Format, Mock};
use crate::check;
use crate::failure::{Doing as _, Failure, Status};
use crate::place;
use crate::specs;

pub(crate) fn run(arguments: &Mock) -> Result<Status, Failure> {
    if let Some(key) = arguments.keys.iter().find(|key| !is_pair(key)) {
        // Not the text itself: a secret may stand in it.
        let fault = if key.contains('=') { "nothing on one side of the =" } else { "no =" };
        return Err(Failure::misused(format!("--key takes ID=SECRET, but there is {fault} in {} bytes", key.len())));
    }
    let specs = specs::read(arguments.specs.as_deref())?;
    if !specs.problems.is_empty() || tablature_codegen::check(&specs.files).has_errors() {
        return check::run(&Check { specs: arguments.specs.clone(), format: Format::Human });
    }
    let files: Value = specs.files.iter().map(|file| json!([file.path, file.text])).collect();
    let order = json!({
        "port": arguments.port, "listen": arguments.listen.map(|address| address.to_string()),
        "keys": arguments.keys, "specs": files,
    });
    serve(&order)
}

/// Whether a text can be an ID and a secret; both may hold `=`, too.
fn is_pair(key: &str) -> bool {
    key.match_indices('=').any(|(at, _)| at > 0 && at + 1 < key.len())
}

fn serve(order: &Value) -> Result<Status, Failure> {
    let manifest = place::repository().join("xtask").join("Cargo.toml");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--bin", "xtask-mock", "--features", "mock", "--manifest-path"]).arg(&manifest);
    let input = written(order).doing("write the orders for", &manifest)?;
    hand_over(cargo.stdin(input)).doing("run cargo for", &manifest)
}

/// The order as a file without a name, which nobody else can read, and which goes with the last process that has it open.
fn written(order: &Value) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    writeln!(file, "{order}")?;
    file.rewind()?;
    Ok(file)
}

/// Becomes the program, so that whoever stops this command stops the fake cloud, and sees how that ended.
#[cfg(unix)]
fn hand_over(program: &mut Command) -> io::Result<Status> {
    use std::os::unix::process::CommandExt as _;
    Err(program.exec())
}

/// Runs the program until it ends.
#[cfg(not(unix))]
fn hand_over(program: &mut Command) -> io::Result<Status> {
    Ok(if program.status()?.success() { Status::Done } else { Status::Faulty })
}

#[cfg(test)]
mod tests {
    use super::is_pair;

    #[test]
    fn a_key_has_something_on_both_sides() {
        for (key, is_right) in [
            ("a=b", true),
            ("==b", true),
            ("a==", true),
            ("é=é", true),
            ("=b", false),
            ("é=", false),
            ("=", false),
            ("==", false),
            ("ab", false),
            ("", false),
        ] {
            assert_eq!(is_pair(key), is_right, "{key}");
        }
    }
}
