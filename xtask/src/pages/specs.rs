//! The folder that the specs go to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tablature_transcribe::Settings;

use crate::failure::{Doing as _, Failure};
use crate::place;

/// The provider's own file: that of the folder, or the one of this repository.
pub(crate) fn provider(into: &Path, provider: &str) -> Result<Option<String>, Failure> {
    let own = into.join(provider).join("provider.yaml");
    let ours = place::repository().join("specs").join(provider).join("provider.yaml");
    for file in [own, ours] {
        if file.is_file() {
            return fs::read_to_string(&file).doing("read", &file).map(Some);
        }
    }
    Ok(None)
}

/// What specs need not say, with the day of today.
pub(crate) fn settings(provider: &str, text: Option<&str>) -> Settings {
    let known = text.map(|text| tablature_transcribe::known(provider, text)).unwrap_or_default();
    let today = jiff::Timestamp::now().to_string().chars().take(10).collect();
    Settings { transcribed: Some(today), ..known }
}

/// What writing came to.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) created: usize,
    pub(crate) same: usize,
    /// Specs that are there already and say something else. They are left as they are.
    pub(crate) others: Vec<String>,
}

/// Writes specs that are not there yet.
pub(crate) fn write(into: &Path, specs: &BTreeMap<String, String>) -> Result<Written, Failure> {
    let mut written = Written::default();
    let mut folders = BTreeSet::new();
    for (path, text) in specs {
        let file = into.join(path);
        match fs::read_to_string(&file) {
            Ok(known) if undated(&known).eq(undated(text)) => written.same += 1,
            Ok(_) => written.others.push(path.clone()),
            Err(_) => {
                if let Some(folder) = file.parent().filter(|folder| folders.insert(folder.to_path_buf())) {
                    fs::create_dir_all(folder).doing("create", folder)?;
                }
                replace(&file, text)?;
                written.created += 1;
            }
        }
    }
    Ok(written)
}

/// Brings the provider's file up to date with the services.
pub(crate) fn write_provider(into: &Path, provider: &str, text: &str) -> Result<(), Failure> {
    let file = into.join(provider).join("provider.yaml");
    if fs::read_to_string(&file).is_ok_and(|known| known == text) {
        return Ok(());
    }
    let folder = into.join(provider);
    fs::create_dir_all(&folder).doing("create", &folder)?;
    replace(&file, text)
}

/// The lines, without the day.
fn undated(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("source:"))
}

/// Writes a file in one step: a reader finds the old one, or none, or the new one.
fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let staged = file.with_extension("yaml.new");
    fs::write(&staged, text).doing("write", &staged)?;
    fs::rename(&staged, file).doing("write", file)
}
