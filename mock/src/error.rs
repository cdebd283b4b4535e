//! Why the fake cloud cannot do what it was told to.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;

/// What went wrong with setting up or programming a fake cloud.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Bind(SocketAddr, io::Error),
    Start(io::Error),
    Specs(String),
    Unknown { name: String, all: Vec<String> },
    Malformed(String),
}

impl Error {
    pub(crate) fn bind(address: SocketAddr, source: io::Error) -> Self {
        Self(Kind::Bind(address, source))
    }

    pub(crate) fn start(source: io::Error) -> Self {
        Self(Kind::Start(source))
    }

    pub(crate) fn specs(report: String) -> Self {
        Self(Kind::Specs(report))
    }

    /// Nothing has this name; what there is instead.
    pub(crate) fn unknown(name: &str, all: Vec<String>) -> Self {
        Self(Kind::Unknown { name: name.to_owned(), all })
    }

    pub(crate) fn malformed(what: impl Into<String>) -> Self {
        Self(Kind::Malformed(what.into()))
    }
}

/// Names for a message: all, unless they are too many to be read.
pub(crate) fn some(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    const MOST: usize = 20;
    let mut names = names.into_iter();
    let mut text = names.by_ref().take(MOST).map(|name| name.as_ref().to_owned()).collect::<Vec<_>>().join(", ");
    let more = names.count();
    if more > 0 {
        text.push_str(&format!(" and {more} more"));
    }
    text
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Bind(address, source) => {
                let is_of_port = matches!(source.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied);
                let hint = if is_of_port { "; port 0 takes any that is free" } else { "" };
                write!(f, "cannot listen on {address}: {source}{hint}")
            }
            Kind::Start(source) => write!(f, "cannot start the fake cloud: {source}"),
            Kind::Specs(report) => write!(f, "the specs have errors:\n{report}"),
            Kind::Unknown { name, all } => {
                write!(f, "`{name}` is not a provider, service or action of the specs; there is {}", some(all))
            }
            Kind::Malformed(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0 {
            Kind::Bind(_, source) | Kind::Start(source) => Some(source),
            Kind::Specs(_) | Kind::Unknown { .. } | Kind::Malformed(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_is_proposed_where_that_helps() {
        let said = |kind: ErrorKind| Error::bind(([127, 0, 0, 1], 80).into(), kind.into()).to_string();
        assert!(said(ErrorKind::AddrInUse).ends_with("; port 0 takes any that is free"));
        assert!(!said(ErrorKind::AddrNotAvailable).contains("port 0"));
    }

    #[test]
    fn a_message_names_no_more_than_can_be_read() {
        assert_eq!(some(["a", "b"]), "a, b");
        assert!(some(["a"; 1_000]).ends_with("a, a and 980 more"));
    }
}
