//! What a reading has to say for itself: what was guessed, and what was not understood, each with its place.

mod told;

use std::fmt::Write as _;

pub use told::Told;

use crate::page::Lines;

/// Something to say about a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How it matters.
    pub weight: Weight,
    /// What is to be said.
    pub text: String,
    /// Where, in bytes of the page.
    pub at: usize,
}

/// How a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Read as the page surely means it, though it is not written so.
    Read,
    /// The page leaves it open, and the spec takes the likelier side. A reviewer should look.
    Guess,
    /// Left out of the spec.
    NotUnderstood,
}

impl Weight {
    fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Guess => "guess",
            Self::NotUnderstood => "not understood",
        }
    }
}

/// What there is to say about one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    notes: Vec<Note>,
}

impl Notes {
    /// Says something.
    pub fn say(&mut self, weight: Weight, at: usize, text: impl Into<String>) {
        self.notes.push(Note { weight, text: text.into(), at });
    }

    /// Adds what is said of another page.
    pub fn add(&mut self, other: Self) {
        self.notes.extend(other.notes);
    }

    /// All of it, in the order of the page.
    pub fn all(&self) -> &[Note] {
        &self.notes
    }

    /// How many notes of this weight there are.
    pub fn count(&self, weight: Weight) -> usize {
        self.notes.iter().filter(|note| note.weight == weight).count()
    }

    /// Those that no earlier run has told; the page is named as for [`Told::after`].
    pub fn untold(&self, told: &Told, page: &str) -> Self {
        Self { notes: told.untold(page, self).cloned().collect() }
    }

    /// What was not understood, and everything else.
    pub fn divided(&self) -> (Self, Self) {
        let (gaps, read) = self.notes.iter().cloned().partition(|note: &Note| note.weight == Weight::NotUnderstood);
        (Self { notes: gaps }, Self { notes: read })
    }

    /// Puts the notes in the order of the page.
    pub(crate) fn sort(&mut self) {
        self.notes.sort_by_key(|note| (note.at, note.weight));
        self.notes.dedup();
    }

    /// One line a note: page, line, column, weight, text.
    pub fn shown(&self, page: &str, text: &str) -> String {
        if self.notes.is_empty() {
            return String::new();
        }
        let lines = Lines::new(text);
        self.notes.iter().fold(String::new(), |mut shown, note| {
            // Writing to a text cannot fail.
            let _ =
                writeln!(shown, "{page}:{}: {}: {}", lines.place(note.at), note.weight.word(), one_line(&note.text));
            shown
        })
    }
}

/// A text that cannot move the cursor nor begin a line.
fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_name_their_place() {
        let mut notes = Notes::default();
        notes.say(Weight::Guess, 3, "b\n");
        notes.say(Weight::NotUnderstood, 0, "a");
        notes.sort();
        assert_eq!(notes.shown("p.md", "x\nyz"), "p.md:1:1: not understood: a\np.md:2:2: guess: b \n");
        assert_eq!(notes.count(Weight::Guess), 1);
    }
}
