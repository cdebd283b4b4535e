//! What the fake cloud keeps between calls, so that create, list and delete work together.

mod filter;
mod made_up;
mod progress;
mod roles;
mod words;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tablature_codegen::model::{Action, Kind, PagingStyle, Row, Type};
use tablature_runtime::jiff::Timestamp;

pub(crate) use roles::{Creation, Filter, Removal, Role, Roles, Work};

use self::progress::Progress;
use crate::answer::{data, typed};
use crate::read::Tree;
use crate::world::World;

/// No collection grows beyond this; whoever creates more is told so.
pub(crate) const MOST_THINGS: usize = 10_000;

/// A thing as the answers show it.
pub(crate) type Thing = Map<String, Value>;

/// The things of each collection, in the order in which they came.
#[derive(Debug)]
pub(crate) struct Store {
    collections: BTreeMap<String, Vec<Kept>>,
    created: u64,
    /// So many calls that list find a new thing as being made.
    listings_until_ready: u32,
}

#[derive(Debug)]
struct Kept {
    thing: Thing,
    progress: Option<Progress>,
}

/// One page of a list.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) things: Vec<Thing>,
    pub(crate) total: usize,
}

/// Why a call changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NotFound,
    Full,
}

impl Store {
    /// What the documented examples show or, where there is none, one made-up thing.
    pub(crate) fn seeded(world: &World, now: Timestamp, listings_until_ready: u32) -> Self {
        let mut store = Self { collections: BTreeMap::new(), created: 0, listings_until_ready };
        for (path, role) in world.roles.listings() {
            let Some((action, entry)) = entry_of(world, path) else { continue };
            let mut things = shown(action);
            if things.is_empty() {
                let mut thing = made_up::fields(action, &entry.rows, "", now);
                // What every call asks for is left open, so that every call finds it.
                filter::scopes(role).for_each(|field| {
                    thing.remove(field);
                });
                // Nobody is making it, so that it must not be waited for.
                Progress::begin(&mut thing, entry, action, 0);
                filter::meet_defaults(&mut thing, role, action);
                things.push(thing);
            }
            store.collections.entry(role.collection.clone()).or_default().extend(things.into_iter().map(Kept::from));
        }
        store
    }

    pub(crate) fn things(&self, collection: &str) -> impl Iterator<Item = &Thing> {
        self.collections.get(collection).into_iter().flatten().map(|kept| &kept.thing)
    }

    /// Holds these things instead, unless they are too many.
    pub(crate) fn replace(&mut self, collection: &str, things: Vec<Thing>) -> Result<(), Refusal> {
        if things.len() > MOST_THINGS {
            return Err(Refusal::Full);
        }
        self.collections.insert(collection.to_owned(), things.into_iter().map(Kept::from).collect());
        Ok(())
    }

    /// The page that a call asks for of the things that it asks for.
    pub(crate) fn list(&mut self, role: &Role, filters: &[Filter], action: &Action, given: &Tree) -> Page {
        let matching: Vec<&Thing> =
            self.things(&role.collection).filter(|thing| filter::passes(thing, filters, action, given)).collect();
        let (start, size) = bounds(action, given);
        let things = matching.iter().skip(start).take(size).map(|thing| filter::placed(thing, filters, given));
        let page = Page { things: things.collect(), total: matching.len() };
        self.collections.get_mut(&role.collection).into_iter().flatten().for_each(Kept::listed);
        page
    }

    /// Makes a thing of what a call says, and gives its ID.
    pub(crate) fn create(
        &mut self,
        world: &World,
        role: &Role,
        how: &Creation,
        call: &Call<'_>,
    ) -> Result<String, Refusal> {
        let Some((listing, entry)) = entry_of(world, &role.listing) else { return Err(Refusal::NotFound) };
        let mut thing = made_up::fields(listing, &entry.rows, &call.action.name, call.now);
        for (parameter, field) in &how.taken {
            match call.given.text(parameter) {
                Some(text) => thing.insert(field.clone(), held(entry, field, text)),
                None => thing.remove(field),
            };
        }
        self.created += 1;
        let kind = role.collection.rsplit('/').next().unwrap_or_default();
        let id = format!("{kind}-{:08x}", self.created);
        thing.insert(how.id.0.clone(), json!(id));
        let progress = Progress::begin(&mut thing, entry, listing, self.listings_until_ready);
        let things = self.collections.entry(role.collection.clone()).or_default();
        if things.len() >= MOST_THINGS {
            return Err(Refusal::Full);
        }
        things.push(Kept { thing, progress });
        Ok(id)
    }

    /// Removes what a call names, where the call says that it is.
    pub(crate) fn delete(&mut self, role: &Role, how: &Removal, action: &Action, given: &Tree) -> Result<(), Refusal> {
        let wanted: Vec<&str> = given.texts(&how.parameter).collect();
        let things = self.collections.entry(role.collection.clone()).or_default();
        let names = |kept: &Kept, id: &str| {
            kept.thing.get(&how.field).is_some_and(|value| filter::is(value, id))
                && filter::passes(&kept.thing, &how.within, action, given)
        };
        if !wanted.iter().all(|id| things.iter().any(|kept| names(kept, id))) {
            return Err(Refusal::NotFound);
        }
        things.retain(|kept| !wanted.iter().any(|id| names(kept, id)));
        Ok(())
    }
}

impl Kept {
    fn listed(&mut self) {
        let Self { thing, progress } = self;
        progress.take_if(|progress| progress.listed(thing));
    }
}

impl From<Thing> for Kept {
    fn from(thing: Thing) -> Self {
        Self { thing, progress: None }
    }
}

/// Made-up fields for an answer of which no example is documented.
pub(crate) fn sample(action: &Action, rows: &[Row]) -> Thing {
    made_up::fields(action, rows, "", Timestamp::UNIX_EPOCH)
}

/// A call that creates.
pub(crate) struct Call<'a> {
    pub(crate) action: &'a Action,
    pub(crate) given: &'a Tree,
    pub(crate) now: Timestamp,
}

/// An action that lists, and the type of what it lists.
fn entry_of<'w>(world: &'w World, path: &str) -> Option<(&'w Action, &'w Type)> {
    let (.., action) = world.within(path).ok()?.into_iter().next()?;
    let items = &action.response[action.paging.as_ref()?.items];
    let Kind::Type(entry) = items.kind else { return None };
    Some((action, &action.types[entry]))
}

/// The things in an action's documented examples.
fn shown(action: &Action) -> Vec<Thing> {
    let Some(paging) = &action.paging else { return Vec::new() };
    let row = &action.response[paging.items];
    let answers =
        action.examples.iter().filter_map(|example| example.response.as_ref()).map(|answer| data(&answer.value));
    let lists = answers.filter_map(|answer| {
        let items = answer.get(&row.name.value)?;
        row.item.as_ref().map_or(Some(items), |item| items.get(&item.value))?.as_array().cloned()
    });
    let things = lists.flatten().filter_map(|thing| if let Value::Object(thing) = thing { Some(thing) } else { None });
    things.collect()
}

/// How many things to skip, and how many to show at most.
fn bounds(action: &Action, given: &Tree) -> (usize, usize) {
    let Some(paging) = &action.paging else { return (0, usize::MAX) };
    let number = |row: usize| -> Option<i64> {
        let row = &action.request[row];
        let sent = given.text(&row.name).and_then(|text| text.parse().ok());
        sent.or_else(|| row.default.as_ref()?.value.wire().parse().ok())
    };
    let not_negative = |number: i64| usize::try_from(number.max(0)).unwrap_or(usize::MAX);
    let size = paging.size.and_then(number).map_or(usize::MAX, not_negative);
    let start = number(paging.start);
    let skipped = match paging.style {
        PagingStyle::Offset => not_negative(start.unwrap_or(0)),
        PagingStyle::Page => not_negative(start.unwrap_or(1).saturating_sub(1)).saturating_mul(size),
    };
    (skipped, size)
}

/// A text as the field holds it.
fn held(entry: &Type, field: &str, text: &str) -> Value {
    let row = entry.rows.iter().find(|row| row.name.value == field);
    row.map_or_else(|| json!(text), |row| typed(row.kind, text))
}
