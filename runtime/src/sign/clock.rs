//! Where the time of a call comes from.

use jiff::Timestamp;

/// Tells the time. A client asks once for each attempt of a call, where the scheme sends the time, and when a provider
/// names the time of another attempt.
///
/// A fixed [`Timestamp`] is a clock that stands still:
///
/// ```
/// use tablature_runtime::jiff::Timestamp;
/// use tablature_runtime::sign::Clock;
///
/// let stopped: Timestamp = "2023-11-14T22:13:20Z".parse()?;
/// assert_eq!(stopped.now(), stopped);
/// # Ok::<(), tablature_runtime::jiff::Error>(())
/// ```
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The clock of the operating system.
///
/// Providers refuse calls whose time is off by more than some minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Clock for Timestamp {
    fn now(&self) -> Timestamp {
        *self
    }
}
