//! A client without a transport: requests to signed calls, answers to results.

use std::sync::Arc;

use super::answer::{self, Sent};
use super::error::{Error, Kind};
use super::known::KnownActions;
use super::retries::Attempts;
use super::settings::{CallSettings, Settings};
use super::{DriftCollector, HttpRequest, HttpResponse, Retries, TransportError};
use crate::decode::{decode_into, decode_into_with_drift};
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
    retries: Retries,
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
        Ok(Prepared { action, query, request, answer, retries: settings.retries })
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
        Attempts::new(prepared.retries, prepared.action.is_read_only())
    }

    fn sent<'a>(&'a self, prepared: &'a Prepared) -> Sent<'a> {
        Sent {
            action: prepared.action,
            answer: (prepared.answer)(),
            signed_at: prepared.request.signed_at,
            clock: Some(&*self.clock),
            credentials: Some(self.signer.credentials()),
            secrets: Some(&prepared.query),
        }
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
            Err(error) => Err(Error::new(self.provider, Some(prepared.action), Kind::Transport(error))),
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
        let decoded = match &self.drift {
            None => decode_into(answer, &response.body),
            Some(collector) => {
                let mut report = DriftReport::new();
                let decoded = decode_into_with_drift(answer, &response.body, &mut report);
                collector.add(report);
                decoded
            }
        };
        decoded.map_err(|error| self.sent(prepared).undecodable(error, response))
    }
}
