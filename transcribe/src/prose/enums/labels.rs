//! Which segments belong to the meaning of a value.

use super::lists::{Form, Joiner, Next};
use super::segments::Segment;
use super::shapes::Shape;
use crate::prose::cues::Cue;
use crate::prose::tokens::TokenKind;

/// How many parts a meaning has at most, cut at commas.
const LABEL_PARTS: usize = 12;

/// What a meaning that is glued to its value does not hold: it would be another statement.
const STATEMENTS: &[Cue] = &[
    Cue::When,
    Cue::Then,
    Cue::Not,
    Cue::Default,
    Cue::Supports,
    Cue::Only,
    Cue::Required,
    Cue::Effective,
    Cue::Above,
    Cue::Below,
    Cue::AtLeast,
    Cue::AtMost,
];

impl Joiner<'_> {
    /// A value of the list at the beginning of a line that says something about it.
    pub(super) fn is_mentioned(&self, value: usize, segment: &Segment) -> bool {
        let word = self.reading.word(value);
        segment.starts_anew() && self.list.entries.iter().any(|entry| self.reading.word(entry.value) == word)
    }

    /// `Slow慢速` in a line of its own, below lines with one value each.
    pub(super) fn heads_line(&self, value: usize, text: usize, segment: &Segment) -> bool {
        let word = |at: usize| self.reading.kind(at) == Some(TokenKind::Word);
        let glued = self.reading.tokens.get(text).is_some_and(|token| !token.spaced && token.kind == TokenKind::Han);
        let states = segment.tokens.clone().any(|at| self.reading.cue(at).is_some_and(|cue| STATEMENTS.contains(&cue)));
        let lines = self.list.entries.len() > 1 && self.major == Some('\n') && segment.after == '\n';
        let fresh = !self.is_mentioned(value, segment) && !self.reading.is_sibling(self.reading.word(value));
        lines && fresh && glued && !states && self.list.entries.iter().all(|entry| word(entry.value)) && word(value)
    }

    /// The last value stands alone, and what follows a comma may be its meaning.
    pub(super) fn expects_label(&self, at: usize) -> bool {
        let unlabelled = self.list.entries.last().is_some_and(|last| last.label.is_none());
        let comma = self.segments[at].after == ',';
        let next = self.segments.get(at + 1);
        comma
            && unlabelled
            && match self.form {
                Some(Form::Bare) => {
                    let more = next.is_some_and(|next| {
                        next.after != ',' && matches!(next.shape, Shape::Value(_) | Shape::ValueFirst(..))
                    });
                    self.list.entries.len() == 1 && !self.titled && more
                }
                Some(Form::Alternating | Form::ValueFirst) => true,
                _ => false,
            }
    }

    /// `3: schools/other places; 4: …`: a part of a meaning, and not of the list.
    pub(super) fn goes_on_in_label(&self, segment: &Segment) -> bool {
        let labelled = matches!(self.form, Some(Form::ValueFirst | Form::LabelFirst));
        labelled && !self.away && matches!(segment.after, '/' | '&' | '、')
    }

    /// `2. …` begins a line below a list of words: a chapter, and no value.
    pub(super) fn begins_chapter(&self, value: usize, segment: &Segment) -> bool {
        let number = |at: usize| self.reading.kind(at) == Some(TokenKind::Number);
        let worded = self.list.entries.first().is_some_and(|entry| !number(entry.value));
        worded && number(value) && segment.after == '\n' && self.reading.is_mark(segment.tokens.end, "。")
    }

    /// `Period, 30 days each`: a number behind a comma goes on with the meaning of a word.
    pub(super) fn goes_on_with_number(&self, value: usize, segment: &Segment) -> bool {
        let number = |at: usize| self.reading.kind(at) == Some(TokenKind::Number);
        let worded = self.list.entries.first().is_some_and(|entry| !number(entry.value));
        let glued = self.reading.kind(value + 1) == Some(TokenKind::Han);
        worded && number(value) && glued && segment.after == ','
    }

    /// A comma inside of a label: the next entry follows a stronger mark.
    pub(super) fn within_label(&self, segment: &Segment, at: usize) -> bool {
        let paired = |next: &&Segment| {
            matches!(next.shape, Shape::ValueFirst(..) | Shape::LabelFirst(..) | Shape::ValueBracket(..))
        };
        let next = self.segments[at + 1..].iter().take(LABEL_PARTS).find(paired);
        let lines = self.list.entries.len() > 1 && self.major == Some('\n');
        !segment.starts_anew() && (next.is_some_and(Segment::starts_anew) || lines)
    }

    pub(super) fn explain(&mut self, segment: &Segment) -> Next {
        if let Some(last) = self.list.entries.last_mut() {
            last.label = Some(segment.tokens.clone());
        }
        self.list.tokens.end = segment.tokens.end;
        Next::Go
    }
}
