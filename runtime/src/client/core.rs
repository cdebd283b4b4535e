//! A client without a transport: requests to signed calls, answers to results.

use std::sync::Arc;

use super::answer::{self, Own, Sent};
use super::error::{Error, Kind};
use super::known::KnownActions;
use super::retries::Attempts;
use super::settings::{CallSettings, Settings};
use super::{DriftCollector, HttpRequest, HttpResponse, TransportError};
use crate::decode::decode_noted;
use crate::drift::DriftReport;
use crate::encode::Query;
use crate::facts::{Action, Provider};
use crate::record::{Record, RecordMut};
use crate::shape::Shape;
use crate::sign::{Clock, Common, Nonce, Nonces, Signer, Target};
use crate::validate::validate;

/// What all clients of a provider are made of.
pub struct Core {
    pub(super) provider: &'static Provider,
    pub(super) signer: Signer,
    pub(super) settings: Settings,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) nonces: Arc<dyn Nonces>,
    pub(super) drift: Option<DriftCollector>,
    pub(super) known: KnownActions,
}

/// A request that was checked and taken apart; each attempt is signed anew.
pub(super) struct Prepared {
    pub(super) action: &'static Action,
    /// What is sent, but for the signature: with time and nonce of the last attempt.
    query: Query,
    /// The last attempt; before the first one, all of it but the parameters.
    pub(super) request: HttpRequest,
    /// What the documents say of the fields of the answer.
    answer: fn() -> &'static Shape,
    settings: CallSettings,
}

/// What becomes of an attempt.
pub(super) enum Next {
    /// The call is over.
    Done(Result<HttpResponse, Error>),
    /// Another attempt, after this time.
    After(std::time::Duration),
}

impl Core {
    pub(super) fn prepare(
        &self,
        action: &'static Action,
        request: &dyn Record,
        answer: fn() -> &'static Shape,
        settings: CallSettings,
    ) -> Result<Prepared, Error> {
        let error = |kind| Error::new(self.provider, Some(action), kind);
        if settings.validates {
            validate(request).map_err(|violations| error(Kind::Invalid(violations)))?;
        }
        let known = self.known.get(action, request.shape(), self).map_err(|fault| error(Kind::Settings(fault)))?;
        let query = known.layout.query(request);
        let request = HttpRequest {
            method: self.settings.method.unwrap_or(self.provider.http_method()),
            known: Arc::clone(known),
            parameters: String::new(),
            timeout: settings.timeout,
            body_limit: self.settings.body_limit,
            signed_at: None,
        };
        Ok(Prepared { action, query, request, answer, settings })
    }

    /// Signs an attempt.
    pub(super) fn sign(&self, prepared: &mut Prepared) {
        let Prepared { query, request, .. } = prepared;
        request.signed_at = self.signer.uses_time().then(|| self.clock.now());
        let now = request.signed_at.unwrap_or_default();
        let nonce = if self.signer.uses_nonce() { self.nonces.next_at(now) } else { Nonce::new(0) };
        let common = Common::new(now, nonce);
        self.signer.renew(query, &common);
        let endpoint = &request.known.endpoint;
        let target = Target::new(request.method, endpoint.host(), endpoint.path());
        request.parameters = self.signer.signed(&target, query);
    }

    pub(super) fn attempts(prepared: &Prepared) -> Attempts {
        Attempts::new(prepared.settings.retries, prepared.action.is_read_only())
    }

    fn sent<'a>(&'a self, prepared: &'a Prepared) -> Sent<'a> {
        let Prepared { action, query, request, answer, .. } = prepared;
        let own = Own { signer: &self.signer, clock: &*self.clock, query, request };
        Sent { action, answer: answer(), own: Some(own) }
    }

    /// Judges what came of an attempt.
    pub(super) fn judge(
        &self,
        prepared: &Prepared,
        came: Result<HttpResponse, TransportError>,
        attempts: &mut Attempts,
    ) -> Next {
        let result = match came {
            Ok(response) => answer::judge(&self.sent(prepared), response),
            Err(error) => Err(self.sent(prepared).unanswered(error)),
        };
        match result {
            Ok(response) => Next::Done(Ok(response)),
            Err(error) => match attempts.delay_after(&error) {
                Some(delay) => Next::After(delay),
                None => Next::Done(Err(error)),
            },
        }
    }

    /// Reads the answer to a call that succeeded.
    pub(super) fn decode(
        &self,
        prepared: &Prepared,
        response: &HttpResponse,
        answer: &mut dyn RecordMut,
    ) -> Result<(), Error> {
        let mut report = self.drift.as_ref().map(|_| DriftReport::new());
        let decoded = decode_noted(answer, &response.body, report.as_mut());
        if let (Some(collector), Some(report)) = (&self.drift, report.filter(|report| !report.is_empty())) {
            collector.add(self.sent(prepared).redacted(report));
        }
        let decoded = decoded.and_then(|notes| if prepared.settings.is_lenient { Ok(()) } else { notes.into_result() });
        decoded.map_err(|error| self.sent(prepared).undecodable(error, response))
    }
}
