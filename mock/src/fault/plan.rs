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

    /// The fault of the next call of an action, if any is planned for it. Every plan counts the call, whichever comes to
    /// befall it.
    pub(crate) fn take(&mut self, path: &str) -> Option<FaultKind> {
        let mut found = None;
        for plan in self.0.iter_mut().filter(|plan| is_within(path, &plan.fault.on)) {
            plan.seen += 1;
            if found.is_none() && plan.is_due() {
                plan.used += 1;
                found = Some(plan.fault.kind);
            }
        }
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
    /// Whether it befalls the call that was counted last.
    fn is_due(&self) -> bool {
        let counted = self.seen.saturating_sub(self.fault.skip);
        let is_left = self.fault.times.is_none_or(|times| self.used < times);
        counted > 0 && counted.is_multiple_of(self.fault.every) && is_left
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

    #[test]
    fn plans_count_the_calls_that_others_befall() {
        let mut faults = Faults::default();
        for fault in [Fault::throttled().times(2), Fault::new(FaultKind::Drop).skip(3), Fault::new(FaultKind::Lose)] {
            faults.add(fault).expect("there is room");
        }
        let befallen: Vec<_> = (1..=5).map(|_| faults.take("a/b/C")).collect();
        let [throttled, lost, dropped] = [FaultKind::Throttled, FaultKind::Lose, FaultKind::Drop].map(Some);
        assert_eq!(befallen, [throttled, throttled, lost, dropped, None]);
    }
}
