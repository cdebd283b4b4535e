//! Signing in place, call after call with the same key.

use super::common::complete_pairs;
use super::encode::{ONCE, count_encoded};
use super::mac::Key;
use super::{Common, Credentials, Rules, Target, made, rules};
use crate::encode::Pairs;
use crate::facts::Scheme;

/// A key that is ready to sign the calls of a scheme.
pub(crate) struct Signer {
    rules: &'static Rules,
    credentials: Credentials,
    key: Key,
}

impl Signer {
    pub(crate) fn new(scheme: Scheme, credentials: Credentials) -> Self {
        let rules = rules(scheme);
        let key = (rules.key)(credentials.expose_secret());
        Self { rules, credentials, key }
    }

    pub(crate) const fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Whether calls carry the time; elsewhere nobody has to look at a clock.
    pub(crate) const fn uses_time(&self) -> bool {
        self.rules.time
    }

    /// Whether calls carry a nonce; elsewhere none has to be made.
    pub(crate) const fn uses_nonce(&self) -> bool {
        self.rules.nonce
    }

    /// Adds what the scheme wants in every call: see [`complete`](super::complete).
    pub(crate) fn complete(&self, pairs: &mut Pairs, common: &Common<'_>) {
        complete_pairs(self.rules, pairs, &self.credentials, common);
    }

    /// Query or form of the call, the signature behind all others; a signature among the pairs is left out. The text that
    /// was signed is wiped when it held secrets.
    pub(crate) fn query(&self, target: &Target<'_>, pairs: &Pairs) -> String {
        let made = made(self.rules, &self.key, target, pairs);
        if pairs.secrets().next().is_some() {
            made.text.wipe();
        }
        let mut query = made.query;
        // The names of signatures are plain in all schemes.
        [b"&", self.rules.signature.as_bytes(), b"="].iter().for_each(|part| query.put(part));
        let signature = made.signature.as_str().as_bytes();
        if count_encoded(signature) > 0 {
            return ONCE.write(query, signature).into_text();
        }
        query.put(signature);
        query.into_text()
    }
}
