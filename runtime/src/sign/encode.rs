//! Percent-encoding as all providers want it: only letters, digits and `-_.~` stay, and hexadecimal digits are in upper
//! case.

use crate::encode::{Query, encode};

/// The text with every byte encoded that is not a letter, a digit or one of `-_.~`.
///
/// ```
/// use tablature_runtime::sign::percent_encoded;
///
/// assert_eq!(percent_encoded("a b+c*~/é"), "a%20b%2Bc%2A~%2F%C3%A9");
/// ```
#[must_use]
pub fn percent_encoded(text: &str) -> String {
    let mut encoded = Vec::with_capacity(text.len() * 3);
    encode(text.as_bytes(), |piece| encoded.extend_from_slice(piece));
    as_sent(encoded)
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
    as_sent(Query::of(parameters).as_bytes().to_vec())
}

pub(super) fn as_sent(encoded: Vec<u8>) -> String {
    // The error would hold the text, and so might a panic.
    String::from_utf8(encoded).unwrap_or_else(|_| unreachable!("what is encoded is ASCII"))
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
}
