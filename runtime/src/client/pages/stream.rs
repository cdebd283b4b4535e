//! Pages and entries, as streams.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::turn::Turner;
use crate::client::{BoxFuture, Client, Error};
use crate::facts::{Paged, ProviderMarker};

/// The answers to a request, page by page: a stream, whose next element [`next`](Self::next) also gives. After an error
/// there is nothing more.
#[must_use = "nothing is sent until a page is asked for"]
pub struct Pages<P, R: Paged> {
    client: Client<P>,
    turner: Turner<R>,
    waiting: Option<BoxFuture<'static, Result<R::Response, Error>>>,
}

impl<P: ProviderMarker, R: Paged<Provider = P>> Pages<P, R> {
    pub(in crate::client) fn new(client: Client<P>, request: R) -> Self {
        Self { client, turner: Turner::new(request), waiting: None }
    }

    /// The next page; none behind the last one.
    pub async fn next(&mut self) -> Option<Result<R::Response, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<R::Response, Error>>> {
        if self.waiting.is_none() {
            let Some(request) = self.turner.request() else { return Poll::Ready(None) };
            self.waiting = Some(Box::pin(self.client.send(request)));
        }
        let Some(waiting) = &mut self.waiting else { return Poll::Ready(None) };
        let result = ready!(waiting.as_mut().poll(context));
        self.waiting = None;
        Poll::Ready(Some(result))
    }
}

/// Nothing in it refers to itself.
impl<P, R: Paged> Unpin for Pages<P, R> {}

impl<P: ProviderMarker, R: Paged<Provider = P>> Stream for Pages<P, R> {
    type Item = Result<R::Response, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.poll_page(context));
        Poll::Ready(page.and_then(|result| self.turner.accept(result)))
    }
}

/// The entries on all pages: a stream, whose next element [`next`](Self::next) also gives. After an error there is nothing
/// more.
#[must_use = "nothing is sent until an entry is asked for"]
pub struct Items<P, R: Paged> {
    pages: Pages<P, R>,
    /// What is left of the newest page.
    rest: std::vec::IntoIter<R::Item>,
}

impl<P, R: Paged> Unpin for Items<P, R> {}

impl<P: ProviderMarker, R: Paged<Provider = P>> Items<P, R> {
    pub(in crate::client) fn new(pages: Pages<P, R>) -> Self {
        Self { pages, rest: Vec::new().into_iter() }
    }

    /// The next entry; none behind the last one.
    pub async fn next(&mut self) -> Option<Result<R::Item, Error>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<P: ProviderMarker, R: Paged<Provider = P>> Stream for Items<P, R> {
    type Item = Result<R::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(entry) = self.rest.next() {
                return Poll::Ready(Some(Ok(entry)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(context)) {
                Some(Ok(mut page)) => self.rest = std::mem::take(R::items(&mut page)).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}
