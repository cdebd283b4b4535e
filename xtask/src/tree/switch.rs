//! From the old tree to the new one in a single step.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Files;
use super::compare::{Change, Changes};
use super::staging::Staging;
use crate::failure::{Doing as _, Failure};

/// Makes the changes. On failure nothing has changed.
pub(crate) fn apply(out: &Path, files: &Files, changes: &Changes) -> Result<(), Failure> {
    let ours: Vec<(&str, Change)> = changes.iter().filter(|(_, change)| *change != Change::Foreign).collect();
    match ours.as_slice() {
        [] => Ok(()),
        [(path, Change::Removed)] => remove(out, path),
        [(path, _)] => staged(out, |staging| replace(out, path, &files[*path], staging)),
        several => staged(out, |staging| {
            let folder = common_folder(out, several.iter().map(|(path, _)| *path));
            Swap { out, files, changes, folder: &folder, staging }.run()
        }),
    }
}

fn staged(out: &Path, work: impl FnOnce(&Staging) -> Result<(), Failure>) -> Result<(), Failure> {
    let staging = Staging::start(out)?;
    let result = work(&staging);
    if result.is_err() && staging.is_noted() {
        // Folders of others may still be in there; the next run moves them before it tidies up.
        return result;
    }
    let end = staging.end();
    result.and(end)
}

fn replace(out: &Path, path: &str, text: &str, staging: &Staging) -> Result<(), Failure> {
    let (from, to) = (staging.new_place(), out.join(path));
    fs::write(&from, text).doing("write", &from)?;
    move_into_place(&from, &to)
}

fn move_into_place(from: &Path, to: &Path) -> Result<(), Failure> {
    let parent = to.parent().unwrap_or(to);
    fs::create_dir_all(parent).doing("create", parent)?;
    fs::rename(from, to).doing("write", to)
}

/// Removes a file and the folders that are empty then.
fn remove(out: &Path, path: &str) -> Result<(), Failure> {
    let file = out.join(path);
    fs::remove_file(&file).doing("remove", &file)?;
    prune(out, file.parent().unwrap_or(out));
    Ok(())
}

/// Removes folders from this one upwards as long as they are empty; the output folder itself stays.
fn prune(out: &Path, folder: &Path) {
    let mut folders = folder.ancestors().take_while(|folder| *folder != out);
    while folders.next().is_some_and(|folder| fs::remove_dir(folder).is_ok()) {}
}

/// The lowest folder that holds all the paths, relative to the output folder; if there is none yet, the highest folder
/// above it that can be put in its place as a whole.
fn common_folder<'p>(out: &Path, mut paths: impl Iterator<Item = &'p str>) -> String {
    let parents = |path: &'p str| -> Vec<&'p str> {
        path.rsplit_once('/').map_or(vec![], |(parent, _)| parent.split('/').collect())
    };
    let first = paths.next().map_or(vec![], parents);
    let mut common = paths.map(parents).fold(first, |common, path| {
        common.into_iter().zip(path).take_while(|(left, right)| left == right).map(|(left, _)| left).collect()
    });
    while !common.is_empty() && !out.join(common[..common.len() - 1].join("/")).is_dir() {
        common.pop();
    }
    common.join("/")
}

/// One folder of the output to be replaced.
struct Swap<'a> {
    out: &'a Path,
    files: &'a Files,
    changes: &'a Changes,
    /// Relative to the output folder; empty for the whole of it.
    folder: &'a str,
    staging: &'a Staging,
}

impl Swap<'_> {
    fn run(&self) -> Result<(), Failure> {
        let (new, target) = (self.staging.new_place(), self.target());
        fs::create_dir(&new).doing("create", &new)?;
        for (path, text) in self.written() {
            let file = new.join(self.below(path));
            let parent = file.parent().unwrap_or(&new);
            fs::create_dir_all(parent).doing("create", parent)?;
            fs::write(&file, text).doing("write", &file)?;
        }
        if !target.is_dir() {
            return fs::rename(&new, &target).doing("create", &target);
        }
        let mut followers = Vec::new();
        self.carry(Path::new(""), &mut followers)?;
        let journal = self.staging.note(self.folder, &followers)?;
        match exchange(&new, &target) {
            Ok(()) => {
                self.staging.deliver(self.out, &journal)?;
                prune(self.out, &target);
                Ok(())
            }
            Err(_) => self.one_by_one(),
        }
    }

    fn target(&self) -> PathBuf {
        if self.folder.is_empty() { self.out.to_path_buf() } else { self.out.join(self.folder) }
    }

    /// The files that get a new text.
    fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(|(path, _)| matches!(self.changes.get(path), Some(Change::Created | Change::Changed)))
    }

    /// A path below the output folder as one below the folder to be replaced.
    fn below<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.folder).map_or(path, |rest| rest.trim_start_matches('/'))
    }

    /// Brings what stays the same into the new folder: files as further links to the same contents, folders in which
    /// nothing was ever generated by name, to follow later.
    fn carry(&self, folder: &Path, followers: &mut Vec<PathBuf>) -> Result<(), Failure> {
        let (old, new) = (self.target().join(folder), self.staging.new_place().join(folder));
        for entry in fs::read_dir(&old).doing("read", &old)? {
            let entry = entry.doing("read", &old)?;
            let path = folder.join(entry.file_name());
            let name = self.full(&path);
            if entry.file_type().doing("read", &entry.path())?.is_dir() {
                if self.is_ours(&name) { self.carry(&path, followers)? } else { followers.push(path) }
            } else if !matches!(self.changes.get(&name), Some(Change::Changed | Change::Removed)) {
                fs::create_dir_all(&new).doing("create", &new)?;
                let link = new.join(entry.file_name());
                link_or_copy(&entry.path(), &link).doing("copy", &entry.path())?;
            }
        }
        Ok(())
    }

    fn full(&self, path: &Path) -> String {
        crate::place::slashed(&Path::new(self.folder).join(path))
    }

    /// Whether files of ours are in this folder or were there.
    fn is_ours(&self, folder: &str) -> bool {
        let inside = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let removed = |(path, change): (&str, Change)| change == Change::Removed && inside(path);
        self.files.keys().any(|path| inside(path)) || self.changes.iter().any(removed)
    }

    /// Without an exchange, each file for itself.
    fn one_by_one(&self) -> Result<(), Failure> {
        for (path, _) in self.written() {
            move_into_place(&self.staging.new_place().join(self.below(path)), &self.out.join(path))?;
        }
        let mut removed = self.changes.iter().filter(|(_, change)| *change == Change::Removed);
        removed.try_for_each(|(path, _)| remove(self.out, path))
    }
}

/// A further name for the same contents, where the file system knows such a thing. A symbolic link is linked itself.
fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
}

/// Gives each of two folders the name of the other, in one step.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(left: &Path, right: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, left, CWD, right, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
