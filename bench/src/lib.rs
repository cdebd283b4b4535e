//! Made-up actions, in any number and always the same, to measure with.
//!
//! [`specs`] says them in the spec language; [`derived`] has the same structs as plain Rust with serde's derives, to
//! compare with. Both come from one [`Plan`].

mod changes;
mod derived;
mod plan;
mod specs;

pub use changes::{Changed, changed};
pub use derived::derived;
pub use plan::{Action, Kind, Model, Plan, Row};
pub use specs::specs;

/// Folder of the made-up provider.
pub const PROVIDER: &str = "synthetic";

/// Name of its only service.
pub const SERVICE: &str = "fleet";

/// The middle one of some measurements; they are put in order.
///
/// # Panics
///
/// When there are none.
pub fn median<T: Copy + PartialOrd>(values: &mut [T]) -> T {
    values.sort_by(|one, other| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
    values[values.len() / 2]
}
