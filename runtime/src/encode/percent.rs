//! Which bytes are percent-encoded in a query: all but the unreserved characters of RFC 3986, section 2.3.

/// Texts that are longer are looked at in blocks of so many bytes.
const BLOCK: usize = 32;

/// Whether a byte stays as it is. Without a branch, so that many bytes are asked at once.
const fn stays(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_digit = byte.wrapping_sub(b'0') < 10;
    is_letter | is_digit | (byte == b'-') | (byte == b'_') | (byte == b'.') | (byte == b'~')
}

/// 1 for each byte that does not stay.
static ENCODED: [u8; 256] = {
    let mut encoded = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        encoded[byte] = !stays(byte as u8) as u8;
        byte += 1;
    }
    encoded
};

/// How many bytes of a text would be encoded.
#[inline]
pub(super) fn count_encoded(text: &[u8]) -> usize {
    if text.len() > BLOCK {
        return count_in_blocks(text);
    }
    text.iter().map(|byte| usize::from(ENCODED[usize::from(*byte)])).sum()
}

/// How many bytes at the beginning of a text stay as they are.
#[cfg(feature = "sign")]
#[inline]
pub(crate) fn plain_start(text: &[u8]) -> usize {
    text.iter().position(|byte| ENCODED[usize::from(*byte)] > 0).unwrap_or(text.len())
}

fn count_in_blocks(text: &[u8]) -> usize {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut last = [b'a'; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    let count = |block: &[u8; BLOCK]| block.iter().map(|byte| u8::from(!stays(*byte))).sum::<u8>();
    blocks.iter().chain([&last]).map(|block| usize::from(count(block))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_encoded_is_counted_in_any_place() {
        let text: Vec<u8> = (0..=255).cycle().take(600).collect();
        for start in 0..300 {
            for length in 0..100 {
                let text = &text[start..start + length];
                assert_eq!(count_encoded(text), text.iter().filter(|byte| !stays(**byte)).count());
            }
        }
    }
}
