//! Fields of answers whose names are paths: `data.set.id` is the field `id` of an entry of `set` in `data`.

use std::collections::BTreeMap;

use super::models::free_name;
use crate::draft::{Draft, Kind, Model, Row};
use crate::names;
use crate::report::{Notes, Weight};

/// Deepest path that is followed; deeper ones are no documentation.
const DEEPEST: usize = 12;

/// Most structures that paths can make.
const MOST: usize = 1_000;

/// Turns paths into structures, in the answer and in every model.
pub(super) fn nest(draft: &mut Draft, notes: &mut Notes) {
    let response = std::mem::take(&mut draft.response);
    draft.response = level(response, draft, notes, 0);
    for index in 0..draft.models.len() {
        let Some(model) = draft.models.get_mut(index) else { continue };
        let rows = std::mem::take(&mut model.rows);
        let rows = level(rows, draft, notes, 0);
        if let Some(model) = draft.models.get_mut(index) {
            model.rows = rows;
        }
    }
}

fn level(rows: Vec<Row>, draft: &mut Draft, notes: &mut Notes, depth: usize) -> Vec<Row> {
    let mut level: Vec<Row> = Vec::with_capacity(rows.len());
    let mut children: Vec<(usize, Vec<Row>)> = Vec::new();
    // Where each name stands in the level, and each owner among the children.
    let (mut places, mut parents) = (BTreeMap::new(), BTreeMap::new());
    for mut row in rows {
        let parts = names::parts(&row.name);
        let Some((first, list)) = parts.first().map(|(first, list)| ((*first).to_owned(), *list)) else { continue };
        let rest: Vec<String> = parts.iter().skip(1).map(|(part, list)| marked(part, *list)).collect();
        if rest.is_empty() {
            row.list |= list;
            places.entry(first.to_ascii_lowercase()).or_insert(level.len());
            row.name = first;
            level.push(row);
            continue;
        }
        if depth >= DEEPEST || draft.models.len() + children.len() >= MOST {
            let text = format!("`{}` stands too deep, or in one of too many structures; it is left out", row.name);
            notes.say(Weight::NotUnderstood, row.at.start, text);
            continue;
        }
        let index = *places.entry(first.to_ascii_lowercase()).or_insert_with(|| {
            notes.say(Weight::Read, row.at.start, format!("`{first}` has no row of its own; it is read as an object"));
            let mut owner = Row::new(first.clone(), row.at.clone());
            owner.kind = Kind::Object;
            level.push(owner);
            level.len() - 1
        });
        if let Some(owner) = level.get_mut(index) {
            owner.list |= list;
        }
        row.name = rest.join(".");
        match parents.get(&index).and_then(|at: &usize| children.get_mut(*at)) {
            Some((_, rows)) => rows.push(row),
            None => {
                parents.insert(index, children.len());
                children.push((index, vec![row]));
            }
        }
    }
    for (index, rows) in children {
        let rows = self::level(rows, draft, notes, depth + 1);
        let Some(owner) = level.get_mut(index) else { continue };
        adopt(owner, rows, draft);
    }
    level
}

fn marked(part: &str, list: bool) -> String {
    if list { format!("{part}.n") } else { part.to_owned() }
}

/// Gives a row its fields, beside those that it has.
fn adopt(owner: &mut Row, rows: Vec<Row>, draft: &mut Draft) {
    if let Kind::Model(name) = &owner.kind
        && let Some(model) = draft.models.iter_mut().find(|model| model.name == *name)
    {
        let new = rows.into_iter().filter(|row| model.rows.iter().all(|known| known.name != row.name));
        let new: Vec<_> = new.collect();
        model.rows.extend(new);
        return;
    }
    // A type that the page names and does not define is called so.
    let called = match &owner.kind {
        Kind::Model(name) => name,
        _ => &owner.name,
    };
    let name = free_name(draft, &names::model(called));
    owner.kind = Kind::Model(name.clone());
    draft.models.push(Model { name, printed: None, rows, at: owner.at.clone() });
}
