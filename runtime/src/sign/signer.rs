//! Signing in place, call after call with the same key.

use secrecy::zeroize::Zeroize;

use super::common::complete_pairs;
use super::encode::{ONCE, finished};
use super::mac::Key;
use super::output::Output;
use super::pairs::Borrowed;
use super::{Common, Credentials, Rules, Target, rules};
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
        let mut given: Borrowed<'_> = Vec::with_capacity(pairs.len());
        given.extend(pairs.iter().filter(|(name, _)| *name != self.rules.signature));
        let mut query = Output::for_pairs(&given);
        ONCE.append(&mut query, &given);
        let by_sha256 = (self.rules.by_sha256)(&given);
        let mut text = (self.rules.text)(target, given);
        let signature = self.key.signature(&text, by_sha256);
        if pairs.secrets().next().is_some() {
            text.zeroize();
        }
        query.put("&");
        ONCE.append(&mut query, &[(self.rules.signature, &signature)]);
        finished(query.into_bytes())
    }
}
