//! `mock`: what the program behind it prints, and how it ends.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdin, Command, Stdio};

const SPEC: &str = include_str!("../../specs/ucloudstack/provider.yaml");

struct Running {
    child: Child,
    input: ChildStdin,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

/// Starts the program with an order in JSON.
fn started(order: &str) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask-mock"));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("it reads");
    writeln!(input, "{order}").expect("it reads the order");
    let lines = BufReader::new(child.stdout.take().expect("it prints")).lines();
    Running { child, input, lines }
}

/// The end of its input is its end.
fn end(mut child: Child, input: ChildStdin) {
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

fn order(more: &str) -> String {
    let specs = serde_json::json!([["ucloudstack/provider.yaml", SPEC.replace("  image:\n", "  images:\n")]]);
    format!("{{\"specs\": {specs}{more}}}")
}

#[test]
fn it_says_where_it_listens_and_ends_with_its_input() {
    let mut running = started(&order(", \"keys\": []"));
    let mut line = || running.lines.next().expect("a line").expect("it is UTF-8");
    let listening = line();
    let address = listening.strip_prefix("listening on http://").expect("an address").to_owned();
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    assert_eq!(line(), "demo key: ID tablature-demo-key, secret tablature-demo-secret");
    assert_eq!(line(), format!("how to program it: http://{address}/__help"));
    let mut stream = TcpStream::connect(&address).expect("it listens");
    stream.write_all(b"GET /__help HTTP/1.0\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.contains("/__faults"), "{answer}");
    end(running.child, running.input);
    assert!(TcpStream::connect(&address).is_err());
}

#[test]
fn other_addresses_than_loopback_come_with_a_warning() {
    let running = started(&order(", \"listen\": \"0.0.0.0\""));
    let lines: Vec<String> = running.lines.take(2).map(|line| line.expect("it is UTF-8")).collect();
    assert!(lines[0].starts_with("listening on http://0.0.0.0:"), "{lines:?}");
    assert!(lines[1].starts_with("warning: whoever can reach this address"), "{lines:?}");
    let port = lines[0].rsplit(':').next().expect("a port");
    TcpStream::connect(format!("127.0.0.1:{port}")).expect("every address is one of them");
    end(running.child, running.input);
}

#[test]
fn what_cannot_be_served_is_an_error() {
    for (more, message) in [(", \"port\": 70000", "out of range"), (", \"keys\": [\"=\"]", "ID=SECRET")] {
        let running = started(&order(more));
        let ended = running.child.wait_with_output().expect("it ends");
        let said = String::from_utf8(ended.stderr).expect("it is UTF-8");
        assert!(!ended.status.success() && said.starts_with("error: ") && said.contains(message), "{said}");
    }
}
