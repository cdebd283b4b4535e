//! Both states of the specs, read as far as they differ.

use std::collections::{BTreeMap, BTreeSet};

use tablature_codegen::diag::{Report, Severity};
use tablature_codegen::model::Model;
use tablature_codegen::source::SourceFile;

/// Which of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The state before.
    Old,
    /// The state after.
    New,
}

/// Specs that cannot be compared because they cannot be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Which state it is.
    pub side: Side,
    /// What is wrong.
    pub report: Report,
    /// The files that the report counts.
    pub files: Vec<SourceFile>,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let side = if self.side == Side::Old { "old" } else { "new" };
        write!(formatter, "the {side} state has errors\n{}", self.report.human(&self.files, "", false))
    }
}

impl std::error::Error for Unreadable {}

/// Both states.
pub(crate) struct States<'f> {
    pub(crate) old: Model,
    pub(crate) new: Model,
    pub(crate) old_files: Vec<SourceFile>,
    pub(crate) new_files: Vec<SourceFile>,
    /// All files, whether they were parsed or not.
    all: [Files<'f>; 2],
}

type Files<'f> = BTreeMap<&'f str, &'f SourceFile>;

impl<'f> States<'f> {
    /// Parses the files that differ. A provider's file differs for all of its actions: it says what their rows mean.
    pub(crate) fn read(old: &'f [SourceFile], new: &'f [SourceFile], threads: usize) -> Result<Self, Unreadable> {
        let all = [old, new].map(|files| files.iter().map(|file| (file.path.as_str(), file)).collect::<Files>());
        let same = |path: &str| {
            let [old, new] = all.each_ref().map(|files| files.get(path).map(|file| &file.text));
            old == new
        };
        let differs = |file: &&SourceFile| !same(&file.path) || !same(&provider_file(&file.path));
        let wanted = |file: &&SourceFile| differs(file) || file.path == provider_file(&file.path);
        let [old_files, new_files] =
            [old, new].map(|files| files.iter().filter(wanted).cloned().collect::<Vec<SourceFile>>());
        let (old, new) = both(&old_files, &new_files, threads);
        Ok(Self { old: old?, new: new?, old_files, new_files, all })
    }

    /// The services that have actions, each as `provider/service`.
    pub(crate) fn services(&self, side: Side) -> BTreeSet<String> {
        self.files(side)
            .keys()
            .filter_map(|path| path.rsplit_once('/'))
            .map(|(service, _)| service.to_owned())
            .filter(|service| service.contains('/'))
            .collect()
    }

    /// The model of a whole service, with the actions that are the same on both sides.
    pub(crate) fn service(&self, side: Side, service: &str, threads: usize) -> Model {
        let provider = provider_file(&format!("{service}/"));
        let inside =
            |path: &str| path == provider || path.strip_prefix(service).is_some_and(|rest| rest.starts_with('/'));
        let files: Vec<SourceFile> =
            self.files(side).iter().filter(|(path, _)| inside(path)).map(|(_, file)| (*file).clone()).collect();
        tablature_codegen::resolve(&files, threads).0
    }

    fn files(&self, side: Side) -> &Files<'f> {
        &self.all[if side == Side::Old { 0 } else { 1 }]
    }
}

fn provider_file(path: &str) -> String {
    format!("{}/provider.yaml", path.split('/').next().unwrap_or(""))
}

type Read = Result<Model, Unreadable>;

/// Reads both sides at once: neither waits for what the other does on one thread.
fn both(old: &[SourceFile], new: &[SourceFile], threads: usize) -> (Read, Read) {
    if threads <= 1 {
        return (read(Side::Old, old, 1), read(Side::New, new, 1));
    }
    std::thread::scope(|scope| {
        let old = scope.spawn(|| read(Side::Old, old, threads.div_ceil(2)));
        let new = read(Side::New, new, threads.div_ceil(2));
        (old.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), new)
    })
}

fn read(side: Side, files: &[SourceFile], threads: usize) -> Read {
    let (model, found) = tablature_codegen::resolve(files, threads);
    if !found.has_errors() {
        return Ok(model);
    }
    // Warnings speak of files that were left out because they are the same on both sides.
    let mut report = Report::new();
    let errors = found.diagnostics().iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error);
    errors.for_each(|diagnostic| report.push(diagnostic.clone()));
    Err(Unreadable { side, report, files: files.to_vec() })
}
