//! One mistake, one finding: what only follows from another finding is left out until that is mended.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, Severity};
use crate::source::SourceFile;

/// Leaves out what misses a name that another finding left unread, in the same file or in the provider's, and what is not
/// used where something was left unread.
pub(super) fn leave_out(diagnostics: &mut Vec<Diagnostic>, files: &[SourceFile]) {
    let places = Places { files };
    let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error);
    let wrong: BTreeSet<&str> = errors().map(|one| places.path(one)).collect();
    let unplaced = |one: &&Diagnostic| !one.hides.is_empty() || one.code == Code::UnknownService;
    let unread: BTreeSet<&str> = errors().filter(unplaced).map(|one| places.provider(one)).collect();
    let mut hidden: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in errors().filter(|one| !one.hides.is_empty()) {
        let names = one.hides.iter().flat_map(|name| [name.as_str(), first(name)]);
        hidden.entry(places.path(one)).or_default().extend(names);
    }
    let hides = |file: &str, name: &str| {
        hidden.get(file).is_some_and(|names| names.contains(name) || names.contains(first(name)))
    };
    let keeps = |one: &Diagnostic| match (one.code, &one.misses) {
        (Code::UnusedType | Code::UnusedEnum, _) => !wrong.contains(places.path(one)),
        (Code::UnusedService | Code::PagingUnused, _) => !unread.contains(places.provider(one)),
        (_, Some(name)) => {
            let provider = format!("{}/provider.yaml", places.provider(one));
            !hides(places.path(one), name) && !hides(&provider, name)
        }
        _ => true,
    };
    let kept: Vec<bool> = diagnostics.iter().map(keeps).collect();
    let mut kept = kept.into_iter();
    diagnostics.retain(|_| kept.next().unwrap_or(true));
}

/// What is hidden when the type of a row cannot be read: the row itself is there.
pub(crate) fn type_of(row: &str) -> String {
    format!("type of {row}")
}

/// The first part of a name: `Tag` of `Tag.n.Key`, `Things` of `Things[].Size`.
fn first(name: &str) -> &str {
    name.split(['.', '[']).next().unwrap_or(name)
}

/// Where diagnostics point.
struct Places<'f> {
    files: &'f [SourceFile],
}

impl<'f> Places<'f> {
    fn path(&self, diagnostic: &Diagnostic) -> &'f str {
        let file = diagnostic.labels.first().and_then(|label| self.files.get(label.at.file as usize));
        file.map_or("", |file| file.path.as_str())
    }

    /// The folder of the provider.
    fn provider(&self, diagnostic: &Diagnostic) -> &'f str {
        self.path(diagnostic).split('/').next().unwrap_or("")
    }
}
