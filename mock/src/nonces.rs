//! Which calls came in already, by what makes each unlike all others.

use std::collections::{BTreeSet, VecDeque};
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use tablature_runtime::jiff::Timestamp;

/// No more calls are remembered than this; then the oldest are forgotten.
const MOST_NONCES: usize = 100_000;

/// The nonces of the latest calls. Only their digests are kept, so that long ones take no more room than others.
#[derive(Debug, Default)]
pub(crate) struct Nonces {
    digests: BTreeSet<u64>,
    order: VecDeque<(Timestamp, u64)>,
    keys: RandomState,
}

impl Nonces {
    /// Whether no call had these texts, a key and what its scheme wants to be unique, within this time.
    pub(crate) fn is_new(&mut self, texts: &[&str], now: Timestamp, within: Duration) -> bool {
        while self.order.front().is_some_and(|(seen, _)| now.duration_since(*seen).unsigned_abs() > within) {
            self.forget_oldest();
        }
        let digest = self.keys.hash_one(texts);
        if !self.digests.insert(digest) {
            return false;
        }
        self.order.push_back((now, digest));
        if self.order.len() > MOST_NONCES {
            self.forget_oldest();
        }
        true
    }

    fn forget_oldest(&mut self) {
        if let Some((_, digest)) = self.order.pop_front() {
            self.digests.remove(&digest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITHIN: Duration = Duration::from_secs(60);

    #[test]
    fn a_nonce_counts_once_until_its_time_is_over() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let mut nonces = Nonces::default();
        assert!(nonces.is_new(&["key", "1"], at(0), WITHIN));
        assert!(nonces.is_new(&["key", "2"], at(30), WITHIN));
        assert!(nonces.is_new(&["other", "1"], at(30), WITHIN));
        assert!(!nonces.is_new(&["key", "1"], at(60), WITHIN));
        assert!(nonces.is_new(&["key", "1"], at(61), WITHIN));
        assert!(!nonces.is_new(&["key", "2"], at(61), WITHIN));
    }

    #[test]
    fn memory_is_bounded() {
        let mut nonces = Nonces::default();
        for number in 0..=MOST_NONCES {
            assert!(nonces.is_new(&[&number.to_string()], Timestamp::UNIX_EPOCH, WITHIN));
        }
        assert_eq!((nonces.order.len(), nonces.digests.len()), (MOST_NONCES, MOST_NONCES));
        assert!(!nonces.is_new(&["1"], Timestamp::UNIX_EPOCH, WITHIN));
        assert!(nonces.is_new(&["0"], Timestamp::UNIX_EPOCH, WITHIN), "the oldest was forgotten");
    }
}
