//! Page -> drafts: which action a page is about, what its tables say, row by row, and which structures rows refer to.

mod actions;
mod assemble;
mod branches;
mod columns;
mod endpoints;
mod errors;
mod examples;
mod flattened;
mod footnotes;
mod headings;
mod json;
mod kinds;
mod literals;
mod models;
mod nested;
mod owners;
mod request;
mod sections;
mod shapes;
mod struck;
mod structures;
mod tables;
mod unheaded;
mod unlisted;
mod unrecognised;
mod untyped;

pub(crate) use examples::NOT_JSON;
pub(crate) use json::string_length;
pub(crate) use structures::{Structure, Structures};
pub(crate) use unlisted::MOST_FIELDS;

use std::collections::BTreeSet;

use crate::dialect::Dialect;
use crate::draft::{Draft, Model};
use crate::page::Page;
use crate::report::{Notes, Weight};

/// A page to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'p> {
    /// Its path, as it is to stand in specs and messages.
    pub(crate) path: &'p str,
    /// Its text.
    pub(crate) text: &'p str,
}

/// What a page says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The actions on it, in its order; none, when it documents none.
    pub drafts: Vec<Draft>,
    /// The structures that it defines, when it documents no action.
    pub models: Vec<Model>,
    /// What there is to say about it.
    pub notes: Notes,
}

/// Reads a page by itself. What its actions refer to may stand on other pages; [`finish`] puts both together.
pub(crate) fn read(source: Source<'_>, dialect: &Dialect) -> Reading {
    let page = Page::read(source.text, dialect);
    let mut reading = Reading::default();
    for repair in &page.repairs {
        reading.notes.say(Weight::Read, repair.at, repair.what);
    }
    let mut without = Vec::new();
    for part in actions::parts(&page, source, dialect) {
        let mut sections = sections::sections(part.blocks, source.text, dialect);
        unheaded::settle(&mut sections, part.headed.then_some(part.action.as_str()), dialect);
        match assemble::draft(&part, &sections, source, dialect, &mut reading.notes) {
            Some(draft) => reading.drafts.push(draft),
            None => without.push((part, sections)),
        }
    }
    if reading.drafts.is_empty() {
        let sections = sections::sections(&page.blocks, source.text, dialect);
        reading.models = structures::of(&page, &sections, source.path, dialect, &mut reading.notes);
        if reading.models.is_empty() && without.is_empty() {
            unrecognised::without_action(&sections, dialect, &mut reading.notes);
        }
    }
    let read: BTreeSet<&str> = reading.drafts.iter().map(|draft| draft.action.as_str()).collect();
    for headed in headings::unread(&page, dialect, |name| read.contains(name)) {
        unrecognised::without_spec(&headed.action, headed.at.start, &mut reading.notes);
    }
    for (part, sections) in without.iter().filter(|_| reading.models.is_empty()) {
        unrecognised::without_sections(part, sections, dialect, &mut reading.notes);
    }
    if reading.drafts.is_empty() && reading.notes.count(Weight::NotUnderstood) == 0 {
        reading.notes.say(Weight::Read, 0, "no action is documented here");
    }
    reading
}

/// Puts the actions of a page together, once the structures of all pages are known.
pub(crate) fn finish(reading: &mut Reading, service: &str, structures: &Structures, dialect: &Dialect) {
    let page = Structures::of_page(&reading.drafts, service);
    for draft in &mut reading.drafts {
        page.bring(draft, service, &mut reading.notes);
        assemble::finish(draft, service, structures, dialect, &mut reading.notes);
    }
}
