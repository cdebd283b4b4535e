//! Clients behind a proxy: a small one, for plain HTTP, in front of the fake cloud.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use tablature::Credentials;
use tablature::aliyun::{BlockingClient, Client, ecs::DescribeImages};
use tablature_mock::Cloud;

/// A host that nobody has: only a proxy can answer for it.
const ENDPOINT: &str = "http://api.example.invalid/";

/// Takes every call to this address, whatever host it is for. Gives its own address, and the heads of what it carried.
fn proxy(target: SocketAddr) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (heads, carried) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let head = carry(&stream, target).expect("the fake cloud answers");
            if heads.send(head).is_err() {
                return;
            }
        }
    });
    (address, carried)
}

/// Carries one call, and closes the connection. Gives the head as it came.
fn carry(mut stream: &TcpStream, target: SocketAddr) -> io::Result<String> {
    let lines = BufReader::new(stream).lines().map_while(Result::ok);
    let head = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let uri = head.split(' ').nth(1).unwrap_or_default();
    let query = uri.strip_prefix(ENDPOINT).unwrap_or("not-the-host-that-was-asked-for");
    let mut cloud = TcpStream::connect(target)?;
    write!(cloud, "GET /{query} HTTP/1.1\r\nHost: {target}\r\nConnection: close\r\n\r\n")?;
    io::copy(&mut cloud, &mut stream)?;
    Ok(head)
}

fn request() -> DescribeImages {
    DescribeImages::new("cn-hangzhou")
}

fn assert_carried(cloud: &Cloud, heads: &Receiver<String>) {
    let head = heads.recv().expect("a call went through the proxy");
    let query = head.strip_prefix(&format!("GET {ENDPOINT}?")).and_then(|rest| rest.split(' ').next());
    assert!(query.is_some_and(|query| query.split('&').any(|pair| pair == "Action=DescribeImages")), "{head}");
    let head = head.to_lowercase();
    assert!(head.contains("\nproxy-authorization: basic bwu6d29yza=="), "{head}");
    assert!(heads.try_recv().is_err(), "one call is enough");
    assert_eq!(cloud.call_count(), 1);
}

#[tokio::test]
async fn asynchronous_calls_go_through_the_proxy() {
    let cloud = Cloud::start().expect("loopback is there");
    let (address, heads) = proxy(cloud.address());
    let client = Client::new(cloud.credentials()).endpoint(ENDPOINT).allow_plain_http();
    let client = client.proxy(format!("http://me:word@{address}")).build().expect("a client");
    let answer = client.send(&request()).await.expect("the call works");
    assert!(!answer.images.is_empty());
    assert_carried(&cloud, &heads);
}

#[test]
fn blocking_calls_go_through_the_proxy() {
    let cloud = Cloud::start().expect("loopback is there");
    let (address, heads) = proxy(cloud.address());
    let client = BlockingClient::new(cloud.credentials()).endpoint(ENDPOINT).allow_plain_http();
    let client = client.proxy(format!("http://me:word@{address}")).build().expect("a client");
    let answer = client.send(&request()).expect("the call works");
    assert!(!answer.images.is_empty());
    assert_carried(&cloud, &heads);
}

#[test]
fn without_the_proxy_nothing_is_sent() {
    let cloud = Cloud::start().expect("loopback is there");
    let endpoint = cloud.endpoint("aliyun").expect("the provider exists");
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let client = BlockingClient::new(cloud.credentials()).endpoint(endpoint).proxy(format!("http://{free}"));
    let client = client.retries(tablature::Retries::off()).build().expect("a client");
    let error = client.send(&request()).expect_err("there is no proxy");
    assert!(!error.may_have_arrived(), "{error}");
    assert_eq!(cloud.call_count(), 0);
}

#[test]
fn a_password_that_breaks_the_address_is_told_how_to_be_written() {
    let fault = |proxy: &str| {
        let client = BlockingClient::new(Credentials::new("id", "secret")).proxy(proxy);
        client.build().err().map(|error| error.to_string())
    };
    assert!(fault("ftp://proxy.example.com").is_some_and(|text| !text.contains("password")));
    let text = fault("http://me:a/word@proxy.example.com:3128").expect("the address ends before the slash");
    assert!(text.ends_with("`/` is `%2F`") && !text.contains("word@"), "{text}");
    assert_eq!(fault("http://me:a%2Fword@proxy.example.com:3128"), None);
}
