//! Whether an answer says that the call worked.

use std::fmt;

use secrecy::zeroize::Zeroizing;

use super::error::{Error, Fault, Kind, Received};
use super::redact::Hidden;
use super::status::{Reported, report};
use super::{End, HttpRequest, HttpResponse, TransportError, retry_after};
use crate::decode::DecodeError;
use crate::drift::DriftReport;
use crate::encode::Query;
use crate::facts::{Action, Status};
use crate::shape::Shape;
use crate::sign::{Clock, Signer};
use crate::text::quoted;

/// The call that an answer belongs to.
pub(super) struct Sent<'a> {
    pub(super) action: &'static Action,
    /// What the documents say of the fields of the answer.
    pub(super) answer: &'static Shape,
    /// What is known of a call that a client sent.
    pub(super) own: Option<Own<'a>>,
}

/// A call that a client sent.
pub(super) struct Own<'a> {
    pub(super) signer: &'a Signer,
    pub(super) clock: &'a dyn Clock,
    pub(super) query: &'a Query,
    pub(super) request: &'a HttpRequest,
}

impl Own<'_> {
    /// What must not show, should somebody repeat it.
    fn hidden(&self) -> Hidden {
        let keys = self.signer.credentials().secrets().map(|secret| Zeroizing::new(secret.to_owned()));
        let signature = Signer::signature_in(&self.request.parameters);
        Hidden::of(keys.chain(self.query.secrets()).chain(signature.map(Zeroizing::new)))
    }
}

/// The answer, if the call worked.
pub(super) fn judge(sent: &Sent<'_>, response: HttpResponse) -> Result<HttpResponse, Error> {
    let status = sent.action.provider().status_facts();
    let (reported, broken) = report(&response.body, status.as_ref());
    let fault = match (&response.end, broken) {
        (End::OverLimit, _) => Some(Fault::TooLong(response.body.len())),
        (End::Interrupted(reason), _) => Some(Fault::CutOff(reason.clone())),
        (End::TimedOut(reason), _) => Some(Fault::Late(reason.clone())),
        (End::Complete, broken) => broken.map(|fault| encoded(&response).unwrap_or(fault)),
    };
    let succeeded = (200..300).contains(&response.status);
    match (fault, &status) {
        (None, Some(status)) if succeeded => match verdict(status, &reported, sent.answer) {
            Verdict::Worked => Ok(response),
            Verdict::Failed => Err(sent.refused(&response, reported)),
            Verdict::Silent => Err(sent.unreadable(&response, Fault::NoStatus(status.field()), reported)),
        },
        (None, None) if succeeded => Ok(response),
        (None, _) => Err(sent.refused(&response, reported)),
        (Some(fault), _) => Err(sent.unreadable(&response, fault, reported)),
    }
}

/// Why a body that is there cannot be read, if it is encoded in a way that nobody asked for.
fn encoded(response: &HttpResponse) -> Option<Fault> {
    let encoding = response.header_value("content-encoding").map(str::trim)?;
    let is_encoded = !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity") && !response.body.is_empty();
    is_encoded.then(|| Fault::Encoded(encoding.to_owned()))
}

enum Verdict {
    Worked,
    Failed,
    /// The answer does not say.
    Silent,
}

fn verdict(status: &Status, reported: &Reported, answer: &Shape) -> Verdict {
    match (status.success_code(), &reported.code) {
        (Some(success), Some(code)) if code.trim() == success.to_string() => Verdict::Worked,
        (Some(_), Some(_)) => Verdict::Failed,
        (Some(_), None) => Verdict::Silent,
        // The HTTP status was one of success. A body is the body of a failure all the same when it has a code, which
        // this answer should not have, and nothing that it should have.
        (None, Some(_)) if !is_documented(answer, status.field()) && !has_content(status, reported, answer) => {
            Verdict::Failed
        }
        (None, _) => Verdict::Worked,
    }
}

fn is_documented(answer: &Shape, name: &str) -> bool {
    answer.fields().any(|field| field.wire() == name)
}

fn has_content(status: &Status, reported: &Reported, answer: &Shape) -> bool {
    let about_the_call = [Some(status.field()), status.message_field(), status.request_id_field()];
    reported.names.iter().any(|name| !about_the_call.contains(&Some(name)) && is_documented(answer, name))
}

impl Sent<'_> {
    fn refused(&self, response: &HttpResponse, reported: Reported) -> Error {
        let class = self.action.provider().failure_class(reported.code.as_deref(), response.status);
        let code = reported.code.clone().map(|code| self.shown(&code));
        let message = reported.message.clone().map(|message| self.shown(&message));
        self.error(Kind::Refused { code, message }, response, &reported).classified(class)
    }

    fn unreadable(&self, response: &HttpResponse, fault: Fault, reported: Reported) -> Error {
        let code = reported.code.clone().filter(|code| self.is_failure(code, response.status));
        let class = self.action.provider().failure_class(code.as_deref(), response.status);
        let code = code.map(|code| self.shown(&code));
        self.error(Kind::Unreadable { fault, code }, response, &reported).classified(class)
    }

    /// Whether a code says that the call failed, whatever became of the rest of the answer.
    fn is_failure(&self, code: &str, http: u16) -> bool {
        let success = self.action.provider().status_facts().and_then(|status| status.success_code());
        success.map_or(!(200..300).contains(&http), |success| code.trim() != success.to_string())
    }

    /// No answer.
    pub(super) fn unanswered(&self, error: TransportError) -> Error {
        let error = error.map_message(|message| self.shown(message));
        Error::new(self.action.provider(), Some(self.action), Kind::Transport(error))
    }

    /// What a report says, but for what must not show.
    pub(super) fn redacted(&self, report: DriftReport) -> DriftReport {
        match self.hidden() {
            Some(hidden) => report.map_found(|found| hidden.hide_shown(found)),
            None => report,
        }
    }

    /// An answer that says that the call worked, but is not as documented. It may hold anything, so that nothing of it is
    /// kept but what identifies the call, and the values that are not as documented.
    pub(super) fn undecodable(&self, error: DecodeError, response: &HttpResponse) -> Error {
        let status = self.action.provider().status_facts();
        let (reported, _) = report(&response.body, status.as_ref());
        let request_id = request_id(status.as_ref(), response, &reported).map(|id| self.shown(id));
        let error = match self.hidden() {
            Some(hidden) => error.map_found(|found| hidden.hide_shown(found)),
            None => error,
        };
        Error::new(self.action.provider(), Some(self.action), Kind::Undecodable(error)).with_answer(Received {
            status: response.status,
            request_id,
            ..Received::default()
        })
    }

    fn error(&self, kind: Kind, response: &HttpResponse, reported: &Reported) -> Error {
        let status = self.action.provider().status_facts();
        let request_id = request_id(status.as_ref(), response, reported);
        let kept = if self.answer.fields().any(|field| field.is_secret()) { 0 } else { response.body.len().min(KEPT) };
        let body = String::from_utf8_lossy(&response.body[..kept]);
        Error::new(self.action.provider(), Some(self.action), kind).with_answer(Received {
            status: response.status,
            request_id: request_id.map(|id| self.shown(id)),
            retry_after: retry_after::asked(response, self.own.as_ref().map(|own| own.clock.now())),
            location: response.header_value("location").map(|text| self.shown(without_parameters(text))),
            body: Some(self.shown(&body)),
            signed_at: self.own.as_ref().and_then(|own| own.request.signed_at),
        })
    }

    fn hidden(&self) -> Option<Hidden> {
        self.own.as_ref().map(Own::hidden)
    }

    /// A text of the provider without what must not show, and not without end.
    fn shown(&self, text: &str) -> String {
        let cut = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= KEPT).last().unwrap_or(0);
        let text = if text.len() > KEPT { &text[..cut] } else { text };
        self.hidden().map_or_else(|| text.to_owned(), |hidden| hidden.hide(text))
    }
}

/// So many bytes of a body are kept in an error.
const KEPT: usize = 16 << 10;

/// A redirect repeats the parameters of the call, the signature among them.
fn without_parameters(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

fn request_id<'a>(status: Option<&Status>, response: &'a HttpResponse, reported: &'a Reported) -> Option<&'a str> {
    let header = status.and_then(Status::request_id_header_name);
    reported.request_id.as_deref().or_else(|| response.header_value(header?))
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the answer is empty"),
            Self::Html => f.write_str("the answer is a web page, perhaps of a gateway in between, not JSON"),
            Self::NotJson(reason) => write!(f, "the answer is not JSON ({reason})"),
            Self::NoObject => f.write_str("the answer is JSON, but no object"),
            Self::Encoded(encoding) => {
                write!(f, "the answer is encoded as {}, which was not asked for, perhaps by a proxy", quoted(encoding))
            }
            Self::EndsEarly => f.write_str("the answer ends in the middle"),
            Self::CutOff(reason) => write!(f, "the connection broke in the middle of the answer ({reason})"),
            Self::Late(reason) => write!(f, "the time was over in the middle of the answer ({reason})"),
            Self::TooLong(read) => {
                write!(f, "the answer is longer than the {read} bytes that were read; `body_limit` sets how many are")
            }
            Self::NoStatus(field) => {
                write!(f, "the answer has no `{field}`, and so does not say whether the call worked")
            }
        }
    }
}
