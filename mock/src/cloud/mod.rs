//! The handle of a running fake cloud.

mod builder;
mod serve;
mod state;

pub use builder::Builder;
pub(crate) use serve::{Asked, serve};
pub(crate) use state::State;

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::Value;
use tablature_runtime::sign::Credentials;

use crate::answer::Answer;
use crate::error::{Error, some};
use crate::fault::Fault;
use crate::log::Call;
use crate::recognise::{PRIVATE_PATH, endpoint, host_and_path};
use crate::server::Server;
use crate::store::{MOST_THINGS, Refusal};

/// A fake cloud that runs until it is dropped.
///
/// It has a thread of its own, so that it serves tests with and without an async runtime alike.
pub struct Cloud {
    state: Arc<State>,
    server: Server,
    key: Key,
}

/// A key that may sign. Keys of a fake cloud are no secrets.
#[derive(Clone)]
struct Key {
    id: String,
    secret: String,
}

impl Cloud {
    /// A fake cloud on a free port of loopback, with the repository's specs and a demo key.
    ///
    /// # Errors
    ///
    /// When loopback cannot be listened on.
    pub fn start() -> Result<Self, Error> {
        Self::builder().start()
    }

    /// A fake cloud with settings of one's own.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// The same as a URL, without a path: `http://127.0.0.1:4600`. Clients add the documented path to it; where the
    /// documents name none, take [`endpoint`](Self::endpoint), because only its path tells such a provider from others.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// The URL for a provider, a service or an action (`qingcloud`, `aliyun/ecs/DescribeImages`), with the path that the
    /// documents give its endpoint; `/api` where they leave that to each installation.
    ///
    /// # Errors
    ///
    /// When the specs have nothing of that name.
    pub fn endpoint(&self, name: &str) -> Result<String, Error> {
        let found = self.state.world.within(name)?;
        let documented = found.into_iter().find_map(|(_, service, action)| endpoint(service, Some(action)));
        Ok(format!("{}{}", self.url(), documented.map_or(PRIVATE_PATH, |endpoint| host_and_path(endpoint).1)))
    }

    /// Each provider's name, and the URL of its first action: see [`endpoint`](Self::endpoint).
    pub fn endpoints(&self) -> Vec<(String, String)> {
        let names = self.state.world.model.providers.iter().map(|provider| provider.name.value.clone());
        names.filter_map(|name| self.endpoint(&name).ok().map(|url| (name, url))).collect()
    }

    /// A key that it accepts: the first that it was given, or the demo key.
    pub fn credentials(&self) -> Credentials {
        Credentials::new(&self.key.id, &self.key.secret)
    }

    /// ID of that key.
    pub fn key_id(&self) -> &str {
        &self.key.id
    }

    /// Secret of that key.
    pub fn key_secret(&self) -> &str {
        &self.key.secret
    }

    /// Plans a fault.
    ///
    /// # Errors
    ///
    /// When the specs have nothing of the name that it is for, or 1,000 faults are planned already.
    pub fn fault(&self, fault: Fault) -> Result<(), Error> {
        self.state.world.within(&fault.on)?;
        self.state.lock().faults.add(fault)
    }

    /// Programs the answer to the next call of an action; further ones queue up behind it.
    ///
    /// # Errors
    ///
    /// When the specs have nothing of that name, or 10,000 answers are programmed already.
    pub fn answer(&self, on: &str, answer: Answer) -> Result<(), Error> {
        self.state.world.within(on)?;
        self.state.lock().answers.add(on, answer, Some(1))
    }

    /// Programs the answer to every call of an action, or of all actions of a service or a provider.
    ///
    /// # Errors
    ///
    /// As [`answer`](Self::answer).
    pub fn answer_always(&self, on: &str, answer: Answer) -> Result<(), Error> {
        self.state.world.within(on)?;
        self.state.lock().answers.add(on, answer, None)
    }

    /// What it holds for an action that lists, as that action answers it.
    ///
    /// # Errors
    ///
    /// When the specs have no such action, or it lists nothing that is kept.
    pub fn items(&self, listing: &str) -> Result<Vec<Value>, Error> {
        self.state.items(listing)
    }

    /// Replaces what it holds for an action that lists. Its fields are those of the answer: `{"ImageId": "m-1"}`.
    ///
    /// # Errors
    ///
    /// As [`items`](Self::items), and when there are more than 10,000 items, or one is no object. What it holds then stays.
    pub fn set_items(&self, listing: &str, items: impl IntoIterator<Item = Value>) -> Result<(), Error> {
        self.state.set_items(listing, items)
    }

    /// The calls that came in, the latest 10,000 of them, in their order.
    pub fn calls(&self) -> Vec<Call> {
        self.state.lock().log.calls().cloned().collect()
    }

    /// How many calls came in, all told.
    pub fn call_count(&self) -> u64 {
        self.state.lock().log.count()
    }

    /// Forgets calls, faults and programmed answers, and holds again what it held at the start.
    pub fn reset(&self) {
        self.state.reset();
    }
}

impl State {
    /// Name of what an action lists.
    fn collection(&self, listing: &str) -> Result<String, Error> {
        self.world.within(listing)?;
        let listings = self.world.roles.listings();
        let mut found = listings.filter(|(path, _)| crate::world::is_within(path, listing));
        let fault = match (found.next(), found.next()) {
            (Some((_, role)), None) => return Ok(role.collection.clone()),
            (Some(_), Some(_)) => "stands for several lists",
            (None, _) => "lists nothing that the fake cloud keeps",
        };
        let names = some(self.world.roles.listings().map(|(path, _)| path));
        Err(Error::malformed(format!("`{listing}` {fault}; name one of {names}")))
    }

    pub(crate) fn set_items(&self, listing: &str, items: impl IntoIterator<Item = Value>) -> Result<(), Error> {
        let collection = self.collection(listing)?;
        let mut things = Vec::new();
        for item in items {
            let Value::Object(thing) = item else {
                return Err(Error::malformed(format!("an item of `{listing}` is an object, but this is {item}")));
            };
            things.push(thing);
        }
        let replaced = self.lock().store.replace(&collection, things);
        replaced.map_err(|_: Refusal| {
            Error::malformed(format!("too many items for `{listing}`: at most {MOST_THINGS} are kept"))
        })
    }

    pub(crate) fn items(&self, listing: &str) -> Result<Vec<Value>, Error> {
        let collection = self.collection(listing)?;
        Ok(self.lock().store.things(&collection).cloned().map(Value::Object).collect())
    }
}

impl fmt::Debug for Cloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cloud").field("url", &self.url()).field("key_id", &self.key.id).finish_non_exhaustive()
    }
}
