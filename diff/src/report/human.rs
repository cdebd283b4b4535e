//! For the terminal: what harms somebody with the lines of the spec, the rest a line each.

use std::fmt::Write as _;

use tablature_codegen::diag::{Finding, Label, Severity, quoted};
use tablature_codegen::source::{At, SourceFile};

use super::places::below;
use super::words::visible;
use super::{Context, Counts, verdict};
use crate::rules::{Api, Wire};
use crate::version::next;
use crate::{Change, Diff, Verdict};

/// The report for the terminal. `color` adds terminal styles.
pub fn human(diff: &Diff, context: &Context, color: bool) -> String {
    let files = all_files(diff, context);
    let shift = diff.new_files.len() as u32;
    let shown: Vec<Shown> = diff
        .changes
        .iter()
        .filter(|change| verdict(change) > Verdict::Compatible)
        .map(|change| Shown::new(change, shift, context))
        .chain(diff.stale.iter().map(|stale| Shown {
            severity: Severity::Warning,
            word: "stale",
            id: "accepted",
            message: format!("{} ({})", visible(&stale.change), visible(&stale.fingerprint)),
            labels: vec![Label { at: stale.at, text: "accepted here".to_owned() }],
            help: vec![stale.message()],
        }))
        .collect();
    let mut text = quoted(shown.iter().map(Shown::finding), &files, "", color);
    let compatible: Vec<&Change> =
        diff.changes.iter().filter(|change| verdict(change) == Verdict::Compatible).collect();
    for change in &compatible {
        let _ = writeln!(text, "compatible[{}]: {}", change.rule.id, message(change));
    }
    if !compatible.is_empty() {
        text.push('\n');
    }
    text.push_str(&summary(diff, context));
    text
}

fn summary(diff: &Diff, context: &Context) -> String {
    let mut text = format!("{} -> {}: {}\n", context.old, context.new, Counts::of(diff).sentence());
    if let Some(next) = next(&context.version, diff) {
        let _ = writeln!(
            text,
            "wire: {}; Rust API: {}; next version of the bindings: {} -> {}",
            wire(diff.wire()),
            api(diff.api()),
            context.version,
            next.version
        );
    }
    if !diff.stale.is_empty() {
        let _ = writeln!(text, "accepted changes that no longer apply: {}", diff.stale.len());
    }
    text
}

fn wire(wire: Wire) -> &'static str {
    match wire {
        Wire::Unnoticed => "running programs do not notice",
        Wire::Otherwise => "running programs behave otherwise",
        Wire::Fails => "running programs fail",
    }
}

fn api(api: Api) -> &'static str {
    match api {
        Api::Same => "the same",
        Api::Adds => "additions",
        Api::Breaks => "sources do not compile",
    }
}

/// The address and what changed, in one line that can be shown.
pub(super) fn message(change: &Change) -> String {
    let step = match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {} -> {}", visible(before), visible(after)),
        (Some(before), None) => format!(": was: {}", visible(before)),
        (None, Some(after)) => format!(": new: {}", visible(after)),
        (None, None) => String::new(),
    };
    let guess = if change.guess.is_some() { " (a guess)" } else { "" };
    format!("{}{step}{guess}", visible(&change.address.to_string()))
}

/// The files of the new state, then those of the old one.
fn all_files(diff: &Diff, context: &Context) -> Vec<SourceFile> {
    let placed = |root: &str, file: &SourceFile| SourceFile::new(below(root, &file.path), file.text.clone());
    let new = diff.new_files.iter().map(|file| placed(&context.new_root, file));
    new.chain(diff.old_files.iter().map(|file| placed(&context.old_root, file))).collect()
}

/// A change, ready to be printed.
struct Shown {
    severity: Severity,
    word: &'static str,
    id: &'static str,
    message: String,
    labels: Vec<Label>,
    help: Vec<String>,
}

impl Shown {
    fn new(change: &Change, shift: u32, context: &Context) -> Self {
        let is_breaking = verdict(change) == Verdict::Breaking;
        let old = change.old.map(|at| At { file: at.file + shift, ..at });
        let labels = [(change.new, "now"), (old, "before")];
        let verdicts = format!("wire: {}; Rust API: {}", change.rule.wire.name(), change.rule.api.name());
        let mut help = vec![change.rule.explanation.to_owned(), verdicts];
        help.extend(change.guess.as_ref().map(|evidence| format!("a guess, because {evidence}")));
        help.push(match &change.accepted {
            Some(reason) => format!("accepted: {}", visible(reason)),
            None => format!(
                "to accept it, write below `accepted` in {}: `- {{ change: \"{}\", fingerprint: {}, reason: … }}`",
                below(&context.new_root, &provider_file(change)),
                change.address,
                in_quotes(&change.fingerprint())
            ),
        });
        Self {
            severity: if is_breaking { Severity::Error } else { Severity::Warning },
            word: if is_breaking { "breaking" } else { "behaviour" },
            id: change.rule.id,
            message: message(change),
            labels: labels
                .into_iter()
                .filter_map(|(at, text)| Some(Label { at: at?, text: text.to_owned() }))
                .collect(),
            help,
        }
    }

    fn finding(&self) -> Finding<'_> {
        let Self { severity, word, id, message, labels, help } = self;
        Finding { severity: *severity, word, id, message, labels, help }
    }
}

fn provider_file(change: &Change) -> String {
    format!("{}/provider.yaml", change.address.path.split('/').next().unwrap_or(""))
}

/// A fingerprint of digits alone would be read as a number.
fn in_quotes(fingerprint: &str) -> String {
    format!("\"{fingerprint}\"")
}
