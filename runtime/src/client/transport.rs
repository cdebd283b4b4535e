//! What carries calls: the features `client` and `blocking` have transports, and a caller can bring another.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::{HttpRequest, HttpResponse};

/// A future that can be sent between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries calls without blocking, and waits.
///
/// A transport sends what it is given, once: it follows no redirects and repeats nothing. It must verify whom it talks
/// to when the address begins with `https`.
///
/// ```
/// use std::time::Duration;
/// use tablature_runtime::client::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
///
/// /// Answers everything with an empty page.
/// struct Canned;
///
/// impl Transport for Canned {
///     fn exchange<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
///         Box::pin(async { Ok(HttpResponse::new(200, br#"{"total_count": 0, "ret_code": 0}"#.to_vec())) })
///     }
///     fn wait(&self, _: Duration) -> BoxFuture<'_, ()> {
///         Box::pin(async {})
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// Sends a call and reads what comes back.
    fn exchange<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>>;

    /// Waits before another try.
    fn wait(&self, delay: Duration) -> BoxFuture<'_, ()>;
}

/// Carries calls, and blocks until the answer is there. What holds for a [`Transport`] holds here, too.
pub trait BlockingTransport: Send + Sync {
    /// Sends a call and reads what comes back.
    ///
    /// # Errors
    ///
    /// When there is no answer.
    fn exchange(&self, request: &HttpRequest) -> Result<HttpResponse, TransportError>;

    /// Waits before another try.
    fn wait(&self, delay: Duration) {
        std::thread::sleep(delay);
    }
}

/// How far a call came that has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Unsendable,
    NotSent,
    PerhapsArrived,
    TimedOut,
}

/// Why there is no answer.
///
/// Clients hide keys, tokens and signatures in the message, should the address of the call stand there.
#[derive(Clone)]
pub struct TransportError {
    reach: Reach,
    message: String,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

impl TransportError {
    /// The call certainly did not reach the provider: no connection could be made.
    pub fn not_sent(message: impl Into<String>) -> Self {
        Self { reach: Reach::NotSent, message: message.into(), source: None }
    }

    /// The call cannot be sent as it is, and was not: no other attempt would fare better.
    pub fn unsendable(message: impl Into<String>) -> Self {
        Self { reach: Reach::Unsendable, message: message.into(), source: None }
    }

    /// The call may have reached the provider.
    pub fn interrupted(message: impl Into<String>) -> Self {
        Self { reach: Reach::PerhapsArrived, message: message.into(), source: None }
    }

    /// No answer in time. The call may have reached the provider.
    pub fn timed_out(message: impl Into<String>) -> Self {
        Self { reach: Reach::TimedOut, message: message.into(), source: None }
    }

    /// Adds the error behind this one. Its texts must not show the address of the call, which carries the signature.
    #[must_use]
    pub fn caused_by(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// Whether the call may have reached the provider, and taken effect there.
    pub fn may_have_arrived(&self) -> bool {
        !matches!(self.reach, Reach::NotSent | Reach::Unsendable)
    }

    /// Whether no other attempt would fare better.
    pub fn is_unsendable(&self) -> bool {
        self.reach == Reach::Unsendable
    }

    /// Whether there was no answer in time.
    pub fn is_timeout(&self) -> bool {
        self.reach == Reach::TimedOut
    }
}

impl TransportError {
    /// The same error in other words.
    pub(super) fn map_message(self, change: impl Fn(&str) -> String) -> Self {
        Self { message: change(&self.message), ..self }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportError")
            .field("reach", &self.reach)
            .field("message", &self.message)
            .finish_non_exhaustive()
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn Error + 'static))
    }
}
