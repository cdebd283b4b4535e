//! One writer at a time.
//!
//! The lock is held on the folder above the output, so that no lock file is left behind; it ends with the process,
//! however that ends. Where a folder cannot be locked (Windows, some network file systems), a hidden file beside the
//! output stands in.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::console;
use crate::failure::{Doing as _, Failure};
use crate::place;

/// Waits until no other run writes below the same folder, and keeps others waiting until it is dropped.
pub(crate) fn exclusive(out: &Path) -> Result<File, Failure> {
    let parent = out.parent().unwrap_or(out);
    if let Ok(folder) = File::open(parent) {
        match folder.try_lock() {
            Ok(()) => return Ok(folder),
            Err(TryLockError::WouldBlock) => return waited(folder, parent),
            Err(TryLockError::Error(_)) => {}
        }
    }
    let path = super::staging::beside(out, "lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path).doing("create", &path)?;
    waited(file, &path)
}

fn waited(file: File, path: &Path) -> Result<File, Failure> {
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        console::warn(&format!("waiting for another run that writes below {}\n", place::shown(path)));
        file.lock().doing("lock", path)?;
    }
    Ok(file)
}

/// Waits for a run that is writing. Reading goes on without a lock where there can be none: it changes nothing.
pub(crate) fn shared(parent: &Path) -> Option<File> {
    let folder = File::open(parent).ok()?;
    folder.lock_shared().ok()?;
    Some(folder)
}
