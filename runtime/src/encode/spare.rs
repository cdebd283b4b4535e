//! Room for the parameters of a call that was used by the last one of this thread. To ask for memory, and to give it back,
//! would take as long as to write the parameters down.

use std::cell::Cell;

use super::buffer::Buffer;
use super::query::Span;

/// Enough for the parameters of a usual call, the common ones included.
const BYTES: usize = 896;
const PAIRS: usize = 24;

/// What is so many times as large is given back.
const TOO_LARGE: usize = 8;

thread_local! {
    static SPARE: Cell<Option<(Buffer, Vec<Span>)>> = const { Cell::new(None) };
}

/// Room of which nothing is used.
pub(super) fn take() -> (Buffer, Vec<Span>) {
    let spare = SPARE.try_with(Cell::take).ok().flatten();
    spare.unwrap_or_else(|| (Buffer::with_room(BYTES), Vec::with_capacity(PAIRS)))
}

/// Keeps room for the next call. There must be no secrets in it.
pub(super) fn keep(mut buffer: Buffer, mut spans: Vec<Span>) {
    let is_kept = |size: usize, usual: usize| (usual..usual * TOO_LARGE).contains(&size);
    if is_kept(buffer.room(), BYTES) && is_kept(spans.capacity(), PAIRS) {
        buffer.truncate(0);
        spans.clear();
        // Where a thread ends, nothing is kept.
        let _ = SPARE.try_with(|spare| spare.set(Some((buffer, spans))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::Query;

    #[test]
    fn what_was_used_is_used_again_without_its_content() {
        let (mut buffer, spans) = take();
        buffer.extend(3).1.put(b"abc");
        let place = spans.as_ptr();
        keep(buffer, spans);
        let (buffer, spans) = take();
        assert_eq!((buffer.len(), spans.len(), spans.as_ptr()), (0, 0, place));
    }

    #[test]
    fn secrets_are_not_kept() {
        let mut query = Query::with_usual_room();
        query.add("Password", "correct-horse", true);
        drop(query);
        assert!(take().0.from(0).iter().all(|byte| *byte == 0));
    }

    #[test]
    fn large_rooms_are_not_kept() {
        drop(take());
        keep(Buffer::with_room(BYTES * TOO_LARGE), Vec::with_capacity(PAIRS));
        assert!(take().0.room() < BYTES * TOO_LARGE);
        keep(Buffer::with_room(BYTES), Vec::with_capacity(PAIRS * TOO_LARGE));
        assert!(take().1.capacity() < PAIRS * TOO_LARGE);
    }
}
