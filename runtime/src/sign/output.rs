//! A text that is put together, and may hold secrets.

use secrecy::zeroize::Zeroize;

/// Bytes up to `end` are written. Usual calls fit without growing.
pub(super) struct Output {
    bytes: Vec<u8>,
    end: usize,
}

impl Output {
    /// With room for pairs of which a few letters are encoded.
    pub(super) fn for_pairs(pairs: &[(&str, &str)]) -> Self {
        let texts: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
        let mut output = Self { bytes: Vec::new(), end: 0 };
        output.grow(texts + texts / 4 + pairs.len() * 4 + 128);
        output
    }

    /// So many bytes behind what is written, at least.
    pub(super) fn room(&mut self, more: usize) -> &mut [u8] {
        if self.bytes.len() - self.end < more {
            self.grow(self.bytes.len() + more);
        }
        &mut self.bytes[self.end..]
    }

    /// What is outgrown is wiped. (`vec![0; …]` would ask for memory in a slower way.)
    #[cold]
    fn grow(&mut self, length: usize) {
        let mut bytes = Vec::with_capacity(length);
        bytes.extend_from_slice(&self.bytes[..self.end]);
        bytes.resize(length, 0);
        std::mem::replace(&mut self.bytes, bytes).zeroize();
    }

    /// Says that the first bytes of the room are written.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.end += bytes;
    }

    /// Writes a text as it is.
    pub(super) fn put(&mut self, text: &str) {
        self.room(text.len())[..text.len()].copy_from_slice(text.as_bytes());
        self.advance(text.len());
    }

    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        self.bytes.truncate(self.end);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_grows_as_needed() {
        let mut output = Output::for_pairs(&[]);
        let text = "中".repeat(100);
        (0..5).for_each(|_| output.put(&text));
        assert_eq!(output.into_bytes(), text.repeat(5).into_bytes());
    }
}
