//! When a call is tried again, and how long to wait before.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use super::Error;

/// How often a call is tried, and how long the client waits in between.
///
/// Each wait is about twice as long as the one before, with some chance in it, so that clients that failed together do not
/// come back together. When the provider names a time in `Retry-After`, that counts, unless it is longer than the longest wait: then the
/// error is handed over at once.
///
/// What is tried again: failures that [`Error::is_retryable`] names. A call that changes something is only tried again
/// when it certainly never reached the provider.
///
/// ```
/// use std::time::Duration;
/// use tablature_runtime::client::Retries;
///
/// let patient = Retries::new().attempts(5).longest_delay(Duration::from_secs(60));
/// assert_ne!(patient, Retries::off());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retries {
    attempts: u32,
    first_delay: Duration,
    longest_delay: Duration,
}

impl Retries {
    /// Three attempts in all, with waits from a quarter of a second to 20 seconds.
    pub const fn new() -> Self {
        Self { attempts: 3, first_delay: Duration::from_millis(250), longest_delay: Duration::from_secs(20) }
    }

    /// One attempt.
    pub const fn off() -> Self {
        Self::new().attempts(1)
    }

    /// So many attempts in all, the first one included; 0 is taken as 1.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// About how long the first wait is.
    #[must_use]
    pub const fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// No wait is longer.
    #[must_use]
    pub const fn longest_delay(mut self, delay: Duration) -> Self {
        self.longest_delay = delay;
        self
    }
}

impl Default for Retries {
    fn default() -> Self {
        Self::new()
    }
}

/// The attempts of one call.
pub(super) struct Attempts {
    delays: ExponentialBackoff,
    longest: Duration,
    read_only: bool,
}

impl Attempts {
    pub(super) fn new(retries: Retries, read_only: bool) -> Self {
        let delays = ExponentialBuilder::new()
            .with_min_delay(retries.first_delay)
            .with_max_delay(retries.longest_delay)
            .with_max_times(usize::try_from(retries.attempts.saturating_sub(1)).unwrap_or(usize::MAX))
            .with_jitter();
        Self { delays: delays.build(), longest: retries.longest_delay, read_only }
    }

    /// How long to wait before the next attempt; none when this failure is the last word.
    pub(super) fn delay_after(&mut self, error: &Error) -> Option<Duration> {
        let harmless = self.read_only || !error.may_have_arrived();
        if !error.is_retryable() || !harmless {
            return None;
        }
        let usual = self.delays.next()?.min(self.longest);
        match error.retry_after() {
            Some(asked) if asked > self.longest => None,
            Some(asked) => Some(asked.max(usual)),
            None => Some(usual),
        }
    }
}
