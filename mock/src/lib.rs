//! A fake cloud on loopback that behaves as the specs say, for tests of programs that call the real ones.
//!
//! It serves all providers on one port, tells them apart by path and parameters, verifies signatures, reads every list
//! encoding, checks requests against the documents, and answers in each provider's shape: what a test has programmed,
//! what it holds, or the documented example.
//!
//! ```
//! let cloud = tablature_mock::Cloud::start()?;
//! cloud.fault(tablature_mock::Fault::throttled().times(2).on("aliyun"))?;
//! let endpoint = cloud.endpoint("aliyun/ecs/DescribeImages")?;   // http://127.0.0.1:…/
//! // … give it to a client, made with `cloud.credentials()`; then look at `cloud.calls()`. Dropping it stops it.
//! # assert!(endpoint.starts_with("http://127.0.0.1:"));
//! # Ok::<(), tablature_mock::Error>(())
//! ```
//!
//! A client of the bindings is pointed at it by two settings: `aliyun::Client::new(cloud.credentials()).endpoint(cloud.url())`. The
//! client adds the documented path of each action to [`Cloud::url`]; where the documents name no endpoint, take
//! [`Cloud::endpoint`], which has a path. The repository's `mock/README.md` has a whole test.
//!
//! A call goes through these rooms, in this order:
//!
//! | room | asks |
//! |---|---|
//! | `recognise` | which provider, which action? |
//! | `verify`, `nonces` | is the signature right, the key known, the clock in time, and the call no copy of another? |
//! | `read` | what do the flat parameters say? |
//! | `check` | does that keep the documents' word? |
//! | `answer` | what would the provider answer? |
//! | `store` | what is there to list, and what does the call change? |
//! | `fault` | what shall go wrong? |
//! | `server` | all of it over HTTP |
//!
//! [`interpret`] is `read` and `check` alone: a reading of the documents that shares no code with the validators of the
//! generated bindings, so that the two can be compared.

mod answer;
mod check;
mod cloud;
mod error;
mod fault;
mod log;
mod nonces;
mod read;
mod recognise;
mod scheme;
mod server;
mod store;
mod verify;
mod world;

pub use answer::Answer;
pub use check::{Violated, interpret};
pub use cloud::{Builder, Cloud};
pub use error::Error;
pub use fault::{Fault, FaultKind};
pub use log::Call;
/// One file of specs, for [`Builder::specs`].
pub use tablature_codegen::source::SourceFile;
pub use verify::Signature;
pub use world::embedded_specs;
