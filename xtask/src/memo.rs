//! Remembers what the generator made the last time, so that `gen` with little to do takes little time.
//!
//! Only the pure step from specs to texts is remembered: the texts are compared with the folder as ever, so that what was
//! edited, lost or left over there is found all the same. `gen --check` never asks the memo.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tablature_codegen::Kept;
use tablature_codegen::source::SourceFile;

/// Where the answer for one output folder is kept, and what it was the answer to.
pub(crate) struct Memo<'s> {
    path: PathBuf,
    /// What every file depends on: this program, the manifest, the providers, and which specs there are.
    frame: u64,
    specs: &'s [SourceFile],
}

/// What the generator made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Made {
    /// Texts by path.
    pub(crate) files: BTreeMap<String, String>,
    /// The file of each action, by the path of its spec.
    pub(crate) actions: BTreeMap<String, String>,
    /// What there was to warn of, without colours and with them.
    pub(crate) warnings: [String; 2],
}

/// What is left of the last time.
pub(crate) enum Recalled {
    /// The input is the same.
    All(Made),
    /// The files of these actions would come out the same.
    Some(Kept),
}

impl<'s> Memo<'s> {
    /// The memo for these specs, this manifest and this folder; none when this program cannot tell its own build.
    pub(crate) fn new(specs: &'s [SourceFile], manifest: &str, out: &Path) -> Option<Self> {
        let program = std::env::current_exe().ok()?;
        let built = fs::metadata(&program).ok()?;
        let age = built.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let folder = program.parent()?.join("gen-memo");
        let mut frame = DefaultHasher::new();
        (built.len(), age, manifest).hash(&mut frame);
        for file in specs {
            file.path.hash(&mut frame);
            is_provider(file).then_some(&file.text).hash(&mut frame);
        }
        Some(Self { path: folder.join(format!("{:016x}", hash(&out))), frame: frame.finish(), specs })
    }

    /// What is still true of what the generator made the last time.
    pub(crate) fn recall(&self) -> Recalled {
        self.read().unwrap_or(Recalled::Some(Kept::new()))
    }

    fn read(&self) -> Option<Recalled> {
        let text = fs::read_to_string(&self.path).ok()?;
        let (head, body) = text.split_once('\n')?;
        if head != self.head(body) {
            return None;
        }
        let mut parts = Parts(body);
        let (_, plain) = parts.next()?;
        let (_, colored) = parts.next()?;
        let mut made = Made { warnings: [plain.to_owned(), colored.to_owned()], ..Made::default() };
        let mut before = BTreeMap::new();
        for (title, text) in parts {
            let mut words = title.split('\t');
            let path = words.next()?;
            if let (Some(spec), Some(hash)) = (words.next(), words.next()) {
                made.actions.insert(spec.to_owned(), path.to_owned());
                before.insert(spec, hash);
            }
            made.files.insert(path.to_owned(), text.to_owned());
        }
        let is_same = |spec: &&SourceFile| before.get(spec.path.as_str()).is_some_and(|hash| *hash == hashed(spec));
        let same: Vec<&SourceFile> = self.specs.iter().filter(is_same).collect();
        if same.len() == made.actions.len() {
            return Some(Recalled::All(made));
        }
        let texts = same.into_iter().filter_map(|spec| {
            let path = made.actions.get(&spec.path)?;
            Some((spec.path.clone(), made.files.remove(path)?))
        });
        Some(Recalled::Some(texts.collect()))
    }

    /// Keeps what the generator made. That it cannot be kept is no reason to fail.
    pub(crate) fn keep(&self, made: &Made) {
        let specs: BTreeMap<&str, &SourceFile> = self.specs.iter().map(|spec| (spec.path.as_str(), spec)).collect();
        let of_action: BTreeMap<&str, &str> =
            made.actions.iter().map(|(spec, path)| (path.as_str(), spec.as_str())).collect();
        let mut body: String = made.warnings.iter().map(|text| part("warnings", text)).collect();
        for (path, text) in &made.files {
            match of_action.get(path.as_str()).and_then(|spec| specs.get(spec)) {
                Some(spec) => body += &part(&format!("{path}\t{}\t{}", spec.path, hashed(spec)), text),
                None => body += &part(path, text),
            }
        }
        let partial = self.path.with_extension(std::process::id().to_string());
        let Some(folder) = self.path.parent() else { return };
        let written =
            fs::create_dir_all(folder).and_then(|()| fs::write(&partial, format!("{}\n{body}", self.head(&body))));
        if written.and_then(|()| fs::rename(&partial, &self.path)).is_err() {
            let _ = fs::remove_file(&partial);
        }
    }

    /// What the first line has to be: another frame, or a damaged file, gives another one.
    fn head(&self, body: &str) -> String {
        format!("{:016x} {:016x}", self.frame, hash(&body))
    }
}

/// The texts of a memo, each behind a line with its length and its title.
struct Parts<'t>(&'t str);

impl<'t> Iterator for Parts<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let (line, after) = self.0.split_once('\n')?;
        let (length, title) = line.split_once(' ')?;
        let (text, rest) = after.split_at_checked(length.parse().ok()?)?;
        self.0 = rest;
        Some((title, text))
    }
}

fn part(title: &str, text: &str) -> String {
    format!("{} {title}\n{text}", text.len())
}

fn is_provider(file: &SourceFile) -> bool {
    file.path.ends_with("/provider.yaml")
}

fn hashed(spec: &SourceFile) -> String {
    format!("{:016x}", hash(&spec.text))
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specs(provider: &str, one: &str) -> Vec<SourceFile> {
        vec![
            SourceFile::new("acme/box/One.yaml", one),
            SourceFile::new("acme/box/Two.yaml", "b: 1"),
            SourceFile::new("acme/provider.yaml", provider),
        ]
    }

    fn recalled(specs: &[SourceFile], manifest: &str, out: &str) -> Recalled {
        memo(specs, manifest, out).recall()
    }

    fn memo<'s>(specs: &'s [SourceFile], manifest: &str, out: &str) -> Memo<'s> {
        Memo::new(specs, manifest, Path::new(out)).expect("a test knows its own program")
    }

    fn made() -> Made {
        let pairs = |pairs: [(&str, &str); 2]| pairs.map(|(left, right)| (left.to_owned(), right.to_owned()));
        let mut files = BTreeMap::from(pairs([("src/one.rs", "a\n\nb 中\n"), ("src/two.rs", "")]));
        files.insert("src/lib.rs".to_owned(), "text".to_owned());
        let actions = BTreeMap::from(pairs([("acme/box/One.yaml", "src/one.rs"), ("acme/box/Two.yaml", "src/two.rs")]));
        Made { files, actions, warnings: ["careful".to_owned(), "CAREFUL".to_owned()] }
    }

    #[test]
    fn the_same_input_gives_the_same_files() {
        let input = specs("p: 1", "a: 1");
        memo(&input, "member", "memo-same").keep(&made());
        assert!(matches!(recalled(&input, "member", "memo-same"), Recalled::All(found) if found == made()));
    }

    #[test]
    fn another_spec_keeps_the_files_of_the_others() {
        memo(&specs("p: 1", "a: 1"), "member", "memo-one").keep(&made());
        let Recalled::Some(kept) = recalled(&specs("p: 1", "a: 2"), "member", "memo-one") else {
            panic!("the input is not the same")
        };
        assert_eq!(kept, Kept::from([("acme/box/Two.yaml".to_owned(), String::new())]));
    }

    #[test]
    fn what_all_files_depend_on_makes_them_all_new() {
        let input = specs("p: 1", "a: 1");
        memo(&input, "member", "memo-frame").keep(&made());
        let nothing = |recalled| matches!(recalled, Recalled::Some(kept) if kept.is_empty());
        assert!(nothing(recalled(&specs("p: 2", "a: 1"), "member", "memo-frame")), "another provider");
        assert!(nothing(recalled(&input[1..], "member", "memo-frame")), "a spec less");
        assert!(nothing(recalled(&input, "alone", "memo-frame")), "another manifest");
        assert!(nothing(recalled(&input, "member", "memo-other")), "another folder");
    }

    #[test]
    fn a_damaged_memo_is_forgotten() {
        let input = specs("p: 1", "a: 1");
        let one = memo(&input, "member", "memo-damaged");
        one.keep(&made());
        let text = fs::read_to_string(&one.path).expect("it was just written");
        for damaged in [text.replace("text", "test"), text[..text.len() - 1].to_owned(), String::new()] {
            fs::write(&one.path, damaged).expect("the folder is there");
            assert!(matches!(one.recall(), Recalled::Some(kept) if kept.is_empty()));
        }
    }
}
