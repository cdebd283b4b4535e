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
        let fault = |what: &str| format!("the endpoint `{address}` {what}; write it as `https://api.example.com/`");
        let uri: Uri = address.parse().map_err(|error| fault(&format!("is no address ({error})")))?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(fault("begins neither with `https://` nor with `http://`")),
        };
        let authority = uri.authority().filter(|authority| !authority.host().is_empty());
        let authority = authority.ok_or_else(|| fault("names no host"))?;
        if authority.as_str().contains('@') {
            // The text itself would show a password.
            return Err("the endpoint names a user; calls are signed with the keys of the client instead".to_owned());
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
        let bare = self.host.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(host, _)| host);
        let bare = bare.unwrap_or_else(|| self.host.split(':').next().unwrap_or(""));
        bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }
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
        for address in ["api.example.com", "ftp://a/", "https://", "", "https://a b/", "https://a/?x=1", "/path"] {
            let fault = Endpoint::parse(address).expect_err(address);
            assert!(fault.contains("write it as"), "{fault}");
        }
        let fault = Endpoint::parse("https://me:hidden@a/").expect_err("a user");
        assert!(!fault.contains("hidden"), "{fault}");
    }
}
