//! Room for the parameters of a call that was used by the last one of this thread. To ask for memory, and to give it back,
//! would take as long as to write the parameters down.

use std::cell::Cell;

use super::buffer::Buffer;
use super::query::Span;

/// Enough for the parameters of a usual call, the common ones included.
const BYTES: usize = 896;
const PAIRS: usize = 24;

/// What is larger is given back.
const LARGEST: usize = 8 * BYTES;

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
    if spans.capacity() >= PAIRS && (BYTES..=LARGEST).contains(&buffer.room()) {
        buffer.truncate(0);
        spans.clear();
        // Where a thread ends, nothing is kept.
        let _ = SPARE.try_with(|spare| spare.set(Some((buffer, spans))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_is_used_again_without_its_content() {
        let (mut buffer, spans) = take();
        buffer.extend(3).1.put(b"abc");
        let place = spans.as_ptr();
        keep(buffer, spans);
        let (buffer, spans) = take();
        assert_eq!((buffer.len(), spans.len(), spans.as_ptr()), (0, 0, place));
    }

    #[cfg(feature = "sign")]
    #[test]
    fn secrets_are_not_kept() {
        let mut query = crate::encode::Query::with_usual_room();
        query.add("Password", "correct-horse", true);
        drop(query);
        assert!(take().0.from(0).windows(7).all(|bytes| bytes != b"correct"));
    }

    #[test]
    fn large_rooms_are_not_kept() {
        drop(take());
        keep(Buffer::with_room(LARGEST + 1), Vec::with_capacity(PAIRS));
        assert!(take().0.room() <= LARGEST);
    }
}
