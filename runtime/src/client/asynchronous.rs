//! Sending without blocking.

use std::sync::Arc;

use super::core::{Core, Next, Prepared};
use super::handle::Carrier;
use super::pages::{Items, Pages};
use super::{Call, Client, Error, HttpResponse, Transport};
use crate::facts::{Paged, ProviderMarker, Request};

impl<P: ProviderMarker> Client<P> {
    /// Validates, signs and sends a request, tries again where that helps, and decodes the answer.
    ///
    /// The future needs the request only until it is made. Dropping it, as `tokio::time::timeout` and `select!` do, ends the
    /// call, with all further attempts; what was sent by then may still take effect.
    ///
    /// # Errors
    ///
    /// All that can go wrong with a call: see [`Error`].
    pub fn send<R>(&self, request: &R) -> impl Future<Output = Result<R::Response, Error>> + Send + use<P, R>
    where
        R: Request<Provider = P>,
    {
        self.call(request).send()
    }

    /// The answers to a request, page by page, from the page that the request asks for to the last.
    pub fn pages<R: Paged<Provider = P>>(&self, request: R) -> Pages<P, R> {
        Pages::new(self.clone(), request)
    }

    /// The entries on all pages, from the page that the request asks for to the last. Pages are fetched as they are
    /// needed, and let go when their entries were handed out.
    pub fn items<R: Paged<Provider = P>>(&self, request: R) -> Items<P, R> {
        Items::new(self.pages(request))
    }
}

impl<P: ProviderMarker, R: Request<Provider = P>> Call<'_, P, dyn Transport, R> {
    /// Sends the call: see [`Client::send`].
    ///
    /// # Errors
    ///
    /// All that can go wrong with a call: see [`Error`].
    pub fn send(self) -> impl Future<Output = Result<R::Response, Error>> + Send + use<P, R> {
        let (core, transport) = (Arc::clone(&self.client.core), Arc::clone(&self.client.transport));
        let prepared = self.prepared();
        async move {
            let mut prepared = prepared?;
            let response = exchange(&core, &*transport, &mut prepared).await?;
            let mut answer = R::Response::default();
            core.decode(&prepared, &response, &mut answer)?;
            Ok(answer)
        }
    }
}

async fn exchange(core: &Core, transport: &dyn Transport, prepared: &mut Prepared) -> Result<HttpResponse, Error> {
    let mut attempts = Core::attempts(prepared);
    loop {
        core.sign(prepared);
        let came = transport.exchange(&prepared.request).await;
        match core.judge(prepared, came, &mut attempts) {
            Next::Done(result) => return result,
            Next::After(delay) => transport.wait(delay).await,
        }
    }
}

impl Carrier for dyn Transport {
    #[cfg(feature = "client")]
    fn usual(core: &Core) -> Result<Arc<Self>, String> {
        Ok(Arc::new(super::reqwest::Reqwest::new(&core.settings)?))
    }

    #[cfg(not(feature = "client"))]
    fn usual(_: &Core) -> Result<Arc<Self>, String> {
        Err("there is no transport; turn on the feature `client`, or give one with `transport`".to_owned())
    }
}
