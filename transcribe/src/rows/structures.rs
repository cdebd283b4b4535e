//! Structures on pages of their own: a page that documents no action may define what the pages of actions refer to.

use std::collections::BTreeMap;

use super::assemble::fields;
use super::models;
use super::sections::{Content, Part};
use crate::dialect::{Dialect, Section};
use crate::draft::{Draft, Kind, Model, Row};
use crate::names::is_name;
use crate::page::{BlockKind, Page};
use crate::report::{Notes, Weight};

/// Most structures that an action takes from other pages.
const MOST: usize = 300;

/// A structure, and where it is defined.
#[derive(Clone, Debug)]
pub(crate) struct Structure {
    /// Service of the page.
    pub(crate) service: String,
    /// Path of the page.
    pub(crate) page: String,
    /// What it is.
    pub(crate) model: Model,
}

/// Structures that stand elsewhere, by their names in small letters: on pages that document no action, or beside
/// another action of the page.
#[derive(Debug, Default)]
pub(crate) struct Structures {
    by_name: BTreeMap<String, Vec<Structure>>,
    /// Whether they stand beside other actions of the same page.
    beside: bool,
}

/// The structures that a page without actions defines: each table below a heading of models, by the name above it, or
/// by the name of the page.
pub(super) fn of(page: &Page, sections: &[Part<'_>], path: &str, dialect: &Dialect, notes: &mut Notes) -> Vec<Model> {
    let mut found: Vec<Model> = Vec::new();
    for part in sections.iter().filter(|part| part.section == Section::Models) {
        let Content::Table(table) = part.content else { continue };
        let Some(name) = part.own_name().or_else(|| title(page)).or_else(|| stem(path)) else { continue };
        let rows = fields(table, dialect, notes);
        if rows.is_empty() || found.iter().any(|model| model.name == name) {
            continue;
        }
        found.push(Model { name: name.clone(), printed: Some(name), rows, at: part.at.clone() });
    }
    found
}

fn title(page: &Page) -> Option<String> {
    let first = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Heading { text, .. } => Some(text),
        _ => None,
    });
    let name = page.title.as_ref().or(first)?.as_str().split('{').next()?.trim();
    is_name(name).then(|| name.to_owned())
}

fn stem(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?.split('.').next()?;
    is_name(name).then(|| name.to_owned())
}

impl Structures {
    /// Those of a page with several actions: what one defines, the others may refer to.
    pub(super) fn of_page(drafts: &[Draft], service: &str) -> Self {
        let mut structures = Self { beside: true, ..Self::default() };
        for draft in drafts.iter().filter(|_| drafts.len() > 1) {
            for model in draft.models.iter().filter(|model| model.printed.is_some()) {
                let (service, page) = (service.to_owned(), draft.page.clone());
                structures.add(Structure { service, page, model: model.clone() });
            }
        }
        structures
    }

    /// Adds a structure.
    pub(crate) fn add(&mut self, structure: Structure) {
        self.by_name.entry(structure.model.name.to_ascii_lowercase()).or_default().push(structure);
    }

    /// The structure that a page of a service means by a name: one of its service, or the only one. Several that are
    /// alike are one.
    fn find(&self, service: &str, name: &str) -> Result<&Structure, usize> {
        let all = self.by_name.get(&name.to_ascii_lowercase()).map(Vec::as_slice).unwrap_or_default();
        let own: Vec<_> = all.iter().filter(|structure| structure.service == service).collect();
        let candidates = if own.is_empty() { all.iter().collect() } else { own };
        let names = |structure: &Structure| structure.model.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
        match candidates.split_first() {
            Some((first, others)) if others.iter().all(|other| names(other) == names(first)) => Ok(first),
            _ => Err(candidates.len()),
        }
    }

    /// Brings the structures into a draft that it refers to and does not define, and those that they refer to.
    pub(super) fn bring(&self, draft: &mut Draft, service: &str, notes: &mut Notes) {
        if self.by_name.is_empty() {
            return;
        }
        let mut tried = std::collections::BTreeSet::new();
        let mut open = wanted(draft.request.iter().chain(&draft.response));
        open.extend(wanted(draft.models.iter().flat_map(|model| &model.rows)));
        while let Some((name, at)) = open.pop() {
            if draft.models.len() >= MOST || models::model(draft, &name).is_some() || !tried.insert(name.clone()) {
                continue;
            }
            match self.find(service, &name) {
                Ok(structure) => {
                    match self.beside {
                        true => notes.say(Weight::Guess, at, format!("`{name}` is that of another action of the page")),
                        false => notes.say(Weight::Read, at, format!("`{name}` is defined on {}", structure.page)),
                    }
                    let mut model = structure.model.clone();
                    model.name = models::free_name(draft, &model.name);
                    model.at = at..at;
                    model.rows.iter_mut().for_each(|row| row.stand_at(at));
                    open.extend(wanted(model.rows.iter()));
                    draft.models.push(model);
                }
                Err(0) => {}
                Err(count) => {
                    let text = format!("`{name}` is defined in {count} places, each in its own way; none is taken");
                    notes.say(Weight::NotUnderstood, at, text);
                }
            }
        }
    }
}

/// The names of structures that rows refer to, and where.
fn wanted<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<(String, usize)> {
    let named = |row: &Row| match &row.kind {
        Kind::Model(name) => Some((name.clone(), row.at.start)),
        _ => None,
    };
    let mut names: Vec<_> = rows.filter_map(named).collect();
    // The first is taken first.
    names.reverse();
    names
}
