//! `cargo xtask mock`: the fake cloud, by a program of its own, so that `gen` builds no server.

use std::env;
use std::io::{ErrorKind, Write as _};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::arguments::{Check, Format, Mock};
use crate::check;
use crate::failure::{Doing as _, Failure, Status};
use crate::place;
use crate::specs;

pub(crate) fn run(arguments: &Mock) -> Result<Status, Failure> {
    if let Some(key) = arguments.keys.iter().find(|key| !key.contains('=')) {
        // Not the text itself: a secret may stand in it.
        return Err(Failure::misused(format!("--key takes ID=SECRET, but there is no = in {} characters", key.len())));
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

/// Runs the program until it ends; it ends by itself when this process does, because its input does then.
fn serve(order: &Value) -> Result<Status, Failure> {
    let manifest = place::repository().join("xtask").join("Cargo.toml");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--bin", "xtask-mock", "--features", "mock", "--manifest-path"]).arg(&manifest);
    let mut child: Child = cargo.stdin(Stdio::piped()).spawn().doing("run cargo for", &manifest)?;
    let mut input = child.stdin.take();
    if let Some(input) = &mut input {
        match writeln!(input, "{order}").and_then(|()| input.flush()) {
            // It has ended already, and has said why.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            written => written.doing("start the program of", &manifest)?,
        }
    }
    let status = child.wait().doing("wait for the program of", &manifest)?;
    drop(input);
    Ok(if status.success() { Status::Done } else { Status::Faulty })
}
