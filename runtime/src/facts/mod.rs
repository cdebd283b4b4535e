//! Facts about providers, services and actions, as constant data, and the traits that tie them to requests.
//!
//! All facts are made by a constant function and methods that add what is known, so that facts can be added later
//! without a change of generated code.

mod action;
mod failure;
mod paging;
mod provider;
mod status;

pub use self::action::{Action, ProviderMarker, Request};
pub use self::failure::{FailureClass, FailureCodes};
pub use self::paging::{Paged, Paging, PagingStyle};
pub use self::provider::{Provider, Service};
pub use self::status::{KnownError, Method, Scheme, Setting, Status};
