//! Calls that cannot be sent, or whose answers do not end in time: what both kinds of clients say.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use tablature::runtime::Method;
use tablature::runtime::client::{Builder, Error};
use tablature::{Credentials, aliyun};

fn request(name: &str) -> aliyun::ecs::DescribeImages {
    aliyun::ecs::DescribeImages::new("cn-hangzhou").image_name(name)
}

/// The errors of both kinds of clients, with retries.
fn errors(address: &str, name: &str, timeout: Duration, method: Method) -> [Error; 2] {
    let keys = || Credentials::new("id", "secret");
    let request = request(name);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = aliyun::Client::new(keys()).endpoint(address).timeout(timeout).method(method).without_validation();
    let blocking = aliyun::BlockingClient::new(keys()).endpoint(address).timeout(timeout).method(method);
    let asynchronous = runtime.block_on(client.build().expect("a client").send(&request));
    let blocking = blocking.without_validation().build().expect("a client").send(&request);
    [asynchronous.expect_err("there is no answer"), blocking.expect_err("there is no answer")]
}

#[test]
fn an_address_that_is_too_long_is_not_tried_again() {
    let started = Instant::now();
    for error in errors("http://127.0.0.1:1", &"x".repeat(100_000), Duration::from_secs(5), Method::Get) {
        let text = error.to_string();
        assert!(!error.is_retryable() && !error.may_have_arrived(), "{text}");
        assert!(text.ends_with("a call with long parameters needs `.method(Method::Post)`"), "{text}");
    }
    assert!(started.elapsed() < Duration::from_secs(5), "nobody waits between attempts");
}

#[test]
fn where_nobody_listens_is_named() {
    for error in errors("http://127.0.0.1:1", "x", Duration::from_secs(5), Method::Post) {
        let text = error.to_string();
        assert!(error.is_retryable() && text.contains("on the way to http://127.0.0.1:1"), "{text}");
    }
}

#[test]
fn a_body_that_drips_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let reader = BufReader::new(stream.try_clone().expect("a second handle"));
            reader.lines().map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"Images\"");
            thread::spawn(move || {
                while stream.write_all(b" ").is_ok() {
                    thread::sleep(Duration::from_millis(20))
                }
            });
        }
    });
    let started = Instant::now();
    for error in errors(&address, "x", Duration::from_millis(250), Method::Get) {
        let text = error.to_string();
        assert!(error.is_timeout() && error.is_retryable(), "{text}");
        assert!(text.contains("the time was over in the middle of the answer") && text.contains("250ms"), "{text}");
        assert!(error.body().is_some_and(|body| body.starts_with("{\"Images\"")), "{:?}", error.body());
    }
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn settings_that_cannot_be_sent_are_refused_at_once() {
    let error = |client: Builder<aliyun::Aliyun>| client.build().expect_err("it cannot be sent").to_string();
    let client = || aliyun::Client::new(Credentials::new("id", "secret"));
    assert!(error(client().user_agent("a\nb")).contains("the user agent \"a\\nb\" cannot stand in a header"));
    for proxy in ["socks5://127.0.0.1:1", "nonsense", ""] {
        assert!(error(client().proxy(proxy)).contains("the proxy is not an HTTP address"), "{proxy}");
    }
}
