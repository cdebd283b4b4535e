//! Carries the calls of asynchronous clients.

use std::time::Duration;

use ::reqwest::Client;

use super::{append, broken, configured, failed, head};
use crate::client::settings::Settings;
use crate::client::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use crate::facts::Method;

pub(in crate::client) struct Reqwest(Client);

impl Reqwest {
    pub(in crate::client) fn new(settings: &Settings) -> Result<Self, String> {
        configured!(Client::builder(), settings).map(Self)
    }

    async fn carry(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        let builder = match request.method() {
            Method::Get => self.0.get(request.url()),
            Method::Post => self.0.post(request.url()).body(request.body().unwrap_or_default().to_owned()),
        };
        let headers = request.headers().into_iter();
        let builder = headers.fold(builder, |builder, (name, value)| builder.header(name, value));
        let mut answer = builder.timeout(request.timeout()).send().await.map_err(|error| failed(error, request))?;
        let mut response = head(answer.status().as_u16(), answer.headers());
        loop {
            match answer.chunk().await {
                Ok(Some(piece)) if append(&mut response, &piece, request.body_limit()) => {}
                Ok(_) => return Ok(response),
                Err(error) => return Ok(response.ended(broken(&error.without_url(), request))),
            }
        }
    }
}

impl Transport for Reqwest {
    fn exchange<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(self.carry(request))
    }

    fn wait(&self, delay: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(delay))
    }
}
