//! A text that is put together, and may hold secrets.

use secrecy::zeroize::Zeroize;

use crate::encode::{Pair, decode};

/// Most names, and most values, are no longer than that. Blocks of these sizes are copied, of which the next one overwrites
/// the rest: to copy so many bytes and no more means branches that cannot be foreseen.
const NAME: usize = 32;
const VALUE: usize = 64;

/// So many bytes may be written to put a pair down, with two signs.
const BLOCK: usize = NAME + VALUE + 8;

/// So much is enough for a usual call. The room for it is on the stack: to ask for memory would take longer.
const USUAL: usize = 1024;

/// Bytes up to `end` are written. Whoever makes one says how much is going to be written, since it does not grow.
pub(super) struct Output<'a> {
    bytes: &'a mut [u8],
    end: usize,
}

/// Puts together a text of at most so many bytes. Of one that holds secrets nothing is left.
#[inline]
pub(super) fn put_together<T>(bytes: usize, holds_secret: bool, make: impl FnOnce(&mut Output<'_>) -> T) -> T {
    let (mut usual, mut longer) = ([0; USUAL], Vec::new());
    let room = bytes + BLOCK;
    let bytes = if room <= USUAL {
        &mut usual[..]
    } else {
        longer.resize(room, 0);
        &mut longer[..]
    };
    put_together_in(bytes, holds_secret, make)
}

fn put_together_in<T>(bytes: &mut [u8], holds_secret: bool, make: impl FnOnce(&mut Output<'_>) -> T) -> T {
    let made = make(&mut Output { bytes: &mut *bytes, end: 0 });
    if holds_secret {
        bytes.zeroize();
    }
    made
}

impl Output<'_> {
    /// Writes bytes as they are.
    #[inline]
    pub(super) fn put(&mut self, bytes: &[u8]) {
        self.bytes[self.end..][..bytes.len()].copy_from_slice(bytes);
        self.end += bytes.len();
    }

    /// Writes a pair as it is sent, with signs behind name and value.
    #[inline(always)]
    pub(super) fn put_pair<const SIGN: usize>(&mut self, pair: Pair<'_>, equals: &[u8; SIGN], and: &[u8; SIGN]) {
        let ((name, name_length), (value, value_length)) = (pair.name_on(), pair.value_on());
        let place = self.bytes[self.end..].first_chunk_mut::<BLOCK>();
        match (place, name.first_chunk::<NAME>(), value.first_chunk::<VALUE>()) {
            (Some(place), Some(name), Some(value)) if name_length <= NAME && value_length <= VALUE => {
                place[..NAME].copy_from_slice(name);
                place[name_length..][..SIGN].copy_from_slice(equals);
                place[name_length + SIGN..][..VALUE].copy_from_slice(value);
                place[name_length + SIGN + value_length..][..SIGN].copy_from_slice(and);
                self.end += name_length + value_length + SIGN * 2;
            }
            _ => [pair.name(), equals, pair.value(), and].iter().for_each(|part| self.put(part)),
        }
    }

    /// Writes a pair as it was before it was encoded, with signs behind name and value.
    #[inline(always)]
    pub(super) fn put_decoded<const SIGN: usize>(&mut self, pair: Pair<'_>, equals: &[u8; SIGN], and: &[u8; SIGN]) {
        if pair.is_plain() {
            self.put_pair(pair, equals, and);
        } else {
            decode(pair.name(), |piece| self.put(piece));
            self.put(equals);
            decode(pair.value(), |piece| self.put(piece));
            self.put(and);
        }
    }

    /// Takes back the last bytes.
    pub(super) const fn take_back(&mut self, bytes: usize) {
        self.end = self.end.saturating_sub(bytes);
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::Query;

    #[test]
    fn pairs_of_any_length_are_written() {
        let text = "abcdefghijklmnopqrstuvwxyz".repeat(6);
        for (name, value) in (0..70).flat_map(|name| (0..70).map(move |value| (name, value))) {
            let (name, value) = (&text[..name], &text[name..name + value]);
            put_together(name.len() + value.len() + 8, false, |output| {
                Query::of(&[(name, value)]).pairs().for_each(|pair| output.put_pair(pair, b"==", b"&&"));
                output.put(b"!?");
                output.take_back(1);
                assert_eq!(output.as_bytes(), format!("{name}=={value}&&!").as_bytes());
            });
        }
    }

    #[test]
    fn of_secrets_nothing_is_left() {
        for (holds_secret, left) in [(true, [0; 6]), (false, *b"secret")] {
            let mut room = [0; 6];
            put_together_in(&mut room, holds_secret, |output| output.put(b"secret"));
            assert_eq!(room, left);
        }
    }

    #[test]
    fn texts_of_any_length_are_written() {
        for length in [0, USUAL - BLOCK, USUAL, USUAL * 5] {
            let text = "x".repeat(length);
            put_together(length, true, |output| {
                output.put(text.as_bytes());
                assert_eq!(output.as_bytes(), text.as_bytes());
            });
        }
    }
}
