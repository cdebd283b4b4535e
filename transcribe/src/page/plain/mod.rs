//! Copies of pages as plain text, in which tables have lost their lines.

use super::Page;
use crate::dialect::Dialect;

/// Whether a page has no markup that says where its tables are.
pub(super) fn is_plain(_text: &str, _dialect: &Dialect) -> bool {
    false
}

pub(super) fn read(_text: &str, _dialect: &Dialect) -> Page {
    Page { title: None, blocks: Vec::new(), repairs: Vec::new() }
}
