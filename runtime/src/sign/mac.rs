//! Secrets that are ready to sign, and what they make of a text.

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha1::{Digest, Sha1};
use sha2::Sha256;

use super::signature::Signature;

/// A text in two parts.
pub(super) type Text<'a> = [&'a [u8]; 2];

/// A secret as a scheme uses it. What is the same for all texts is computed once.
pub(super) enum Key {
    /// It stands behind the text, and both are digested by SHA-1.
    Behind(SecretString),
    /// It begins a digest of the text.
    Mac { sha1: Box<Hmac<Sha1>>, sha256: Box<Hmac<Sha256>> },
}

impl Key {
    pub(super) fn behind(secret: &str) -> Self {
        Self::Behind(SecretString::from(secret))
    }

    pub(super) fn mac(secret: &[u8]) -> Self {
        Self::Mac { sha1: Box::new(begun(secret)), sha256: Box::new(begun(secret)) }
    }

    /// HMAC in Base64, by SHA-256 if the call asks for that; SHA-1 in lower-case hexadecimal digits where there is no HMAC.
    pub(super) fn signature(&self, text: Text<'_>, by_sha256: bool) -> Signature {
        match self {
            Self::Behind(secret) => {
                let digest = text.iter().fold(Sha1::new(), |digest, part| digest.chain_update(part));
                Signature::Hexadecimal(digest.chain_update(secret.expose_secret()).finalize().into())
            }
            Self::Mac { sha256, .. } if by_sha256 => ended(&**sha256, text),
            Self::Mac { sha1, .. } => ended(&**sha1, text),
        }
    }

    /// All that is digested for a text.
    pub(super) fn expose_digested(&self, text: Text<'_>) -> String {
        let behind = match self {
            Self::Behind(secret) => secret.expose_secret(),
            Self::Mac { .. } => "",
        };
        let digested = [text[0], text[1], behind.as_bytes()].concat();
        // The error would hold the secret.
        String::from_utf8(digested).unwrap_or_else(|_| unreachable!("whole texts and ASCII"))
    }
}

fn begun<M: Mac + KeyInit>(secret: &[u8]) -> M {
    // RFC 2104, section 2: a key of any length can be used.
    <M as KeyInit>::new_from_slice(secret).expect("a key of any length")
}

fn ended<M: Mac + Clone>(begun: &M, text: Text<'_>) -> Signature {
    let mut mac = begun.clone();
    text.iter().for_each(|part| mac.update(part));
    Signature::base64(&mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 2202, section 3 and RFC 4231, section 4: test cases 2, and those with the longest keys.
    #[test]
    fn published_cases_are_reproduced() {
        let question = b"what do ya want for nothing?";
        let signature =
            |secret: &[u8], text: &[u8], by_sha256| Key::mac(secret).signature([text, b""], by_sha256).to_text();
        assert_eq!(signature(b"Jefe", question, false), "7/zfauXrL6LSdBbV8YTfnCWafHk=");
        assert_eq!(signature(b"Jefe", question, true), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
        let long = b"Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(signature(&[0xaa; 80], long, false), "qkrl4VJy0A6VcFY3zoo7Ve1AIRI=");
        assert_eq!(signature(&[0xaa; 131], long, true), "YOQxWR7gtn8Niiaqy/W3f44LxiE3KMUUBUYEDw7jf1Q=");
        assert_eq!(signature(b"", b"", false), "+9sdGxiqbAgyS31ktx+3Y3BpDh0=");
    }

    /// FIPS 180, the example of one block.
    #[test]
    fn a_secret_may_stand_behind_the_text() {
        let key = Key::behind("bc");
        assert_eq!(key.signature([b"", b"a"], true).to_text(), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(key.expose_digested([b"a", b""]), "abc");
    }
}
