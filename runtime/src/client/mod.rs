//! Clients: requests are validated, signed and sent, and answers become results.
//!
//! [`Client`] is asynchronous, [`BlockingClient`] blocks. What both do knows no transport: with the feature `client` or
//! `blocking` there is one, and a caller can bring another through [`Transport`] or [`BlockingTransport`].
//!
//! The transport of the feature `client` runs in tokio, and needs its drivers for IO and time: `#[tokio::main]` turns both
//! on, and so does `enable_all()` of `tokio::runtime::Builder`. That of `blocking` needs nothing, and no asynchronous
//! runtime around it.
//!
//! | a request | becomes |
//! |---|---|
//! | that breaks the documents' word | an [`Error`] with all violations, before anything is sent |
//! | that the provider refuses | an [`Error`] with its code and its words, and what is known of the code |
//! | whose answer cannot be read | an [`Error`] with the beginning of what came |
//! | that works | the decoded answer |

mod answer;
mod asynchronous;
mod blocking;
mod builder;
mod collector;
mod core;
mod endpoint;
mod error;
mod handle;
mod http;
mod known;
mod outcome;
mod pages;
mod redact;
#[cfg(any(feature = "client", feature = "blocking"))]
mod reqwest;
mod retries;
mod retry_after;
mod settings;
mod status;
mod transport;

pub use self::builder::Builder;
pub use self::collector::DriftCollector;
pub use self::error::Error;
pub use self::handle::{BlockingClient, Call, Carrier, Client};
pub use self::http::{End, HttpRequest, HttpResponse};
pub use self::outcome::outcome;
pub use self::pages::{BlockingItems, BlockingPages, Items, Pages};
pub use self::retries::Retries;
pub use self::transport::{BlockingTransport, BoxFuture, Transport, TransportError};
