//! What earlier runs have told of the pages of a service. The wording is the page's in part, and is not kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Note, Notes, Weight};
use crate::fingerprint::fingerprint;

const HEAD: &str = "# What `cargo xtask transcribe` has told of these pages. Written by it; not to be edited.\n";

/// The notes that need not be told again: a mark for each, by the name of the page's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pages: BTreeMap<String, BTreeSet<String>>,
}

impl Told {
    /// Reads what [`text`](Self::text) wrote; lines that it cannot have written say nothing.
    pub fn read(text: &str) -> Self {
        let mut told = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((mark, page)) = line.split_once(' ') {
                told.pages.entry(page.to_owned()).or_default().insert(mark.to_owned());
            }
        }
        told
    }

    /// A line for each note, so that two people's runs can be merged.
    ///
    /// # Examples
    ///
    /// ```
    /// use tablature_transcribe::report::{Notes, Told, Weight};
    ///
    /// let mut notes = Notes::default();
    /// notes.say(Weight::Guess, 0, "this may be that");
    /// let told = Told::default().after([("page.md", &notes)], false);
    /// assert!(notes.untold(&told, "folder/page.md").all().is_empty());
    /// assert_eq!(Told::read(&told.text()), told);
    /// ```
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (page, mark) in self.pages.iter().flat_map(|(page, marks)| marks.iter().map(move |mark| (page, mark))) {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{mark} {page}");
        }
        text
    }

    /// Whether nothing was ever told.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// What is told behind a run that read these pages. What was not understood has to be told until somebody says that
    /// it is `settled`.
    #[must_use]
    pub fn after<'n>(&self, pages: impl IntoIterator<Item = (&'n str, &'n Notes)>, settled: bool) -> Self {
        let mut read: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (page, notes) in pages {
            let marks = read.entry(name(page)).or_default();
            let settles = |note: &&Note| settled || note.weight != Weight::NotUnderstood || self.has(page, note);
            marks.extend(notes.all().iter().filter(settles).map(mark));
        }
        let mut told = self.clone();
        told.pages.extend(read);
        told.pages.retain(|_, marks| !marks.is_empty());
        told
    }

    pub(super) fn has(&self, page: &str, note: &Note) -> bool {
        self.pages.get(&name(page)).is_some_and(|marks| marks.contains(&mark(note)))
    }
}

/// The file's name alone: a page may be read with its folder or by itself.
fn name(page: &str) -> String {
    let name = page.rsplit('/').next().unwrap_or(page);
    name.chars().filter(|character| !character.is_control()).collect()
}

/// Stands for what is said, wherever on the page.
fn mark(note: &Note) -> String {
    format!("{:016x}", fingerprint(note.weight.word().bytes().chain(note.text.bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(said: &[(Weight, &str)]) -> Notes {
        let mut notes = Notes::default();
        for (at, (weight, text)) in said.iter().enumerate() {
            notes.say(*weight, at, *text);
        }
        notes
    }

    #[test]
    fn guesses_are_told_once_and_gaps_until_they_are_settled() {
        let said = notes(&[(Weight::Guess, "a"), (Weight::NotUnderstood, "b")]);
        let told = Told::default().after([("x/p.md", &said)], false);
        let left = said.untold(&told, "p.md");
        assert_eq!(left.all().iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["b"]);
        let told = told.after([("p.md", &said)], true);
        assert!(said.untold(&told, "p.md").all().is_empty());
        assert_eq!(told.after([("p.md", &said)], false), told, "what is settled stays so");
    }

    #[test]
    fn what_a_page_does_not_say_any_more_is_forgotten_and_other_pages_stay() {
        let (first, other) = (notes(&[(Weight::Guess, "a")]), notes(&[(Weight::Guess, "b")]));
        let told = Told::default().after([("p.md", &first), ("q.md", &other)], false);
        let later = told.after([("p.md", &Notes::default())], false);
        assert_eq!(first.untold(&later, "p.md").all().len(), 1);
        assert!(other.untold(&later, "q.md").all().is_empty());
    }
}
