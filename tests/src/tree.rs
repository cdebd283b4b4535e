//! Trees of specs, read from a folder or put together by a test, and what is generated from them.

use std::fs;
use std::path::{Path, PathBuf};

use tablature_codegen::source::SourceFile;
use tablature_codegen::{Manifest, Options, Output};

/// The folder of the whole repository.
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.to_path_buf(), Path::to_path_buf)
}

/// The folder of a set of cases: `tests/cases/<name>`.
pub fn cases(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name)
}

/// The specs of this repository.
pub fn specs() -> PathBuf {
    repository().join("specs")
}

/// All specs below a folder, sorted by path.
///
/// # Panics
///
/// When a file cannot be read.
pub fn read(folder: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(folder, "", &mut files);
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

fn collect(folder: &Path, before: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry can be read").path();
        let name = format!("{before}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else if name.ends_with(".yaml") {
            files.push(SourceFile::new(name, fs::read_to_string(&path).expect("a spec is text")));
        }
    }
}

/// The options of a crate that stands alone and finds the runtime in this repository.
pub fn standalone(threads: usize) -> Options {
    let runtime_path = repository().join("runtime").to_string_lossy().into_owned();
    Options { manifest: Manifest::Standalone { runtime_path }, threads, crate_size: Options::CRATE_SIZE }
}

/// The files of a crate.
///
/// # Panics
///
/// When the specs have mistakes; the message shows them.
#[track_caller]
pub fn generate(files: &[SourceFile]) -> Output {
    match tablature_codegen::generate(files, &standalone(1)) {
        Ok(output) => output,
        Err(report) => panic!("{}", report.human(files, "specs", false)),
    }
}
