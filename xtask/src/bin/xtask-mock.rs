//! The fake cloud, until it is told to stop: the program behind `cargo xtask mock`.
//!
//! What is to be done comes as JSON from the command that becomes this program, after it has read and checked the specs.

use std::error::Error;
use std::io::{self, ErrorKind, Write as _};
use std::net::IpAddr;
use std::process::ExitCode;
use std::sync::mpsc;

use serde_json::Value;
use tablature_codegen::source::SourceFile;
use tablature_mock::Cloud;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let order: Value = serde_json::from_str(&io::read_to_string(io::stdin())?)?;
    let cloud = cloud(&order)?;
    let (stop, stopped) = mpsc::channel();
    // Interrupted, terminated, or left behind by its terminal.
    ctrlc::set_handler(move || {
        // It may be ending already.
        let _ = stop.send(());
    })?;
    match announce(&cloud, &order) {
        // Whoever reads the first line only has what is needed to call it.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(stopped.recv()?),
    }
}

fn cloud(order: &Value) -> Result<Cloud, Box<dyn Error>> {
    let file = |file: &Value| Some(SourceFile::new(file[0].as_str()?, file[1].as_str()?));
    let files = order["specs"].as_array().into_iter().flatten().filter_map(file).collect();
    let port = order["port"].as_u64().map_or(Ok(0), u16::try_from)?;
    let mut builder = Cloud::builder().specs(files).port(port);
    if let Some(address) = order["listen"].as_str() {
        builder = builder.listen(address.parse::<IpAddr>()?);
    }
    for key in order["keys"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        builder = builder.key_pair(key)?;
    }
    Ok(builder.start()?)
}

fn announce(cloud: &Cloud, order: &Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "listening on {}", cloud.url())?;
    if !cloud.address().ip().is_loopback() {
        writeln!(out, "warning: whoever can reach this address can use the fake cloud, and see what was called")?;
    }
    if order["keys"].as_array().is_none_or(Vec::is_empty) {
        writeln!(out, "demo key: ID {}, secret {}", cloud.key_id(), cloud.key_secret())?;
    }
    writeln!(out, "how to program it: {}/__help", cloud.url())?;
    for (provider, url) in cloud.endpoints() {
        writeln!(out, "endpoint of {provider}: {url}")?;
    }
    out.flush()
}
