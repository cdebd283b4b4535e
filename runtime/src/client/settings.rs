//! What a client is told once.

use std::sync::Arc;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use super::Retries;
use super::endpoint::{Endpoint, is_loopback};
use crate::facts::{Action, Method, Setting};
use crate::sign::Signer;

/// Everything that can be set, but for keys, clock and nonces.
#[derive(Clone)]
pub(super) struct Settings {
    pub(super) endpoint: Option<Endpoint>,
    pub(super) allows_plain_http: bool,
    pub(super) method: Option<Method>,
    /// Region or zone, which are the same by two names.
    pub(super) region: Option<String>,
    /// What was given by the one name, and by the other, since there was a client last.
    pub(super) given_region: Option<String>,
    pub(super) given_zone: Option<String>,
    pub(super) project: Option<String>,
    pub(super) user_agent: Arc<str>,
    /// A secret, because it may hold a password.
    pub(super) proxy: Option<SecretString>,
    /// Each as PEM, of one or more.
    pub(super) root_certificates: Vec<Vec<u8>>,
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
            given_region: None,
            given_zone: None,
            project: None,
            user_agent: Arc::from(concat!("tablature/", env!("CARGO_PKG_VERSION"))),
            proxy: None,
            root_certificates: Vec::new(),
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
        let is_told = |setting: Setting| match setting {
            Setting::Region | Setting::Zone => self.region.is_some(),
            Setting::Project => self.project.is_some(),
        };
        let is_constant = |name: &str| action.constant_parameters().iter().any(|(constant, _)| *constant == name);
        let required = action.provider().required_parameters().iter();
        let missing: Vec<String> = required
            .filter(|(name, setting)| !is_told(*setting) && !is_constant(name) && !is_own(name))
            .map(|(name, setting)| {
                format!(
                    "calls need `{name}`, which this request does not have; give the client one with `{}`",
                    setting.name()
                )
            })
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(missing.join("; ")) }
    }

    /// Whether calls of this scheme carry all that is set. What is set twice or would never be sent is a mistake.
    ///
    /// # Errors
    ///
    /// What to leave out.
    pub(super) fn fit(&mut self, signer: &Signer) -> Result<(), String> {
        let given = match (self.given_region.take(), self.given_zone.take()) {
            (Some(_), Some(_)) => {
                return Err(
                    "both `region` and `zone` are set, and calls carry one of them; leave out the other".to_owned()
                );
            }
            (region, zone) => region.or(zone),
        };
        self.region = given.or(self.region.take());
        if self.project.is_some() && !signer.takes_project() {
            return Err("calls of this provider carry no project; leave out `project`".to_owned());
        }
        if signer.has_idle_token() {
            return Err("calls of this provider carry no session token; give keys that need none".to_owned());
        }
        Ok(())
    }

    /// # Errors
    ///
    /// When no header can carry it.
    pub(super) fn check_user_agent(&self) -> Result<(), String> {
        let is_header = http::HeaderValue::from_str(&self.user_agent).is_ok();
        let fault = || {
            format!(
                "the user agent {:?} cannot stand in a header; leave out what is not visible ASCII",
                self.user_agent
            )
        };
        is_header.then_some(()).ok_or_else(fault)
    }

    /// # Errors
    ///
    /// When calls would travel for all to read, and nobody asked for that.
    pub(super) fn allow(&self, endpoint: &Endpoint) -> Result<(), String> {
        let stays_here = endpoint.is_loopback() && self.proxy.as_ref().is_none_or(is_here);
        if endpoint.is_secure() || stays_here || self.allows_plain_http {
            return Ok(());
        }
        let way = if endpoint.is_loopback() { " to the proxy" } else { "" };
        Err(format!(
            "calls to {} would travel{way} without encryption; use `https`, or allow it with `allow_plain_http`",
            endpoint.origin()
        ))
    }
}

/// Whether a proxy runs on this machine.
fn is_here(proxy: &SecretString) -> bool {
    let address: Option<http::Uri> = proxy.expose_secret().parse().ok();
    address.as_ref().and_then(http::Uri::host).is_some_and(is_loopback)
}
