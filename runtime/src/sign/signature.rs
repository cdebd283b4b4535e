//! Digests as texts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

#[cfg(feature = "call")]
use crate::encode::encode;

/// A digest by SHA-256 in Base64 is the longest.
const LONGEST: usize = 44;

/// A signature: a digest, and how the provider wants it written.
pub(super) enum Signature {
    /// In lower-case digits.
    Hexadecimal([u8; 20]),
    /// In Base64: so many of these bytes.
    Base64([u8; 32], usize),
}

impl Signature {
    /// Of up to 32 bytes.
    pub(super) fn base64(digest: &[u8]) -> Self {
        let mut bytes = [0; 32];
        bytes[..digest.len()].copy_from_slice(digest);
        Self::Base64(bytes, digest.len())
    }

    /// So many bytes it has at most in a query.
    #[cfg(feature = "call")]
    pub(super) const ENCODED: usize = LONGEST * 3;

    /// Adds it as a query has it.
    #[cfg(feature = "call")]
    pub(super) fn add_to(&self, query: &mut Vec<u8>) {
        self.written(|text| match self {
            Self::Hexadecimal(_) => query.extend_from_slice(text),
            Self::Base64(..) => encode(text, |piece| query.extend_from_slice(piece)),
        });
    }

    pub(super) fn to_text(&self) -> String {
        self.written(|text| text.iter().copied().map(char::from).collect())
    }

    fn written<T>(&self, make: impl FnOnce(&[u8]) -> T) -> T {
        match self {
            Self::Hexadecimal(digest) => make(&hexadecimal::<20, 40>(digest)),
            Self::Base64(digest, length) => {
                let mut text = [0; LONGEST];
                let length =
                    STANDARD.encode_slice(&digest[..*length], &mut text).expect("a digest of at most 32 bytes");
                make(&text[..length])
            }
        }
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
