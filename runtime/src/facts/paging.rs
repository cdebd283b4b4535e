//! Actions that answer a list page by page.

use super::Request;
use crate::record::{At, Record, Type, Value, View};

/// How an action turns pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Paging {
    /// What the parameter `start` counts.
    pub style: PagingStyle,
    /// Wire name of the parameter that says where a page begins.
    pub start: &'static str,
    /// Wire name of the parameter that says how many entries a page has; empty when there is none.
    pub size: &'static str,
    /// Wire name of the field of the answer that says how many entries there are on all pages, if there is one.
    pub total: Option<&'static str>,
}

/// What tells where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PagingStyle {
    /// The number of the page, from 1.
    Number,
    /// The number of entries to leave out.
    Offset,
}

impl Paging {
    /// Numbered pages.
    pub const fn pages(number: &'static str, size: &'static str) -> Self {
        Self { style: PagingStyle::Number, start: number, size, total: None }
    }

    /// Pages that begin behind so many entries.
    pub const fn offset(offset: &'static str, limit: &'static str) -> Self {
        Self { style: PagingStyle::Offset, start: offset, size: limit, total: None }
    }

    /// Adds the field of the answer that says how many entries there are on all pages.
    #[must_use]
    pub const fn total(mut self, name: &'static str) -> Self {
        self.total = Some(name);
        self
    }

    /// The page number or offset that the request asks for.
    pub fn start_of(&self, request: &dyn Record) -> Option<i64> {
        integer(request, self.start)
    }

    /// The number of entries on a page that the request asks for.
    pub fn size_of(&self, request: &dyn Record) -> Option<i64> {
        integer(request, self.size)
    }

    /// How many entries there are on all pages, if the answer says so.
    pub fn total_of(&self, response: &dyn Record) -> Option<i64> {
        integer(response, self.total?)
    }
}

/// The integer in the field with this wire name.
fn integer(record: &dyn Record, name: &str) -> Option<i64> {
    let position = record.shape().wires.iter().position(|wire| *wire == name)?;
    let mut found = None;
    record.values(&mut |values: &[&dyn Value]| {
        if let Some(View::Integer(number)) = values.get(position).map(|value| value.view(At::Whole)) {
            found = Some(number);
        }
    });
    found
}

/// A request that is answered page by page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request that is answered page by page",
    note = "a request is handed over to `client.items(request)` and `client.pages(request)`, not lent",
    note = "for one that has no pages, there is `client.send(&request)`"
)]
pub trait Paged: Request {
    /// One entry of the list.
    type Item: Type + Send + Sync + 'static;

    /// The parameters that choose a page, and the field with the number of entries.
    const PAGING: Paging;

    /// The entries on this page, to look at them or to take them out.
    fn items(response: &mut Self::Response) -> &mut Vec<Self::Item>;

    /// Asks for the page with this number or offset.
    fn at(&mut self, start: i64);
}
