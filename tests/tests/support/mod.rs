//! A server of the house next door that checks signatures by a program of its own.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tablature::Credentials;
use tablature::runtime::ProviderMarker;
use tablature::runtime::client::{Builder, Carrier, Client};
use tokio::runtime::Runtime;

/// The server, for as long as this value lives.
pub(crate) struct Recorder {
    process: Child,
    port: u16,
}

impl Recorder {
    /// Starts the server, which takes all calls for those to one provider. None, with a printed line, where the server
    /// or Python is missing.
    ///
    /// # Panics
    ///
    /// When both are there, and the server does not start.
    pub(crate) fn start(provider: &str) -> Option<Self> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/signing/server.py");
        if !program.exists() {
            return skip("there is no ../shared/signing/server.py beside the repository");
        }
        let mut command = Command::new("python3");
        command.arg("-B").arg(&program).args(["--port", "0", "--verify", "--force", provider]).stdout(Stdio::piped());
        let mut process = match command.spawn() {
            Ok(process) => process,
            Err(error) if error.kind() == ErrorKind::NotFound => return skip("there is no python3"),
            Err(error) => panic!("python3 cannot be run: {error}"),
        };
        let mut line = String::new();
        let output = process.stdout.take().expect("the output is piped");
        BufReader::new(output).read_line(&mut line).expect("the server says where it listens");
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        let port = port.unwrap_or_else(|| panic!("the server that checks signatures does not start: {line:?}"));
        Some(Self { process, port })
    }

    /// A client of either kind that calls this server.
    pub(crate) fn client<P: ProviderMarker, T: Carrier + ?Sized>(
        &self,
        (id, secret): (&str, &str),
        settings: impl FnOnce(Builder<P, T>) -> Builder<P, T>,
    ) -> Client<P, T> {
        let client = Client::<P, T>::new(Credentials::new(id, secret)).endpoint(self.address()).region("region-1");
        settings(client).build().expect("a client of this machine")
    }

    fn address(&self) -> String {
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

/// Output of a test that passes is not shown; this is.
fn skip(why: &str) -> Option<Recorder> {
    let _ = writeln!(io::stderr(), "skipped: calls to a server that checks signatures: {why}");
    None
}

/// What asynchronous clients run on.
pub(crate) fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
