//! Numbers that no other call uses.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;

use super::signature::hexadecimal;

/// What tells two calls of the same second apart.
///
/// ```
/// use tablature_runtime::sign::Nonce;
///
/// let nonce = Nonce::new(0x2e6e);
/// assert_eq!(nonce.number(), 11886);
/// assert_eq!(nonce.text(), "00000000000000000000000000002e6e");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nonce(u128);

impl Nonce {
    /// A nonce of these 128 bits.
    pub const fn new(bits: u128) -> Self {
        Self(bits)
    }

    /// For schemes that want a positive number: the lower 63 bits, and 1 instead of 0.
    pub const fn number(self) -> i64 {
        let number = (self.0 & i64::MAX as u128) as i64;
        if number == 0 { 1 } else { number }
    }

    /// For schemes that want a text: 32 hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        self.digits().iter().copied().map(char::from).collect()
    }

    /// The bytes of the text.
    pub(super) fn digits(self) -> [u8; 32] {
        hexadecimal(&self.0.to_be_bytes())
    }
}

/// Makes nonces. A client asks once for each attempt of a call.
///
/// A fixed [`Nonce`] makes itself, again and again; that is for tests only.
pub trait Nonces: Send + Sync {
    /// A nonce that was not made before.
    fn next(&self) -> Nonce;

    /// The same, where the caller has looked at the clock: to look once more takes as long as to make the nonce. A client
    /// passes the time that it signs, whatever clock it has.
    fn next_at(&self, _now: Timestamp) -> Nonce {
        self.next()
    }
}

impl Nonces for Nonce {
    fn next(&self) -> Nonce {
        *self
    }
}

/// Nonces that are random enough never to meet again.
///
/// ```
/// use tablature_runtime::sign::{Nonces, RandomNonces};
///
/// assert_ne!(RandomNonces.next(), RandomNonces.next());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RandomNonces;

impl Nonces for RandomNonces {
    fn next(&self) -> Nonce {
        self.next_at(Timestamp::now())
    }

    /// A nonce has to be unique, not secret, so that the standard library's keyed hash is enough, with keys that the
    /// operating system chooses once a process. Calls are numbered. Copies of a process have the same keys and numbers; the
    /// time, to a part of a second, tells them apart.
    fn next_at(&self, now: Timestamp) -> Nonce {
        static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        made(&KEYS, NUMBER.fetch_add(1, Ordering::Relaxed), now)
    }
}

fn made(keys: &RandomState, number: u64, now: Timestamp) -> Nonce {
    let mut hasher = keys.build_hasher();
    hasher.write_u64(number);
    hasher.write_i64(now.as_second());
    hasher.write_i32(now.subsec_nanosecond());
    let high = u128::from(hasher.finish());
    hasher.write_u64(number);
    Nonce(high << 64 | u128::from(hasher.finish()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_are_positive() {
        for bits in [0, 1, u128::MAX, 1 << 63, u128::from(u64::MAX), i64::MAX as u128] {
            assert!(Nonce::new(bits).number() > 0, "{bits:x}");
        }
        assert_eq!(Nonce::new(u128::MAX).text(), "f".repeat(32));
    }

    #[test]
    fn keys_number_and_time_count() {
        let (keys, others, now) = (RandomState::new(), RandomState::new(), Timestamp::UNIX_EPOCH);
        let later = now + std::time::Duration::from_nanos(1);
        assert_eq!(made(&keys, 1, now), made(&keys, 1, now));
        for other in [made(&others, 1, now), made(&keys, 2, now), made(&keys, 1, later)] {
            assert_ne!(other, made(&keys, 1, now));
            assert_ne!(other.number(), made(&keys, 1, now).number());
        }
    }

    #[test]
    fn none_is_made_twice() {
        let make = || (0..1000).map(|_| RandomNonces.next()).collect::<Vec<_>>();
        let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(make)).collect();
        let made: Vec<Nonce> = threads.into_iter().flat_map(|thread| thread.join().expect("it ends")).collect();
        let numbers: BTreeSet<i64> = made.iter().map(|nonce| nonce.number()).collect();
        let texts: BTreeSet<String> = made.iter().map(|nonce| nonce.text()).collect();
        assert_eq!((numbers.len(), texts.len()), (4000, 4000));
    }
}
