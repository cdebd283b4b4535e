//! Mistakes and what is said of them: one folder below `tests/diagnostics` a case, with the specs and `expected.txt`.
//!
//! A case without a `provider.yaml` gets the one of `base`. `UPDATE_EXPECT=1` rewrites the expectations.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use tablature_codegen::source::SourceFile;

fn main() {
    let arguments = Arguments::from_args();
    let trials = folders(&root()).into_iter().filter(|folder| folder != "base").map(|name| {
        let case = name.clone();
        Trial::test(name, move || run(&case))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn run(case: &str) -> Result<(), Failed> {
    let folder = root().join(case);
    let mut files = files(&folder, "");
    if !files.iter().any(|file| file.path.ends_with("provider.yaml")) && !case.starts_with("no-provider") {
        files.extend(self::files(&root().join("base"), ""));
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    let found = tablature_codegen::check(&files).human(&files, "specs", false);
    // The renderer pads some lines; editors that trim blanks must not break the case.
    let found: String = found.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    let expected = folder.join("expected.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return Ok(fs::write(expected, found)?);
    }
    let wanted = fs::read_to_string(&expected)
        .map_err(|error| format!("{}: {error}; UPDATE_EXPECT=1 writes it", expected.display()))?;
    if found == wanted {
        Ok(())
    } else {
        Err(format!("expected:\n{wanted}\nfound:\n{found}\nUPDATE_EXPECT=1 rewrites the expectation").into())
    }
}

fn folders(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).expect("the cases can be read").map(|entry| entry.expect("an entry can be read"));
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn files(folder: &Path, before: &str) -> Vec<SourceFile> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a case can be read") {
        let entry = entry.expect("an entry can be read");
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&entry.path(), &format!("{name}/")));
        } else if name.ends_with(".yaml") {
            found.push(SourceFile::new(name, fs::read_to_string(entry.path()).expect("a spec is text")));
        }
    }
    found
}
