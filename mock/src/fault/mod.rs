//! What can be told to go wrong.

mod distort;
mod kind;
mod plan;

pub(crate) use distort::{Delivery, Reply, distorted, failure, replaced};
pub use kind::FaultKind;
pub(crate) use plan::Faults;

use std::time::Duration;

/// A fault, and which calls it befalls: once, and the next call, unless told otherwise.
///
/// ```
/// use tablature_mock::{Fault, FaultKind};
///
/// let cloud = tablature_mock::Cloud::start()?;
/// cloud.fault(Fault::throttled().times(2).on("aliyun"))?;                    // its next two calls
/// cloud.fault(Fault::new(FaultKind::Drop).skip(3).on("ucloud/uhost"))?;      // the fourth call from now
/// cloud.fault(Fault::new("http:503".parse()?).every(20).always())?;          // one call in twenty, for good
/// # Ok::<(), tablature_mock::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(crate) kind: FaultKind,
    pub(crate) on: String,
    pub(crate) skip: u64,
    pub(crate) every: u64,
    pub(crate) times: Option<u64>,
}

impl Fault {
    /// This fault, for the next call.
    pub fn new(kind: FaultKind) -> Self {
        Self { kind, on: String::new(), skip: 0, every: 1, times: Some(1) }
    }

    /// The provider's answer to too many calls.
    pub fn throttled() -> Self {
        Self::new(FaultKind::Throttled)
    }

    /// The answer comes this late.
    pub fn delay(by: Duration) -> Self {
        Self::new(FaultKind::Delay(by))
    }

    /// Only calls of a provider, a service or an action: `aliyun`, `aliyun/ecs`, `aliyun/ecs/DescribeImages`.
    #[must_use]
    pub fn on(mut self, name: impl Into<String>) -> Self {
        self.on = name.into();
        self
    }

    /// Lets so many calls pass first.
    #[must_use]
    pub fn skip(mut self, calls: u64) -> Self {
        self.skip = calls;
        self
    }

    /// Befalls one call in so many, the last of each batch. 0 counts as 1.
    #[must_use]
    pub fn every(mut self, calls: u64) -> Self {
        self.every = calls.max(1);
        self
    }

    /// Befalls so many calls, and then no more.
    #[must_use]
    pub fn times(mut self, calls: u64) -> Self {
        self.times = Some(calls);
        self
    }

    /// Never ends.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.times = None;
        self
    }
}
