//! Why the fake cloud cannot do what it was told to.

use std::fmt;
use std::io;
use std::net::SocketAddr;

/// What went wrong with setting up or programming a fake cloud.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Bind(SocketAddr, io::Error),
    Start(io::Error),
    Specs(String),
    Unknown { name: String, near: Vec<String> },
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
    pub(crate) fn unknown(name: &str, near: Vec<String>) -> Self {
        Self(Kind::Unknown { name: name.to_owned(), near })
    }

    pub(crate) fn malformed(what: impl Into<String>) -> Self {
        Self(Kind::Malformed(what.into()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Bind(address, source) => {
                write!(f, "cannot listen on {address}: {source}; port 0 takes any that is free")
            }
            Kind::Start(source) => write!(f, "cannot start the fake cloud: {source}"),
            Kind::Specs(report) => write!(f, "the specs have errors:\n{report}"),
            Kind::Unknown { name, near } => {
                write!(f, "`{name}` is no provider, service or action of the specs; there is {}", near.join(", "))
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
