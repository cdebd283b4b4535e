//! The files of this repository.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold nothing that was written for this repository.
const SKIPPED: [&str; 2] = ["target", ".git"];

/// The folder of the whole repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.to_path_buf(), Path::to_path_buf)
}

/// The text of a file, by its path inside of the repository.
///
/// # Panics
///
/// When it cannot be read.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a file, if there is one and it is a text.
pub fn text_if_any(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// The files below a folder with one of these endings (with any, when none is named), sorted, by their paths inside of
/// the repository. The folder `""` is the whole.
pub fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    collect(&root().join(folder), folder, &mut found);
    found.retain(|path| {
        endings.is_empty() || path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
    });
    found.sort();
    found
}

fn collect(folder: &Path, name: &str, found: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let own = entry.file_name().to_string_lossy().into_owned();
        let path = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
        if !entry.path().is_dir() {
            found.push(path);
        } else if !SKIPPED.contains(&own.as_str()) {
            collect(&entry.path(), &path, found);
        }
    }
}
