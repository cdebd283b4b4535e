//! Clients over real connections, against servers that misbehave.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use tablature::runtime::client::{BlockingTransport, Builder, Carrier, Client, Error, Transport};
use tablature::{Credentials, Retries, qingcloud};

/// Counts what is in use, clients and servers together.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Listens on this machine, and does this with every call after its head was read.
fn server(answer: impl Fn(&mut TcpStream, &str) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let reader = BufReader::new(stream.try_clone().expect("a second handle"));
            let lines = reader.lines().map_while(Result::ok).take_while(|line| !line.is_empty());
            let head = lines.collect::<Vec<_>>().join("\n");
            answer(&mut stream, &head);
        }
    });
    address
}

fn request() -> qingcloud::iaas::DescribeImages {
    qingcloud::iaas::DescribeImages::new("pek3")
}

/// The error of both kinds of clients.
async fn errors(address: &str) -> [Error; 2] {
    errors_with(address, |client| client, |client| client).await
}

/// The same, of clients with settings of their own.
async fn errors_with(
    address: &str,
    asynchronous: impl FnOnce(Of<dyn Transport>) -> Of<dyn Transport>,
    blocking: impl FnOnce(Of<dyn BlockingTransport>) -> Of<dyn BlockingTransport> + Send + 'static,
) -> [Error; 2] {
    let client = asynchronous(to(address)).build().expect("a client");
    let asynchronous = client.send(&request()).await.expect_err("there is no answer");
    let address = address.to_owned();
    let blocking = tokio::task::spawn_blocking(move || {
        let client = blocking(to(&address)).build().expect("a client");
        client.send(&request()).expect_err("there is no answer")
    });
    [asynchronous, blocking.await.expect("no panic")]
}

type Of<T> = Builder<qingcloud::Qingcloud, T>;

fn to<T: Carrier + ?Sized>(address: &str) -> Of<T> {
    Client::<_, T>::new(Credentials::new("id", "secret")).endpoint(address).retries(Retries::off())
}

#[tokio::test]
async fn a_body_of_200_megabytes_is_not_read() {
    let address = server(|stream, _| {
        let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{{\"ret_code\": 0, \"x\": \"", 200 << 20);
        let piece = vec![b'x'; 1 << 20];
        for _ in 0..200 {
            if stream.write_all(&piece).is_err() {
                return;
            }
        }
    });
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    for error in errors(&address).await {
        assert!(error.to_string().contains("longer than the 33554432 bytes"), "{error}");
        assert!(error.body().is_some_and(|body| body.starts_with(r#"{"ret_code": 0, "x": "xxx"#)));
        assert!(!error.is_retryable());
    }
    let grown = MEMORY.peak_usage() - before;
    assert!(grown < 160 << 20, "{grown} bytes more");
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_an_error_of_the_network() {
    let address = server(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"ret_code\": 0, \"image_set\": [{");
    });
    for error in errors(&address).await {
        assert!(error.is_retryable() && error.to_string().contains("broke in the middle"), "{error}");
        assert!(error.body().is_some_and(|body| body.ends_with("[{")), "{:?}", error.body());
    }
}

#[tokio::test]
async fn a_connection_without_an_answer_may_have_carried_the_call() {
    for error in errors(&server(|_, _| ())).await {
        assert!(error.is_retryable() && error.may_have_arrived(), "{error}");
        assert!(error.to_string().starts_with("QingCloud DescribeImages: no answer"), "{error}");
        assert!(!format!("{error} {error:?}").contains("signature="), "{error:?}");
    }
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    for error in errors(&format!("http://{free}")).await {
        assert!(error.is_retryable() && !error.may_have_arrived(), "{error}");
        assert!(error.to_string().contains("the call was not sent"), "{error}");
    }
}

#[tokio::test]
async fn servers_see_who_calls() {
    let (heads, seen) = channel();
    let address = server(move |_, head| heads.send(head.to_lowercase()).expect("somebody listens"));
    errors(&address).await;
    let named =
        |name| errors_with(&address, move |client| client.user_agent(name), move |client| client.user_agent(name));
    named("Backup/2 (nightly)").await;
    let usual = concat!("tablature/", env!("CARGO_PKG_VERSION"));
    for agent in [usual, usual, "backup/2 (nightly)", "backup/2 (nightly)"] {
        let head = seen.recv().expect("a call");
        assert!(head.lines().any(|line| line == format!("user-agent: {agent}")), "{agent}: {head}");
    }
}

#[tokio::test]
async fn clients_hang_up_when_their_time_is_over() {
    let (ends, seen) = channel();
    let address = server(move |stream, _| {
        let waited = Instant::now();
        let read = stream.read(&mut [0]);
        ends.send((read.ok(), waited.elapsed())).expect("somebody listens");
    });
    let time = Duration::from_millis(150);
    for error in errors_with(&address, |client| client.timeout(time), move |client| client.timeout(time)).await {
        assert!(error.is_timeout() && error.may_have_arrived(), "{error}");
        let (read, waited) = seen.recv().expect("a call");
        assert!(read.unwrap_or_default() == 0 && waited < time * 20, "{read:?} after {waited:?}");
    }
}

/// Listens on this machine with a certificate that nobody vouches for. Tells of every connection what came through it:
/// the first bytes of a call, or why there are none.
fn secure_server() -> (String, String, Receiver<Result<Vec<u8>, String>>) {
    let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
    let certificate = own.cert.pem();
    let key = PrivatePkcs8KeyDer::from(own.signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(vec![own.cert.into()], key.into()))
        .map(Arc::new)
        .expect("a server");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("https://{}", listener.local_addr().expect("an address"));
    let (seen, came) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(config.clone()).expect("a connection");
            let mut stream = StreamOwned::new(connection, stream);
            let mut bytes = vec![0; 1 << 10];
            let read = stream.read(&mut bytes).map_err(|error| error.to_string());
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"ret_code\": 0}");
            if seen.send(read.map(|length| bytes[..length].to_vec())).is_err() {
                return;
            }
        }
    });
    (address, certificate, came)
}

#[tokio::test]
async fn certificates_are_verified() {
    let (address, _, came) = secure_server();
    for error in errors(&address).await {
        let text = error.to_string();
        assert!(text.contains("the call was not sent") && text.contains("invalid peer certificate"), "{text}");
        assert!(!error.may_have_arrived() && error.http_status().is_none(), "{text}");
    }
    for _ in 0..2 {
        let why = came.recv().expect("a connection").expect_err("no call was to come through");
        assert!(why.contains("received fatal alert"), "{why}");
    }
}

#[tokio::test]
async fn an_authority_of_ones_own_is_trusted_when_it_is_given() {
    let (address, certificate, came) = secure_server();
    let client = to::<dyn Transport>(&address).root_certificates(&*certificate).build().expect("a client");
    client.send(&request()).await.expect("an answer");
    let blocking = to::<dyn BlockingTransport>(&address).root_certificates(certificate);
    let blocking = move || blocking.build().expect("a client").send(&request()).map(drop);
    tokio::task::spawn_blocking(blocking).await.expect("no panic").expect("an answer");
    for _ in 0..2 {
        let call = came.recv().expect("a connection").expect("a call");
        assert!(call.starts_with(b"GET /iaas/?"), "{}", String::from_utf8_lossy(&call));
    }
}
