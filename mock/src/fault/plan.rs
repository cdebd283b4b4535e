//! Which call a fault befalls.

use serde_json::{Value, json};

use super::{Fault, FaultKind};
use crate::error::Error;
use crate::world::is_within;

/// More plans than this are a mistake in a loop.
const MOST_PLANS: usize = 1_000;

/// The faults that are planned, first come, first served.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Plan>);

#[derive(Debug)]
struct Plan {
    fault: Fault,
    /// Calls that it could have befallen.
    seen: u64,
    /// Calls that it befell.
    used: u64,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) -> Result<(), Error> {
        if self.0.len() >= MOST_PLANS {
            return Err(Error::malformed(format!(
                "{MOST_PLANS} faults are planned already; reset the fake cloud first"
            )));
        }
        self.0.push(Plan { fault, seen: 0, used: 0 });
        Ok(())
    }

    /// The fault of the next call of an action, if any is planned for it.
    pub(crate) fn take(&mut self, path: &str) -> Option<FaultKind> {
        let found = self.0.iter_mut().filter(|plan| is_within(path, &plan.fault.on)).find_map(Plan::take);
        self.0.retain(|plan| plan.fault.times.is_none_or(|times| plan.used < times));
        found
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn to_json(&self) -> Value {
        let plan = |Plan { fault, seen, used }: &Plan| {
            json!({
                "fault": fault.kind.to_string(), "on": fault.on, "skip": fault.skip, "every": fault.every,
                "times": fault.times, "seen": seen, "used": used,
            })
        };
        self.0.iter().map(plan).collect()
    }
}

impl Plan {
    fn take(&mut self) -> Option<FaultKind> {
        self.seen += 1;
        let counted = self.seen.checked_sub(self.fault.skip).filter(|counted| *counted > 0)?;
        let is_due = counted % self.fault.every == 0 && self.fault.times.is_none_or(|times| self.used < times);
        self.used += u64::from(is_due);
        is_due.then_some(self.fault.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the calls, from 1, that a fault befalls.
    fn befallen(fault: Fault) -> Vec<u32> {
        let mut faults = Faults::default();
        faults.add(fault).expect("there is room");
        (1..=12).filter(|_| faults.take("a/b/C").is_some()).collect()
    }

    #[test]
    fn plans_are_kept() {
        assert_eq!(befallen(Fault::throttled()), [1]);
        assert_eq!(befallen(Fault::throttled().times(2).skip(1)), [2, 3]);
        assert_eq!(befallen(Fault::throttled().every(5).always()), [5, 10]);
        assert_eq!(befallen(Fault::throttled().every(0).times(2)), [1, 2]);
        assert_eq!(befallen(Fault::throttled().on("a")), [1]);
        assert_eq!(befallen(Fault::throttled().on("a/b/C")), [1]);
        assert!(befallen(Fault::throttled().on("a/bb")).is_empty());
        assert!(befallen(Fault::throttled().times(0)).is_empty());
    }
}
