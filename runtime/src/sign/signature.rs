//! Digests as texts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

#[cfg(feature = "call")]
use crate::encode::encode;

/// A digest by SHA-256 in Base64 is the longest.
const LONGEST: usize = 44;

/// A signature as the provider wants it. It needs no memory of its own.
pub(super) struct Signature {
    text: [u8; LONGEST],
    length: usize,
    /// Whether a query has it as it is. Base64 has signs that are encoded, and nearly always one of them.
    #[cfg_attr(not(feature = "call"), expect(dead_code, reason = "only clients write queries"))]
    is_plain: bool,
}

impl Signature {
    /// Of up to 33 bytes.
    pub(super) fn base64(digest: &[u8]) -> Self {
        let mut text = [0; LONGEST];
        let length = STANDARD.encode_slice(digest, &mut text).expect("a digest of at most 33 bytes");
        Self { text, length, is_plain: false }
    }

    /// In lower-case digits.
    pub(super) fn hexadecimal(digest: &[u8; 20]) -> Self {
        let digits: [u8; 40] = hexadecimal(digest);
        let mut text = [0; LONGEST];
        text[..digits.len()].copy_from_slice(&digits);
        Self { text, length: digits.len(), is_plain: true }
    }

    /// So many bytes it has at most in a query.
    #[cfg(feature = "call")]
    pub(super) const ENCODED: usize = LONGEST * 3;

    /// Adds it as a query has it.
    #[cfg(feature = "call")]
    pub(super) fn add_to(&self, query: &mut Vec<u8>) {
        let text = &self.text[..self.length];
        if self.is_plain {
            query.extend_from_slice(text);
        } else {
            encode(text, |piece| query.extend_from_slice(piece));
        }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text[..self.length]).expect("Base64 and hexadecimal digits")
    }
}

/// Lower-case hexadecimal digits; twice as many as bytes.
pub(super) fn hexadecimal<const BYTES: usize, const DIGITS: usize>(bytes: &[u8; BYTES]) -> [u8; DIGITS] {
    const { assert!(DIGITS == BYTES * 2) };
    let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' - 10 + value };
    let mut digits = [0; DIGITS];
    for (place, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
        *place = [digit(byte >> 4), digit(byte & 15)];
    }
    digits
}
