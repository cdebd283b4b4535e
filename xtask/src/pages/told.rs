//! What earlier runs have told of pages: a file for each service, beside what is remembered of its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tablature_transcribe::draft::Draft;
use tablature_transcribe::report::Told;
use tablature_transcribe::rows::Reading;
use tablature_transcribe::{Outcome, PageFile};

use super::files::Pages;
use super::merged::{MEMORIES, text_of};
use super::specs::replace;
use crate::failure::{Doing as _, Failure};

/// No action can be called so: actions have a `.yaml` behind their names.
const NAME: &str = "told";

/// What was told of the pages of each service that is read now. Of a page whose spec is written anew, all is told again.
pub(crate) fn read(folder: &Path, pages: &Pages, outcome: &Outcome) -> Result<BTreeMap<String, Told>, Failure> {
    let services: BTreeSet<&str> = pages.pages.iter().map(|page| page.service.as_str()).collect();
    let told = |service: &str| {
        let text = text_of(&file(folder, service))?;
        let mut told = Told::read(&text.unwrap_or_default());
        let known = actions(folder, service)?;
        let is_new = |spec: &str| !known.contains(spec) && !folder.join(service).join(format!("{spec}.yaml")).is_file();
        let written = outcome.specs.keys().filter_map(|path| spec_of(path, service));
        let written: BTreeSet<&str> = written.filter(|spec| is_new(spec)).collect();
        let new = of_service(pages, outcome, service)
            .filter(|(_, reading)| reading.drafts.first().is_some_and(|draft| written.contains(draft.action.as_str())));
        let new: BTreeSet<String> = new.map(|(page, reading)| Told::name(&name(page, &reading.drafts))).collect();
        told.retain(|page| !new.contains(page));
        Ok((service.to_owned(), told))
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
        let read: Vec<_> = of_service(pages, outcome, service)
            .map(|(page, reading)| (name(page, &reading.drafts), &reading.notes))
            .collect();
        let mut after = before.after(read.iter().map(|(page, notes)| (page.as_str(), *notes)), settled);
        if has_all(folder, service, (pages, outcome))? {
            let read: BTreeSet<String> = read.iter().map(|(page, _)| Told::name(page)).collect();
            after.retain(|page| read.contains(page));
        }
        let text = after.text();
        let file = file(folder, service);
        if text_of(&file)?.map_or(!after.is_empty(), |known| known != text) {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).doing("create", folder)?;
            }
            replace(&file, &text)?;
        }
    }
    Ok(())
}

/// What was read of the pages of a service.
fn of_service<'o>(
    pages: &'o Pages,
    outcome: &'o Outcome,
    service: &str,
) -> impl Iterator<Item = (&'o PageFile, &'o Reading)> {
    pages.pages.iter().zip(&outcome.readings).filter(move |(page, _)| page.service == service)
}

/// Whether a page that was not read is gone: a folder of the service was read as a whole, and has the pages of all its
/// specs. A folder that lacks one may be a part of what the specs were read from.
fn has_all(folder: &Path, service: &str, (pages, outcome): (&Pages, &Outcome)) -> Result<bool, Failure> {
    if !pages.whole.contains(service) {
        return Ok(false);
    }
    let drafts = of_service(pages, outcome, service).flat_map(|(_, reading)| &reading.drafts);
    let read: BTreeSet<&str> = drafts.map(|draft| draft.action.as_str()).collect();
    Ok(actions(folder, service)?.iter().all(|action| read.contains(action.as_str())))
}

/// The action of a spec, if it is of this service: `<provider>/<service>/<Action>.yaml`.
fn spec_of<'p>(path: &'p str, service: &str) -> Option<&'p str> {
    let (folder, file) = path.rsplit_once('/')?;
    (folder.rsplit('/').next() == Some(service)).then(|| file.strip_suffix(".yaml"))?
}

/// The actions of a service of which it is remembered what was read.
fn actions(folder: &Path, service: &str) -> Result<BTreeSet<String>, Failure> {
    let folder = folder.join(service).join(MEMORIES);
    if !folder.is_dir() {
        return Ok(BTreeSet::new());
    }
    let mut actions = BTreeSet::new();
    for entry in fs::read_dir(&folder).doing("read", &folder)? {
        let name = entry.doing("read", &folder)?.file_name();
        actions.extend(name.to_string_lossy().strip_suffix(".yaml").map(str::to_owned));
    }
    Ok(actions)
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
