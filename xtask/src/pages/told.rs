//! What earlier runs have told of pages: a file for each service, beside what is remembered of its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tablature_transcribe::draft::Draft;
use tablature_transcribe::report::Told;
use tablature_transcribe::{Outcome, PageFile};

use super::files::Pages;
use super::merged::{MEMORIES, text_of};
use super::specs::replace;
use crate::failure::{Doing as _, Failure};

/// No action can be called so: actions have a `.yaml` behind their names.
const NAME: &str = "told";

/// What was told of the pages of each service that is read now.
pub(crate) fn read(folder: &Path, pages: &Pages) -> Result<BTreeMap<String, Told>, Failure> {
    let services: BTreeSet<&str> = pages.pages.iter().map(|page| page.service.as_str()).collect();
    let told = |service: &str| {
        let text = text_of(&file(folder, service))?;
        Ok((service.to_owned(), Told::read(&text.unwrap_or_default())))
    };
    services.into_iter().map(told).collect()
}

/// Remembers what has been told now.
pub(crate) fn write(
    folder: &Path,
    known: &BTreeMap<String, Told>,
    (pages, outcome): (&Pages, &Outcome),
    settled: bool,
) -> Result<(), Failure> {
    for (service, before) in known {
        let read = pages.pages.iter().zip(&outcome.readings).filter(|(page, _)| page.service == *service);
        let read: Vec<_> = read.map(|(page, reading)| (name(page, &reading.drafts), &reading.notes)).collect();
        let after = before.after(read.iter().map(|(page, notes)| (page.as_str(), *notes)), settled);
        if after != *before {
            let file = file(folder, service);
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).doing("create", folder)?;
            }
            replace(&file, &after.text())?;
        }
    }
    Ok(())
}

/// What a page is remembered by. Files may be called the same, `index.md` each in a folder of its own: then the first action
/// tells them apart.
pub(crate) fn name(page: &PageFile, drafts: &[Draft]) -> String {
    let action = drafts.first().map_or("", |draft| draft.action.as_str());
    format!("{} {action}", page.path).trim_end().to_owned()
}

fn file(folder: &Path, service: &str) -> PathBuf {
    folder.join(service).join(MEMORIES).join(NAME)
}
