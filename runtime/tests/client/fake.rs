//! A transport that answers what a test says, and remembers what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tablature_runtime::client::{
    BlockingClient, BlockingTransport, BoxFuture, Builder, Client, HttpRequest, HttpResponse, Transport, TransportError,
};
use tablature_runtime::jiff::Timestamp;
use tablature_runtime::sign::{Credentials, Nonce};

use crate::acme::Acme;

pub(crate) type Came = Result<HttpResponse, TransportError>;

type Answers = Box<dyn Fn(usize, &HttpRequest) -> Came + Send + Sync>;

pub(crate) struct Fake {
    answers: Answers,
    asked: Mutex<Vec<HttpRequest>>,
    waited: Mutex<Vec<Duration>>,
}

impl Fake {
    /// Answers by the number of the attempt, which begins with 0, and by what is asked.
    pub(crate) fn new(answers: impl Fn(usize, &HttpRequest) -> Came + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self { answers: Box::new(answers), asked: Mutex::default(), waited: Mutex::default() })
    }

    /// Answers with these, one after the other, and then with the last one.
    pub(crate) fn in_turn(answers: Vec<Came>) -> Arc<Self> {
        Self::new(move |attempt, _| answers[attempt.min(answers.len() - 1)].clone())
    }

    pub(crate) fn asked(&self) -> Vec<HttpRequest> {
        self.asked.lock().unwrap().clone()
    }

    pub(crate) fn waited(&self) -> Vec<Duration> {
        self.waited.lock().unwrap().clone()
    }

    fn answer(&self, request: &HttpRequest) -> Came {
        let mut asked = self.asked.lock().unwrap();
        asked.push(request.clone());
        (self.answers)(asked.len() - 1, request)
    }
}

impl BlockingTransport for Fake {
    fn exchange(&self, request: &HttpRequest) -> Came {
        self.answer(request)
    }

    fn wait(&self, delay: Duration) {
        self.waited.lock().unwrap().push(delay);
    }
}

impl Transport for Fake {
    fn exchange<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Came> {
        Box::pin(async move { self.answer(request) })
    }

    fn wait(&self, delay: Duration) -> BoxFuture<'_, ()> {
        self.waited.lock().unwrap().push(delay);
        Box::pin(async {})
    }
}

pub(crate) fn json(status: u16, body: &str) -> Came {
    Ok(HttpResponse::new(status, body.as_bytes().to_vec()))
}

pub(crate) fn credentials() -> Credentials {
    Credentials::new("EXAMPLE-KEY", "hidden/secret").token("hidden/token")
}

pub(crate) fn builder(fake: &Arc<Fake>) -> Builder<Acme, dyn BlockingTransport> {
    let time: Timestamp = "2023-11-14T22:13:20Z".parse().unwrap();
    BlockingClient::<Acme>::new(credentials()).clock(time).nonces(Nonce::new(1)).transport(fake.clone())
}

pub(crate) fn client(fake: &Arc<Fake>) -> BlockingClient<Acme> {
    builder(fake).build().unwrap()
}

pub(crate) fn asynchronous(fake: &Arc<Fake>) -> Client<Acme> {
    Client::<Acme>::new(credentials()).transport(fake.clone()).build().unwrap()
}
