//! Rows that got another name: the page mended a slip, or spells the mark of a list in another way.

use tablature_codegen::source::Node;

use super::memory::Marks;

/// More rows than these that come and go are no renames; the page was written anew.
const MOST: usize = 100;

/// A page's table in an earlier reading and in a later one.
#[derive(Clone, Copy)]
pub(super) struct Readings<'r> {
    /// How descriptions were worded then, and how they are now.
    pub(super) marks: [&'r Marks<'r>; 2],
    /// `request`, `response`, `types <name>`.
    pub(super) table: &'r str,
}

/// Rows of a table that were renamed, old name and new. A pair is one that nothing else could be a pair with: the
/// names differ in marks, dots and case only, or the description is the same to the letter.
pub(super) fn renames(readings: Readings<'_>, base: &Node, page: &Node) -> Vec<(String, String)> {
    let only = |left: &Node, right: &Node| -> Vec<String> {
        let others = right.index();
        left.entries().iter().map(|row| row.key.clone()).filter(|key| !others.contains_key(key.as_str())).collect()
    };
    let (gone, new) = (only(base, page), only(page, base));
    if gone.len().max(new.len()) > MOST {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    for test in [same_letters, same_words] {
        for old in &gone {
            let partners: Vec<_> = new.iter().filter(|new| test(readings, old, new)).collect();
            let [partner] = partners.as_slice() else { continue };
            let rivals = gone.iter().filter(|old| test(readings, old, partner)).count();
            let known = pairs.iter().any(|(from, to)| from == old || to == *partner);
            if rivals == 1 && !known {
                pairs.push((old.clone(), (*partner).clone()));
            }
        }
    }
    pairs
}

fn same_letters(_: Readings<'_>, old: &str, new: &str) -> bool {
    let letters = |name: &str| -> String {
        let parts = name.split('.').filter(|part| !crate::names::is_mark(part));
        parts.collect::<String>().to_lowercase()
    };
    letters(old) == letters(new)
}

fn same_words(readings: Readings<'_>, old: &str, new: &str) -> bool {
    let [before, now] = readings.marks;
    let mark = before.of_row(readings.table, old);
    mark.is_some() && mark == now.of_row(readings.table, new)
}
