//! Where things stand, and how that is said to the user.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::failure::{Doing, Failure};

/// The repository that this command was built from: it is run through cargo, which builds it again after a move.
pub(crate) fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// A path as the user would type it: relative to where the user is, unless that leads too far up.
pub(crate) fn shown(path: &Path) -> String {
    const HIGHEST: usize = 3;
    let absolute = absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let relative = std::env::current_dir().ok().and_then(|here| relative(&here, &absolute));
    match relative {
        Some(path) if path.components().filter(|part| *part == Component::ParentDir).count() <= HIGHEST => {
            slashed(&path)
        }
        _ => slashed(&absolute),
    }
}

/// The way from one absolute folder to an absolute path, if they share more than the root of the file system.
pub(crate) fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let shared = from.components().zip(to.components()).take_while(|(left, right)| left == right).count();
    if shared < 2 {
        return None;
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(to.components().skip(shared)).collect();
    Some(if path.as_os_str().is_empty() { PathBuf::from(".") } else { path })
}

/// A path with `/` between its parts, on every system.
pub(crate) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// The absolute path without links, of something that may not exist yet.
pub(crate) fn settled(path: &Path) -> Result<PathBuf, Failure> {
    let absolute = absolute(path).doing("find", path)?;
    let mut missing = Vec::new();
    let mut present = absolute.as_path();
    loop {
        match present.canonicalize() {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, name| path.join(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound && present.symlink_metadata().is_err() => {
                let (Some(name), Some(parent)) = (present.file_name(), present.parent()) else {
                    return Err(Failure::misused(format!("there is no {}", shown(path))));
                };
                missing.push(name.to_os_string());
                present = parent;
            }
            Err(error) => return Err(error).doing("find", present),
        }
    }
}

/// Absolute, with `.` and `..` taken out where that needs no look at the disk.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let mut plain = PathBuf::new();
    for part in std::path::absolute(path)?.components() {
        match part {
            Component::ParentDir if plain.file_name().is_some() && !plain.is_symlink() => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_between_two_places() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to)).map(|path| slashed(&path));
        assert_eq!(way("/a/b", "/a/b/c/d").as_deref(), Some("c/d"));
        assert_eq!(way("/a/b", "/a/c").as_deref(), Some("../c"));
        assert_eq!(way("/a/b", "/a/b").as_deref(), Some("."));
        assert_eq!(way("/a/b", "/c"), None, "from the root on, an absolute path says more");
    }

    #[test]
    fn what_does_not_exist_has_a_place_all_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let real = folder.path().canonicalize().expect("it exists");
        assert_eq!(settled(&folder.path().join("x/y")).expect("settled"), real.join("x/y"));
        assert_eq!(settled(&folder.path().join("x/../y")).expect("settled"), real.join("y"));
    }
}
