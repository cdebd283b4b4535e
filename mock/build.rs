//! Puts the repository's specs into the crate, so that its users need no folder of them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let specs = package.with_file_name("specs");
    println!("cargo:rerun-if-changed={}", specs.display());
    // Two checkouts may share a target folder.
    println!("cargo:rerun-if-env-changed=CARGO_MANIFEST_DIR");
    let mut list = String::from("&[\n");
    for path in files(&specs)? {
        let name: Vec<_> =
            path.strip_prefix(&specs).unwrap_or(&path).iter().map(|part| part.to_string_lossy()).collect();
        let _ = writeln!(list, "({:?}, include_str!({:?})),", name.join("/"), path.display().to_string());
    }
    list.push(']');
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("specs.rs"), list)
}

/// Every spec below the folder, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "yaml") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
