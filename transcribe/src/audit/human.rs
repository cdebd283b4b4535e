//! Findings for the eye: both places, quoted.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::quote::{Quote, quote};
use super::{Audited, Finding, Severity};
use crate::page::Lines;

/// Most places that are named beside the one that is shown.
const MOST: usize = 24;

/// The findings of a page as rustc would print them. Of those of one kind, action and severity the first is shown, and it
/// names the rows and lines of the others.
pub fn human(page: &Audited<'_>, color: bool) -> String {
    if page.findings.is_empty() {
        return String::new();
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let lines = Lines::new(page.text);
    let groups = groups(&page.findings);
    let shown = groups.iter().filter_map(|group| group.split_first());
    shown.map(|(first, others)| one(page, (first, others), &lines, &renderer)).collect()
}

/// Findings that say the same of several rows, in the order of the first of each.
fn groups(findings: &[Finding]) -> Vec<Vec<&Finding>> {
    let mut places = BTreeMap::new();
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        let key = (finding.kind.id, finding.action.as_str(), finding.severity);
        let place = *places.entry(key).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

fn one(
    page: &Audited<'_>,
    (finding, others): (&Finding, &[&Finding]),
    lines: &Lines<'_>,
    renderer: &Renderer,
) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = format!("{}: {}", finding.action, finding.message);
    let quotes: Vec<Quote> = finding.places.iter().map(|place| quote(page.text, lines, &place.at)).collect();
    let mut group = level
        .primary_title(title.as_str())
        .id(finding.kind.id)
        .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
    for (index, (place, quote)) in finding.places.iter().zip(&quotes).enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(quote.span.clone()).label(place.label.as_str());
        let snippet = Snippet::source(quote.text.as_str()).line_start(quote.line).path(page.path);
        group = group.element(snippet.annotation(annotation));
    }
    if !others.is_empty() {
        group = group.element(Level::NOTE.message(also(others, lines)));
    }
    format!("{}\n\n", renderer.render(&[group]))
}

/// Where else the same is found.
fn also(others: &[&Finding], lines: &Lines<'_>) -> String {
    let place = |finding: &&Finding| {
        let line = lines.place(finding.start()).line;
        if finding.row.is_empty() { format!("line {line}") } else { format!("`{}` (line {line})", finding.row) }
    };
    let named: Vec<_> = others.iter().take(MOST).map(place).collect();
    let more = match others.len() - named.len() {
        0 => String::new(),
        more => format!(", and {more} that JSON and SARIF list"),
    };
    let places = if others.len() == 1 { "place" } else { "places" };
    format!("of this kind in {} more {places}: {}{more}", others.len(), named.join(", "))
}
