//! Pages and entries, as iterators.

use std::iter::FusedIterator;

use super::turn::Turner;
use crate::client::{BlockingClient, Error};
use crate::facts::{Paged, ProviderMarker};

/// The answers to a request, page by page. After an error there is nothing more.
#[must_use = "nothing is sent until a page is asked for"]
pub struct BlockingPages<P, R: Paged> {
    client: BlockingClient<P>,
    turner: Turner<R>,
}

impl<P: ProviderMarker, R: Paged<Provider = P>> BlockingPages<P, R> {
    pub(in crate::client) fn new(client: BlockingClient<P>, request: R) -> Self {
        Self { client, turner: Turner::new(request) }
    }
}

impl<P: ProviderMarker, R: Paged<Provider = P>> Iterator for BlockingPages<P, R> {
    type Item = Result<R::Response, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let result = self.client.send(self.turner.request()?);
        self.turner.accept(result)
    }
}

impl<P: ProviderMarker, R: Paged<Provider = P>> FusedIterator for BlockingPages<P, R> {}

/// The entries on all pages. After an error there is nothing more.
#[must_use = "nothing is sent until an entry is asked for"]
pub struct BlockingItems<P, R: Paged> {
    pages: BlockingPages<P, R>,
    /// What is left of the newest page.
    rest: std::vec::IntoIter<R::Item>,
}

impl<P: ProviderMarker, R: Paged<Provider = P>> BlockingItems<P, R> {
    pub(in crate::client) fn new(pages: BlockingPages<P, R>) -> Self {
        Self { pages, rest: Vec::new().into_iter() }
    }
}

impl<P: ProviderMarker, R: Paged<Provider = P>> Iterator for BlockingItems<P, R> {
    type Item = Result<R::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.rest.next() {
                return Some(Ok(entry));
            }
            match self.pages.next()? {
                Ok(mut page) => self.rest = std::mem::take(R::items(&mut page)).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<P: ProviderMarker, R: Paged<Provider = P>> FusedIterator for BlockingItems<P, R> {}
