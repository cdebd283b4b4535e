//! What stands in the output folder, and what should.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Component, Path};

use super::Files;
use crate::failure::{Doing as _, Failure};
use crate::place;

/// How a file on disk differs from what should be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// It is missing.
    Created,
    /// It has another text.
    Changed,
    /// It was generated once and is no longer.
    Removed,
    /// It stands among the generated sources and was never generated: to be reported, and left alone.
    Foreign,
}

/// All differences, by path below the output folder.
#[derive(Debug, Default)]
pub(crate) struct Changes(BTreeMap<String, Change>);

impl Changes {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Change)> {
        self.0.iter().map(|(path, change)| (path.as_str(), *change))
    }

    pub(crate) fn get(&self, path: &str) -> Option<Change> {
        self.0.get(path).copied()
    }

    pub(crate) fn count(&self, change: Change) -> usize {
        self.0.values().filter(|found| **found == change).count()
    }
}

/// Whether something that is not ours stands in the way.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Occupied {
    No,
    /// Nothing in the folder was generated, and it is not empty; it holds this, for one.
    Folder(String),
    /// These are in the way of files to be written.
    Paths(Vec<String>),
}

/// What [`compare`] found.
pub(crate) struct Comparison {
    pub(crate) changes: Changes,
    pub(crate) occupied: Occupied,
}

/// Compares; touches nothing.
pub(crate) fn compare(out: &Path, files: &Files, marker: &str) -> Result<Comparison, Failure> {
    let mut look = Look { out, files, marker, changes: BTreeMap::new(), in_the_way: BTreeSet::new(), ours: false };
    for (path, text) in files {
        look.expected(path, text)?;
    }
    let folders: BTreeSet<&str> =
        files.keys().filter_map(|path| Some(path.split_once('/')?.0)).chain(["src"]).collect();
    for folder in folders {
        look.unexpected(folder)?;
    }
    let occupied = match first_stranger(out)? {
        Some(name) if !look.ours => Occupied::Folder(name),
        _ if look.in_the_way.is_empty() => Occupied::No,
        _ => Occupied::Paths(look.in_the_way.into_iter().collect()),
    };
    Ok(Comparison { changes: Changes(look.changes), occupied })
}

struct Look<'a> {
    out: &'a Path,
    files: &'a Files,
    marker: &'a str,
    changes: BTreeMap<String, Change>,
    in_the_way: BTreeSet<String>,
    /// Whether any of the expected files was generated before: then the folder is one of ours.
    ours: bool,
}

impl Look<'_> {
    fn expected(&mut self, path: &str, text: &str) -> Result<(), Failure> {
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(Failure::faulty(format!("the generator named a file outside of its folder: {path:?}")));
        }
        if let Some(parent) = self.blocked_parent(path) {
            self.in_the_way.insert(parent);
            self.changes.insert(path.to_owned(), Change::Created);
            return Ok(());
        }
        let file = self.out.join(path);
        let Ok(kind) = file.symlink_metadata() else {
            self.changes.insert(path.to_owned(), Change::Created);
            return Ok(());
        };
        let found = if kind.is_file() { Some(fs::read(&file).doing("read", &file)?) } else { None };
        self.ours |= found.as_deref().is_some_and(|found| is_marked(found, self.marker));
        if found.as_deref() == Some(text.as_bytes()) {
            return Ok(());
        }
        // A file whose new text has no marker line (data, say) cannot prove that it is ours; an empty one holds
        // nothing to be kept.
        let is_data = !is_marked(text.as_bytes(), self.marker);
        let ours = found.is_some_and(|found| found.is_empty() || is_data || is_marked(&found, self.marker));
        self.changes.insert(path.to_owned(), if ours { Change::Changed } else { Change::Foreign });
        if !ours {
            self.in_the_way.insert(path.to_owned());
        }
        Ok(())
    }

    /// The part of the path that should be a folder and is something else: a file, or a link that leads elsewhere.
    fn blocked_parent(&self, path: &str) -> Option<String> {
        let ends = path.match_indices('/').map(|(index, _)| &path[..index]);
        let blocked = |parent: &&str| self.out.join(parent).symlink_metadata().is_ok_and(|kind| !kind.is_dir());
        ends.into_iter().find(blocked).map(str::to_owned)
    }

    fn unexpected(&mut self, path: &str) -> Result<(), Failure> {
        let folder = self.out.join(path);
        if !folder.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
            return Ok(());
        }
        for entry in fs::read_dir(&folder).doing("read", &folder)? {
            let entry = entry.doing("read", &folder)?;
            let path = format!("{path}/{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().doing("read", &entry.path())?;
            if kind.is_dir() {
                self.unexpected(&path)?;
            } else if !self.files.contains_key(&path) {
                self.stray(&entry.path(), path, kind.is_file())?;
            }
        }
        Ok(())
    }

    /// Hidden files (an editor's, a desktop's) and files outside of the sources disturb nobody.
    fn stray(&mut self, file: &Path, path: String, is_file: bool) -> Result<(), Failure> {
        let hidden = file.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if is_file && file.to_str().is_some() && is_marked(&first_bytes(file)?, self.marker) {
            self.changes.insert(path, Change::Removed);
        } else if path.starts_with("src/") && !hidden {
            self.changes.insert(path, Change::Foreign);
        }
        Ok(())
    }
}

/// Whether the first line is the marker, whatever begins a comment in front of it.
fn is_marked(text: &[u8], marker: &str) -> bool {
    let start = |text: &[u8]| text.iter().take_while(|byte| b"/#! ".contains(byte)).count();
    text[start(text)..].starts_with(&marker.as_bytes()[start(marker.as_bytes())..])
}

fn first_bytes(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    fs::File::open(file).and_then(|file| file.take(256).read_to_end(&mut bytes)).doing("read", file)?;
    Ok(bytes)
}

/// Something in the folder that building or versioning an empty crate does not explain.
fn first_stranger(out: &Path) -> Result<Option<String>, Failure> {
    let entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(Failure::misused(format!("{} is not a folder", place::shown(out))));
        }
        Err(error) => return Err(error).doing("read", out),
    };
    let mut names = BTreeSet::new();
    for entry in entries {
        names.insert(entry.doing("read", out)?.file_name().to_string_lossy().into_owned());
    }
    Ok(names.into_iter().find(|name| !name.starts_with('.') && name != "target" && name != "Cargo.lock"))
}
