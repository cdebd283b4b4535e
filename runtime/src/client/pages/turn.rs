//! Which page comes next, and when there is none.

use super::fingerprint;
use crate::client::Error;
use crate::facts::{Paged, PagingStyle};

/// A request for one page after the other. All it keeps of a page are two numbers.
///
/// The last page is reached when it is empty; when there are as many entries as the newest answer says that there are in all; when no
/// answer says so, and the page is shorter than was asked for; and when the provider answers with the first page or
/// the last one again, as some do behind the end.
pub(super) struct Turner<R> {
    request: R,
    /// Number or offset of the page that comes next; none behind the last one.
    next: Option<i64>,
    seen: i64,
    first: Option<u64>,
    previous: Option<u64>,
}

impl<R: Paged> Turner<R> {
    pub(super) fn new(request: R) -> Self {
        let start = R::PAGING.start_of(&request);
        let (begin, skipped) = match R::PAGING.style {
            PagingStyle::Offset => (start.unwrap_or(0), start.unwrap_or(0)),
            PagingStyle::Number => {
                let number = start.unwrap_or(1);
                (number, number.saturating_sub(1).saturating_mul(R::PAGING.size_of(&request).unwrap_or(0)))
            }
        };
        Self { request, next: Some(begin), seen: skipped.max(0), first: None, previous: None }
    }

    /// The request for the page that comes next; none behind the last one. The first page is asked for as the request was
    /// given.
    pub(super) fn request(&mut self) -> Option<&R> {
        let next = self.next?;
        if self.previous.is_some() {
            self.request.at(next);
        }
        Some(&self.request)
    }

    /// The page, unless there is nothing new on it.
    pub(super) fn accept(&mut self, result: Result<R::Response, Error>) -> Option<Result<R::Response, Error>> {
        match result {
            Ok(mut page) => {
                let total = R::PAGING.total_of(&page);
                self.note(R::items(&mut page), total).then_some(Ok(page))
            }
            Err(error) => {
                self.next = None;
                Some(Err(error))
            }
        }
    }

    /// Takes note of the entries that came, and of how many there are in all. False when there is nothing new.
    fn note(&mut self, entries: &[R::Item], total: Option<i64>) -> bool {
        let print = fingerprint::of(entries);
        if !entries.is_empty() && (self.first == Some(print) || self.previous == Some(print)) {
            self.next = None;
            return false;
        }
        let is_first = self.first.is_none();
        self.first.get_or_insert(print);
        self.previous = Some(print);
        let count = i64::try_from(entries.len()).unwrap_or(i64::MAX);
        self.seen = self.seen.saturating_add(count);
        let is_last = match total {
            _ if count == 0 => true,
            Some(total) => self.seen >= total,
            None => R::PAGING.size_of(&self.request).is_some_and(|size| count < size),
        };
        let step = if R::PAGING.style == PagingStyle::Offset { count } else { 1 };
        self.next = self.next.and_then(|next| next.checked_add(step)).filter(|_| !is_last);
        is_first || count > 0
    }
}
