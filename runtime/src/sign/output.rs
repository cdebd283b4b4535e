//! A text that is put together, and may hold secrets.

use secrecy::zeroize::Zeroize;

use crate::encode::Pair;

/// Most names, and most values, are no longer than that. Blocks of these sizes are copied, of which the next one overwrites
/// the rest: to copy so many bytes and no more means branches that cannot be foreseen.
const NAME: usize = 32;
const VALUE: usize = 64;

/// So many bytes may be written to put a pair down, with two signs.
const BLOCK: usize = NAME + VALUE + 8;

/// Bytes up to `end` are written. It does not grow, since what is outgrown would stay in memory: who makes one says how
/// much is going to be written.
pub(super) struct Output {
    bytes: Vec<u8>,
    end: usize,
}

impl Output {
    /// With room for so many bytes, and for a block behind them.
    #[expect(clippy::slow_vector_initialization, reason = "`vec!` asks for memory in a way that takes longer here")]
    pub(super) fn with_room(bytes: usize) -> Self {
        let mut room = Vec::with_capacity(bytes + BLOCK);
        room.resize(bytes + BLOCK, 0);
        Self { bytes: room, end: 0 }
    }

    /// Writes bytes as they are.
    #[inline]
    pub(super) fn put(&mut self, bytes: &[u8]) {
        self.bytes[self.end..][..bytes.len()].copy_from_slice(bytes);
        self.end += bytes.len();
    }

    /// Writes a block.
    #[inline(always)]
    pub(super) fn put_block<const WIDTH: usize>(&mut self, block: &[u8; WIDTH]) {
        self.bytes[self.end..][..WIDTH].copy_from_slice(block);
        self.end += WIDTH;
    }

    /// Writes a pair as it is, with signs behind name and value.
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

    /// Takes back the last bytes.
    pub(super) const fn take_back(&mut self, bytes: usize) {
        self.end = self.end.saturating_sub(bytes);
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.end]
    }

    /// For texts that are put together of whole texts and of ASCII.
    pub(super) fn into_text(mut self) -> String {
        self.bytes.truncate(self.end);
        String::from_utf8(self.bytes).expect("whole texts and ASCII")
    }

    /// The text behind the first bytes, of which nothing is left; nor of what lies behind it, if there was a secret.
    #[cfg(feature = "call")]
    pub(super) fn into_text_from(mut self, start: usize, holds_secret: bool) -> String {
        self.bytes.copy_within(start..self.end, 0);
        let length = self.end - start;
        if holds_secret {
            self.bytes[length..].zeroize();
        }
        self.end = length;
        self.into_text()
    }

    pub(super) fn wipe(mut self) {
        self.bytes.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::Pairs;

    #[test]
    fn pairs_of_any_length_are_written() {
        let text = "abcdefghijklmnopqrstuvwxyz".repeat(6);
        for (name, value) in (0..70).flat_map(|name| (0..70).map(move |value| (name, value))) {
            let (name, value) = (&text[..name], &text[name..name + value]);
            let pairs = Pairs::copied(&[(name, value)]);
            let mut output = Output::with_room(name.len() + value.len() + 8);
            pairs.pairs().for_each(|pair| output.put_pair(pair, b"==", b"&&"));
            output.put(b"!?");
            output.take_back(1);
            assert_eq!(output.into_text(), format!("{name}=={value}&&!"));
        }
    }
}
