//! One side of a comparison: a folder, or a git revision.

use std::path::Path;

use super::git::Repository;
use crate::failure::Failure;
use crate::place;
use crate::specs::{self, Specs};

/// Reads the specs of a side. A folder of that name goes before a revision; without a name it is the specs on disk.
pub(super) fn read(name: Option<&str>, specs: Option<&Path>) -> Result<Specs, Failure> {
    match name {
        None => specs::read(specs),
        Some(name) if Path::new(name).is_dir() => specs::read(Some(Path::new(name))),
        Some(name) => revision(name, specs),
    }
}

fn revision(name: &str, specs: Option<&Path>) -> Result<Specs, Failure> {
    let (revision, folder) = name.split_once(':').map_or((name, None), |(revision, folder)| (revision, Some(folder)));
    let specs = specs.map_or_else(|| place::repository().join("specs"), Path::to_path_buf);
    // The clone that holds the specs, wherever the command is run.
    let repository = Repository::of(if specs.is_dir() { &specs } else { Path::new(".") })?;
    let folder = match folder {
        Some(folder) => folder.trim_matches('/').to_owned(),
        None => repository.inside(&specs)?,
    };
    let commit = repository.commit(revision)?;
    repository.specs(&commit, revision, &folder)
}
