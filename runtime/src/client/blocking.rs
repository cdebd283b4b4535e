//! Sending, and waiting for the answer.

use std::sync::Arc;

use super::core::{Core, Next, Prepared};
use super::handle::Carrier;
use super::pages::{BlockingItems, BlockingPages};
use super::{BlockingTransport, Call, Client, Error, HttpResponse};
use crate::facts::{Paged, ProviderMarker, Request};

impl<P: ProviderMarker> Client<P, dyn BlockingTransport> {
    /// Validates, signs and sends a request, tries again where that helps, and decodes the answer.
    ///
    /// # Errors
    ///
    /// All that can go wrong with a call: see [`Error`].
    pub fn send<R: Request<Provider = P>>(&self, request: &R) -> Result<R::Response, Error> {
        self.call(request).send()
    }

    /// The answers to a request, page by page, from the page that the request asks for to the last.
    pub fn pages<R: Paged<Provider = P>>(&self, request: R) -> BlockingPages<P, R> {
        BlockingPages::new(self.clone(), request)
    }

    /// The entries on all pages, from the page that the request asks for to the last. Pages are fetched as they are
    /// needed, and let go when their entries were handed out.
    pub fn items<R: Paged<Provider = P>>(&self, request: R) -> BlockingItems<P, R> {
        BlockingItems::new(self.pages(request))
    }
}

impl<P: ProviderMarker, R: Request<Provider = P>> Call<'_, P, dyn BlockingTransport, R> {
    /// Sends the call: see [`Client::send`].
    ///
    /// # Errors
    ///
    /// All that can go wrong with a call: see [`Error`].
    pub fn send(self) -> Result<R::Response, Error> {
        let core = &*self.client.core;
        let mut prepared = self.prepared()?;
        let response = exchange(core, &*self.client.transport, &mut prepared)?;
        let mut answer = R::Response::default();
        core.decode(&prepared, &response, &mut answer)?;
        Ok(answer)
    }
}

fn exchange(core: &Core, transport: &dyn BlockingTransport, prepared: &mut Prepared) -> Result<HttpResponse, Error> {
    let mut attempts = Core::attempts(prepared);
    loop {
        core.sign(prepared);
        let came = transport.exchange(&prepared.request);
        match core.judge(prepared, came, &mut attempts) {
            Next::Done(result) => return result,
            Next::After(delay) => transport.wait(delay),
        }
    }
}

impl Carrier for dyn BlockingTransport {
    #[cfg(feature = "blocking")]
    fn usual(core: &Core) -> Result<Arc<Self>, String> {
        Ok(Arc::new(super::reqwest::BlockingReqwest::new(&core.settings)?))
    }

    #[cfg(not(feature = "blocking"))]
    fn usual(_: &Core) -> Result<Arc<Self>, String> {
        Err("there is no transport; turn on the feature `blocking`, or give one with `transport`".to_owned())
    }
}
