//! Answers that come page by page.

mod blocking;
mod fingerprint;
mod stream;
mod turn;

pub use self::blocking::{BlockingItems, BlockingPages};
pub use self::stream::{Items, Pages};
