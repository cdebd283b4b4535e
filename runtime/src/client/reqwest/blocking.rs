//! Carries the calls of blocking clients.

use std::error::Error;
use std::io::Read;

use ::reqwest::blocking::Client;

use super::{append, broken, configured, failed, head};
use crate::client::settings::Settings;
use crate::client::{BlockingTransport, HttpRequest, HttpResponse, TransportError};
use crate::facts::Method;

pub(in crate::client) struct BlockingReqwest(Client);

impl BlockingReqwest {
    pub(in crate::client) fn new(settings: &Settings) -> Result<Self, String> {
        configured!(Client::builder(), settings).map(Self)
    }
}

impl BlockingTransport for BlockingReqwest {
    fn exchange(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError> {
        let builder = match request.method() {
            Method::Get => self.0.get(request.url()),
            Method::Post => self.0.post(request.url()).body(request.body().unwrap_or_default().to_owned()),
        };
        let headers = request.headers().into_iter();
        let builder = headers.fold(builder, |builder, (name, value)| builder.header(name, value));
        let mut answer = builder.timeout(request.timeout()).send().map_err(|error| failed(error, request))?;
        let mut response = head(answer.status().as_u16(), answer.headers());
        let mut piece = vec![0; 64 << 10];
        loop {
            match answer.read(&mut piece) {
                Ok(0) => return Ok(response),
                Ok(read) if append(&mut response, &piece[..read], request.body_limit()) => {}
                Ok(_) => return Ok(response),
                Err(error) => {
                    let reason = error.get_ref().map_or(&error as &(dyn Error + 'static), |reason| reason);
                    return Ok(response.ended(broken(reason, request)));
                }
            }
        }
    }
}
