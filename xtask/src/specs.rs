//! Reading the specs folder.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use tablature_codegen::source::{LARGEST, SourceFile};

use crate::console::count;
use crate::failure::{Doing as _, Failure};
use crate::place;

/// All specs of a folder.
pub(crate) struct Specs {
    /// The folder as it is shown to the user.
    pub(crate) shown: String,
    /// The folder, without links.
    pub(crate) folder: PathBuf,
    /// The files, sorted by path.
    pub(crate) files: Vec<SourceFile>,
    /// What looks like a mistake but stops nothing.
    pub(crate) hints: Vec<Problem>,
    /// Files that could not be read; the others are of little use without them.
    pub(crate) problems: Vec<Problem>,
}

/// Something wrong with a file as such, whatever stands in it.
#[derive(Debug)]
pub(crate) struct Problem {
    /// Path below the specs folder.
    pub(crate) path: String,
    /// What is wrong, and what to do.
    pub(crate) message: String,
}

/// Reads every `*.yaml` below the folder that was named, or below `specs/` of this repository.
pub(crate) fn read(folder: Option<&Path>) -> Result<Specs, Failure> {
    let named = folder.map_or_else(|| place::repository().join("specs"), Path::to_path_buf);
    let shown = place::shown(&named);
    if !named.is_dir() {
        return Err(Failure::misused(format!(
            "{shown} is not a folder; --specs names the folder that holds the specs"
        )));
    }
    let folder = named.canonicalize().doing("find", &named)?;
    let mut specs = Specs { shown, folder, files: Vec::new(), hints: Vec::new(), problems: Vec::new() };
    specs.read_folder(&specs.folder.clone(), "")?;
    specs.files.sort_by(|left, right| left.path.cmp(&right.path));
    if specs.files.is_empty() && specs.problems.is_empty() {
        let hints = specs.hints.iter().map(|hint| format!("\n{}/{}: {}", specs.shown, hint.path, hint.message));
        return Err(Failure::faulty(format!(
            "there is no spec (*.yaml) below {}{}",
            specs.shown,
            hints.collect::<String>()
        )));
    }
    Ok(specs)
}

impl Problem {
    /// A name may hold anything, even what moves the cursor or begins a line; such characters are not shown.
    pub(crate) fn new(path: &str, message: impl Into<String>) -> Self {
        Self { path: path.replace(char::is_control, "\u{fffd}"), message: message.into() }
    }
}

impl Specs {
    /// `7 actions of 5 providers`: one file is one action, and every provider has a `provider.yaml`.
    pub(crate) fn counted(&self) -> String {
        let providers = self.files.iter().filter(|file| file.path.ends_with("/provider.yaml")).count();
        format!("{} of {}", count(self.files.len() - providers, "action"), count(providers, "provider"))
    }

    fn read_folder(&mut self, folder: &Path, path: &str) -> Result<(), Failure> {
        let mut entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect).doing("read", folder)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            let path = if path.is_empty() { name.to_string() } else { format!("{path}/{name}") };
            let kind = entry.file_type().doing("read", &entry.path())?;
            if kind.is_dir() {
                self.read_folder(&entry.path(), &path)?;
            } else if name.ends_with(".yaml") {
                self.read_file(&entry, path);
            } else if [".yml", ".yaml"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)) {
                let hint = "not read: the name of a spec ends in `.yaml`; rename it";
                self.hints.push(Problem::new(&path, hint));
            } else if kind.is_symlink() && entry.path().is_dir() {
                let problem = "a link to a folder is not followed; put the folder here";
                self.problems.push(Problem::new(&path, problem));
            }
        }
        Ok(())
    }

    fn read_file(&mut self, entry: &fs::DirEntry, path: String) {
        match self.text(entry) {
            Ok(text) => self.files.push(SourceFile { path, text }),
            Err(message) => self.problems.push(Problem::new(&path, message)),
        }
    }

    fn text(&self, entry: &fs::DirEntry) -> Result<String, String> {
        let cannot = |error: io::Error| format!("cannot be read: {error}");
        if entry.file_name().to_str().is_none() {
            return Err("the name is not UTF-8; rename it".into());
        }
        let mut kind = entry.file_type().map_err(cannot)?;
        let mut real = entry.path();
        // Only a link has to be followed: a walk through each folder on the way is slow for a thousand files.
        if kind.is_symlink() {
            real = real.canonicalize().map_err(cannot)?;
            kind = real.metadata().map_err(cannot)?.file_type();
        }
        if !real.starts_with(&self.folder) {
            return Err("a link that leads out of the specs folder; put the file itself here".into());
        }
        if !kind.is_file() {
            return Err("not a file; the name of a spec ends in `.yaml`, no other may".into());
        }
        let mut bytes = Vec::new();
        fs::File::open(&real).and_then(|file| file.take(LARGEST as u64 + 1).read_to_end(&mut bytes)).map_err(cannot)?;
        if bytes.len() > LARGEST {
            return Err(too_large());
        }
        text_of(bytes)
    }
}

/// What is wrong with a file of more than [`LARGEST`] bytes.
pub(crate) fn too_large() -> String {
    format!("larger than {} MiB; one file is one action, so this is hardly a spec", LARGEST >> 20)
}

/// The text of a file, or what is wrong with it.
pub(crate) fn text_of(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        format!("not UTF-8: line {line} holds other bytes; save it as UTF-8")
    })
}
