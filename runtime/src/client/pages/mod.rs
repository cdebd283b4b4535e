//! Answers that come page by page.

mod blocking;
mod fingerprint;
mod stream;
mod turn;

pub use self::blocking::{BlockingItems, BlockingPages};
pub use self::stream::{Items, Pages};

use std::fmt;

use crate::facts::Paged;

/// Shows what is listed, and nothing of what came.
macro_rules! debug {
    ($($name:ident),*) => {$(
        impl<P, R: Paged> fmt::Debug for $name<P, R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("action", &R::ACTION.name()).finish_non_exhaustive()
            }
        }
    )*};
}
debug!(Pages, Items, BlockingPages, BlockingItems);
