//! An action, and the request that asks for it.

use super::{KnownError, Provider, Service};
use crate::record::{Record, RecordMut};

/// What the documents say about one action as a whole.
#[derive(Debug)]
pub struct Action {
    provider: &'static Provider,
    service: &'static Service,
    name: &'static str,
    spec: &'static str,
    endpoint: Option<&'static str>,
    read_only: bool,
    deprecated: Option<&'static str>,
    constants: &'static [(&'static str, &'static str)],
    errors: &'static [KnownError],
}

impl Action {
    /// An action that may change something. `name` is its wire name, `spec` its file relative to the specs folder.
    pub const fn new(
        provider: &'static Provider,
        service: &'static Service,
        name: &'static str,
        spec: &'static str,
    ) -> Self {
        Self {
            provider,
            service,
            name,
            spec,
            endpoint: None,
            read_only: false,
            deprecated: None,
            constants: &[],
            errors: &[],
        }
    }

    /// The action changes nothing, so that a call may be sent twice.
    #[must_use]
    pub const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// The action is not served by the service's endpoint but by this one.
    #[must_use]
    pub const fn endpoint(mut self, endpoint: &'static str) -> Self {
        self.endpoint = Some(endpoint);
        self
    }

    /// The documents advise against the action, for this reason.
    #[must_use]
    pub const fn deprecated(mut self, reason: &'static str) -> Self {
        self.deprecated = Some(reason);
        self
    }

    /// Parameters that have the same value in every call, and are sent with each.
    #[must_use]
    pub const fn constants(mut self, constants: &'static [(&'static str, &'static str)]) -> Self {
        self.constants = constants;
        self
    }

    /// The documented error codes.
    #[must_use]
    pub const fn errors(mut self, errors: &'static [KnownError]) -> Self {
        self.errors = errors;
        self
    }

    /// Parameters that have the same value in every call.
    pub const fn constant_parameters(&self) -> &'static [(&'static str, &'static str)] {
        self.constants
    }

    /// The provider.
    pub const fn provider(&self) -> &'static Provider {
        self.provider
    }

    /// The service.
    pub const fn service(&self) -> &'static Service {
        self.service
    }

    /// Wire name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The spec file, relative to the specs folder.
    pub const fn spec(&self) -> &'static str {
        self.spec
    }

    /// Address that calls go to.
    pub const fn endpoint_address(&self) -> &'static str {
        match self.endpoint {
            Some(endpoint) => endpoint,
            None => self.service.endpoint(),
        }
    }

    /// Whether the action changes nothing.
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Why the documents advise against the action, if they do.
    pub const fn deprecation(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// The documented error codes.
    pub const fn known_errors(&self) -> &'static [KnownError] {
        self.errors
    }
}

/// Stands for a provider in types, so that a request can only be sent by its own provider's client.
pub trait ProviderMarker: Send + Sync + 'static {
    /// The facts of the provider.
    const PROVIDER: &'static Provider;
}

/// A request: what it asks for and what answers it. The client of its provider sends it: `client.send(&request)`.
///
/// A function for requests of any kind needs no other bound:
///
/// ```
/// use tablature_runtime::Request;
/// # #[cfg(feature = "call")] {
/// use tablature_runtime::client::{Client, Error};
///
/// async fn send_loudly<R: Request>(client: &Client<R::Provider>, request: &R) -> Result<R::Response, Error> {
///     println!("calling {}", R::ACTION.name());
///     client.send(request).await
/// }
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request",
    note = "a request is lent: `client.send(&request)`"
)]
pub trait Request: Record + Send + Sync + 'static {
    /// The provider that serves it.
    type Provider: ProviderMarker;

    /// The answer.
    type Response: RecordMut + Default + Send + Sync + 'static;

    /// The facts of the action.
    const ACTION: &'static Action;
}
