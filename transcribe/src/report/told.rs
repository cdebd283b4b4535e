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
            if let Some((mark, page)) = line.split_once(' ').filter(|(mark, page)| is_mark(mark) && !page.is_empty()) {
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

    /// What is told behind a run that read these pages, each named by its path and by what else tells it from pages whose
    /// files are called the same. What was not understood has to be told until somebody says that it is `settled`.
    #[must_use]
    pub fn after<'n>(&self, pages: impl IntoIterator<Item = (&'n str, &'n Notes)>, settled: bool) -> Self {
        let mut read: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (page, notes) in pages {
            let known = self.pages.get(&Self::name(page));
            let is_known = |mark: &String| known.is_some_and(|known| known.contains(mark));
            let told = numbered(notes).filter_map(|(note, number)| {
                let mark = mark(note, number);
                (settled || note.weight != Weight::NotUnderstood || is_known(&mark)).then_some(mark)
            });
            read.entry(Self::name(page)).or_default().extend(told);
        }
        let mut told = self.clone();
        told.pages.extend(read);
        told.pages.retain(|_, marks| !marks.is_empty());
        told
    }

    /// Forgets pages: those for whose names, as [`name`](Self::name) gives them, a test does not hold.
    pub fn retain(&mut self, holds: impl Fn(&str) -> bool) {
        self.pages.retain(|page, _| holds(page));
    }

    /// What a page goes by: the file's name alone, since it may be read with its folder or by itself.
    pub fn name(page: &str) -> String {
        let name = page.rsplit('/').next().unwrap_or(page);
        name.chars().filter(|character| !character.is_control()).collect()
    }

    /// The notes of a page that were not told. Of those that say the same, all are told again when there are more than
    /// there were: which of them is new, nobody can say.
    pub(super) fn untold<'n>(&self, page: &str, notes: &'n Notes) -> impl Iterator<Item = &'n Note> {
        let known = self.pages.get(&Self::name(page));
        let last: BTreeMap<_, _> = numbered(notes).map(|(note, number)| (said(note), mark(note, number))).collect();
        let is_told =
            move |note: &&Note| known.zip(last.get(&said(note))).is_some_and(|(known, mark)| known.contains(mark));
        notes.all().iter().filter(move |note| !is_told(note))
    }
}

fn said(note: &Note) -> (Weight, &str) {
    (note.weight, &note.text)
}

/// The notes, each with its number among those that say the same.
fn numbered(notes: &Notes) -> impl Iterator<Item = (&Note, usize)> {
    let mut numbers: BTreeMap<(Weight, &str), usize> = BTreeMap::new();
    notes.all().iter().map(move |note| {
        let number = numbers.entry(said(note)).or_default();
        *number += 1;
        (note, *number)
    })
}

/// Stands for what is said, wherever on the page.
fn mark(note: &Note, number: usize) -> String {
    let number = if number > 1 { number.to_string() } else { String::new() };
    format!("{:016x}", fingerprint([note.weight.word(), &note.text, &number].into_iter().flat_map(str::bytes)))
}

fn is_mark(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
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

    #[test]
    fn pages_are_forgotten_by_their_names() {
        let said = notes(&[(Weight::Guess, "a")]);
        let mut told = Told::default().after([("x/p.md SetThing", &said), ("x/q.md", &said)], false);
        told.retain(|page| page != Told::name("y/p.md SetThing"));
        assert_eq!(said.untold(&told, "p.md SetThing").all().len(), 1);
        assert!(said.untold(&told, "q.md").all().is_empty());
    }

    #[test]
    fn of_notes_that_say_the_same_each_is_told() {
        let said = |count| notes(&vec![(Weight::NotUnderstood, "a"); count]);
        let told = Told::default().after([("p.md", &said(2))], true);
        for (count, left) in [(1, 0), (2, 0), (3, 3)] {
            assert_eq!(said(count).untold(&told, "p.md").all().len(), left, "{count}");
        }
        assert_eq!(told.after([("p.md", &said(3))], false), told);
    }

    #[test]
    fn lines_of_others_are_left_out() {
        let told = Told::read("# head\n<<<<<<< HEAD\n0123456789abcdef p.md\n=======\nx y\n0123456789abcdef \n");
        assert_eq!(told, Told::read("0123456789abcdef p.md"));
        assert_eq!(told.text().lines().count(), 2);
    }
}
