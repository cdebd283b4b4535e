//! Bytes as texts: hexadecimal digits, and percent-encoding as all providers want it: only letters, digits and `-_.~` stay, and hexadecimal digits are in
//! upper case.

use super::output::Output;

/// Bytes that stay as they are: the unreserved characters of RFC 3986, section 2.3.
const STAYS: [bool; 256] = {
    let mut stays = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        stays[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'-' | b'_' | b'.' | b'~');
        byte += 1;
    }
    stays
};

/// How pairs are written.
pub(super) struct Style<const WIDTH: usize> {
    /// Between name and value.
    equals: &'static str,
    /// Between pairs.
    and: &'static str,
    /// Every byte as it is written, and how many bytes of that count.
    written: [([u8; WIDTH], usize); 256],
}

/// As a query has it.
pub(super) static ONCE: Style<3> = Style { equals: "=", and: "&", written: written(b"%") };

/// What [`ONCE`] makes, encoded once more.
pub(super) static TWICE: Style<5> = Style { equals: "%3D", and: "%26", written: written(b"%25") };

/// A byte that stays is itself; others are two hexadecimal digits behind the sign.
const fn written<const WIDTH: usize>(percent: &[u8]) -> [([u8; WIDTH], usize); 256] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut all = [([0; WIDTH], 1); 256];
    let mut byte = 0;
    while byte < 256 {
        let (bytes, length) = &mut all[byte];
        if STAYS[byte] {
            bytes[0] = byte as u8;
        } else {
            let mut index = 0;
            while index < percent.len() {
                bytes[index] = percent[index];
                index += 1;
            }
            bytes[index] = DIGITS[byte >> 4];
            bytes[index + 1] = DIGITS[byte & 15];
            *length = WIDTH;
        }
        byte += 1;
    }
    all
}

impl<const WIDTH: usize> Style<WIDTH> {
    /// Writes the pairs in this order.
    pub(super) fn append(&self, output: &mut Output, pairs: &[(&str, &str)]) {
        for (index, (name, value)) in pairs.iter().enumerate() {
            if index > 0 {
                output.put(self.and);
            }
            self.write(name, output);
            output.put(self.equals);
            self.write(value, output);
        }
    }

    /// Most texts stay as they are, which shows while they are copied.
    fn write(&self, text: &str, output: &mut Output) {
        let mut stays = true;
        for (place, byte) in output.room(text.len()).iter_mut().zip(text.bytes()) {
            *place = byte;
            stays &= STAYS[usize::from(byte)];
        }
        if stays { output.advance(text.len()) } else { self.write_encoded(text, output) }
    }

    /// As many bytes are written for every byte, and only those that count are kept: without a branch, which could not be
    /// foreseen, this is several times as fast.
    fn write_encoded(&self, text: &str, output: &mut Output) {
        let room = output.room((text.len() + 1) * WIDTH);
        let mut end = 0;
        for byte in text.bytes() {
            let (bytes, length) = &self.written[usize::from(byte)];
            room[end..end + WIDTH].copy_from_slice(bytes);
            end += length;
        }
        output.advance(end);
    }
}

/// What was put together of whole texts and of ASCII is a text.
pub(super) fn finished(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("whole texts and ASCII")
}

/// Lower-case hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = vec![[0; 2]; bytes.len()];
    for (place, byte) in out.iter_mut().zip(bytes) {
        *place = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
    }
    finished(out.into_flattened())
}

/// The text with every byte encoded that is not a letter, a digit or one of `-_.~`.
///
/// ```
/// use tablature_runtime::sign::percent_encoded;
///
/// assert_eq!(percent_encoded("a b+c*~/é"), "a%20b%2Bc%2A~%2F%C3%A9");
/// ```
#[must_use]
pub fn percent_encoded(text: &str) -> String {
    let mut output = Output::for_pairs(&[(text, "")]);
    ONCE.write(text, &mut output);
    finished(output.into_bytes())
}

/// The parameters as a query, or as a body of the type `application/x-www-form-urlencoded`.
///
/// ```
/// use tablature_runtime::sign::query;
///
/// let parameters = [("Tag.1.Key".to_owned(), "a b".to_owned()), ("Tag.1.Value".to_owned(), String::new())];
/// assert_eq!(query(&parameters), "Tag.1.Key=a%20b&Tag.1.Value=");
/// ```
#[must_use]
pub fn query(parameters: &[(String, String)]) -> String {
    let pairs: Vec<(&str, &str)> = parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut output = Output::for_pairs(&pairs);
    ONCE.append(&mut output, &pairs);
    finished(output.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ascii_byte_is_encoded_or_stays() {
        for byte in 0_u8..128 {
            let text = char::from(byte).to_string();
            let stays = byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
            let expected = if stays { text.clone() } else { format!("%{byte:02X}") };
            assert_eq!(percent_encoded(&text), expected);
        }
    }

    #[test]
    fn letters_beyond_ascii_are_encoded_byte_by_byte() {
        assert_eq!(percent_encoded("é中😀a"), "%C3%A9%E4%B8%AD%F0%9F%98%80a");
        assert_eq!(percent_encoded("aéaé"), "a%C3%A9a%C3%A9");
        assert_eq!(percent_encoded(""), "");
    }

    #[test]
    fn twice_is_once_and_once_more() {
        let pairs = [("a b", "é="), ("%", ""), ("~", "&&")];
        let (mut once, mut twice) = (Output::for_pairs(&pairs), Output::for_pairs(&pairs));
        ONCE.append(&mut once, &pairs);
        TWICE.append(&mut twice, &pairs);
        let [once, twice] = [once, twice].map(|output| finished(output.into_bytes()));
        assert_eq!(once, "a%20b=%C3%A9%3D&%25=&~=%26%26");
        assert_eq!(twice, percent_encoded(&once));
    }
}
