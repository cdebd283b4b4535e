//! Whether a call was signed by somebody who has the key, in time.

use std::collections::BTreeMap;
use std::time::Duration;

use tablature_codegen::model::Provider;
use tablature_runtime::jiff::Timestamp;
use tablature_runtime::sign::{Credentials, Target, sign};

use crate::nonces::Nonces;
use crate::recognise::{Pairs, Recognised, endpoint, host_and_path, last};
use crate::scheme::{self, Stamp};

/// What came out of looking at a call's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Signature {
    /// It is right.
    Right,
    /// It is another one than the key gives.
    Wrong,
    /// There is none, or no key is named.
    Missing,
    /// The fake cloud was not given this key.
    UnknownKey,
    /// It is right, but the call has no time or no nonce, which its scheme wants.
    Incomplete,
    /// It is right, but the time of the call is too far from the server's, or is not written as it has to be.
    OutOfTime,
    /// It is right, but another call had the same nonce.
    Replayed,
    /// It was not looked at: the provider was not recognised, or a fault came first.
    Unchecked,
}

impl Signature {
    /// The name that `/__records` uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::Missing => "missing",
            Self::UnknownKey => "unknown-key",
            Self::Incomplete => "incomplete",
            Self::OutOfTime => "out-of-time",
            Self::Replayed => "replayed",
            Self::Unchecked => "unchecked",
        }
    }
}

/// Secrets by the ID of their key.
pub(crate) type Keys = BTreeMap<String, Credentials>;

/// The keys, the clock and the other calls that calls are measured by.
pub(crate) struct Verifier<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) now: Timestamp,
    pub(crate) tolerance: Duration,
    pub(crate) nonces: &'a mut Nonces,
}

impl Verifier<'_> {
    pub(crate) fn verify(&mut self, called: Recognised<'_>, target: Target<'_>, pairs: &Pairs) -> Signature {
        let names = scheme::names(called.provider.scheme);
        let (Some(key), Some(signature)) = (last(pairs, names.key), last(pairs, names.signature)) else {
            return Signature::Missing;
        };
        let Some(credentials) = self.keys.get(key) else { return Signature::UnknownKey };
        let scheme = scheme::of_runtime(called.provider.scheme);
        let is_right = |host: &str, pairs: &Pairs| {
            let target = Target::new(target.method(), host, target.path());
            sign(scheme, &target, pairs.to_vec(), credentials).signature() == signature
        };
        let posted = target.method() == tablature_runtime::Method::Post;
        let mut readings = vec![pairs.to_vec()];
        if names.skips_at && posted && pairs.iter().any(|(_, value)| value.starts_with('@')) {
            readings.push(pairs.iter().filter(|(_, value)| !value.starts_with('@')).cloned().collect());
        }
        let mut hosts = vec![target.host()];
        if names.signs_host {
            hosts.extend(public_hosts(called.provider));
        }
        if !readings.iter().any(|pairs| hosts.iter().any(|host| is_right(host, pairs))) {
            return Signature::Wrong;
        }
        if missing(called.provider, pairs).is_some() {
            return Signature::Incomplete;
        }
        let is_in_time = |(name, stamp): (&str, Stamp)| {
            let time = last(pairs, name).and_then(|text| stamp.read(text));
            time.is_some_and(|time| self.now.duration_since(time).unsigned_abs() <= self.tolerance)
        };
        if !names.time.is_none_or(is_in_time) {
            return Signature::OutOfTime;
        }
        if self.is_new(key, names.unique, pairs) { Signature::Right } else { Signature::Replayed }
    }

    /// Whether no other call had what this scheme wants to be unique; where that is nothing, all calls are new.
    fn is_new(&mut self, key: &str, unique: &[&str], pairs: &Pairs) -> bool {
        let values = unique.iter().map(|name| last(pairs, name).unwrap_or_default());
        let texts: Vec<&str> = std::iter::once(key).chain(values).collect();
        // A call whose clock is ahead is in time for as long again.
        unique.is_empty() || self.nonces.is_new(&texts, self.now, self.tolerance * 2)
    }
}

/// The parameter that a signed call lacks, although its scheme wants it in every one.
pub(crate) fn missing(provider: &Provider, pairs: &Pairs) -> Option<&'static str> {
    scheme::names(provider.scheme).of_attempt().find(|name| last(pairs, name).is_none_or(str::is_empty))
}

/// The hosts that the documents name.
fn public_hosts(provider: &Provider) -> Vec<&str> {
    let of_services = provider.services.iter().flat_map(|service| {
        service.actions.iter().filter_map(|action| endpoint(service, Some(action))).chain(endpoint(service, None))
    });
    of_services.map(|endpoint| host_and_path(endpoint).0).collect()
}
