//! Files of a revision, read from git's objects: nothing is checked out, and the working tree is not looked at.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tablature_codegen::source::LARGEST;

use crate::failure::{Doing as _, Failure};
use crate::place;
use crate::specs::{Problem, Specs, text_of, too_large};

/// A clone.
pub(super) struct Repository {
    /// Its uppermost folder, without links.
    top: PathBuf,
}

/// A file of a revision.
struct Entry {
    /// Path below the specs folder.
    path: String,
    object: String,
    is_file: bool,
}

impl Repository {
    /// The clone that holds a folder.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let output = run(git(folder).args(["rev-parse", "--show-toplevel"]))?;
        if !output.status.success() {
            return Err(Failure::misused(format!(
                "{} is not a git repository, so that only folders can be compared",
                place::shown(folder)
            )));
        }
        let top = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\r', '\n']));
        Ok(Self { top: top.canonicalize().doing("find", &top)? })
    }

    /// The path of a folder inside of the clone.
    pub(super) fn inside(&self, folder: &Path) -> Result<String, Failure> {
        let folder = place::settled(folder)?;
        folder.strip_prefix(&self.top).map(place::slashed).map_err(|_| {
            Failure::misused(format!(
                "{} is outside of the repository; say where the specs stand in the revision: REVISION:FOLDER",
                place::shown(&folder)
            ))
        })
    }

    /// The commit that a revision names.
    pub(super) fn commit(&self, revision: &str) -> Result<String, Failure> {
        let wanted = format!("{revision}^{{commit}}");
        let output = run(git(&self.top).args(["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]))?;
        let commit = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if output.status.success() && !commit.is_empty() {
            return Ok(commit);
        }
        let output = run(git(&self.top).args(["rev-parse", "--is-shallow-repository"]))?;
        let hint = match output.stdout.trim_ascii() {
            b"true" => "; this clone has no history, which `git fetch --unshallow` brings",
            _ => "; `git fetch` brings what others have pushed, and `git branch --all` and `git tag` list the names",
        };
        Err(Failure::misused(format!("`{revision}` is neither a folder nor a git revision{hint}")))
    }

    /// The specs of a commit.
    pub(super) fn specs(&self, commit: &str, revision: &str, folder: &str) -> Result<Specs, Failure> {
        let shown = format!("{revision}:{folder}");
        let entries = self.entries(commit, folder)?;
        let mut specs =
            Specs { shown, folder: self.top.join(folder), files: Vec::new(), hints: Vec::new(), problems: Vec::new() };
        let (files, links): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| entry.is_file);
        for link in links {
            let message = "a link or a repository of its own; put the file itself here";
            specs.problems.push(Problem::new(&link.path, message));
        }
        for (entry, bytes) in files.iter().zip(self.contents(&files)?) {
            let text = if bytes.len() > LARGEST { Err(too_large()) } else { text_of(bytes) };
            match text {
                Ok(text) => specs.files.push(tablature_codegen::source::SourceFile { path: entry.path.clone(), text }),
                Err(message) => specs.problems.push(Problem::new(&entry.path, message)),
            }
        }
        specs.files.sort_by(|left, right| left.path.cmp(&right.path));
        if specs.files.is_empty() && specs.problems.is_empty() {
            return Err(Failure::faulty(format!("there is no spec (*.yaml) below {}", specs.shown)));
        }
        Ok(specs)
    }

    /// The specs below a folder; what a name hides with a dot is no spec.
    fn entries(&self, commit: &str, folder: &str) -> Result<Vec<Entry>, Failure> {
        let mut command = git(&self.top);
        command.args(["ls-tree", "-r", "-z", "--full-tree", commit]);
        if !folder.is_empty() {
            command.args(["--", &format!("{folder}/")]);
        }
        let output = succeeded(run(&mut command)?, "list the files of a revision")?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let below = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let entry = |line: &str| {
            let (facts, path) = line.split_once('\t')?;
            let mut facts = facts.split(' ');
            let (mode, _, object) = (facts.next()?, facts.next()?, facts.next()?);
            let path = path.strip_prefix(&below)?;
            let is_spec = path.ends_with(".yaml") && !path.split('/').any(|part| part.starts_with('.'));
            let is_file = mode.starts_with("100");
            is_spec.then(|| Entry { path: path.to_owned(), object: object.to_owned(), is_file })
        };
        Ok(text.split('\0').filter_map(entry).collect())
    }

    /// The contents of files, in their order, through one process.
    fn contents(&self, files: &[Entry]) -> Result<Vec<Vec<u8>>, Failure> {
        let mut command = git(&self.top);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(cannot_run)?;
        let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Failure::faulty("git offers no way to talk to it"));
        };
        let wanted: String = files.iter().map(|file| format!("{}\n", file.object)).collect();
        // git stops reading when nobody reads what it writes.
        let writer = std::thread::spawn(move || input.write_all(wanted.as_bytes()));
        let mut output = io::BufReader::new(output);
        let read: io::Result<Vec<Vec<u8>>> = files.iter().map(|_| one(&mut output)).collect();
        drop(output);
        let _ = (writer.join(), child.wait());
        read.map_err(|error| Failure::faulty(format!("cannot read the files of a revision from git: {error}")))
    }
}

/// One answer of `git cat-file --batch`: a line with the size, the bytes, and a line break.
fn one(output: &mut impl io::BufRead) -> io::Result<Vec<u8>> {
    let mut header = String::new();
    output.read_line(&mut header)?;
    let size = header.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
    let size = size.ok_or_else(|| io::Error::other(format!("unexpected answer `{}`", header.trim_end())))?;
    let mut bytes = Vec::new();
    output.by_ref().take(size).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    output.read_exact(&mut [0])?;
    Ok(bytes)
}

/// git in a folder, without anything that writes.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
    command
}

fn run(command: &mut Command) -> Result<Output, Failure> {
    command.stdin(Stdio::null()).output().map_err(cannot_run)
}

fn cannot_run(error: io::Error) -> Failure {
    Failure::faulty(format!("git cannot be run, which is needed to read revisions: {error}"))
}

fn succeeded(output: Output, what: &str) -> Result<Output, Failure> {
    if output.status.success() {
        return Ok(output);
    }
    Err(Failure::faulty(format!("git cannot {what}: {}", String::from_utf8_lossy(&output.stderr).trim())))
}
