//! How a fake cloud is set up.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tablature_codegen::source::SourceFile;
use tablature_runtime::sign::{Clock, Credentials, SystemClock};

use super::state::{Settings, State};
use super::{Cloud, Key};
use crate::error::Error;
use crate::server;
use crate::verify::Keys;
use crate::world::World;

/// The key that holds when no other is given.
const DEMO: (&str, &str) = ("tablature-demo-key", "tablature-demo-secret");
/// Providers refuse calls whose time is off by more than this.
const TOLERANCE: Duration = Duration::from_secs(15 * 60);
/// Enough to be seen by programs that wait, and no longer.
const LISTINGS_UNTIL_READY: u32 = 2;

/// Settings of a fake cloud; see [`Cloud::builder`].
pub struct Builder {
    address: SocketAddr,
    keys: Vec<Key>,
    specs: Option<Vec<SourceFile>>,
    clock: Box<dyn Clock>,
    tolerance: Duration,
    listings_until_ready: u32,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            address: SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0),
            keys: Vec::new(),
            specs: None,
            clock: Box::new(SystemClock),
            tolerance: TOLERANCE,
            listings_until_ready: LISTINGS_UNTIL_READY,
        }
    }

    /// The port; 0, which is the default, takes any that is free.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Another address than loopback's. **Whoever can reach it can use the fake cloud**, and see what was called.
    #[must_use]
    pub fn listen(mut self, address: IpAddr) -> Self {
        self.address.set_ip(address);
        self
    }

    /// A key that may sign, instead of the demo key; any number of them.
    #[must_use]
    pub fn key(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.keys.push(Key { id: id.into(), secret: secret.into() });
        self
    }

    /// A key as one text, `ID=SECRET`. Both may hold `=`, too: wherever one stands, it can be the one between them.
    ///
    /// # Errors
    ///
    /// When there is no `=`, or nothing on one side of it.
    pub fn key_pair(mut self, text: &str) -> Result<Self, Error> {
        let splits = text.match_indices('=').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let keys: Vec<Key> = splits
            .filter(|(id, secret)| !id.is_empty() && !secret.is_empty())
            .map(|(id, secret)| Key { id: id.to_owned(), secret: secret.to_owned() })
            .collect();
        if keys.is_empty() {
            return Err(Error::malformed("a key is given as ID=SECRET"));
        }
        self.keys.extend(keys);
        Ok(self)
    }

    /// Other specs than the repository's: each file's path below the folder of the specs, and its text.
    #[must_use]
    pub fn specs(mut self, files: Vec<SourceFile>) -> Self {
        self.specs = Some(files);
        self
    }

    /// Another clock than the system's; a [`Timestamp`](tablature_runtime::jiff::Timestamp) is one that stands still.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Box::new(clock);
        self
    }

    /// How far the time of a call may be from the clock's; 15 minutes by default.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// So many calls that list find what a call has created as still being made, where the documents have a state for that;
    /// then it is ready. 2 by default; with 0 it is ready at once, with [`u32::MAX`] practically never.
    #[must_use]
    pub fn listings_until_ready(mut self, calls: u32) -> Self {
        self.listings_until_ready = calls;
        self
    }

    /// Starts it, on a thread of its own.
    ///
    /// # Errors
    ///
    /// When the specs have errors, or the address cannot be had.
    pub fn start(mut self) -> Result<Cloud, Error> {
        if self.keys.is_empty() {
            self = self.key(DEMO.0, DEMO.1);
        }
        let world = match &self.specs {
            Some(files) => Arc::new(World::read(files)?),
            None => World::embedded()?,
        };
        let signer = |key: &Key| (key.id.clone(), Credentials::new(&key.id, &key.secret));
        // Of a key that was given twice, the first counts.
        let keys: Keys = self.keys.iter().rev().map(signer).collect();
        let Self { clock, tolerance, listings_until_ready, .. } = self;
        let state = Arc::new(State::new(world, Settings { keys, clock, tolerance, listings_until_ready }));
        let server = server::start(self.address, state.clone())?;
        let key = self.keys.swap_remove(0);
        Ok(Cloud { state, server, key })
    }
}
