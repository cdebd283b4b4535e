//! A client without a transport: requests to signed calls, answers to results.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;

use super::answer::{self, Sent};
use super::endpoint::Endpoint;
use super::error::{Error, Kind};
use super::retries::Attempts;
use super::settings::{CallSettings, Settings};
use super::{DriftCollector, HttpRequest, HttpResponse, TransportError};
use crate::decode::{decode_into, decode_into_with_drift};
use crate::drift::DriftReport;
use crate::encode::{self, Pairs};
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
    /// Addresses that were already taken apart, by the documented address.
    pub(super) endpoints: RwLock<BTreeMap<&'static str, Arc<Endpoint>>>,
}

/// A request that was checked and taken apart; each attempt is signed anew.
pub(super) struct Prepared {
    pub(super) action: &'static Action,
    endpoint: Arc<Endpoint>,
    /// What the request says, and behind that what the last attempt was completed with.
    pairs: Pairs,
    /// So many of them are the request's.
    own_pairs: usize,
    /// What the documents say of the fields of the answer.
    answer: &'static Shape,
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
        answer: &'static Shape,
        settings: CallSettings,
    ) -> Result<Prepared, Error> {
        let error = |kind| Error::new(self.provider, Some(action), kind);
        if settings.validates {
            validate(request).map_err(|violations| error(Kind::Invalid(violations)))?;
        }
        let endpoint = self.endpoint(action).map_err(|fault| error(Kind::Settings(fault)))?;
        let pairs = encode::call(action, request);
        Ok(Prepared { action, endpoint, own_pairs: pairs.len(), pairs, answer, settings })
    }

    fn endpoint(&self, action: &'static Action) -> Result<Arc<Endpoint>, String> {
        let documented = action.endpoint_address();
        let known = self.endpoints.read().unwrap_or_else(PoisonError::into_inner).get(documented).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let endpoint = Arc::new(self.settings.endpoint_of(action)?);
        self.endpoints.write().unwrap_or_else(PoisonError::into_inner).insert(documented, Arc::clone(&endpoint));
        Ok(endpoint)
    }

    /// Signs an attempt.
    pub(super) fn sign(&self, prepared: &mut Prepared) -> HttpRequest {
        let method = self.settings.method.unwrap_or(self.provider.http_method());
        let signed_at = self.signer.uses_time().then(|| self.clock.now());
        let nonce = if self.signer.uses_nonce() { self.nonces.next() } else { Nonce::new(0) };
        let mut common = Common::new(signed_at.unwrap_or_default(), nonce);
        if let Some(region) = &self.settings.region {
            common = common.region(region);
        }
        if let Some(project) = &self.settings.project {
            common = common.project(project);
        }
        if let Some(version) = prepared.action.service().version_text() {
            common = common.version(version);
        }
        prepared.pairs.truncate(prepared.own_pairs);
        self.signer.complete(&mut prepared.pairs, &common);
        let target = Target::new(method, prepared.endpoint.host(), prepared.endpoint.path());
        HttpRequest {
            method,
            endpoint: Arc::clone(&prepared.endpoint),
            parameters: self.signer.query(&target, &prepared.pairs),
            user_agent: Arc::clone(&self.settings.user_agent),
            timeout: prepared.settings.timeout,
            body_limit: self.settings.body_limit,
            signed_at,
        }
    }

    pub(super) fn attempts(prepared: &Prepared) -> Attempts {
        Attempts::new(prepared.settings.retries, prepared.action.is_read_only())
    }

    fn sent<'a>(&'a self, prepared: &'a Prepared, signed_at: Option<Timestamp>) -> Sent<'a> {
        Sent {
            action: prepared.action,
            answer: prepared.answer,
            signed_at,
            clock: Some(&*self.clock),
            credentials: Some(self.signer.credentials()),
            secrets: Some(&prepared.pairs),
        }
    }

    /// Judges what came of an attempt.
    pub(super) fn judge(
        &self,
        prepared: &Prepared,
        request: &HttpRequest,
        came: Result<HttpResponse, TransportError>,
        attempts: &mut Attempts,
    ) -> Next {
        let result = match came {
            Ok(response) => answer::judge(&self.sent(prepared, request.signed_at), response),
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
        decoded.map_err(|error| self.sent(prepared, None).undecodable(error, response))
    }
}
