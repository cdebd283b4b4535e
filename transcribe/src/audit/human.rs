//! Findings for the eye: both places, quoted.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::quote::{Quote, quote};
use super::{Audited, Finding, Severity};
use crate::page::Lines;

/// The findings of a page as rustc would print them.
pub fn human(page: &Audited<'_>, color: bool) -> String {
    if page.findings.is_empty() {
        return String::new();
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let lines = Lines::new(page.text);
    page.findings.iter().map(|finding| one(page, finding, &lines, &renderer)).collect()
}

fn one(page: &Audited<'_>, finding: &Finding, lines: &Lines<'_>, renderer: &Renderer) -> String {
    let level = match finding.kind.severity {
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
    format!("{}\n\n", renderer.render(&[group]))
}
