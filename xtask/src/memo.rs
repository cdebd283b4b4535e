//! Remembers what the generator made of the same specs the last time, so that `gen` with nothing to do takes no time.
//!
//! Only the pure step from specs to texts is remembered: the texts are compared with the folder as ever, so that what was
//! edited, lost or left over there is found all the same. `gen --check` never asks the memo.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tablature_codegen::source::SourceFile;

type Files = BTreeMap<String, String>;

/// Where the answer for one output folder is kept, and what it was the answer to.
pub(crate) struct Memo {
    path: PathBuf,
    key: u64,
}

impl Memo {
    /// The memo for these specs, this manifest and this folder; none when this program cannot tell its own build.
    pub(crate) fn new(specs: &[SourceFile], manifest: &str, out: &Path) -> Option<Self> {
        let program = std::env::current_exe().ok()?;
        let built = fs::metadata(&program).ok()?;
        let age = built.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let folder = program.parent()?.join("gen-memo");
        let mut key = DefaultHasher::new();
        (built.len(), age, manifest).hash(&mut key);
        for file in specs {
            (&file.path, &file.text).hash(&mut key);
        }
        Some(Self { path: folder.join(format!("{:016x}", hash(&out))), key: key.finish() })
    }

    /// What the generator made of the same input, if that was the last thing it was asked for.
    pub(crate) fn recall(&self) -> Option<Files> {
        let text = fs::read_to_string(&self.path).ok()?;
        let (head, body) = text.split_once('\n')?;
        if head != self.head(body) {
            return None;
        }
        let mut files = Files::new();
        let mut rest = body;
        while let Some((line, after)) = rest.split_once('\n') {
            let (length, path) = line.split_once(' ')?;
            let (text, next) = after.split_at_checked(length.parse().ok()?)?;
            files.insert(path.to_owned(), text.to_owned());
            rest = next;
        }
        Some(files)
    }

    /// Keeps what the generator made. That it cannot be kept is no reason to fail.
    pub(crate) fn keep(&self, files: &Files) {
        let body: String = files.iter().map(|(path, text)| format!("{} {path}\n{text}", text.len())).collect();
        let partial = self.path.with_extension(std::process::id().to_string());
        let Some(folder) = self.path.parent() else { return };
        let written =
            fs::create_dir_all(folder).and_then(|()| fs::write(&partial, format!("{}\n{body}", self.head(&body))));
        if written.and_then(|()| fs::rename(&partial, &self.path)).is_err() {
            let _ = fs::remove_file(&partial);
        }
    }

    /// What the first line has to be: another input, or a damaged file, gives another one.
    fn head(&self, body: &str) -> String {
        format!("{:016x} {:016x}", self.key, hash(&body))
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specs(text: &str) -> Vec<SourceFile> {
        vec![SourceFile::new("acme/provider.yaml", text)]
    }

    fn memo(text: &str, manifest: &str, out: &str) -> Memo {
        Memo::new(&specs(text), manifest, Path::new(out)).expect("a test knows its own program")
    }

    #[test]
    fn the_same_input_gives_the_same_files() {
        let files = Files::from([
            ("src/lib.rs".to_owned(), "a\n\nb 中\n".to_owned()),
            ("src/x y.rs".to_owned(), String::new()),
        ]);
        memo("a: 1", "member", "memo-same").keep(&files);
        assert_eq!(memo("a: 1", "member", "memo-same").recall(), Some(files));
        assert_eq!(memo("a: 2", "member", "memo-same").recall(), None, "other specs");
        assert_eq!(memo("a: 1", "alone", "memo-same").recall(), None, "another manifest");
        assert_eq!(memo("a: 1", "member", "memo-other").recall(), None, "another folder");
    }

    #[test]
    fn a_damaged_memo_is_forgotten() {
        let one = memo("a: 1", "member", "memo-damaged");
        one.keep(&Files::from([("src/lib.rs".to_owned(), "text".to_owned())]));
        let text = fs::read_to_string(&one.path).expect("it was just written");
        for damaged in [text.replace("text", "test"), text[..text.len() - 1].to_owned(), String::new()] {
            fs::write(&one.path, damaged).expect("the folder is there");
            assert_eq!(one.recall(), None);
        }
    }
}
