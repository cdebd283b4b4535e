//! What a run may take over from an earlier one, so that one changed row costs no more than the service around it.

use std::collections::{BTreeMap, BTreeSet};

/// What came out before, and would come out the same.
///
/// It must have been made by this very generator beside the same providers and under the same set of paths, each piece
/// from the same specs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// Texts of the files of actions, by the path of their spec.
    pub actions: BTreeMap<String, String>,
    /// Services without any change, by the folder of their specs: `ucloud/uhost`. These specs are not even read.
    pub services: BTreeMap<String, KeptService>,
}

impl Kept {
    /// What stays true of an output when nothing but these specs changed. Of a service with a changed spec, the files of
    /// the other actions stay.
    pub fn new(
        mut files: BTreeMap<String, String>,
        actions: &BTreeMap<String, String>,
        outlines: &BTreeMap<String, Outline>,
        changed: &BTreeSet<&str>,
    ) -> Self {
        let touched: BTreeSet<&str> = changed.iter().filter_map(|spec| service_folder(spec)).collect();
        let mut kept = Self::default();
        for (folder, outline) in outlines.iter().filter(|(folder, _)| !touched.contains(folder.as_str())) {
            let module = files.remove_entry(&outline.module);
            let service =
                KeptService { files: module.into_iter().collect(), outline: outline.clone(), ..KeptService::default() };
            kept.services.insert(folder.clone(), service);
        }
        for (spec, path) in actions.iter().filter(|(spec, _)| !changed.contains(spec.as_str())) {
            let Some(text) = files.remove(path) else { continue };
            match service_folder(spec).and_then(|folder| kept.services.get_mut(folder)) {
                Some(service) => {
                    service.actions.insert(spec.clone(), path.clone());
                    service.files.insert(path.clone(), text);
                }
                None => drop(kept.actions.insert(spec.clone(), text)),
            }
        }
        kept
    }
}

/// A service as it came out before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptService {
    /// Texts of its files, by path.
    pub files: BTreeMap<String, String>,
    /// The file of each of its actions, by the path of the spec.
    pub actions: BTreeMap<String, String>,
    /// What the rest of the crate has to know of it.
    pub outline: Outline,
}

/// What the rest of the crate has to know of a service whose specs are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Path of the file of its module.
    pub module: String,
    /// What its actions have of the provider's usual paging: `pages` when one turns pages at all, and the keys of `paging`
    /// whose names are among their rows.
    pub paging: BTreeSet<String>,
    /// How many actions it has.
    pub actions: usize,
    /// A request that lists, for the example at the root of the crate.
    pub listing: Option<String>,
}

/// Stands for actions that turn pages at all.
pub(crate) const PAGES: &str = "pages";

/// The usual names of paging, as the keys of `paging` call them.
pub(crate) const ROLES: [&str; 5] = ["offset", "limit", "page", "size", "total"];

/// The folder of a spec: `ucloud/uhost` of `ucloud/uhost/DescribeImage.yaml`; none for a provider's file.
pub fn service_folder(path: &str) -> Option<&str> {
    let (folder, _) = path.rsplit_once('/')?;
    folder.contains('/').then_some(folder)
}
