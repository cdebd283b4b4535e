//! Percent-encoding as all providers want it: only letters, digits and `-_.~` stay, and hexadecimal digits are in upper
//! case.

use super::output::Output;
use crate::encode::{Pairs, plain_start};

/// How pairs are written: the signs, each of so many bytes.
pub(super) struct Style<const SIGN: usize> {
    /// Between name and value.
    equals: &'static [u8; SIGN],
    /// Between pairs.
    and: &'static [u8; SIGN],
    /// In front of two hexadecimal digits.
    percent: &'static [u8; SIGN],
}

/// As a query has it.
pub(super) static ONCE: Style<1> = Style { equals: b"=", and: b"&", percent: b"%" };

/// What [`ONCE`] makes, encoded once more.
pub(super) static TWICE: Style<3> = Style { equals: b"%3D", and: b"%26", percent: b"%25" };

impl Style<1> {
    /// Writes the pairs as a query. What has not to be encoded is copied as it lies there.
    pub(super) fn append_query(&self, mut output: Output, pairs: &Pairs) -> Output {
        let bytes = pairs.as_bytes();
        let mut done = 0;
        for (place, pair) in pairs.encoded_pairs() {
            output.put(&bytes[done..place.start]);
            output = self.write_pair(output, pair.name(), pair.value());
            done = place.end;
        }
        output.put(&bytes[done..]);
        output.take_back(usize::from(!bytes.is_empty()));
        output
    }
}

impl<const SIGN: usize> Style<SIGN> {
    /// Writes the pairs in their order, with a sign between them. There has to be room for [`Pairs::longest`].
    ///
    /// The output is handed in and out, so that it can be kept in registers meanwhile.
    pub(super) fn append(&self, mut output: Output, pairs: &Pairs) -> Output {
        for pair in pairs.pairs() {
            if pair.is_plain() {
                output.put_pair(pair, self.equals, self.and);
            } else {
                output = self.write_pair(output, pair.name(), pair.value());
                output.put_block(self.and);
            }
        }
        output.take_back(if pairs.as_bytes().is_empty() { 0 } else { SIGN });
        output
    }

    /// Writes one pair.
    pub(super) fn write_pair(&self, output: Output, name: &[u8], value: &[u8]) -> Output {
        let mut output = self.write(output, name);
        output.put_block(self.equals);
        self.write(output, value)
    }

    /// Writes one text.
    pub(super) fn write(&self, mut output: Output, text: &[u8]) -> Output {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        let (mut plain, mut rest) = text.split_at(plain_start(text));
        while let [byte, behind @ ..] = rest {
            output.put(plain);
            output.put_block(self.percent);
            output.put_block(&[byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]));
            (plain, rest) = behind.split_at(plain_start(behind));
        }
        output.put(plain);
        output
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
    ONCE.write(Output::with_room(text.len() * 3), text.as_bytes()).into_text()
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
    let length: usize = parameters.iter().map(|(name, value)| (name.len() + value.len()) * 3 + 2).sum();
    let mut output = Output::with_room(length);
    for (name, value) in parameters {
        output = ONCE.write_pair(output, name.as_bytes(), value.as_bytes());
        output.put(b"&");
    }
    output.take_back(usize::from(!parameters.is_empty()));
    output.into_text()
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
        let pairs = Pairs::copied(&[("a b", "é="), ("plain", "text"), ("%", ""), ("~", "&&")]).sorted("");
        let output = || Output::with_room(pairs.longest());
        let once = ONCE.append_query(output(), &pairs).into_text();
        let twice = TWICE.append(output(), &pairs).into_text();
        assert_eq!(once, "%25=&a%20b=%C3%A9%3D&plain=text&~=%26%26");
        assert_eq!(twice, percent_encoded(&once));
    }
}
