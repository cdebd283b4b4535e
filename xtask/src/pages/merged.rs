//! Writing specs: those that are new, and what changed on the pages of those that are there.
//!
//! Beside the specs, in a hidden folder, lies what was read of each page last.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tablature_transcribe::Outcome;
use tablature_transcribe::merge::{Finding, merge};
use tablature_transcribe::page::Lines;

use super::specs::replace;
use crate::failure::{Doing as _, Failure};

/// The folder, beside the specs of a service, with what was read of their pages.
pub(super) const MEMORIES: &str = ".pages";

/// What writing came to.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) created: usize,
    pub(crate) changed: usize,
    /// How many specs have differences that are left to people.
    pub(crate) unsettled: usize,
    /// The specs whose pages say what they said when they were read last.
    pub(crate) unchanged: BTreeSet<String>,
    /// What is to be said of specs, a line each.
    pub(crate) report: String,
}

/// Writes the specs and what is to be remembered of their pages. With `settled`, the specs are right wherever they
/// differ from the pages.
pub(crate) fn write(into: &Path, outcome: &Outcome, settled: bool) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut folders = BTreeSet::new();
    for (path, text) in &outcome.specs {
        let file = into.join(path);
        let memory = memory_of(&file);
        if let Some(folder) = memory.parent().filter(|folder| folders.insert(folder.to_path_buf())) {
            fs::create_dir_all(folder).doing("create", folder)?;
        }
        let page = outcome.memories.get(path).map_or("", String::as_str);
        let known = text_of(&memory)?;
        if known.as_deref() == Some(page) && file.is_file() {
            written.unchanged.insert(path.clone());
            continue;
        }
        match (text_of(&file)?, &known) {
            (Some(spec), known) => {
                let unsettled = written.merge(path, &file, (known.as_deref(), page, &spec))?;
                if !unsettled || settled {
                    replace(&memory, page)?;
                }
            }
            (None, Some(_)) => {
                let line = format!(
                    "{path}: was taken out of the specs; delete {MEMORIES}/{} to have it written anew\n",
                    name(&memory)
                );
                written.report += &line;
            }
            (None, None) => {
                replace(&file, text)?;
                replace(&memory, page)?;
                written.created += 1;
            }
        }
    }
    Ok(written)
}

impl Written {
    /// Merges the changes of a page into its spec: what was read last, what is read now, and the spec. Says whether
    /// something is left to people.
    fn merge(
        &mut self,
        path: &str,
        file: &Path,
        (known, page, spec): (Option<&str>, &str, &str),
    ) -> Result<bool, Failure> {
        let merged = merge(known, page, spec);
        if let Some(text) = &merged.spec {
            replace(file, text)?;
            self.changed += 1;
        }
        let lines = Lines::new(spec);
        self.report.extend(merged.findings.iter().map(|finding: &Finding| finding.shown(path, &lines)));
        self.unsettled += usize::from(merged.has_conflicts());
        Ok(merged.has_conflicts())
    }
}

/// Where it is remembered what was read of a spec's page.
fn memory_of(spec: &Path) -> PathBuf {
    spec.with_file_name(MEMORIES).join(name(spec))
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The text of a file; none, when there is no such file.
pub(super) fn text_of(file: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        read => read.doing("read", file).map(Some),
    }
}
