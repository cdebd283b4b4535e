//! The generated files: compared with what stands on disk, and brought there.
//!
//! Whatever happens (an error, a full disk, a kill), a reader finds the old tree or the new one and no mixture:
//! everything is prepared in a folder beside the output, and one operation of the file system makes the switch.
//! One file is renamed into its place. Of several files, the lowest folder that holds them all is built anew and
//! exchanged with the old one. What a killed run leaves behind is tidied up by the next one.
//!
//! The exchange needs Linux or macOS and a file system that can do it. Elsewhere the files are renamed one after the
//! other: each is whole, but a run that is killed in between leaves some old and some new ones, for the next run to
//! finish.

mod compare;
mod lock;
mod staging;
mod switch;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub(crate) use compare::{Change, Changes};

use crate::failure::{Doing as _, Failure};
use compare::Occupied;
use staging::Staging;

/// The generated files: path below the output folder, `/` between its parts, and text.
pub(crate) type Files = BTreeMap<String, String>;

/// Whether the disk may be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    Check,
}

/// Compares the output folder with the files that should be in it; in [`Mode::Write`], makes it so. `out` is absolute
/// and free of links. Only files whose first line begins with `marker` are ever replaced or removed.
pub(crate) fn write_or_check(out: &Path, files: &Files, marker: &str, mode: Mode) -> Result<Changes, Failure> {
    let (Some(parent), Some(_)) = (out.parent(), out.file_name()) else {
        return Err(Failure::misused("the root of the file system cannot be the output folder"));
    };
    if mode == Mode::Check {
        let _lock = lock::shared(parent);
        return Ok(compare::compare(out, files, marker)?.changes);
    }
    fs::create_dir_all(parent).doing("create", parent)?;
    let _lock = lock::exclusive(out)?;
    Staging::tidy(out)?;
    let comparison = compare::compare(out, files, marker)?;
    refuse(out, &comparison.occupied)?;
    switch::apply(out, files, &comparison.changes)?;
    Ok(comparison.changes)
}

/// Files that somebody wrote by hand are not overwritten, and a folder full of them is not written into.
fn refuse(out: &Path, occupied: &Occupied) -> Result<(), Failure> {
    let shown = crate::place::shown(out);
    match occupied {
        Occupied::No => Ok(()),
        Occupied::Folder(name) => Err(Failure::misused(format!(
            "{shown} holds things that `gen` did not write ({name}, for one); name a new or an empty folder"
        ))),
        Occupied::Paths(paths) => Err(Failure::misused(format!(
            "in the way, and not written by `gen`: {}; move this elsewhere or name another folder",
            paths.iter().map(|path| format!("{shown}/{path}")).collect::<Vec<_>>().join(", ")
        ))),
    }
}
