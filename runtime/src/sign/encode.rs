//! Percent-encoding, as all providers want it: only letters, digits and `-_.~` stay, and hexadecimal digits are in
//! upper case.

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

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// How pairs are written.
pub(super) struct Style {
    /// Between name and value.
    equals: &'static str,
    /// Between pairs.
    and: &'static str,
    /// In front of two hexadecimal digits.
    percent: &'static str,
}

/// As a query has it.
pub(super) const ONCE: Style = Style { equals: "=", and: "&", percent: "%" };

/// What [`ONCE`] makes, encoded once more.
pub(super) const TWICE: Style = Style { equals: "%3D", and: "%26", percent: "%25" };

impl Style {
    /// Appends the pairs in this order. Room is made before, so that texts with secrets are not moved and left behind.
    pub(super) fn append(&self, pairs: &[(&str, &str)], out: &mut String) {
        out.reserve_exact(self.length(pairs));
        for (index, (name, value)) in pairs.iter().enumerate() {
            if index > 0 {
                out.push_str(self.and);
            }
            self.append_text(name, out);
            out.push_str(self.equals);
            self.append_text(value, out);
        }
    }

    fn append_text(&self, text: &str, out: &mut String) {
        let mut start = 0;
        for (index, byte) in text.bytes().enumerate() {
            if STAYS[usize::from(byte)] {
                continue;
            }
            // All bytes from `start` on stay, so that both ends are ends of characters.
            if start < index {
                out.push_str(&text[start..index]);
            }
            out.push_str(self.percent);
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
            start = index + 1;
        }
        out.push_str(&text[start..]);
    }

    fn length(&self, pairs: &[(&str, &str)]) -> usize {
        let length = |text: &str| {
            let changed = text.bytes().filter(|byte| !STAYS[usize::from(*byte)]).count();
            text.len() + changed * (self.percent.len() + 1)
        };
        let texts: usize = pairs.iter().map(|(name, value)| length(name) + length(value)).sum();
        texts + pairs.len() * (self.equals.len() + self.and.len())
    }
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
    let mut out = String::with_capacity(text.len());
    ONCE.append_text(text, &mut out);
    out
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
    let mut out = String::new();
    ONCE.append(&pairs, &mut out);
    out
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
        let (mut once, mut twice) = (String::new(), String::new());
        ONCE.append(&pairs, &mut once);
        TWICE.append(&pairs, &mut twice);
        assert_eq!(once, "a%20b=%C3%A9%3D&%25=&~=%26%26");
        assert_eq!(twice, percent_encoded(&once));
        assert!(twice.capacity() < twice.len() + 10, "no room is wasted: {}", twice.capacity());
    }
}
