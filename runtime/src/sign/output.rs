//! A text that is put together, and may hold secrets.

use secrecy::zeroize::Zeroize;

use super::encode::BLOCK;

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

    /// Writes the first bytes of a block: all of it, of which the next one overwrites the rest. To copy so many bytes and no
    /// more means branches that cannot be foreseen.
    #[inline(always)]
    pub(super) fn put_block<const WIDTH: usize>(&mut self, block: &[u8; WIDTH], length: usize) {
        self.bytes[self.end..][..WIDTH].copy_from_slice(block);
        self.end += length;
    }

    /// Writes the first bytes of a text.
    #[inline(always)]
    pub(super) fn put_start(&mut self, (text, length): (&[u8], usize)) {
        match text.first_chunk::<BLOCK>() {
            Some(block) if length <= BLOCK => self.put_block(block, length),
            _ => self.put(&text[..length]),
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

    pub(super) fn wipe(mut self) {
        self.bytes.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_text_the_first_bytes_are_written() {
        let text = "abcdefghijklmnopqrstuvwxyz".repeat(2);
        for length in 0..text.len() {
            for start in 0..text.len() - length {
                let mut output = Output::with_room(length + 3);
                output.put_start((&text.as_bytes()[start..], length));
                output.put(b"!");
                output.put_block(b"?!", 1);
                output.put(b".");
                output.take_back(1);
                assert_eq!(output.into_text(), format!("{}!?", &text[start..start + length]));
            }
        }
    }
}
