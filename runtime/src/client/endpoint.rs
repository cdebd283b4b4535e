//! Where calls go to.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

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
        let host = usual_host(authority.host())
            .ok_or_else(|| fault("has a host that is neither a name nor an address such as `127.0.0.1`"))?;
        let path = uri.path();
        if !stays_as_it_is(path) {
            return Err(fault("has `.`, `..` or a sign that is not encoded in its path"));
        }
        let usual = if secure { 443 } else { 80 };
        let host = match authority.port_u16().filter(|port| *port != usual) {
            Some(port) => format!("{host}:{port}"),
            None => host,
        };
        Ok(Self { secure, host, path: path.to_owned() })
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
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The host as HTTP libraries write it, whatever it was written like: it is signed, and so has to be what is sent. None for
/// what they would take for an address of four numbers that is not written as one, such as `127.1`.
fn usual_host(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let address: Ipv6Addr = address.parse().ok()?;
        let [.., high, low] = address.segments();
        // The standard library shows such an address with dots, the URL standard does not: WHATWG URL, section 3.6.
        let is_mapped = address.to_ipv4_mapped().is_some();
        return Some(if is_mapped { format!("[::ffff:{high:x}:{low:x}]") } else { format!("[{address}]") });
    }
    let last = host.strip_suffix('.').unwrap_or(host).rsplit('.').next().unwrap_or_default();
    let is_number = last.starts_with("0x") || last.starts_with("0X") || last.bytes().all(|byte| byte.is_ascii_digit());
    let is_address = host.parse::<Ipv4Addr>().is_ok();
    (is_address || !is_number).then(|| host.to_lowercase())
}

/// Whether HTTP libraries send a path as it is written: they resolve `.` and `..`, and encode what RFC 3986, section 3.3,
/// does not allow.
fn stays_as_it_is(path: &str) -> bool {
    let is_dots = |part: &str| matches!(part.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/%-._~!$&'()*+,;=:@".contains(&byte);
    path.bytes().all(is_allowed) && !path.split('/').any(is_dots)
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
            ("http://[0:0:0:0:0:0:0:1]:80/", "[::1]", "/", true),
            ("http://[::FFFF:127.0.0.1]:8080", "[::ffff:7f00:1]:8080", "/", false),
            ("http://localhost:0080//a%2Fb;c=1/.d/..e/", "localhost", "//a%2Fb;c=1/.d/..e/", true),
        ] {
            let endpoint = Endpoint::parse(address).expect(address);
            assert_eq!((endpoint.host(), endpoint.path(), endpoint.is_loopback()), (host, path, loopback), "{address}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_advice() {
        let wrong =
            ["api.example.com", "ftp://a/", "https://", "", "https://a b/", "/path", "https://a:99999", "https://a:/"];
        // Each of these would be sent to another host or path than the one that was signed.
        let unusual_hosts = [
            "http://127.1/",
            "http://0177.0.0.1/",
            "http://0x7f.0.0.1",
            "http://127.0.0.1./",
            "http://1",
            "http://[v1.a]/",
        ];
        let unusual_paths = ["/./a", "/a/..", "/%2E%2e/a", "/a\"b", "/{a}", "/a\\b", "/é", "/a|b"];
        let unusual_paths = unusual_paths.map(|path| format!("https://a{path}"));
        let unusual = unusual_hosts.into_iter().chain(unusual_paths.iter().map(String::as_str));
        for address in wrong.into_iter().chain(["https://a/?token=hidden"]).chain(unusual) {
            let fault = Endpoint::parse(address).expect_err(address);
            assert!(fault.contains("write it as") && !fault.contains("hidden"), "{fault}");
        }
        for address in ["https://me:hidden@a/", "https://me:hidden@a b/", "me:hidden@a"] {
            let fault = Endpoint::parse(address).expect_err(address);
            assert!(fault.contains("names a user") && !fault.contains("hidden"), "{fault}");
        }
    }
}
