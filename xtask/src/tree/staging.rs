//! The folder beside the output in which a run prepares its work.
//!
//! It holds `new`, the folder or file to be switched in (afterwards: what was switched out), and `journal`, which
//! names the folders that have to follow. They follow after the switch (`target`, `.git`: built by others, perhaps
//! large, never ours), so a run that is killed right there leaves them to [`Staging::tidy`].

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use crate::failure::{Doing as _, Failure};
use crate::place;

const STAGING: &str = "gen-staging";

pub(crate) struct Staging {
    folder: PathBuf,
}

/// A hidden neighbour of the output folder.
pub(crate) fn beside(out: &Path, ending: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{ending}"))
}

impl Staging {
    /// Starts an empty one.
    pub(crate) fn start(out: &Path) -> Result<Self, Failure> {
        let folder = beside(out, STAGING);
        fs::create_dir(&folder).doing("create", &folder)?;
        Ok(Self { folder })
    }

    /// Clears away what a killed run left, after everything that was still on its way has arrived.
    pub(crate) fn tidy(out: &Path) -> Result<(), Failure> {
        let staging = Self { folder: beside(out, STAGING) };
        if staging.folder.symlink_metadata().is_err() {
            return Ok(());
        }
        match fs::read_to_string(staging.journal()) {
            Ok(journal) => staging.deliver(out, &journal)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).doing("read", &staging.journal()),
        }
        staging.end()
    }

    /// Removes it.
    pub(crate) fn end(self) -> Result<(), Failure> {
        fs::remove_dir_all(&self.folder).doing("remove", &self.folder)
    }

    /// What is going to be switched in.
    pub(crate) fn new_place(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Whether [`note`](Self::note) was called: from then on, folders of others may be in here.
    pub(crate) fn is_noted(&self) -> bool {
        self.journal().is_file()
    }

    fn journal(&self) -> PathBuf {
        self.folder.join("journal")
    }

    /// Remembers the folders that have to follow from `new` to `target`, a folder below the output; paths are
    /// relative to it.
    pub(crate) fn note(&self, target: &str, followers: &[PathBuf]) -> Result<String, Failure> {
        let mut journal = target.to_owned();
        for follower in followers {
            let Some(name) = follower.to_str() else {
                return Err(Failure::misused(format!(
                    "the name of the folder {} is not UTF-8; rename it",
                    follower.display()
                )));
            };
            journal.push('\0');
            journal.push_str(name);
        }
        fs::write(self.journal(), &journal).doing("write", &self.journal())?;
        Ok(journal)
    }

    /// Moves the followers to their place, as far as they are not there yet.
    pub(crate) fn deliver(&self, out: &Path, journal: &str) -> Result<(), Failure> {
        let mut parts = journal.split('\0');
        let target = parts.next().unwrap_or_default();
        let inside = |path: &str| Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        for follower in parts.filter(|follower| inside(follower) && inside(target)) {
            let from = self.new_place().join(follower);
            let to = out.join(target).join(follower);
            if !from.is_dir() {
                continue;
            }
            if to.symlink_metadata().is_ok() {
                let (from, to) = (place::shown(&from), place::shown(&to));
                return Err(Failure::faulty(format!(
                    "a run that was stopped left {from}, but there is {to} now; remove one"
                )));
            }
            let parent = to.parent().unwrap_or(out);
            fs::create_dir_all(parent).doing("create", parent)?;
            fs::rename(&from, &to).doing("move", &from)?;
        }
        Ok(())
    }
}
