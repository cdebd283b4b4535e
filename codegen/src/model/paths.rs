//! Where each field of an answer is found: `Images.Image[].Size`.

use super::{Action, Kind, Place};

/// A field of the answer, with the way to it.
#[derive(Clone, Debug)]
pub struct Step {
    /// The way: `imageSet[].status`.
    pub path: String,
    /// The row.
    pub place: Place,
    /// Whether this is the object around a wrapped list, and not the list itself.
    pub wrapper: bool,
}

/// A model that refers to others many times over could unfold without end: so many steps, and bytes of their paths, are given.
const MOST_STEPS: usize = 100_000;
const MOST_BYTES: usize = 64 << 20;

/// All fields of the answer, depth first, in the page's order. A type inside of itself is not entered again.
pub fn response_paths(action: &Action) -> Vec<Step> {
    let mut steps = Steps::default();
    walk(action, None, "", &mut Vec::new(), &mut steps);
    steps.taken
}

/// The steps, and how many bytes their paths have.
#[derive(Default)]
struct Steps {
    taken: Vec<Step>,
    bytes: usize,
}

impl Steps {
    fn push(&mut self, path: &str, place: Place, wrapper: bool) {
        self.bytes += path.len();
        self.taken.push(Step { path: path.to_owned(), place, wrapper });
    }

    fn are_enough(&self) -> bool {
        self.taken.len() >= MOST_STEPS || self.bytes >= MOST_BYTES
    }
}

fn walk(action: &Action, owner: Option<usize>, before: &str, inside: &mut Vec<usize>, steps: &mut Steps) {
    let rows = owner.map_or(action.response.as_slice(), |owner| action.types[owner].rows.as_slice());
    for (index, row) in rows.iter().enumerate() {
        if steps.are_enough() {
            return;
        }
        let place = Place { owner, row: index };
        let dot = if before.is_empty() { "" } else { "." };
        let mut path = format!("{before}{dot}{}", row.name.value);
        if let Some(item) = &row.item {
            steps.push(&path, place, true);
            path = format!("{path}.{}", item.value);
        }
        steps.push(&path, place, false);
        let Kind::Type(inner) = row.kind else { continue };
        if inside.contains(&inner) {
            continue;
        }
        inside.push(inner);
        walk(action, Some(inner), &format!("{path}{}", if row.list { "[]" } else { "" }), inside, steps);
        inside.pop();
    }
}
