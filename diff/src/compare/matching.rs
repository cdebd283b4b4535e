//! Which row of the new state is which of the old one: by name, and, where that fails, by evidence.

use std::collections::BTreeMap;

/// A row, as far as it matters for being found again.
pub(super) struct Candidate<'m> {
    /// Its name with everything around it: `Tag.Key`.
    pub(super) key: String,
    /// Its own part of the name: `Key`.
    pub(super) name: &'m str,
    /// What it holds, in words that are the same on both sides.
    pub(super) kind: String,
    pub(super) doc: Option<&'m str>,
    pub(super) required: bool,
}

impl Candidate<'_> {
    fn parent(&self) -> &str {
        self.key.strip_suffix(self.name).unwrap_or(&self.key)
    }
}

/// What became of the rows; indices on both sides.
#[derive(Default)]
pub(super) struct Matches {
    pub(super) same: Vec<(usize, usize)>,
    pub(super) renamed: Vec<Renamed>,
    pub(super) removed: Vec<usize>,
    pub(super) added: Vec<usize>,
}

pub(super) struct Renamed {
    pub(super) old: usize,
    pub(super) new: usize,
    pub(super) how: How,
    pub(super) evidence: Evidence,
}

/// What a renaming changed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Case or punctuation only: certain.
    Recased,
    /// The name.
    Renamed,
    /// What it stands in.
    Nested,
}

/// Why two rows are taken for one.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    reasons: Vec<&'static str>,
    score: u32,
}

impl Evidence {
    /// Enough to speak of one row.
    const ENOUGH: u32 = 5;

    pub(super) fn of_action() -> Self {
        Self { reasons: vec!["the names are alike", "most rows are the same"], score: Self::ENOUGH }
    }

    pub(super) fn text(&self) -> String {
        self.reasons.join(", ")
    }

    fn add(&mut self, holds: bool, weight: u32, reason: &'static str) {
        if holds {
            self.reasons.push(reason);
            self.score += weight;
        }
    }
}

pub(super) fn matched(old: &[Candidate<'_>], new: &[Candidate<'_>]) -> Matches {
    let mut matches = Matches::default();
    let places: BTreeMap<&str, usize> = new.iter().enumerate().map(|(index, row)| (row.key.as_str(), index)).collect();
    let mut added: Vec<bool> = vec![true; new.len()];
    for (index, row) in old.iter().enumerate() {
        match places.get(row.key.as_str()) {
            Some(found) => {
                added[*found] = false;
                matches.same.push((index, *found));
            }
            None => matches.removed.push(index),
        }
    }
    matches.added = (0..new.len()).filter(|index| added[*index]).collect();
    if !matches.removed.is_empty() && !matches.added.is_empty() {
        find_renamed(old, new, &mut matches);
    }
    matches
}

/// The best pair first, until no pair has enough for it.
fn find_renamed(old: &[Candidate<'_>], new: &[Candidate<'_>], matches: &mut Matches) {
    let mut pairs: Vec<Renamed> = Vec::new();
    for left in &matches.removed {
        for right in &matches.added {
            pairs.extend(weighed(old, new, *left, *right, &matches.same));
        }
    }
    pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.evidence.score), pair.old, pair.new));
    for pair in pairs {
        if matches.removed.contains(&pair.old) && matches.added.contains(&pair.new) {
            matches.removed.retain(|index| *index != pair.old);
            matches.added.retain(|index| *index != pair.new);
            matches.renamed.push(pair);
        }
    }
    matches.renamed.sort_by_key(|pair| pair.old);
}

fn weighed(
    old: &[Candidate<'_>],
    new: &[Candidate<'_>],
    left: usize,
    right: usize,
    same: &[(usize, usize)],
) -> Option<Renamed> {
    let (before, after) = (&old[left], &new[right]);
    let mut evidence = Evidence::default();
    let how = if before.parent() != after.parent() {
        evidence.add(before.name == after.name, 3, "the name is the same");
        evidence.add(evidence.score > 0 && after.name.len() >= 8, 1, "the name is a long one");
        How::Nested
    } else if folded(before.name) == folded(after.name) {
        evidence.add(true, 3 * Evidence::ENOUGH, "only case or punctuation differs");
        How::Recased
    } else {
        let alike = alike(before.name, after.name);
        evidence.add(alike >= 0.85, 3, "the names are nearly the same");
        evidence.add((0.6..0.85).contains(&alike) || contains(before.name, after.name), 2, "the names are alike");
        How::Renamed
    };
    if before.kind != after.kind || evidence.score == 0 && how == How::Nested {
        return None;
    }
    let doc = before.doc.filter(|doc| doc.len() >= 8);
    evidence.add(doc.is_some() && doc == after.doc, 3, "the description is the same");
    let neighbours = [left.checked_sub(1).zip(right.checked_sub(1)), Some((left + 1, right + 1))];
    let is_beside = neighbours.into_iter().flatten().any(|pair| same.contains(&pair));
    evidence.add(how != How::Nested && is_beside, 1, "it stands in the same place");
    evidence.add(before.required == after.required, 1, "it is needed as before");
    (evidence.score >= Evidence::ENOUGH).then_some(Renamed { old: left, new: right, how, evidence })
}

/// Letters and digits, without their case.
fn folded(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn contains(left: &str, right: &str) -> bool {
    let (left, right) = (folded(left), folded(right));
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    short.len() >= 4 && long.contains(&short)
}

/// How alike two names are, from 0 to 1.
pub(super) fn alike(left: &str, right: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&folded(left), &folded(right))
}
