//! A page that changed, and the spec that people went on working on: three ways.
//!
//! What was read of the page last (the *memory*) is compared with what is read now. What changed in between changes the
//! spec, where it stands and nowhere else; what people changed since stays; where both changed, both are shown and the
//! spec is left as it is.

mod edit;
mod finding;
mod items;
mod maps;
pub(crate) mod memory;
mod names;
mod parts;
mod references;
mod renames;
mod tables;
mod values;

use std::borrow::Cow;

pub use finding::{Finding, Severity};
use tablature_codegen::source::Node;

use maps::Merger;

/// What a merge came to.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The new text of the spec; none, when it stays as it is.
    pub spec: Option<String>,
    /// What is to be said, in the order of the spec.
    pub findings: Vec<Finding>,
}

impl Merged {
    /// Whether something is left to people.
    pub fn has_conflicts(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Conflict)
    }

    fn failed(text: &str) -> Self {
        Self { spec: None, findings: vec![Finding { at: 0, severity: Severity::Conflict, text: text.to_owned() }] }
    }
}

/// Merges what a page says now into a spec.
///
/// `memory` is what was read of the page last; without it the spec is one that people wrote, and what the page says
/// otherwise is only told. `page` is what is to be remembered of the page as it is now.
pub fn merge(memory: Option<&str>, page: &str, spec: &str) -> Merged {
    let Some(ours) = Node::read(spec) else {
        return Merged::failed(
            "the spec is no YAML that can be edited in place; mend it (`cargo xtask check`) and read the page again",
        );
    };
    let Some(now) = Node::read(page) else { return Merged::failed("what was read of the page cannot be compared") };
    let Some(memory) = memory else {
        let page = alike(page, &now, &ours);
        return Node::read(&page).map_or_else(Merged::default, |now| Merger::comparing(&page, &now, spec, &ours).run());
    };
    let Some(before) = Node::read(memory) else {
        return Merged::failed(
            "what was remembered of the page is damaged; restore its file, or delete it to compare only",
        );
    };
    let memory = alike(memory, &before, &ours);
    let Some(before) = Node::read(&memory) else { return Merged::default() };
    let page = alike(page, &now, &before);
    let Some(now) = Node::read(&page) else { return Merged::default() };
    Merger::merging(&before, &page, &now, spec, &ours).run()
}

/// A reading, with types and value lists called as in another text.
fn alike<'t>(text: &'t str, node: &Node, like: &Node) -> Cow<'t, str> {
    names::called_alike(text, node, like).map_or(Cow::Borrowed(text), Cow::Owned)
}
