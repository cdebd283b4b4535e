//! A server of the house next door that checks signatures by a program of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The server, for as long as this value lives.
pub(crate) struct Recorder {
    process: Child,
    port: u16,
}

impl Recorder {
    /// Starts the server, which takes all calls for those to one provider. None, with a printed line, where the server or Python is missing.
    pub(crate) fn start(provider: &str) -> Option<Self> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/signing/server.py");
        if !program.exists() {
            println!("skipped: there is no ../shared/signing/server.py beside the repository");
            return None;
        }
        let mut command = Command::new("python3");
        command.arg("-B").arg(&program).args(["--port", "0", "--verify", "--force", provider]).stdout(Stdio::piped());
        let Ok(mut process) = command.spawn() else {
            println!("skipped: there is no python3");
            return None;
        };
        let mut line = String::new();
        let output = process.stdout.take().expect("the output is piped");
        BufReader::new(output).read_line(&mut line).expect("the server says where it listens");
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        let Some(port) = port else {
            println!("skipped: the server does not start: {line}");
            let _ = process.kill();
            return None;
        };
        Some(Self { process, port })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Answers the next calls like this, one after the other, and then like the last one.
    pub(crate) fn scenario(&self, names: &str) {
        self.control("POST", &format!("/__scenario?name={names}"));
        self.control("POST", "/__reset");
    }

    /// What was asked since the scenario was set.
    pub(crate) fn records(&self) -> Vec<serde_json::Value> {
        serde_json::from_str(&self.control("GET", "/__records")).expect("the records are JSON")
    }

    fn control(&self, method: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .expect("the server reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the server answers");
        answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
