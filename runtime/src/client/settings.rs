//! What a client is told once.

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;

use super::Retries;
use super::endpoint::Endpoint;
use crate::facts::{Action, Method};

/// Everything that can be set, but for keys, clock and nonces.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) endpoint: Option<Endpoint>,
    pub(super) allows_plain_http: bool,
    pub(super) method: Option<Method>,
    pub(super) region: Option<String>,
    pub(super) project: Option<String>,
    pub(super) user_agent: Arc<str>,
    /// A secret, because it may hold a password.
    pub(super) proxy: Option<SecretString>,
    pub(super) connect_timeout: Duration,
    pub(super) body_limit: usize,
    pub(super) call: CallSettings,
}

/// What can also be set for a single call.
#[derive(Clone, Copy)]
pub(super) struct CallSettings {
    pub(super) validates: bool,
    /// Whether what cannot be read in an answer is left out.
    pub(super) is_lenient: bool,
    pub(super) retries: Retries,
    pub(super) timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            endpoint: None,
            allows_plain_http: false,
            method: None,
            region: None,
            project: None,
            user_agent: Arc::from(concat!("tablature/", env!("CARGO_PKG_VERSION"))),
            proxy: None,
            connect_timeout: Duration::from_secs(10),
            body_limit: 32 << 20,
            call: CallSettings {
                validates: true,
                is_lenient: false,
                retries: Retries::new(),
                timeout: Duration::from_secs(60),
            },
        }
    }
}

impl Settings {
    /// Where calls of this action go.
    ///
    /// # Errors
    ///
    /// What has to be set.
    pub(super) fn endpoint_of(&self, action: &Action) -> Result<Endpoint, String> {
        let documented = action.endpoint_address();
        let endpoint = match &self.endpoint {
            None if documented.is_empty() => {
                return Err("the documents name no endpoint; give the client one with `endpoint`".to_owned());
            }
            None => Endpoint::parse(documented)?,
            Some(own) if documented.is_empty() => own.clone(),
            Some(own) => own.clone().with_path_of(&Endpoint::parse(documented)?),
        };
        self.allow(&endpoint)?;
        Ok(endpoint)
    }

    /// Whether every parameter is known that calls of this action need, and that is none of the request's own.
    ///
    /// # Errors
    ///
    /// What has to be set.
    pub(super) fn suffice(&self, action: &Action, is_own: impl Fn(&str) -> bool) -> Result<(), String> {
        let is_told = |setting: &str| if setting == "project" { &self.project } else { &self.region }.is_some();
        let is_constant = |name: &str| action.constant_parameters().iter().any(|(constant, _)| *constant == name);
        let required = action.provider().required_parameters().iter();
        let missing: Vec<String> = required
            .filter(|(name, setting)| !is_told(setting) && !is_constant(name) && !is_own(name))
            .map(|(name, setting)| {
                format!("calls need `{name}`, which this request does not have; give the client one with `{setting}`")
            })
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(missing.join("; ")) }
    }

    /// # Errors
    ///
    /// When no header can carry it.
    pub(super) fn check_user_agent(&self) -> Result<(), String> {
        let is_header = http::HeaderValue::from_str(&self.user_agent).is_ok();
        let fault = || {
            format!(
                "the user agent {:?} cannot stand in a header; leave out what is no visible letter",
                self.user_agent
            )
        };
        is_header.then_some(()).ok_or_else(fault)
    }

    /// # Errors
    ///
    /// When calls would travel for all to read, and nobody asked for that.
    pub(super) fn allow(&self, endpoint: &Endpoint) -> Result<(), String> {
        if endpoint.is_secure() || endpoint.is_loopback() || self.allows_plain_http {
            return Ok(());
        }
        Err(format!(
            "calls to {} would travel without encryption; use `https`, or allow it with `allow_plain_http`",
            endpoint.origin()
        ))
    }
}
