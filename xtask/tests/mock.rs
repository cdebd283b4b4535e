//! `mock`: what the program behind it prints, and how it ends.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SPEC: &str = include_str!("../../specs/ucloudstack/provider.yaml");

struct Running {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

/// Starts the program with an order in JSON.
fn started(order: &str) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask-mock"));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("it reads");
    writeln!(input, "{order}").expect("it reads the order");
    drop(input);
    let lines = BufReader::new(child.stdout.take().expect("it prints")).lines();
    Running { child, lines }
}

fn end(mut child: Child) {
    child.kill().expect("it runs");
    child.wait().expect("it ends");
}

fn order(more: &str) -> String {
    let specs = serde_json::json!([["ucloudstack/provider.yaml", SPEC.replace("  image:\n", "  images:\n")]]);
    format!("{{\"specs\": {specs}{more}}}")
}

#[test]
fn it_says_where_it_listens() {
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
    end(running.child);
    assert!(TcpStream::connect(&address).is_err());
}

#[test]
fn it_serves_on_when_nobody_reads_what_it_prints() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask-mock"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let mut input = child.stdin.take().expect("it reads");
    writeln!(input, "{}", order(&format!(", \"port\": {}", free.port()))).expect("it reads the order");
    drop(input);
    let answered = || {
        let mut stream = TcpStream::connect(free).ok()?;
        stream.write_all(b"GET /__faults HTTP/1.0\r\n\r\n").ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok().map(|_| answer)
    };
    let waits = std::iter::repeat_with(|| std::thread::sleep(Duration::from_millis(20))).take(500);
    assert!(waits.into_iter().find_map(|()| answered()).is_some_and(|answer| answer.ends_with("[]")));
    std::thread::sleep(Duration::from_millis(50));
    assert!(child.try_wait().expect("it is ours").is_none(), "it runs on");
    end(child);
}

#[test]
fn other_addresses_than_loopback_come_with_a_warning() {
    let running = started(&order(", \"listen\": \"0.0.0.0\""));
    let lines: Vec<String> = running.lines.take(2).map(|line| line.expect("it is UTF-8")).collect();
    assert!(lines[0].starts_with("listening on http://0.0.0.0:"), "{lines:?}");
    assert!(lines[1].starts_with("warning: whoever can reach this address"), "{lines:?}");
    let port = lines[0].rsplit(':').next().expect("a port");
    TcpStream::connect(format!("127.0.0.1:{port}")).expect("every address is one of them");
    end(running.child);
}

#[cfg(unix)]
#[test]
fn whoever_tells_it_to_stop_sees_that_it_did() {
    for signal in ["INT", "TERM", "HUP"] {
        let mut running = started(&order(""));
        assert!(running.lines.any(|line| line.is_ok_and(|line| line.starts_with("how to program it"))));
        let told = format!("kill -s {signal} {}", running.child.id());
        assert!(Command::new("sh").args(["-c", &told]).status().expect("there is a shell").success());
        assert_eq!(running.child.wait().expect("it ends").code(), Some(0), "{signal}");
    }
}

#[test]
fn a_key_that_is_none_is_a_wrong_call() {
    for key in ["=secret", "id=", "secret"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let ended = command.args(["mock", &format!("--key={key}")]).output().expect("it starts");
        let said = String::from_utf8(ended.stderr).expect("it is UTF-8");
        assert_eq!(ended.status.code(), Some(2), "{said}");
        assert!(said.contains("ID=SECRET") && !said.contains("secret"), "{said}");
    }
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
