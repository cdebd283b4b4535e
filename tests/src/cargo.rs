//! Generated crates on disk, and cargo at work on them.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tablature_codegen::Output;

use crate::tree::repository;

/// A generated crate below the workspace's target folder, where it is kept from run to run. All of them share one
/// folder of build results.
pub struct Crate {
    folder: PathBuf,
    builds: PathBuf,
}

impl Crate {
    /// Writes the files, and `more` beside them. `target` is the `CARGO_TARGET_TMPDIR` of the test. Every warning of
    /// the compiler is an error in this crate.
    ///
    /// # Panics
    ///
    /// When the folder cannot be written.
    pub fn write(target: &str, name: &str, output: &Output, more: &[(&str, String)]) -> Self {
        let files = output.files.iter().map(|(path, text)| (path.as_str(), text.clone()));
        Self::of(target, name, files.chain(more.iter().cloned()))
    }

    /// Writes a crate that is made of these files alone.
    ///
    /// # Panics
    ///
    /// When the folder cannot be written.
    pub fn of<'f>(target: &str, name: &str, files: impl IntoIterator<Item = (&'f str, String)>) -> Self {
        let folder = Path::new(target).join("crates").join(name);
        let mut wanted = BTreeSet::new();
        for (path, text) in files {
            let is_root = text.contains("\n#![deny(missing_docs)]\n");
            let text = if is_root { format!("#![deny(warnings)]\n{text}") } else { text };
            let path = folder.join(path);
            write(&path, &text);
            wanted.insert(path);
        }
        remove_others(&folder, &wanted);
        // The versions that the workspace was built with are there; others may be out of reach.
        fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file can be copied");
        Self { folder, builds: Path::new(target).join("builds") }
    }

    /// Where the crate stands.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs cargo and gives what it printed.
    ///
    /// # Panics
    ///
    /// When it fails; the message is what it printed.
    #[track_caller]
    pub fn cargo(&self, arguments: &[&str]) -> String {
        let (success, printed) = self.try_cargo(arguments);
        assert!(success, "cargo {}\n{printed}", arguments.join(" "));
        printed
    }

    /// Runs cargo; whether it succeeded, and what it printed.
    ///
    /// # Panics
    ///
    /// When there is no cargo.
    pub fn try_cargo(&self, arguments: &[&str]) -> (bool, String) {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsStr::new("cargo").to_owned());
        let mut command = Command::new(cargo);
        command
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.builds)
            .env("CARGO_NET_OFFLINE", "true")
            // Built once and never debugged: what either would need is most of what a build writes to the disk.
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        // A request of several hundred parameters is moved once a setter, and debug builds keep every copy.
        command.env("RUST_MIN_STACK", "67108864");
        command.env("RUSTDOCFLAGS", "-Dwarnings").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        let result = command.output().expect("cargo can be run");
        let printed = [result.stdout, result.stderr].map(|stream| String::from_utf8_lossy(&stream).into_owned());
        (result.status.success(), printed.concat())
    }

    /// Compiles, lints and documents the crate with every warning denied, and runs its own tests.
    ///
    /// # Panics
    ///
    /// When one of them fails, or when the documentation has code beside the example at the root, which is only compiled.
    #[track_caller]
    pub fn pass_everything(&self) {
        self.cargo(&["clippy", "--quiet", "--all-targets", "--", "-Dwarnings"]);
        self.cargo(&["doc", "--quiet", "--no-deps"]);
        self.cargo(&["test", "--quiet", "--lib", "--tests"]);
        let printed = self.cargo(&["test", "--doc"]);
        let examples = printed.lines().filter(|line| line.starts_with("test ") && !line.starts_with("test result"));
        let examples: Vec<&str> = examples.collect();
        let is_compiled =
            |line: &str| line.starts_with("test src/lib.rs - (line ") && line.contains(") - compile ... ok");
        let is_expected = examples.len() <= 1 && examples.iter().all(|line| is_compiled(line));
        assert!(is_expected && printed.contains("running "), "documentation runs code:\n{printed}");
    }
}

/// Writes what differs: cargo looks at the time of the last change.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return;
    }
    fs::create_dir_all(path.parent().expect("files stand in folders")).expect("the folder can be made");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Files of earlier runs that are no part of the crate any more.
fn remove_others(folder: &Path, wanted: &BTreeSet<PathBuf>) {
    for entry in
        fs::read_dir(folder).expect("the folder can be read").map(|entry| entry.expect("an entry can be read").path())
    {
        if entry.is_dir() {
            remove_others(&entry, wanted);
        } else if entry.extension().is_some_and(|extension| extension == "rs" || extension == "toml")
            && !wanted.contains(&entry)
        {
            fs::remove_file(&entry).expect("the file can be removed");
        }
    }
}
