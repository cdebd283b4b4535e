//! Documented calls, beside the tables: which of them a spec can have, what only they show, and what they contradict.
//!
//! `check` is the judge: what it does not accept is left out, and its reason is reported.

mod errata;
mod sent;
mod walk;

use tablature_codegen::diag::Severity;
use tablature_codegen::source::SourceFile;

use crate::dialect::Dialect;
use crate::draft::{Draft, Told};
use crate::provider::with_services;
use crate::report::{Notes, Weight};
use crate::write::{self, Settings};

/// Most documented calls of an action that are looked at.
const MOST: usize = 12;

/// Decides which parts of the documented calls the spec has, and adds what only they show. Examples that a program made
/// are left out: their values are random.
pub(crate) fn settle(draft: &mut Draft, service: &str, dialect: &Dialect, settings: &Settings, notes: &mut Notes) {
    let Some(provider) = settings.provider.as_ref().filter(|_| !dialect.generated_examples) else { return };
    if draft.examples.is_empty() {
        return;
    }
    sent::add(draft, settings, notes);
    sent::supply(draft, dialect);
    let folder = &dialect.provider;
    let own = SourceFile { path: format!("{folder}/provider.yaml"), text: with_services(provider, [service]) };
    let path = format!("{folder}/{service}/{}.yaml", draft.action);
    for index in 0..draft.examples.len().min(MOST) {
        let mut refused = None;
        for told in parts(draft, index) {
            tell(draft, index, told);
            draft.errata = errata::errata(draft);
            let spec = SourceFile { path: path.clone(), text: write::spec(draft, settings) };
            let Some(reason) = refusal(own.clone(), spec) else { break };
            refused.get_or_insert(reason);
            tell(draft, index, Told::Nothing);
        }
        if let (Some(reason), Some(example)) = (refused, draft.examples.get(index)) {
            let left = match example.told {
                Told::Nothing => "the example",
                Told::Call => "the example's answer",
                Told::Answer | Told::Both => "the example's call",
            };
            notes.say(Weight::Guess, example.at.start, format!("{left} is left out: {reason}"));
        }
    }
    draft.errata = errata::errata(draft);
}

/// What the spec could have of an example, the most first.
fn parts(draft: &Draft, index: usize) -> Vec<Told> {
    let Some(example) = draft.examples.get(index) else { return Vec::new() };
    match (example.request.is_empty(), example.response.is_none()) {
        (false, false) => vec![Told::Both, Told::Answer, Told::Call],
        (false, true) => vec![Told::Call],
        (true, false) => vec![Told::Answer],
        (true, true) => Vec::new(),
    }
}

fn tell(draft: &mut Draft, index: usize, told: Told) {
    if let Some(example) = draft.examples.get_mut(index) {
        example.told = told;
    }
}

/// Why `check` does not accept the spec, and what it would have done; none, when it does.
fn refusal(own: SourceFile, spec: SourceFile) -> Option<String> {
    let report = tablature_codegen::check(&[own, spec]);
    report.has_errors().then(|| {
        let first = report.diagnostics().iter().find(|found| found.code.severity() == Severity::Error);
        first.map_or_else(String::new, |found| match found.help.first() {
            Some(help) => format!("{} (in the spec: {help})", found.message),
            None => found.message.clone(),
        })
    })
}
