//! Signing in place, call after call with the same key.

use jiff::Timestamp;
use secrecy::ExposeSecret;

use super::common::Part;
use super::encode::as_sent;
use super::mac::Key;
use super::signature::Signature;
use super::{Common, Credentials, Nonce, Rules, Target, rules, sign_query};
use crate::encode::{Given, Query, decode};
use crate::facts::Scheme;

/// A key that is ready to sign the calls of a scheme.
pub(crate) struct Signer {
    rules: &'static Rules,
    credentials: Credentials,
    key: Key,
    uses_time: bool,
    uses_nonce: bool,
    takes_project: bool,
}

impl Signer {
    pub(crate) fn new(scheme: Scheme, credentials: Credentials) -> Self {
        let rules = rules(scheme);
        let key = (rules.key)(credentials.expose_secret());
        let uses = |is_part: fn(Part) -> bool| rules.common.iter().any(|(_, part)| is_part(*part));
        Self {
            rules,
            credentials,
            key,
            uses_time: uses(Part::is_time),
            uses_nonce: uses(Part::is_nonce),
            takes_project: uses(Part::is_project),
        }
    }

    pub(crate) const fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Whether calls carry the time; elsewhere nobody has to look at a clock.
    pub(crate) const fn uses_time(&self) -> bool {
        self.uses_time
    }

    /// Whether calls carry a nonce; elsewhere none has to be made.
    pub(crate) const fn uses_nonce(&self) -> bool {
        self.uses_nonce
    }

    /// Whether calls carry a project.
    pub(crate) const fn takes_project(&self) -> bool {
        self.takes_project
    }

    /// Whether the keys come with a session token, and calls carry none.
    pub(crate) fn has_idle_token(&self) -> bool {
        self.rules.token.is_none() && self.credentials.session_token().is_some()
    }

    /// Name of the parameter that carries the signature.
    pub(crate) const fn signature(&self) -> &'static str {
        self.rules.signature
    }

    /// The signature, decoded, in what was sent.
    pub(crate) fn signature_in(sent: &str) -> Option<String> {
        let (_, signature) = sent.rsplit_once('&')?.1.split_once('=')?;
        let mut decoded = Vec::new();
        decode(signature.as_bytes(), |piece| decoded.extend_from_slice(piece));
        String::from_utf8(decoded).ok()
    }

    /// What the scheme wants in every call: see [`complete`](super::complete).
    pub(crate) fn given<'a>(&'a self, common: &Common<'a>) -> impl Iterator<Item = Given<'a>> {
        // Most times and nonces are as long as these.
        let usual = Common::new(Timestamp::constant(2_000_000_000, 0), Nonce::new(u128::MAX));
        let of_scheme = self.rules.common.iter().zip(0..).filter_map(move |((name, part), number)| {
            if let Some(made) = part.made(&usual) {
                return Some(Given::missing(name, made.as_str().to_owned().into()).in_slot(number));
            }
            part.known(&self.credentials, common).map(|value| Given::missing(name, value.into()))
        });
        let token = self.rules.token.zip(self.credentials.session_token());
        let token = token.map(|(name, token)| Given::missing(name, token.expose_secret().into()).secret());
        of_scheme.chain(token)
    }

    /// Puts in what is another one with each attempt.
    pub(crate) fn renew(&self, query: &mut Query, common: &Common<'_>) {
        query.renew(|slot| self.rules.common.get(slot).and_then(|(_, part)| part.made(common)));
    }

    /// What is sent of a call whose parameters are sorted: the signature is behind all others.
    pub(crate) fn signed(&self, target: &Target<'_>, query: &Query) -> String {
        // The names of signatures are plain in all schemes.
        let name = self.rules.signature.as_bytes();
        let mut sent = Vec::with_capacity(query.as_bytes().len() + name.len() + Signature::ENCODED + 2);
        [query.as_bytes(), b"&", name, b"="].iter().for_each(|part| sent.extend_from_slice(part));
        sign_query(self.rules, &self.key, target, query, |signature, _| signature.add_to(&mut sent));
        as_sent(sent)
    }
}
