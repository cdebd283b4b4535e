//! Actions that answer a list page by page.

use super::Request;
use crate::record::Type;

/// The parameters that choose a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Paging {
    /// Pages are numbered, beginning with 1.
    #[non_exhaustive]
    Pages {
        /// Wire name of the page number.
        number: &'static str,
        /// Wire name of the number of entries on a page.
        size: &'static str,
    },
    /// A page begins behind so many entries.
    #[non_exhaustive]
    Offset {
        /// Wire name of the number of entries to leave out.
        offset: &'static str,
        /// Wire name of the number of entries on a page.
        limit: &'static str,
    },
}

impl Paging {
    /// Numbered pages.
    pub const fn pages(number: &'static str, size: &'static str) -> Self {
        Self::Pages { number, size }
    }

    /// Pages that begin behind so many entries.
    pub const fn offset(offset: &'static str, limit: &'static str) -> Self {
        Self::Offset { offset, limit }
    }
}

/// A request that is answered page by page.
pub trait Paged: Request {
    /// One entry of the list.
    type Item: Type;

    /// The parameters that choose a page.
    const PAGING: Paging;

    /// The entries on this page, to look at them or to take them out.
    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item>;

    /// How many entries there are on all pages, if the answer says so.
    fn total(response: &Self::Response) -> Option<i64>;

    /// The page number or offset that the request now asks for.
    fn start(&self) -> Option<i64>;

    /// The number of entries on a page that the request now asks for.
    fn size(&self) -> Option<i64>;

    /// Asks for the page with this number or offset.
    fn at(&mut self, start: i64);
}
