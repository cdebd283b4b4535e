//! The folder that the specs go to.

use std::fs;
use std::path::Path;

use tablature_transcribe::Settings;
use tablature_transcribe::dialect::{self, DIALECTS, Dialect, usual};

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

/// How a provider writes; `text` is its own file, as found in `folder` or in this repository.
pub(crate) fn dialect(folder: &Path, provider: &str, text: Option<&str>) -> Result<Dialect, Failure> {
    let folder = place::shown(folder);
    if text.is_some_and(|text| !tablature_transcribe::is_sound(provider, text)) {
        return Err(Failure::faulty(format!(
            "{provider}/provider.yaml has mistakes, so that pages cannot be read beside it: see \
             `cargo xtask check --specs {folder}`"
        )));
    }
    let like_others = || Some(usual(provider, &tablature_transcribe::action_parameter(provider, text?)?));
    dialect::dialect(provider).cloned().or_else(like_others).ok_or_else(|| {
        let names: Vec<_> = DIALECTS.iter().map(|dialect| dialect.provider.as_str()).collect();
        Failure::misused(format!(
            "no provider is known by the name `{provider}`; known are {}. To add it, write \
             {folder}/{provider}/provider.yaml first: CONTRIBUTING.md, \"Add a provider or a service\", says how",
            names.join(", ")
        ))
    })
}

/// What specs need not say, with the day of today.
pub(crate) fn settings(provider: &str, text: Option<&str>) -> Settings {
    let known = text.map(|text| tablature_transcribe::known(provider, text)).unwrap_or_default();
    let today = jiff::Timestamp::now().to_string().chars().take(10).collect();
    Settings { transcribed: Some(today), ..known }
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

/// Writes a file in one step: a reader finds the old one, or none, or the new one.
pub(super) fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let staged = file.with_extension("yaml.new");
    fs::write(&staged, text).doing("write", &staged)?;
    fs::rename(&staged, file).doing("write", file)
}
