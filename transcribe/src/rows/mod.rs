//! Page -> drafts: which action a page is about, what its tables say, row by row, and which structures rows refer to.

mod actions;
mod assemble;
mod captions;
mod columns;
mod endpoints;
mod errors;
mod examples;
mod json;
mod kinds;
mod models;
mod nested;
mod request;
mod sections;
mod tables;
mod unlisted;

pub(crate) use examples::NOT_JSON;

use crate::dialect::Dialect;
use crate::draft::Draft;
use crate::page::Page;
use crate::report::Notes;

/// A page to be read.
#[derive(Clone, Copy, Debug)]
pub struct Source<'p> {
    /// Its path, as it is to stand in specs and messages.
    pub path: &'p str,
    /// Its text.
    pub text: &'p str,
}

/// What a page says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The actions on it, in its order; none, when it documents none.
    pub drafts: Vec<Draft>,
    /// What there is to say about it.
    pub notes: Notes,
}

/// Reads a page.
pub fn read(source: Source<'_>, dialect: &'static Dialect) -> Reading {
    let page = Page::read(source.text, dialect);
    let mut reading = Reading::default();
    for repair in &page.repairs {
        reading.notes.say(crate::report::Weight::Read, repair.at, repair.what);
    }
    for part in actions::parts(&page, source, dialect) {
        let sections = sections::sections(part.blocks, source.text, dialect);
        reading.drafts.extend(assemble::draft(&part, &sections, source, dialect, &mut reading.notes));
    }
    reading.notes.sort();
    reading
}
