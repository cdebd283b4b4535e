//! The fake cloud, until its input ends: the program behind `cargo xtask mock`.
//!
//! What is to be done comes as one line of JSON from the command that started it, which has read and checked the specs. The
//! command keeps the input open for as long as it lives, so that no fake cloud is left behind when it is killed.

use std::error::Error;
use std::io::{self, BufRead as _, Read as _, Write as _};
use std::net::IpAddr;
use std::process::ExitCode;

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
    let mut input = io::stdin().lock();
    let mut line = String::new();
    input.read_line(&mut line)?;
    let order: Value = serde_json::from_str(&line)?;
    let cloud = cloud(&order)?;
    announce(&cloud, &order)?;
    // Nothing more is said; what is waited for is the end.
    io::copy(&mut input.by_ref(), &mut io::sink())?;
    Ok(())
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
