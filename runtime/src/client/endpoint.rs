//! Where calls go to.

use std::fmt;

use http::Uri;

/// An address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    secure: bool,
    /// As it stands in the `Host` header.
    host: String,
    path: String,
}

impl Endpoint {
    /// # Errors
    ///
    /// What is wrong with the address, and how to write it.
    pub(super) fn parse(address: &str) -> Result<Self, String> {
        if names_a_user(address) {
            // The text itself would show a password.
            return Err("the endpoint names a user; calls are signed with the keys of the client instead".to_owned());
        }
        let shown = address.split(['?', '#']).next().unwrap_or_default();
        let fault = |what: &str| format!("the endpoint `{shown}` {what}; write it as `https://api.example.com/`");
        let uri: Uri = address.parse().map_err(|error| fault(&format!("is not an address ({error})")))?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(fault("begins neither with `https://` nor with `http://`")),
        };
        let authority = uri.authority().filter(|authority| !authority.host().is_empty());
        let authority = authority.ok_or_else(|| fault("names no host"))?;
        if authority.port_u16().is_none() && authority.as_str() != authority.host() {
            return Err(fault("has a port that is not a number up to 65535"));
        }
        if uri.query().is_some() {
            return Err(fault("has parameters; those belong to the request"));
        }
        let usual = if secure { 443 } else { 80 };
        let host = match authority.port_u16().filter(|port| *port != usual) {
            Some(port) => format!("{}:{port}", authority.host()),
            None => authority.host().to_owned(),
        };
        Ok(Self { secure, host: host.to_lowercase(), path: uri.path().to_owned() })
    }

    /// An address without a path takes the documented one, so that `http://127.0.0.1:8080` is enough for tests.
    pub(super) fn with_path_of(mut self, documented: &Self) -> Self {
        if self.path == "/" {
            self.path.clone_from(&documented.path);
        }
        self
    }

    pub(super) const fn is_secure(&self) -> bool {
        self.secure
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Without path and parameters.
    pub(super) fn origin(&self) -> String {
        format!("{}://{}", if self.secure { "https" } else { "http" }, self.host)
    }

    /// Whether calls stay on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

/// Whether a host is this machine. A port behind it does not count.
pub(super) fn is_loopback(host: &str) -> bool {
    let bare = host.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(host, _)| host);
    let bare = bare.unwrap_or_else(|| host.split(':').next().unwrap_or(""));
    bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether a user, and perhaps a password, stands in front of the host; also in what is no address otherwise.
fn names_a_user(address: &str) -> bool {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().is_some_and(|authority| authority.contains('@'))
}

/// The address without parameters.
impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", if self.secure { "https" } else { "http" }, self.host, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        for (address, host, path, loopback) in [
            ("https://API.example.com", "api.example.com", "/", false),
            ("https://api.example.com:443/v2/index.php", "api.example.com", "/v2/index.php", false),
            ("http://127.0.0.1:8080/iaas/", "127.0.0.1:8080", "/iaas/", true),
            ("http://[::1]:80/", "[::1]", "/", true),
            ("http://localhost:1", "localhost:1", "/", true),
            ("http://localhost.example.com", "localhost.example.com", "/", false),
            ("http://127.0.0.1.example.com", "127.0.0.1.example.com", "/", false),
        ] {
            let endpoint = Endpoint::parse(address).expect(address);
            assert_eq!((endpoint.host(), endpoint.path(), endpoint.is_loopback()), (host, path, loopback), "{address}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_advice() {
        let wrong =
            ["api.example.com", "ftp://a/", "https://", "", "https://a b/", "/path", "https://a:99999", "https://a:/"];
        for address in wrong.into_iter().chain(["https://a/?token=hidden"]) {
            let fault = Endpoint::parse(address).expect_err(address);
            assert!(fault.contains("write it as") && !fault.contains("hidden"), "{fault}");
        }
        for address in ["https://me:hidden@a/", "https://me:hidden@a b/", "me:hidden@a"] {
            let fault = Endpoint::parse(address).expect_err(address);
            assert!(fault.contains("names a user") && !fault.contains("hidden"), "{fault}");
        }
    }
}
