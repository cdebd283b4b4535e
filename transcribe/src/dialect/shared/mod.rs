//! Words that pages of several providers share.

mod cells;
mod columns;
mod paging;
mod sections;

pub(super) use cells::{BRANCHES, NOTHING, REQUIRED, SHORT_SOMETIMES, SOMETIMES, TYPES};
pub(super) use columns::COLUMNS;
pub(super) use paging::{MOSTLY_OTHERS, TURNING};
pub(super) use sections::{HOSTS, SECTIONS, SUFFIXES};
