//! What is sent and what comes back: plain values, whatever carries them.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use super::known::Known;
use crate::facts::{Action, Method};

/// A signed call, ready to be sent.
///
/// It carries a signature and perhaps a session token: `Debug` shows neither parameters nor body.
#[derive(Clone)]
pub struct HttpRequest {
    pub(super) method: Method,
    /// Where it goes, and on whose behalf.
    pub(super) known: Arc<Known>,
    /// Query or form, encoded.
    pub(super) parameters: String,
    pub(super) timeout: Duration,
    pub(super) body_limit: usize,
    /// Where the time is part of the call.
    pub(super) signed_at: Option<Timestamp>,
}

impl HttpRequest {
    /// The action that is called, for logs and figures: `request.action().name()`.
    pub fn action(&self) -> &'static Action {
        self.known.action
    }

    /// The HTTP method.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The method as HTTP writes it: `GET` or `POST`.
    pub const fn method_name(&self) -> &'static str {
        self.method.as_str()
    }

    /// The whole address; with `GET`, the parameters are part of it. Keep it out of logs.
    #[must_use]
    pub fn url(&self) -> String {
        match self.method {
            Method::Get => format!("{}?{}", self.known.endpoint, self.parameters),
            Method::Post => self.known.endpoint.to_string(),
        }
    }

    /// The address without path and parameters.
    #[cfg(any(feature = "client", feature = "blocking"))]
    pub(super) fn origin(&self) -> String {
        self.known.endpoint.origin()
    }

    /// The form that `POST` carries, of the type that [`headers`](Self::headers) names; none with `GET`.
    pub fn body(&self) -> Option<&str> {
        match self.method {
            Method::Get => None,
            Method::Post => Some(&self.parameters),
        }
    }

    /// The headers that are to be sent beside those that HTTP itself asks for.
    pub fn headers(&self) -> Vec<(&'static str, &str)> {
        let mut headers = vec![("accept", "application/json"), ("user-agent", &*self.known.user_agent)];
        if self.method == Method::Post {
            headers.push(("content-type", "application/x-www-form-urlencoded"));
        }
        headers
    }

    /// How long the whole exchange may take.
    pub const fn timeout(&self) -> Duration {
        self.timeout
    }

    /// So many bytes of the answer's body are to be read; [`End::OverLimit`] says that there are more.
    pub const fn body_limit(&self) -> usize {
        self.body_limit
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("action", &self.action().name())
            .field("method", &self.method_name())
            .field("address", &format_args!("{}", self.known.endpoint))
            .finish_non_exhaustive()
    }
}

/// How an answer ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum End {
    /// All of it is there.
    Complete,
    /// It is longer than [`HttpRequest::body_limit`], and was not read to its end.
    OverLimit,
    /// The connection broke in the middle of it, for this reason.
    Interrupted(String),
    /// The time was over in the middle of it, for this reason.
    TimedOut(String),
}

/// An answer, whatever it says.
///
/// ```
/// use tablature_runtime::client::HttpResponse;
///
/// let response = HttpResponse::new(503, b"try later".to_vec()).header("Retry-After", "5");
/// assert_eq!(response.header_value("retry-after"), Some("5"));
/// ```
///
/// It may hold secrets that were asked for: `Debug` shows neither headers nor body.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpResponse {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    pub(super) end: End,
}

impl HttpResponse {
    /// An answer with this status and the whole of this body.
    pub const fn new(status: u16, body: Vec<u8>) -> Self {
        Self { status, headers: Vec::new(), body, end: End::Complete }
    }

    /// Adds a header. Names are compared without regard to case.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Says that the body is not all that there is.
    #[must_use]
    pub fn ended(mut self, end: End) -> Self {
        self.end = end;
        self
    }

    /// HTTP status.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The first header of this name.
    pub fn header_value(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The body, as far as it was read.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// How the body ended.
    pub const fn end(&self) -> &End {
        &self.end
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
