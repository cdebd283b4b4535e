//! How a client is made.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;

use super::core::Core;
use super::endpoint::Endpoint;
use super::error::{Error, Kind};
use super::handle::Carrier;
use super::known::KnownActions;
use super::settings::Settings;
use super::{Client, DriftCollector, Retries, Transport};
use crate::facts::{Method, ProviderMarker};
use crate::sign::{Clock, Credentials, Nonces, RandomNonces, Signer, SystemClock};

/// Settings of a client that is being made. The keys have to be given; of the rest, an [`endpoint`](Self::endpoint) where the
/// documents name none, and a [`region`](Self::region), [`zone`](Self::zone) or [`project`](Self::project) where calls need
/// one that their request does not have: the docs of the provider and of the request say so, and so does the error.
///
/// ```
/// use std::time::Duration;
/// use tablature_runtime::client::{Client, Retries};
/// use tablature_runtime::sign::Credentials;
/// # use tablature_runtime as rt;
/// # static PROVIDER: rt::Provider = rt::Provider::new("acme", rt::Scheme::Ucloud);
/// # #[derive(Debug)] enum Acme {}
/// # impl rt::ProviderMarker for Acme { const PROVIDER: &'static rt::Provider = &PROVIDER; }
/// # #[cfg(feature = "client")] {
///
/// let client: Client<Acme> = Client::new(Credentials::new("my-key-id", "my-secret"))
///     .endpoint("https://api.example.com/")
///     .region("north-1")
///     .timeout(Duration::from_secs(20))
///     .retries(Retries::off())
///     .build()?;
/// # }
/// # Ok::<(), tablature_runtime::client::Error>(())
/// ```
pub struct Builder<P, T: ?Sized = dyn Transport> {
    credentials: Credentials,
    settings: Settings,
    endpoint: Option<String>,
    clock: Arc<dyn Clock>,
    nonces: Arc<dyn Nonces>,
    drift: Option<DriftCollector>,
    transport: Option<Arc<T>>,
    provider: PhantomData<fn() -> P>,
}

impl<P: ProviderMarker, T: Carrier + ?Sized> Builder<P, T> {
    pub(super) fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            settings: Settings::default(),
            endpoint: None,
            clock: Arc::new(SystemClock),
            nonces: Arc::new(RandomNonces),
            drift: None,
            transport: None,
            provider: PhantomData,
        }
    }

    /// With the settings of a client that is there.
    pub(super) fn like(core: &Core, transport: Arc<T>) -> Self {
        Self {
            credentials: core.signer.credentials().clone(),
            settings: core.settings.clone(),
            endpoint: None,
            clock: Arc::clone(&core.clock),
            nonces: Arc::clone(&core.nonces),
            drift: core.drift.clone(),
            transport: Some(transport),
            provider: PhantomData,
        }
    }

    /// Other keys: where temporary ones end, and the settings of a client are [taken over](Client::to_builder).
    #[must_use]
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// Where all calls go, instead of the documented endpoints: `https://api.example.com/`. Without a path, the documented
    /// path is taken. Needed where the documents name none.
    #[must_use]
    pub fn endpoint(mut self, address: impl Into<String>) -> Self {
        self.endpoint = Some(address.into());
        self
    }

    /// Allows calls over plain HTTP to other machines. To this machine they are always allowed.
    ///
    /// Everybody on the way can then read what is sent, session tokens included, and change what comes back.
    #[must_use]
    pub const fn allow_plain_http(mut self) -> Self {
        self.settings.allows_plain_http = true;
        self
    }

    /// The HTTP method of all calls, instead of the documented one. `Post` is for requests that are too long for an
    /// address.
    #[must_use]
    pub const fn method(mut self, method: Method) -> Self {
        self.settings.method = Some(method);
        self
    }

    /// The region of calls whose request names none.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.settings.given_region = Some(region.into());
        self
    }

    /// The zone of calls whose request names none: what [`region`](Self::region) is, for providers that have zones in its
    /// place. Only one of the two can be set.
    #[must_use]
    pub fn zone(mut self, zone: impl Into<String>) -> Self {
        self.settings.given_zone = Some(zone.into());
        self
    }

    /// The project of calls whose request names none. Only for providers whose calls carry one.
    #[must_use]
    pub fn project(mut self, project: impl Into<String>) -> Self {
        self.settings.project = Some(project.into());
        self
    }

    /// How long one attempt of a call may take, from connecting to the last byte. 60 seconds by default. For a limit over
    /// all attempts, put `tokio::time::timeout` around the call.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.call.timeout = timeout;
        self
    }

    /// How long connecting may take. 10 seconds by default. A transport of your own has its own.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// What the client calls itself. `tablature/` and a version by default.
    #[must_use]
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.settings.user_agent = Arc::from(name.into());
        self
    }

    /// The proxy that calls go through: `http://proxy.example.com:3128`. None by default, whatever the environment says.
    /// A transport of your own has its own.
    #[must_use]
    pub fn proxy(mut self, address: impl Into<String>) -> Self {
        self.settings.proxy = Some(SecretString::from(address.into()));
        self
    }

    /// Authorities to trust besides those that browsers trust, as PEM: for installations with certificates of their own. A
    /// certificate that signs itself can be given, too. Certificates are always verified. A transport of your own has its
    /// own.
    ///
    /// ```no_run
    /// # use tablature_runtime as rt;
    /// # static PROVIDER: rt::Provider = rt::Provider::new("acme", rt::Scheme::Ucloud);
    /// # #[derive(Debug)] enum Acme {}
    /// # impl rt::ProviderMarker for Acme { const PROVIDER: &'static rt::Provider = &PROVIDER; }
    /// # fn builder(builder: rt::client::Builder<Acme>) -> Result<(), Box<dyn std::error::Error>> {
    /// let builder = builder.root_certificates(std::fs::read("our-authority.pem")?);
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.settings.root_certificates.push(pem.into());
        self
    }

    /// How often a call is tried: see [`Retries`].
    #[must_use]
    pub const fn retries(mut self, retries: Retries) -> Self {
        self.settings.call.retries = retries;
        self
    }

    /// Sends requests as they are, also those that break the documents' word.
    #[must_use]
    pub const fn without_validation(mut self) -> Self {
        self.settings.call.validates = false;
        self
    }

    /// Leaves out of answers what cannot be read as documented, as [`decode_lenient`](crate::decode_lenient) does, where
    /// otherwise the call fails: the worth of an answer may lie in its other fields. [`drift`](Self::drift) tells what was
    /// left out.
    #[must_use]
    pub const fn lenient(mut self) -> Self {
        self.settings.call.is_lenient = true;
        self
    }

    /// So many bytes of an answer's body are read at most; a longer one is an error. 32 MiB by default.
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Where the time of calls comes from, instead of the operating system.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where the nonces of calls come from, instead of chance.
    #[must_use]
    pub fn nonces(mut self, nonces: impl Nonces + 'static) -> Self {
        self.nonces = Arc::new(nonces);
        self
    }

    /// Collects where answers differ from the documents.
    #[must_use]
    pub fn drift(mut self, collector: &DriftCollector) -> Self {
        self.drift = Some(collector.clone());
        self
    }

    /// What carries the calls, instead of the transport that comes with the feature.
    #[must_use]
    pub fn transport(mut self, transport: Arc<T>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// When the endpoint or the proxy is not an address, or a root certificate cannot be read; when calls would travel over plain HTTP to another machine; when
    /// both a region and a zone are set; when there is a project or a session token, and calls of this provider carry none;
    /// or when no header can carry what the client calls itself.
    pub fn build(mut self) -> Result<Client<P, T>, Error> {
        let provider = P::PROVIDER;
        let error = |fault| Error::new(provider, None, Kind::Settings(fault));
        if let Some(address) = &self.endpoint {
            let endpoint = Endpoint::parse(address).map_err(error)?;
            self.settings.allow(&endpoint).map_err(error)?;
            self.settings.endpoint = Some(endpoint);
        }
        self.settings.check_user_agent().map_err(error)?;
        let signer = Signer::new(provider.scheme(), self.credentials);
        self.settings.fit(&signer).map_err(error)?;
        let core = Core {
            provider,
            signer,
            settings: self.settings,
            clock: self.clock,
            nonces: self.nonces,
            drift: self.drift,
            known: KnownActions::default(),
        };
        Client::assemble(core, self.transport).map_err(error)
    }
}

/// Shows neither keys nor proxy.
impl<P: ProviderMarker, T: ?Sized> fmt::Debug for Builder<P, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("provider", &P::PROVIDER.name())
            .field("endpoint", &self.settings.endpoint.as_ref().map(Endpoint::origin))
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}
