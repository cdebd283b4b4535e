//! Remembers what the generator made the last time, so that `gen` with little to do takes little time.
//!
//! Only the pure step from specs to texts is remembered: the texts are compared with the folder as ever, so that what was
//! edited, lost or left over there is found all the same. `gen --check` never asks the memo.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use tablature_codegen::kept::{Kept, Outline, service_folder};
use tablature_codegen::source::SourceFile;

/// Where the answer for one output folder is kept, and what it was the answer to.
pub(crate) struct Memo<'s> {
    path: PathBuf,
    /// What every file depends on: this program, what is around, the providers, and which specs there are.
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
    /// What has to be known of a service to keep it, by the folder of its specs.
    pub(crate) outlines: BTreeMap<String, Outline>,
    /// What there was to warn of.
    pub(crate) warnings: Warnings,
}

/// Warnings without colours and with them, by [`group`].
pub(crate) type Warnings = BTreeMap<String, [String; 2]>;

/// What is warned of together: the folder of a service, or another file. The groups sort as the files do.
pub(crate) fn group(path: &str) -> String {
    service_folder(path).map_or_else(|| path.to_owned(), |folder| format!("{folder}/"))
}

/// What is left of the last time.
pub(crate) enum Recalled {
    /// The input is the same.
    All(Made),
    /// These services, with these warnings, and the files of these actions would come out the same.
    Some(Kept, Warnings),
}

impl<'s> Memo<'s> {
    /// The memo for these specs and this folder; none when this program cannot tell its own build. `around` is whatever else
    /// has an influence.
    pub(crate) fn new(specs: &'s [SourceFile], around: &str, out: &Path) -> Option<Self> {
        let program = std::env::current_exe().ok()?;
        let built = fs::metadata(&program).ok()?;
        let age = built.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let folder = program.parent()?.join("gen-memo");
        let mut frame = DefaultHasher::new();
        (built.len(), age, around).hash(&mut frame);
        for file in specs {
            file.path.hash(&mut frame);
            is_provider(file).then_some(&file.text).hash(&mut frame);
        }
        Some(Self { path: folder.join(format!("{:016x}", hash(&out))), frame: frame.finish(), specs })
    }

    /// What is still true of what the generator made the last time.
    pub(crate) fn recall(&self) -> Recalled {
        self.read().unwrap_or(Recalled::Some(Kept::default(), Warnings::new()))
    }

    fn read(&self) -> Option<Recalled> {
        let text = fs::read_to_string(&self.path).ok()?;
        let (head, body) = text.split_once('\n')?;
        if head != self.head(body) {
            return None;
        }
        let mut parts = Parts(body);
        let mut made = Made::default();
        let mut before = BTreeMap::new();
        while let Some((title, text)) = parts.next() {
            let (path, origin) = title.split_once('\t').unwrap_or((title, ""));
            match *origin.split('\t').collect::<Vec<_>>() {
                ["action", spec, hash] => {
                    made.actions.insert(spec.to_owned(), path.to_owned());
                    before.insert(spec, hash);
                }
                ["service", folder, actions, paging, listing] => {
                    let paging = paging.split_whitespace().map(str::to_owned).collect();
                    let listing = (!listing.is_empty()).then(|| listing.to_owned());
                    let outline = Outline { module: path.to_owned(), paging, actions: actions.parse().ok()?, listing };
                    made.outlines.insert(folder.to_owned(), outline);
                }
                ["warnings"] => {
                    let (_, colored) = parts.next()?;
                    made.warnings.insert(path.to_owned(), [text, colored].map(str::to_owned));
                    continue;
                }
                _ => {}
            }
            made.files.insert(path.to_owned(), text.to_owned());
        }
        let is_same = |spec: &SourceFile| before.get(spec.path.as_str()).is_some_and(|hash| *hash == hashed(spec));
        let changed: BTreeSet<&str> = self
            .specs
            .iter()
            .filter(|spec| !is_provider(spec) && !is_same(spec))
            .map(|spec| spec.path.as_str())
            .collect();
        if changed.is_empty() {
            return Some(Recalled::All(made));
        }
        let kept = Kept::new(made.files, &made.actions, &made.outlines, &changed);
        let still = |warned: &String| kept.services.contains_key(warned.trim_end_matches('/'));
        made.warnings.retain(|warned, _| still(warned));
        Some(Recalled::Some(kept, made.warnings))
    }

    /// Keeps what the generator made. That it cannot be kept is no reason to fail.
    pub(crate) fn keep(&self, made: &Made) {
        let specs: BTreeMap<&str, &SourceFile> = self.specs.iter().map(|spec| (spec.path.as_str(), spec)).collect();
        let of_action: BTreeMap<&str, &str> =
            made.actions.iter().map(|(spec, path)| (path.as_str(), spec.as_str())).collect();
        let of_service: BTreeMap<&str, (&String, &Outline)> =
            made.outlines.iter().map(|(folder, outline)| (outline.module.as_str(), (folder, outline))).collect();
        let title = |group: &str| format!("{group}\twarnings");
        let warnings =
            made.warnings.iter().flat_map(|(group, texts)| texts.iter().map(move |text| part(&title(group), text)));
        let mut body: String = warnings.collect();
        for (path, text) in &made.files {
            let title = if let Some(spec) = of_action.get(path.as_str()).and_then(|spec| specs.get(spec)) {
                format!("{path}\taction\t{}\t{}", spec.path, hashed(spec))
            } else if let Some((folder, outline)) = of_service.get(path.as_str()) {
                let paging: Vec<&str> = outline.paging.iter().map(String::as_str).collect();
                let listing = outline.listing.as_deref().unwrap_or_default();
                format!("{path}\tservice\t{folder}\t{}\t{}\t{listing}", outline.actions, paging.join(" "))
            } else {
                path.clone()
            };
            body += &part(&title, text);
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
            SourceFile::new("acme/can/Three.yaml", "c: 1"),
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
        for path in ["src/can/three.rs", "src/can/mod.rs", "src/box/mod.rs"] {
            files.insert(path.to_owned(), format!("text of {path}\n"));
        }
        let mut actions =
            BTreeMap::from(pairs([("acme/box/One.yaml", "src/one.rs"), ("acme/box/Two.yaml", "src/two.rs")]));
        actions.insert("acme/can/Three.yaml".to_owned(), "src/can/three.rs".to_owned());
        let outline = |module: &str, actions, paging: &[&str]| Outline {
            module: module.to_owned(),
            paging: paging.iter().map(|role| (*role).to_owned()).collect(),
            actions,
            listing: paging.first().map(|_| "ListCans::new(\"a\")".to_owned()),
        };
        let outlines = BTreeMap::from([
            ("acme/box".to_owned(), outline("src/box/mod.rs", 2, &[])),
            ("acme/can".to_owned(), outline("src/can/mod.rs", 1, &["limit", "pages"])),
        ]);
        let warning = |group: &str| (group.to_owned(), ["careful".to_owned(), "CAREFUL".to_owned()]);
        let warnings = ["acme/box/", "acme/can/", "acme/provider.yaml"].map(warning);
        Made { files, actions, outlines, warnings: Warnings::from(warnings) }
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
        let Recalled::Some(kept, warnings) = recalled(&specs("p: 1", "a: 2"), "member", "memo-one") else {
            panic!("the input is not the same")
        };
        assert_eq!(kept.actions.keys().collect::<Vec<_>>(), ["acme/box/Two.yaml"]);
        assert_eq!(kept.services.keys().collect::<Vec<_>>(), ["acme/can"]);
        assert_eq!(warnings.keys().collect::<Vec<_>>(), ["acme/can/"], "the others are found again");
        let Made { files, actions, outlines, .. } = made();
        assert_eq!(kept, Kept::new(files, &actions, &outlines, &BTreeSet::from(["acme/box/One.yaml"])));
    }

    #[test]
    fn what_all_files_depend_on_makes_them_all_new() {
        let input = specs("p: 1", "a: 1");
        memo(&input, "member", "memo-frame").keep(&made());
        let nothing = |recalled| matches!(recalled, Recalled::Some(kept, warnings) if kept == Kept::default() && warnings.is_empty());
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
            assert!(
                matches!(one.recall(), Recalled::Some(kept, warnings) if kept == Kept::default() && warnings.is_empty())
            );
        }
    }
}
