//! Diagnostics as text, as JSON, and as workflow commands.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Label, Report, Severity};
use crate::source::{At, Location, Locator, SourceFile, is_hidden};

/// Lines longer than this are cut before they are shown: a spec may hold a megabyte in one line.
const LONGEST_LINE: usize = 400;

/// Something to be shown beside the lines that it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'d> {
    /// How grave it is: decides the colour.
    pub severity: Severity,
    /// The word in front: `error`.
    pub word: &'d str,
    /// What kind of finding it is, in brackets behind the word.
    pub id: &'d str,
    /// What was found, in one line.
    pub message: &'d str,
    /// The places, the main one first.
    pub labels: &'d [Label],
    /// What to do about it, or what follows from it.
    pub help: &'d [String],
}

pub(super) fn human(report: &Report, files: &[SourceFile], root: &str, color: bool) -> String {
    let findings = report.diagnostics().iter().map(|diagnostic| Finding {
        severity: diagnostic.code.severity(),
        word: diagnostic.code.severity().name(),
        id: diagnostic.code.name(),
        message: &diagnostic.message,
        labels: &diagnostic.labels,
        help: &diagnostic.help,
    });
    quoted(findings, files, root, color)
}

/// Findings as rustc would print them, each with the lines that it speaks of. `root` is put before each path, `color`
/// adds terminal styles.
pub fn quoted<'d>(
    findings: impl IntoIterator<Item = Finding<'d>>,
    files: &[SourceFile],
    root: &str,
    color: bool,
) -> String {
    let mut places = Places::new(files, root);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for finding in findings {
        let windows: Vec<Window> = finding.labels.iter().map(|label| places.window(label.at)).collect();
        let mut groups = vec![main_group(&finding, &windows)];
        if !finding.help.is_empty() {
            let mut help = finding.help.iter();
            let first = Level::HELP.secondary_title(shown(help.next().map_or("", String::as_str)));
            groups.push(Group::with_title(first).elements(help.map(|line| Level::HELP.message(shown(line)))));
        }
        text.push_str(&renderer.render(&groups));
        text.push_str("\n\n");
    }
    text
}

fn main_group<'a>(finding: &Finding<'a>, windows: &'a [Window]) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.with_name(finding.word).primary_title(shown(finding.message)).id(finding.id);
    let mut group = Group::with_title(title);
    for (index, (label, window)) in finding.labels.iter().zip(windows).enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let mut annotation = kind.span(window.span.clone());
        if !label.text.is_empty() {
            annotation = annotation.label(shown(&label.text));
        }
        let snippet = Snippet::source(window.line.as_str()).line_start(window.number).path(window.path.as_str());
        group = group.element(snippet.annotation(annotation));
    }
    group
}

/// Text of a stranger inside of a message: control characters would move the cursor or hide what follows.
fn shown(text: &str) -> String {
    text.chars()
        .map(|character| if is_hidden(character) && character != '\n' { '\u{fffd}' } else { character })
        .collect()
}

/// One line of a file, cut around the place to be shown.
struct Window {
    path: String,
    line: String,
    number: usize,
    span: std::ops::Range<usize>,
}

struct Places<'f> {
    files: &'f [SourceFile],
    root: &'f str,
    locators: BTreeMap<u32, Locator<'f>>,
}

impl<'f> Places<'f> {
    fn new(files: &'f [SourceFile], root: &'f str) -> Self {
        Self { files, root, locators: BTreeMap::new() }
    }

    fn path(&self, at: At) -> String {
        let path = self.files.get(at.file as usize).map_or("", |file| file.path.as_str());
        if self.root.is_empty() { path.to_owned() } else { format!("{}/{path}", self.root.trim_end_matches('/')) }
    }

    fn location(&mut self, at: At) -> Location {
        let text = self.files.get(at.file as usize).map_or("", |file| file.text.as_str());
        self.locators.entry(at.file).or_insert_with(|| Locator::new(text)).locate(at.spot)
    }

    fn window(&mut self, at: At) -> Window {
        let location = self.location(at);
        let text = self.files.get(at.file as usize).map_or("", |file| file.text.as_str());
        let line = self.locators.get(&at.file).map_or(0..0, |locator| locator.line(location.line));
        let from = floor(text, location.bytes.start.saturating_sub(LONGEST_LINE / 2).max(line.start));
        let to = floor(text, line.end.min(from + LONGEST_LINE));
        let span = (location.bytes.start - from).min(to - from)
            ..(location.bytes.end.max(location.bytes.start) - from).min(to - from);
        Window { path: self.path(at), line: text[from..to].to_owned(), number: location.line, span }
    }
}

fn floor(text: &str, mut index: usize) -> usize {
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

pub(super) fn json(report: &Report, files: &[SourceFile], root: &str) -> String {
    let mut places = Places::new(files, root);
    let mut text = String::new();
    for diagnostic in report.diagnostics() {
        let labels: Vec<serde_json::Value> = diagnostic
            .labels
            .iter()
            .map(|label| {
                let location = places.location(label.at);
                serde_json::json!({ "file": places.path(label.at), "line": location.line, "column": location.column, "text": label.text })
            })
            .collect();
        let main = labels.first().cloned().unwrap_or_default();
        let object = serde_json::json!({
            "code": diagnostic.code.name(),
            "severity": diagnostic.code.severity().name(),
            "message": diagnostic.message,
            "file": main["file"],
            "line": main["line"],
            "column": main["column"],
            "labels": labels,
            "help": diagnostic.help,
        });
        text.push_str(&object.to_string());
        text.push('\n');
    }
    text
}

pub(super) fn github(report: &Report, files: &[SourceFile], root: &str) -> String {
    let mut places = Places::new(files, root);
    let mut text = String::new();
    for diagnostic in report.diagnostics() {
        let Some(label) = diagnostic.labels.first() else { continue };
        let location = places.location(label.at);
        let body = std::iter::once(&diagnostic.message).chain(&diagnostic.help).cloned().collect::<Vec<_>>().join("\n");
        text.push_str(&format!(
            "::{} file={},line={},col={},title={}::{}\n",
            diagnostic.code.severity().name(),
            escaped(&places.path(label.at)),
            location.line,
            location.column,
            diagnostic.code.name(),
            escaped(&body),
        ));
    }
    text
}

/// Workflow commands end at a line break and split at commas and colons.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A").replace(':', "%3A").replace(',', "%2C")
}
