//! Digests with a key.

use base64ct::{Base64, Encoding};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;

/// HMAC-SHA1 in Base64.
pub(super) fn hmac_sha1(key: &[u8], text: &str) -> String {
    keyed::<Hmac<Sha1>>(key, text)
}

/// HMAC-SHA256 in Base64.
pub(super) fn hmac_sha256(key: &[u8], text: &str) -> String {
    keyed::<Hmac<Sha256>>(key, text)
}

fn keyed<M: Mac + KeyInit>(key: &[u8], text: &str) -> String {
    // RFC 2104, section 2: a key of any length can be used.
    let mut mac = <M as KeyInit>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    Base64::encode_string(&mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 2202, section 3 and RFC 4231, section 4: test cases 2, and those with the longest keys.
    #[test]
    fn published_cases_are_reproduced() {
        let question = "what do ya want for nothing?";
        assert_eq!(hmac_sha1(b"Jefe", question), "7/zfauXrL6LSdBbV8YTfnCWafHk=");
        assert_eq!(hmac_sha256(b"Jefe", question), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
        let long = "Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(hmac_sha1(&[0xaa; 80], long), "qkrl4VJy0A6VcFY3zoo7Ve1AIRI=");
        assert_eq!(hmac_sha256(&[0xaa; 131], long), "YOQxWR7gtn8Niiaqy/W3f44LxiE3KMUUBUYEDw7jf1Q=");
        assert_eq!(hmac_sha1(b"", ""), "+9sdGxiqbAgyS31ktx+3Y3BpDh0=");
    }
}
