//! What the server and its handle share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tablature_runtime::sign::Clock;

use crate::answer::Answer;
use crate::error::Error;
use crate::fault::Faults;
use crate::log::Log;
use crate::nonces::Nonces;
use crate::store::Store;
use crate::verify::Keys;
use crate::world::{World, is_within};

/// More programmed answers than this are a mistake in a loop.
const MOST_ANSWERS: usize = 10_000;

pub(crate) struct State {
    pub(crate) world: Arc<World>,
    pub(crate) settings: Settings,
    inner: Mutex<Inner>,
}

/// What a fake cloud is told at the start.
pub(crate) struct Settings {
    pub(crate) keys: Keys,
    pub(crate) clock: Box<dyn Clock>,
    /// How far the time of a call may be from the server's.
    pub(crate) tolerance: Duration,
    /// So many calls that list find a new thing as being made.
    pub(crate) listings_until_ready: u32,
}

/// What calls and tests change.
pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) faults: Faults,
    pub(crate) answers: Answers,
    pub(crate) log: Log,
    pub(crate) nonces: Nonces,
}

/// What tests have programmed: first come, first served.
#[derive(Debug, Default)]
pub(crate) struct Answers(Vec<Programmed>);

#[derive(Debug)]
struct Programmed {
    on: String,
    answer: Answer,
    /// How many calls are still to get it; all, without a number.
    left: Option<u64>,
}

impl State {
    pub(crate) fn new(world: Arc<World>, settings: Settings) -> Self {
        let inner = Inner::new(&world, &settings);
        Self { world, settings, inner: Mutex::new(inner) }
    }

    /// A panic of another thread left nothing half-done that matters to a test.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As it was at the start.
    pub(crate) fn reset(&self) {
        *self.lock() = Inner::new(&self.world, &self.settings);
    }
}

impl Inner {
    fn new(world: &World, settings: &Settings) -> Self {
        let store = Store::seeded(world, settings.clock.now(), settings.listings_until_ready);
        Self {
            store,
            faults: Faults::default(),
            answers: Answers::default(),
            log: Log::default(),
            nonces: Nonces::default(),
        }
    }
}

impl Answers {
    pub(crate) fn add(&mut self, on: &str, answer: Answer, times: Option<u64>) -> Result<(), Error> {
        if self.0.len() >= MOST_ANSWERS {
            let fault = format!("{MOST_ANSWERS} answers are programmed already; reset the fake cloud first");
            return Err(Error::malformed(fault));
        }
        self.0.push(Programmed { on: on.to_owned(), answer, left: times });
        Ok(())
    }

    /// The answer to the next call of an action.
    pub(crate) fn take(&mut self, path: &str) -> Option<Answer> {
        let programmed = self.0.iter_mut().find(|one| is_within(path, &one.on) && one.left != Some(0))?;
        programmed.left = programmed.left.map(|left| left - 1);
        let answer = programmed.answer.clone();
        self.0.retain(|one| one.left != Some(0));
        Some(answer)
    }
}
