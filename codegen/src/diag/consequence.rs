//! One mistake, one finding: what may only follow from another finding is left out until that is mended.

use std::collections::BTreeSet;

use super::{Code, Diagnostic, Severity};
use crate::source::SourceFile;

/// Findings about something that is not there.
const ABSENT: [Code; 8] = [
    Code::UnknownService,
    Code::UnknownType,
    Code::UnknownRow,
    Code::PagingIncomplete,
    Code::PagingType,
    Code::ExampleRequest,
    Code::ExampleField,
    Code::ExampleRule,
];

/// Leaves out what was not found in files whose names could not all be read, and what is not used in files, or beside
/// files, with errors.
pub(super) fn leave_out(diagnostics: &mut Vec<Diagnostic>, files: &[SourceFile]) {
    let places = Places { files };
    let errors = || diagnostics.iter().filter(|diagnostic| diagnostic.code.severity() == Severity::Error);
    let wrong: BTreeSet<&str> = errors().map(|one| places.path(one)).collect();
    let wrong_providers: BTreeSet<&str> = errors().map(|one| places.provider(one)).collect();
    let unread: BTreeSet<&str> = errors()
        .filter(|one| matches!(one.code, Code::UnknownType | Code::UnknownWord | Code::WrongType))
        .map(|one| places.path(one))
        .collect();
    let hidden: BTreeSet<&str> = errors().filter(|one| one.hides).map(|one| places.path(one)).collect();
    let keeps = |one: &Diagnostic| match one.code {
        Code::UnusedType | Code::UnusedEnum => !wrong.contains(places.path(one)),
        Code::UnusedService | Code::PagingUnused => !wrong_providers.contains(places.provider(one)),
        Code::PagingType | Code::ErratumStale if unread.contains(places.path(one)) => false,
        code if ABSENT.contains(&code) && !one.hides => {
            let provider = format!("{}/provider.yaml", places.provider(one));
            !hidden.contains(places.path(one)) && !hidden.contains(provider.as_str())
        }
        _ => true,
    };
    let kept: Vec<bool> = diagnostics.iter().map(keeps).collect();
    let mut kept = kept.into_iter();
    diagnostics.retain(|_| kept.next().unwrap_or(true));
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
