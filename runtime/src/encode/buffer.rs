//! Text that is put together of many short pieces.

use super::percent::encode;
use super::query::Text;

/// So many bytes can be read behind any place of a buffer, so that its texts can be copied in blocks of that size.
pub(crate) const BLOCK: usize = 64;

/// Bytes up to `end` are written. Room is asked for before something is written; a buffer that is outgrown is wiped, since
/// there may be secrets in it.
#[derive(Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    end: usize,
}

impl Buffer {
    /// With room for so many bytes.
    #[inline(never)]
    #[expect(clippy::slow_vector_initialization, reason = "`vec!` asks for memory in a way that takes longer here")]
    pub(super) fn with_room(bytes: usize) -> Self {
        let mut room = Vec::with_capacity(bytes + BLOCK);
        room.resize(bytes + BLOCK, 0);
        Self { bytes: room, end: 0 }
    }

    /// Makes room for so many bytes more.
    #[inline(always)]
    fn reserve(&mut self, bytes: usize) {
        if self.bytes.len() - self.end < bytes + BLOCK {
            self.grow(bytes);
        }
    }

    /// What is not written yet is kept, too: prefixes lie there.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, bytes: usize) {
        let mut larger = Self::with_room((self.bytes.len() + bytes) * 2);
        larger.bytes[..self.bytes.len()].copy_from_slice(&self.bytes);
        std::mem::swap(&mut self.bytes, &mut larger.bytes);
        larger.wipe();
    }

    /// A place for so many bytes, and what stands before it.
    #[inline(always)]
    pub(super) fn extend(&mut self, bytes: usize) -> (&[u8], Place<'_>) {
        self.reserve(bytes);
        let (before, behind) = self.bytes.split_at_mut(self.end);
        self.end += bytes;
        (before, Place(&mut behind[..bytes]))
    }

    /// Makes a text longer or shorter, and moves what stands behind it.
    #[cfg(feature = "call")]
    pub(super) fn resize(&mut self, start: usize, old: usize, new: usize) {
        self.reserve(new.saturating_sub(old));
        self.bytes.copy_within(start + old..self.end, start + new);
        self.end = self.end - old + new;
    }

    /// How many bytes can be written.
    pub(super) const fn room(&self) -> usize {
        self.bytes.len().saturating_sub(BLOCK)
    }

    /// How many bytes are written.
    #[inline(always)]
    pub(crate) const fn len(&self) -> usize {
        self.end
    }

    /// Takes back all bytes but the first ones; they stay where they are until others are written.
    #[inline(always)]
    pub(super) fn truncate(&mut self, bytes: usize) {
        self.end = self.end.min(bytes);
    }

    /// What is written.
    #[inline(always)]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.end]
    }

    /// So many bytes that are written, to be written over.
    #[cfg(feature = "sign")]
    pub(super) fn place(&mut self, start: usize, bytes: usize) -> Place<'_> {
        Place(&mut self.bytes[..self.end][start..][..bytes])
    }

    /// What stands from there on: at least a block can be read.
    #[cfg(any(feature = "sign", test))]
    #[inline(always)]
    pub(super) fn from(&self, start: usize) -> &[u8] {
        &self.bytes[start..]
    }

    /// Overwrites everything.
    pub(super) fn wipe(&mut self) {
        #[cfg(feature = "sign")]
        secrecy::zeroize::Zeroize::zeroize(self.bytes.as_mut_slice());
        // Where nothing is signed, the compiler may leave that out for a buffer that is given back, but not for one that is
        // used again.
        #[cfg(not(feature = "sign"))]
        self.bytes.fill(0);
        self.end = 0;
    }
}

/// Where bytes are to be written, all of them.
pub(super) struct Place<'a>(&'a mut [u8]);

impl Place<'_> {
    /// Leaves out bytes that are there already.
    #[inline(always)]
    pub(super) fn skip(&mut self, bytes: usize) -> &mut [u8] {
        let (first, rest) = std::mem::take(&mut self.0).split_at_mut(bytes);
        self.0 = rest;
        first
    }

    /// Writes a text as a query has it.
    #[inline(always)]
    pub(super) fn put_text(&mut self, text: Text<'_>) {
        if text.encoded == 0 {
            self.put(text.bytes);
        } else {
            self.put_encoded(text.bytes);
        }
    }

    /// Puts one byte for another.
    #[cfg(feature = "sign")]
    pub(super) fn replace(self, byte: u8, other: u8) {
        self.0.iter_mut().filter(|found| **found == byte).for_each(|found| *found = other);
    }

    #[inline(never)]
    fn put_encoded(&mut self, text: &[u8]) {
        encode(text, |piece| self.put(piece));
    }

    /// Writes bytes as they are.
    #[inline(always)]
    pub(super) fn put(&mut self, text: &[u8]) {
        let place = self.skip(text.len());
        match text.len() {
            0 => {}
            1..4 => {
                let (middle, last) = (text.len() / 2, text.len() - 1);
                [place[0], place[middle], place[last]] = [text[0], text[middle], text[last]];
            }
            4..8 => copy_ends::<4>(place, text),
            8..=16 => copy_ends::<8>(place, text),
            17..=32 => copy_ends::<16>(place, text),
            _ => place.copy_from_slice(text),
        }
    }
}

/// Copies a text of `HALF` bytes up to twice as many: its first and its last ones, which may overlap.
#[inline(always)]
fn copy_ends<const HALF: usize>(place: &mut [u8], text: &[u8]) {
    if let (Some(place), Some(text)) = (place.first_chunk_mut::<HALF>(), text.first_chunk()) {
        *place = *text;
    }
    if let (Some(place), Some(text)) = (place.last_chunk_mut::<HALF>(), text.last_chunk()) {
        *place = *text;
    }
}
