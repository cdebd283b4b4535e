//! How types stand inside of each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{Action, Kind, Row};

/// Which types stand directly inside of which: pairs of the outer and the inner one, by their rows that count.
pub(crate) struct Nesting {
    edges: BTreeSet<(usize, usize)>,
    /// What each type leads to, itself included.
    reached: Vec<BTreeSet<usize>>,
}

impl Nesting {
    pub(crate) fn of(action: &Action, counts: impl Fn(&Row) -> bool) -> Self {
        let inner = |owner: usize| {
            action.types[owner].rows.iter().filter(|row| counts(row)).filter_map(|row| match row.kind {
                Kind::Type(index) => Some(index),
                _ => None,
            })
        };
        let edges = (0..action.types.len()).flat_map(|owner| inner(owner).map(move |index| (owner, index))).collect();
        let reached = (0..action.types.len()).map(|from| reached(from, &edges)).collect();
        Self { edges, reached }
    }

    /// The pairs whose inner type leads back to the outer one.
    pub(crate) fn cycles(&self) -> BTreeSet<(usize, usize)> {
        self.edges.iter().copied().filter(|(owner, index)| self.reached[*index].contains(owner)).collect()
    }

    /// How many types stand inside of each other at most, each with itself as the outermost one and counted once.
    pub(crate) fn depths(&self) -> Vec<usize> {
        let mut known = BTreeMap::new();
        (0..self.reached.len()).map(|index| self.depth(index, &mut known)).collect()
    }

    /// Types that lead to each other count together. What they lead to besides never leads back, so that this ends.
    fn depth(&self, from: usize, known: &mut BTreeMap<usize, usize>) -> usize {
        if let Some(depth) = known.get(&from) {
            return *depth;
        }
        let together: Vec<usize> =
            self.reached[from].iter().copied().filter(|other| self.reached[*other].contains(&from)).collect();
        let inner = together.iter().flat_map(|owner| self.inner(*owner)).filter(|inner| !together.contains(inner));
        let inner: BTreeSet<usize> = inner.collect();
        let below = inner.into_iter().map(|inner| self.depth(inner, known)).max().unwrap_or(0);
        let depth = together.len() + below;
        known.extend(together.into_iter().map(|one| (one, depth)));
        depth
    }

    fn inner(&self, owner: usize) -> impl Iterator<Item = usize> {
        self.edges.range((owner, 0)..=(owner, usize::MAX)).map(|(_, inner)| *inner)
    }
}

fn reached(from: usize, edges: &BTreeSet<(usize, usize)>) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(one) = open.pop() {
        if seen.insert(one) {
            open.extend(edges.range((one, 0)..=(one, usize::MAX)).map(|(_, next)| *next));
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nesting(types: usize, edges: &[(usize, usize)]) -> Nesting {
        let edges: BTreeSet<(usize, usize)> = edges.iter().copied().collect();
        Nesting { reached: (0..types).map(|from| reached(from, &edges)).collect(), edges }
    }

    #[test]
    fn the_longest_way_counts() {
        assert_eq!(nesting(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]).depths(), [4, 3, 2, 1]);
        assert_eq!(nesting(2, &[]).depths(), [1, 1]);
    }

    #[test]
    fn types_that_lead_to_each_other_count_once() {
        let tree = nesting(4, &[(0, 1), (1, 0), (1, 1), (1, 2), (3, 0)]);
        assert_eq!(tree.depths(), [3, 3, 1, 4]);
        assert_eq!(tree.cycles(), [(0, 1), (1, 0), (1, 1)].into());
    }
}
