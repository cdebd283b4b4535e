//! Which page counts when several document the same action.

use std::collections::BTreeMap;

use crate::PageFile;
use crate::report::Weight;
use crate::rows::Reading;

/// A draft that counts: its service, the index of its page and its index there.
pub type Chosen = (String, usize, usize);

/// How many other pages are named.
const SHOWN: usize = 3;

/// Finds the drafts that count. An action that several pages document is read from the one that is live; of several
/// live ones, from the one whose file has the action's name. Failing that it is read from none. Each page says so.
pub(crate) fn choose(
    pages: &[PageFile],
    readings: &mut [Reading],
    is_live: Option<&dyn Fn(&str) -> bool>,
) -> Vec<Chosen> {
    let mut found: BTreeMap<(String, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (page, (file, reading)) in pages.iter().zip(readings.iter()).enumerate() {
        for (index, draft) in reading.drafts.iter().enumerate() {
            // Two files whose names differ in case only are one on some systems.
            let key = (file.service.clone(), draft.action.to_lowercase());
            found.entry(key).or_default().push((page, index));
        }
    }
    let mut chosen = Vec::new();
    for ((service, _), places) in found {
        let path = |page: usize| pages.get(page).map_or("", |file| file.path.as_str());
        let live: Vec<_> = match is_live.filter(|_| places.len() > 1) {
            Some(is_live) => places.iter().filter(|(page, _)| is_live(path(*page))).copied().collect(),
            None => places.clone(),
        };
        let counts = match live.as_slice() {
            [one] => Some(*one),
            several => named_alike(several, pages, readings),
        };
        for (page, draft) in &places {
            let others = places.iter().filter(|place| **place != (*page, *draft)).map(|(page, _)| path(*page));
            let others: Vec<_> = others.take(SHOWN).collect();
            if !others.is_empty() {
                say(readings, (*page, *draft), counts, &others.join(", "));
            }
        }
        chosen.extend(counts.map(|(page, draft)| (service.clone(), page, draft)));
    }
    chosen
}

/// The only page whose file has the action's name: `add_targets.md` is that of `AddTargets`, not `add_targets_old.md`.
fn named_alike(places: &[(usize, usize)], pages: &[PageFile], readings: &[Reading]) -> Option<(usize, usize)> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|character| character.to_ascii_lowercase()).collect()
    };
    let mut alike = places.iter().filter(|(page, draft)| {
        let stem = pages.get(*page).and_then(|file| file.path.rsplit('/').next()?.split('.').next());
        let action = readings.get(*page).and_then(|reading| reading.drafts.get(*draft)).map(|draft| &draft.action);
        stem.zip(action).is_some_and(|(stem, action)| letters(stem) == letters(action))
    });
    let first = alike.next()?;
    alike.next().is_none().then_some(*first)
}

fn say(readings: &mut [Reading], place: (usize, usize), counts: Option<(usize, usize)>, others: &str) {
    let Some(reading) = readings.get_mut(place.0) else { return };
    let Some(draft) = reading.drafts.get(place.1) else { return };
    let (action, at) = (&draft.action, draft.named_at.start);
    let (weight, text) = match counts {
        Some(chosen) if chosen == place => {
            (Weight::Guess, format!("`{action}` also stands on {others}; this page counts"))
        }
        Some(_) => (Weight::Guess, format!("`{action}` also stands on {others}, and is not read from here")),
        None => {
            let text = format!(
                "`{action}` also stands on {others}, and nothing says which counts; none is read. \
                 Name the pages that count in a list (`--pages`)"
            );
            (Weight::NotUnderstood, text)
        }
    };
    reading.notes.say(weight, at, text);
}
