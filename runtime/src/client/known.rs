//! What a client finds out once of each action that it calls.

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;

use super::core::Core;
use super::endpoint::Endpoint;
use crate::encode::{Given, Layout};
use crate::facts::Action;
use crate::shape::{Field, Shape};
use crate::sign::{Common, Nonce};

/// What holds for all calls of an action by the same client.
pub(super) struct Known {
    pub(super) action: &'static Action,
    pub(super) endpoint: Endpoint,
    pub(super) user_agent: Arc<str>,
    pub(super) layout: Layout,
}

/// The actions that were called, in chains. What was found out stays where it is, so that no call waits for another one.
#[derive(Default)]
pub(super) struct KnownActions([Chain; CHAINS]);

/// A client calls few actions, and most of them lie in chains of their own.
const CHAINS: usize = 32;

#[derive(Default)]
struct Chain(OnceLock<Box<(Arc<Known>, Chain)>>);

impl KnownActions {
    /// # Errors
    ///
    /// When there is no endpoint to send to, or a parameter is missing that every call needs: what has to be set.
    pub(super) fn get(
        &self,
        action: &'static Action,
        request: &'static Shape,
        core: &Core,
    ) -> Result<&Arc<Known>, String> {
        // The facts of actions lie side by side: their places differ by multiples of their size.
        let mut chain = &self.0[std::ptr::from_ref(action).addr() / size_of::<Action>() % CHAINS];
        loop {
            let (known, next) = &**match chain.0.get() {
                Some(link) => link,
                // Another call may be quicker; what it found out is as good.
                None => {
                    let known = Known::new(action, request, core)?;
                    chain.0.get_or_init(|| Box::new((Arc::new(known), Chain::default())))
                }
            };
            if known.is_of(action, request) {
                return Ok(known);
            }
            chain = next;
        }
    }
}

impl Known {
    fn is_of(&self, action: &'static Action, request: &'static Shape) -> bool {
        std::ptr::eq(self.action, action) && self.layout.is_of(request)
    }

    fn new(action: &'static Action, request: &'static Shape, core: &Core) -> Result<Self, String> {
        let endpoint = core.settings.endpoint_of(action)?;
        core.settings.suffice(action, |name| has_row(request, name))?;
        let mut common = Common::new(Timestamp::UNIX_EPOCH, Nonce::new(0));
        if let Some(region) = &core.settings.region {
            common = common.region(region);
        }
        if let Some(project) = &core.settings.project {
            common = common.project(project);
        }
        if let Some(version) = action.service().version_text() {
            common = common.version(version);
        }
        let name = (action.provider().action_parameter_name(), action.name());
        let always = std::iter::once(&name).chain(action.constant_parameters());
        let always = always.map(|(name, value)| Given::always(name, (*value).into()));
        let given = always.chain(core.signer.given(&common)).collect();
        let user_agent = Arc::clone(&core.settings.user_agent);
        Ok(Self { action, endpoint, user_agent, layout: Layout::new(request, given, core.signer.signature()) })
    }
}

/// Whether a request can carry a parameter of just this name: not so where the row is a list or a structure, whose parameters
/// have longer names.
fn has_row(request: &Shape, name: &str) -> bool {
    let is_plain = |known: Option<&Field>| known.is_none_or(|known| known.documented_name() == name);
    request.rows().any(|(wire, known)| wire == name && is_plain(known))
}
