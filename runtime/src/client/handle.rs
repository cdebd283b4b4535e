//! What asynchronous and blocking clients have in common.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::core::{Core, Prepared};
use super::settings::CallSettings;
use super::{BlockingTransport, Builder, Error, HttpRequest, Retries, Transport};
use crate::facts::{ProviderMarker, Request};
use crate::record::Record;
use crate::sign::Credentials;

/// Sends requests of one provider: `P` marks the provider, `T` is the kind of transport.
///
/// [`Client::new`] begins one, [`Builder`] has its settings, and `send`, `call`, `pages` and `items` use it. What sends over the
/// transport of the feature `client` has to run in tokio: see [the module](super).
///
/// A clone is cheap, and shares connections. Requests of other providers are refused by the compiler.
///
/// ```compile_fail,E0271
/// use tablature_runtime::client::Client;
/// use tablature_runtime::{ProviderMarker, Request};
///
/// async fn send_elsewhere<P: ProviderMarker, R: Request>(client: Client<P>, request: R) {
///     client.send(&request).await;
/// }
/// ```
pub struct Client<P, T: ?Sized = dyn Transport> {
    pub(super) core: Arc<Core>,
    pub(super) transport: Arc<T>,
    provider: PhantomData<fn() -> P>,
}

/// A client that blocks until the answer is there.
///
/// Not for use inside of an asynchronous runtime, where the transport of the feature `blocking` panics, with words about a
/// runtime that is dropped: take [`Client`] there, or `tokio::task::spawn_blocking`.
pub type BlockingClient<P> = Client<P, dyn BlockingTransport>;

impl<P: ProviderMarker, T: Carrier + ?Sized> Client<P, T> {
    /// Begins a client that signs with these keys; [`Builder::build`] makes it.
    #[expect(clippy::new_ret_no_self, reason = "a client has settings, and making it can fail")]
    pub fn new(credentials: Credentials) -> Builder<P, T> {
        Builder::new(credentials)
    }

    pub(super) fn assemble(core: Core, transport: Option<Arc<T>>) -> Result<Self, String> {
        let transport = transport.map_or_else(|| T::usual(&core), Ok)?;
        Ok(Self { core: Arc::new(core), transport, provider: PhantomData })
    }

    /// Begins a client with the settings of this one, to change some of them: for another region, or with new keys in
    /// place of temporary ones that end. It sends over the [`transport`](Self::transport) of this one: connections are
    /// shared, and [`proxy`](Builder::proxy), [`root_certificates`](Builder::root_certificates) and
    /// [`connect_timeout`](Builder::connect_timeout) stay what they are.
    ///
    /// ```
    /// # use tablature_runtime::ProviderMarker;
    /// # use tablature_runtime::client::{Client, Error};
    /// fn in_shanghai<P: ProviderMarker>(client: &Client<P>) -> Result<Client<P>, Error> {
    ///     client.to_builder().region("ap-shanghai").build()
    /// }
    /// ```
    #[must_use]
    pub fn to_builder(&self) -> Builder<P, T> {
        Builder::like(&self.core, Arc::clone(&self.transport))
    }

    /// What carries the calls: to be wrapped by a [`Transport`] of your own that looks at each of them, or to be shared with
    /// a client of another provider.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::time::Duration;
    /// use tablature_runtime::client::{BoxFuture, Client, HttpRequest, HttpResponse, Transport, TransportError};
    ///
    /// struct Loud(Arc<dyn Transport>);
    ///
    /// impl Transport for Loud {
    ///     fn exchange<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
    ///         println!("sending {request:?}");
    ///         self.0.exchange(request)
    ///     }
    ///     fn wait(&self, delay: Duration) -> BoxFuture<'_, ()> {
    ///         self.0.wait(delay)
    ///     }
    /// }
    ///
    /// # use tablature_runtime::{ProviderMarker, client::Error};
    /// fn loudly<P: ProviderMarker>(client: &Client<P>) -> Result<Client<P>, Error> {
    ///     client.to_builder().transport(Arc::new(Loud(client.transport()))).build()
    /// }
    /// ```
    #[must_use]
    pub fn transport(&self) -> Arc<T> {
        Arc::clone(&self.transport)
    }

    /// A call with settings of its own: `client.call(&request).without_validation().send()`.
    pub fn call<'a, R: Request<Provider = P>>(&'a self, request: &'a R) -> Call<'a, P, T, R> {
        Call { client: self, request, settings: self.core.settings.call }
    }

    /// Validates and signs a request for a transport that the client does not know. Hand what comes back to
    /// [`outcome`](super::outcome).
    ///
    /// # Errors
    ///
    /// When the request breaks the documents' word, or the client lacks a setting: an endpoint, or what calls need and the
    /// request does not have.
    pub fn prepare<R: Request<Provider = P>>(&self, request: &R) -> Result<HttpRequest, Error> {
        let mut prepared = self.call(request).prepared()?;
        self.core.sign(&mut prepared);
        Ok(prepared.request)
    }
}

/// A kind of transport: `dyn Transport` or `dyn BlockingTransport`, and nothing else. It is the bound of functions that make
/// clients of both kinds.
///
/// ```
/// use tablature_runtime::ProviderMarker;
/// use tablature_runtime::client::{Builder, Carrier, Client};
/// use tablature_runtime::sign::Credentials;
///
/// fn near<P: ProviderMarker, T: Carrier + ?Sized>(credentials: Credentials) -> Builder<P, T> {
///     Client::<P, T>::new(credentials).endpoint("http://127.0.0.1:8080")
/// }
/// ```
pub trait Carrier {
    /// The transport that comes with the feature.
    #[doc(hidden)]
    fn usual(core: &Core) -> Result<Arc<Self>, String>;
}

impl<P, T: ?Sized> Clone for Client<P, T> {
    fn clone(&self) -> Self {
        Self { core: Arc::clone(&self.core), transport: Arc::clone(&self.transport), provider: PhantomData }
    }
}

/// Shows no keys.
impl<P: ProviderMarker, T: ?Sized> fmt::Debug for Client<P, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("provider", &P::PROVIDER.name()).finish_non_exhaustive()
    }
}

/// A call with settings of its own.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<'a, P, T: ?Sized, R> {
    pub(super) client: &'a Client<P, T>,
    request: &'a R,
    settings: CallSettings,
}

impl<P: ProviderMarker, T: ?Sized, R: Request<Provider = P>> Call<'_, P, T, R> {
    /// Sends the request as it is, also when it breaks the documents' word.
    pub const fn without_validation(mut self) -> Self {
        self.settings.validates = false;
        self
    }

    /// Leaves out of the answer what cannot be read as documented: see [`Builder::lenient`].
    pub const fn lenient(mut self) -> Self {
        self.settings.is_lenient = true;
        self
    }

    /// How often this call is tried.
    pub const fn retries(mut self, retries: Retries) -> Self {
        self.settings.retries = retries;
        self
    }

    /// How long one attempt of this call may take.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    pub(super) fn prepared(&self) -> Result<Prepared, Error> {
        self.client.core.prepare(R::ACTION, self.request, || R::Response::default().shape(), self.settings)
    }
}

impl<P, T: ?Sized, R: Request> fmt::Debug for Call<'_, P, T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("action", &R::ACTION.name()).finish_non_exhaustive()
    }
}
