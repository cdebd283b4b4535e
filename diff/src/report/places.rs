//! Where changes stand, as files, lines and columns.

use std::collections::BTreeMap;

use tablature_codegen::source::{At, Locator, SourceFile};

/// Finds places of one state; reads each file at most once.
pub(super) struct Places<'f> {
    files: &'f [SourceFile],
    root: &'f str,
    locators: BTreeMap<u32, Locator<'f>>,
}

/// A place as people name it.
pub(super) struct Found {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'f> Places<'f> {
    pub(super) fn new(files: &'f [SourceFile], root: &'f str) -> Self {
        Self { files, root, locators: BTreeMap::new() }
    }

    pub(super) fn find(&mut self, at: At) -> Option<Found> {
        let file = self.files.get(at.file as usize)?;
        let found = self.locators.entry(at.file).or_insert_with(|| Locator::new(&file.text)).locate(at.spot);
        Some(Found { file: below(self.root, &file.path), line: found.line, column: found.column })
    }
}

/// A path below a root, which may be empty.
pub(super) fn below(root: &str, path: &str) -> String {
    if root.is_empty() { path.to_owned() } else { format!("{}/{path}", root.trim_end_matches('/')) }
}
