//! What earlier runs have told of pages: a file for each service, beside what is remembered of its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tablature_transcribe::Outcome;
use tablature_transcribe::report::Told;

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
        let after = before.after(read.map(|(page, reading)| (page.path.as_str(), &reading.notes)), settled);
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

fn file(folder: &Path, service: &str) -> PathBuf {
    folder.join(service).join(MEMORIES).join(NAME)
}
