//! The two crates that are compared.

use std::fs;
use std::path::{Path, PathBuf};

use tablature_bench::Plan;
use tablature_codegen::source::SourceFile;
use tablature_codegen::{Manifest, Options};

use crate::failure::{Doing as _, Failure};
use crate::place;

const DERIVED_MANIFEST: &str = "[package]
name = \"derived\"
version = \"0.1.0\"
edition = \"2024\"
publish = false

[dependencies]
serde = { version = \"1\", features = [\"derive\"] }

[workspace]
";

/// The generated bindings, and the same structs with serde's derives.
pub(super) struct Pair {
    pub(super) records: Crate,
    pub(super) derived: Crate,
}

/// A crate on disk.
pub(super) struct Crate {
    /// Name of the package and of its library.
    pub(super) name: &'static str,
    pub(super) folder: PathBuf,
    /// Where cargo builds it.
    pub(super) target: PathBuf,
    /// What stands in `src/lib.rs`.
    pub(super) root: String,
    /// What cargo is told about features.
    pub(super) features: &'static [&'static str],
}

/// The bindings without a client: the structs that they are compared with have none, either.
const BINDINGS_ALONE: &[&str] = &["--no-default-features", "--features", tablature_bench::PROVIDER];

impl Pair {
    /// Writes both below the folder, from nothing.
    pub(super) fn write(folder: &Path, plan: &Plan) -> Result<Self, Failure> {
        if folder.exists() {
            fs::remove_dir_all(folder).doing("remove", folder)?;
        }
        let specs = tablature_bench::specs(plan).into_iter().map(|(path, text)| SourceFile { path, text });
        let specs: Vec<SourceFile> = specs.collect();
        let runtime = place::settled(&place::repository())?.join("runtime");
        let manifest = Manifest::Standalone { runtime_path: place::slashed(&runtime) };
        // One crate on either side, however many actions there are: what is measured is the code.
        let options = Options { manifest, threads: 2, crate_size: usize::MAX };
        let output = tablature_codegen::generate(&specs, &options)
            .map_err(|report| Failure::faulty(report.human(&specs, "made-up specs", false)))?;
        let mut derived = tablature_bench::derived(plan);
        derived.push(("Cargo.toml".to_owned(), DERIVED_MANIFEST.to_owned()));
        Ok(Self {
            records: Crate::write(folder, "tablature", BINDINGS_ALONE, output.files)?,
            derived: Crate::write(folder, "derived", &[], derived)?,
        })
    }
}

impl Crate {
    fn write(
        parent: &Path,
        name: &'static str,
        features: &'static [&'static str],
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Failure> {
        let folder = parent.join(name);
        let mut root = String::new();
        for (path, text) in files {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent).doing("create", parent)?;
            fs::write(&path, &text).doing("write", &path)?;
            if path.ends_with("src/lib.rs") {
                root = text;
            }
        }
        // The same versions as in this repository, if it has fixed any.
        let lock = place::repository().join("Cargo.lock");
        if lock.exists() {
            fs::copy(&lock, folder.join("Cargo.lock")).doing("copy", &lock)?;
        }
        Ok(Self { name, folder, target: parent.join("target"), root, features })
    }
}
