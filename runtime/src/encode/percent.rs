//! Percent-encoding: which bytes stay as they are in a query (the unreserved characters of RFC 3986, section 2.3), and the
//! others as two hexadecimal digits in upper case.

/// Texts that are longer are looked at in blocks of so many bytes.
const BLOCK: usize = 32;

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

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

/// How many bytes of a text would be encoded: each of them becomes three.
#[inline]
pub(super) fn count_encoded(text: &[u8]) -> usize {
    if text.len() > BLOCK {
        return count_in_blocks(text);
    }
    text.iter().map(|byte| usize::from(ENCODED[usize::from(*byte)])).sum()
}

fn count_in_blocks(text: &[u8]) -> usize {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut last = [b'a'; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    let count = |block: &[u8; BLOCK]| block.iter().map(|byte| u8::from(!stays(*byte))).sum::<u8>();
    blocks.iter().chain([&last]).map(|block| usize::from(count(block))).sum()
}

/// Whether a byte stands in a text.
#[cfg(feature = "sign")]
pub(super) fn has(text: &[u8], byte: u8) -> bool {
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let has = |block: &[u8; BLOCK]| block.iter().map(|other| u8::from(*other == byte)).sum::<u8>() > 0;
    blocks.iter().any(has) || rest.contains(&byte)
}

/// Writes a text piece by piece as a query has it.
#[inline]
pub(crate) fn encode(text: &[u8], mut write: impl FnMut(&[u8])) {
    let mut rest = text;
    loop {
        let (plain, behind) = rest.split_at(plain_start(rest));
        write(plain);
        let [byte, behind @ ..] = behind else { return };
        write(&[b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        rest = behind;
    }
}

/// How many bytes at the beginning of a text stay as they are.
fn plain_start(text: &[u8]) -> usize {
    text.iter().position(|byte| ENCODED[usize::from(*byte)] > 0).unwrap_or(text.len())
}

/// Writes piece by piece what [`encode`] made a text of.
pub(crate) fn decode(text: &[u8], mut write: impl FnMut(&[u8])) {
    for (place, part) in text.split(|byte| *byte == b'%').enumerate() {
        match part {
            [high, low, rest @ ..] if place > 0 => {
                write(&[digit(*high) << 4 | digit(*low)]);
                write(rest);
            }
            _ => write(part),
        }
    }
}

const fn digit(byte: u8) -> u8 {
    if byte.is_ascii_digit() { byte - b'0' } else { (byte - b'A' + 10) & 15 }
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

    #[test]
    fn every_byte_is_decoded_as_it_was() {
        let text: Vec<u8> = (0..=255).collect();
        let (mut encoded, mut decoded) = (Vec::new(), Vec::new());
        encode(&text, |piece| encoded.extend_from_slice(piece));
        decode(&encoded, |piece| decoded.extend_from_slice(piece));
        assert_eq!(encoded.len(), text.len() + 2 * count_encoded(&text));
        assert_eq!(decoded, text);
    }
}
