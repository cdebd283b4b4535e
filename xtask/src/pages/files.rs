//! Finding and reading pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tablature_transcribe::PageFile;

use crate::failure::{Doing as _, Failure};
use crate::place;

/// The largest page that is read; documentation pages are a hundredth of it.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Name of the list of pages that a folder may have.
const LIST: &str = "LIVE_PAGES.txt";

/// Pages, and what is to be said of files that are none.
#[derive(Default)]
pub(crate) struct Pages {
    /// In the order in which they were named, and by path in a folder.
    pub(crate) pages: Vec<PageFile>,
    /// One line for each file that was not read.
    pub(crate) skipped: Vec<String>,
    /// Whether one of them should have been read.
    pub(crate) faulty: bool,
    /// The pages that a folder's list names.
    pub(crate) live: Option<BTreeSet<String>>,
    /// The services all of whose pages in a folder were read.
    pub(crate) whole: BTreeSet<String>,
}

/// Which pages are wanted.
pub(crate) struct Wanted<'w> {
    /// Pages, and folders of pages.
    pub(crate) places: &'w [PathBuf],
    /// The service of all of them; none: the folder below the one that was named.
    pub(crate) service: Option<&'w str>,
    /// A list of pages, relative to the folder; no other page is read.
    pub(crate) list: Option<&'w Path>,
}

/// Reads the pages.
pub(crate) fn read(wanted: &Wanted<'_>) -> Result<Pages, Failure> {
    if let Some(service) = wanted.service.filter(|service| !is_service_name(service)) {
        return Err(Failure::misused(format!(
            "`{service}` cannot be the name of a service: use small letters, digits, `-`, `_` and single dots, and begin \
             with a letter"
        )));
    }
    let listed = wanted.list.map(list).transpose()?;
    let mut pages = Pages::default();
    for named in wanted.places {
        if named.is_dir() {
            let own = named.join(LIST);
            if own.is_file() {
                pages.live.get_or_insert_default().extend(list(&own)?);
            }
            let mut files = BTreeMap::new();
            walk(named, "", &mut files)?;
            let known = pages.pages.len();
            for (path, file) in files {
                if listed.as_ref().is_none_or(|listed| listed.contains(&path)) {
                    pages.page_in_folder(path, &file, wanted.service);
                }
            }
            let read = pages.pages.iter().skip(known).filter(|_| listed.is_none());
            pages.whole.extend(read.map(|page| page.service.clone()));
        } else if named.is_file() {
            let Some(service) = wanted.service else {
                return Err(Failure::misused(format!(
                    "{} is one page; --service says to which service it belongs",
                    place::shown(named)
                )));
            };
            let path = named.file_name().unwrap_or(named.as_os_str()).to_string_lossy().into_owned();
            pages.page(path, named, service);
        } else {
            return Err(Failure::misused(format!("there is no {}", place::shown(named))));
        }
    }
    for missing in listed.iter().flatten().filter(|path| pages.pages.iter().all(|page| page.path != **path)) {
        pages.skipped.push(format!("{missing}: is on the list, but there is no such page"));
        pages.faulty = true;
    }
    Ok(pages)
}

/// The paths in a list, one a line.
fn list(file: &Path) -> Result<BTreeSet<String>, Failure> {
    let text = fs::read_to_string(file).doing("read", file)?;
    Ok(text
        .lines()
        .map(|line| line.trim().trim_start_matches("./").to_owned())
        .filter(|line| !line.is_empty())
        .collect())
}

fn walk(folder: &Path, below: &str, files: &mut BTreeMap<String, PathBuf>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).doing("read", folder)? {
        let entry = entry.doing("read", folder)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        let kind = entry.file_type().doing("read", &entry.path())?;
        if name.starts_with('.') || name == LIST {
            continue;
        } else if kind.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else {
            files.insert(path, entry.path());
        }
    }
    Ok(())
}

impl Pages {
    fn page_in_folder(&mut self, path: String, file: &Path, service: Option<&str>) {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if !["md", "markdown", "txt", "html", "htm", "mdx"].contains(&ending.as_str()) {
            self.skipped.push(format!("{path}: not a page by its name (.md, .txt, .html)"));
            return;
        }
        let folder = path.split_once('/').map(|(folder, _)| service_name(folder));
        match service.map(str::to_owned).or(folder) {
            Some(service) => self.page(path, file, &service),
            None => {
                self.skipped.push(format!("{path}: stands in no folder of a service; name one with --service"));
                self.faulty = true;
            }
        }
    }

    fn page(&mut self, path: String, file: &Path, service: &str) {
        let text = match fs::metadata(file)
            .and_then(|data| if data.len() > LARGEST { Ok(None) } else { fs::read(file).map(Some) })
        {
            Ok(Some(bytes)) => bytes,
            Ok(None) => {
                self.skipped.push(format!("{path}: larger than {} MiB, which no page is", LARGEST >> 20));
                self.faulty = true;
                return;
            }
            Err(error) => {
                self.skipped.push(format!("{path}: cannot be read: {error}"));
                self.faulty = true;
                return;
            }
        };
        let text = String::from_utf8(text).unwrap_or_else(|error| {
            self.skipped.push(format!("{path}: not UTF-8; read as far as it is"));
            self.faulty = true;
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        });
        self.pages.push(PageFile { path, service: service.to_owned(), text });
    }
}

fn is_service_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase()) && !name.contains("..") && name.chars().all(fits)
}

/// `uhost-api` holds the pages of `uhost`; names of services have small letters, digits and `-`, `_`, `.`.
fn service_name(folder: &str) -> String {
    let name = folder.strip_suffix("-api").unwrap_or(folder).to_lowercase();
    name.chars().map(|character| if fits(character) { character } else { '-' }).collect()
}

fn fits(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || matches!(character, '-' | '_' | '.')
}
