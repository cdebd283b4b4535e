//! Why there is no answer.

mod advice;
mod message;

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;

use super::TransportError;
use crate::decode::DecodeError;
use crate::facts::{Action, FailureClass, Provider};
use crate::validate::Violations;

/// Why a call has no answer, whatever the reason: ask the predicates, or show it to people.
///
/// The message names the provider and the action, the code and the provider's own words, the HTTP status and the
/// identifier of the call, and says what to do. No secret of the client's is in it, nor in `Debug`, whatever the provider
/// repeats; only an error of [`outcome`](super::outcome), which knows no client, shows the provider's words as they are.
///
/// ```
/// use tablature_runtime::client::Error;
///
/// fn advice(error: &Error) -> &'static str {
///     match error {
///         _ if error.violations().is_some() => "correct the request",
///         _ if error.is_auth() => "look for other keys",
///         _ if error.is_not_found() => "create it first",
///         _ if error.is_retryable() => "try again later",
///         _ => "ask the provider",
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    provider: &'static Provider,
    action: Option<&'static Action>,
    kind: Kind,
    class: Option<FailureClass>,
    received: Option<Received>,
}

pub(super) enum Kind {
    /// The client cannot do what it is told.
    Settings(String),
    /// The request breaks the documents' word.
    Invalid(Violations),
    /// No answer.
    Transport(TransportError),
    /// The provider says no.
    Refused { code: Option<String>, message: Option<String> },
    /// The answer does not say anything.
    Unreadable { fault: Fault, code: Option<String> },
    /// The call worked, but its answer is not as documented.
    Undecodable(DecodeError),
}

/// Why an answer says nothing.
#[derive(Clone, Debug)]
pub(super) enum Fault {
    Empty,
    Html,
    NotJson(String),
    NoObject,
    /// In this way, such as `gzip`.
    Encoded(String),
    EndsEarly,
    CutOff(String),
    Late(String),
    TooLong(usize),
    NoStatus(&'static str),
}

/// What is kept of an answer.
#[derive(Default)]
pub(super) struct Received {
    pub(super) status: u16,
    pub(super) request_id: Option<String>,
    pub(super) retry_after: Option<Duration>,
    pub(super) location: Option<String>,
    pub(super) body: Option<String>,
    pub(super) signed_at: Option<Timestamp>,
}

impl Error {
    pub(super) fn new(provider: &'static Provider, action: Option<&'static Action>, kind: Kind) -> Self {
        Self(Box::new(Inner { provider, action, kind, class: None, received: None }))
    }

    pub(super) fn with_answer(mut self, received: Received) -> Self {
        self.0.received = Some(received);
        self
    }

    pub(super) fn classified(mut self, class: Option<FailureClass>) -> Self {
        self.0.class = class;
        self
    }

    fn is(&self, class: FailureClass) -> bool {
        self.0.class == Some(class)
    }

    /// Whether the provider asks to call less often.
    pub fn is_throttled(&self) -> bool {
        self.is(FailureClass::Throttled)
    }

    /// Whether another try may work: after throttling, passing faults of the provider, and faults of the network. Before
    /// a call that changes something is tried again, look whether it took effect: see
    /// [`may_have_arrived`](Self::may_have_arrived).
    pub fn is_retryable(&self) -> bool {
        self.is_throttled()
            || self.is(FailureClass::Transient)
            || matches!(self.0.kind, Kind::Unreadable { fault: Fault::CutOff(_) | Fault::Late(_), .. })
            || matches!(&self.0.kind, Kind::Transport(error) if !error.is_unsendable())
    }

    /// Whether the keys were refused, or may not do this.
    pub fn is_auth(&self) -> bool {
        self.is(FailureClass::Auth)
    }

    /// Whether what the call names does not exist.
    pub fn is_not_found(&self) -> bool {
        self.is(FailureClass::NotFound)
    }

    /// Whether the clock of this machine differs too much from the provider's.
    pub fn is_clock_skew(&self) -> bool {
        self.is(FailureClass::ClockSkew)
    }

    /// Whether there was no answer in time, or not all of it.
    pub fn is_timeout(&self) -> bool {
        matches!(&self.0.kind, Kind::Transport(error) if error.is_timeout())
            || matches!(self.0.kind, Kind::Unreadable { fault: Fault::Late(_), .. })
    }

    /// Whether the request was not sent, because it breaks the documents' word: see [`violations`](Self::violations).
    pub fn is_invalid(&self) -> bool {
        matches!(self.0.kind, Kind::Invalid(_))
    }

    /// Whether the call may have reached the provider, and taken effect there.
    pub fn may_have_arrived(&self) -> bool {
        match &self.0.kind {
            Kind::Settings(_) | Kind::Invalid(_) => false,
            Kind::Transport(error) => error.may_have_arrived(),
            Kind::Refused { .. } | Kind::Unreadable { .. } | Kind::Undecodable(_) => true,
        }
    }

    /// The provider's code, numbers in decimal. Each action that documents its codes has an open enum for them: see
    /// [`code_as`](Self::code_as).
    pub fn code(&self) -> Option<&str> {
        match &self.0.kind {
            Kind::Refused { code, .. } | Kind::Unreadable { code, .. } => code.as_deref(),
            _ => None,
        }
    }

    /// The provider's code as a typed value: `error.code_as::<DescribeImagesErrorCode>()`.
    pub fn code_as<'a, C: From<&'a str>>(&'a self) -> Option<C> {
        self.code().map(C::from)
    }

    /// The provider's own words.
    pub fn message(&self) -> Option<&str> {
        match &self.0.kind {
            Kind::Refused { message, .. } => message.as_deref(),
            _ => None,
        }
    }

    /// The identifier that the provider gave the call. Its support asks for it.
    pub fn request_id(&self) -> Option<&str> {
        self.0.received.as_ref()?.request_id.as_deref()
    }

    /// HTTP status of the answer, if there was one.
    pub fn http_status(&self) -> Option<u16> {
        self.0.received.as_ref().map(|received| received.status)
    }

    /// How long the provider asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.received.as_ref()?.retry_after
    }

    /// The beginning of an answer that reports a failure or cannot be read: up to 16 KiB, without secrets. None of a call
    /// that worked: its answer may hold anything.
    pub fn body(&self) -> Option<&str> {
        self.0.received.as_ref()?.body.as_deref()
    }

    /// What the documents ask for, and the request does not keep.
    pub fn violations(&self) -> Option<&Violations> {
        match &self.0.kind {
            Kind::Invalid(violations) => Some(violations),
            _ => None,
        }
    }

    /// What in the answer is not as documented.
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.0.kind {
            Kind::Undecodable(error) => Some(error),
            _ => None,
        }
    }

    /// What is known of the failure.
    pub fn class(&self) -> Option<FailureClass> {
        self.0.class
    }

    /// The provider that was called.
    pub fn provider(&self) -> &'static Provider {
        self.0.provider
    }

    /// The action that was called; none when there was no client yet.
    pub fn action(&self) -> Option<&'static Action> {
        self.0.action
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("message", &format_args!("{self}"))
            .field("code", &self.code())
            .field("class", &self.class())
            .field("http_status", &self.http_status())
            .field("request_id", &self.request_id())
            .finish_non_exhaustive()
    }
}

/// The source is what a transport gave as the cause. [`violations`](Error::violations) and
/// [`decode_error`](Error::decode_error) are part of the message, and so no source that reports would show once more.
impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            Kind::Transport(error) => std::error::Error::source(error),
            _ => None,
        }
    }
}
