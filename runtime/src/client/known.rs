//! What a client finds out once of each action that it calls.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;

use super::core::Core;
use super::endpoint::Endpoint;
use crate::encode::{Given, Layout};
use crate::facts::Action;
use crate::shape::Shape;
use crate::sign::{Common, Nonce};

/// What holds for all calls of an action by the same client.
pub(super) struct Known {
    pub(super) endpoint: Endpoint,
    pub(super) user_agent: Arc<str>,
    pub(super) layout: Layout,
}

/// The actions that were called, by where the facts of the action lie.
#[derive(Default)]
pub(super) struct KnownActions(RwLock<BTreeMap<usize, Arc<Known>>>);

impl KnownActions {
    /// # Errors
    ///
    /// When there is no endpoint to send to: what has to be set.
    pub(super) fn get(
        &self,
        action: &'static Action,
        request: &'static Shape,
        core: &Core,
    ) -> Result<Arc<Known>, String> {
        let place = std::ptr::from_ref(action).addr();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&place).map(Arc::clone);
        if let Some(known) = known.filter(|known| known.layout.is_of(request)) {
            return Ok(known);
        }
        let known = Arc::new(Known::new(action, request, core)?);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(place, Arc::clone(&known));
        Ok(known)
    }
}

impl Known {
    fn new(action: &'static Action, request: &'static Shape, core: &Core) -> Result<Self, String> {
        let endpoint = core.settings.endpoint_of(action)?;
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
        Ok(Self { endpoint, user_agent, layout: Layout::new(request, given, core.signer.signature()) })
    }
}
