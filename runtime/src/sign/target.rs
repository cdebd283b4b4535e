//! What of a call is signed beside its parameters.

use crate::facts::Method;

/// Method, host and path of a call. Each scheme signs the part of these that it documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Target<'a> {
    method: Method,
    host: &'a str,
    path: &'a str,
}

impl<'a> Target<'a> {
    /// The host is what stands in the `Host` header: with the port if it is not the usual one (`localhost:8080`). The
    /// path begins with a slash and is signed as it is: `/iaas/` and `/iaas` are different paths.
    pub const fn new(method: Method, host: &'a str, path: &'a str) -> Self {
        Self { method, host, path }
    }

    /// The host, and the port if there is one.
    pub const fn host(&self) -> &'a str {
        self.host
    }

    /// The path.
    pub const fn path(&self) -> &'a str {
        self.path
    }

    /// The method.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// All of it is never longer in a text that is signed, with the signs between its parts.
    pub(super) const fn longest(&self) -> usize {
        self.host.len() + self.path.len() + 16
    }
}
