//! What stands behind a list of values.

use super::lists::{Entry, Joiner};
use super::segments::Segment;
use super::shapes::Shape;
use crate::prose::cues::Cue;
use crate::prose::tokens::TokenKind;

impl Joiner<'_> {
    /// A further value with its meaning behind the end makes the list doubtful, unless all are quoted and nothing but
    /// the default stands between: then it was added later, behind what stood there already.
    pub(super) fn look_behind(&mut self, end: usize) {
        let quoted = |value: usize| self.reading.kind(value) == Some(TokenKind::Quoted);
        let mut added = true;
        for segment in self.segments.iter().skip(end) {
            added &= matches!(segment.shape, Shape::Stop(Cue::Default) | Shape::ValueFirst(..));
            if let Shape::ValueFirst(value, label) = &segment.shape
                && added
                && quoted(*value)
                && self.list.entries.iter().all(|entry| quoted(entry.value) && entry.label.is_some())
            {
                self.list.entries.push(Entry { value: *value, label: Some(label.clone()) });
                continue;
            }
            let value = match segment.shape {
                Shape::ValueFirst(value, _) | Shape::ValueBracket(value, _) => Some(value),
                Shape::Value(value) if quoted(value) => Some(value),
                _ => None,
            };
            // "When `field` is …": another row is spoken of.
            if let Some(value) = value.filter(|value| !self.reading.is_sibling(self.reading.word(*value))) {
                let known =
                    self.list.entries.iter().any(|entry| self.reading.word(entry.value) == self.reading.word(value));
                let alike = self
                    .list
                    .entries
                    .first()
                    .is_some_and(|entry| self.reading.kind(entry.value) == self.reading.kind(value));
                let number = self.reading.kind(value) == Some(TokenKind::Number);
                if !known && alike && !number {
                    self.list.clean = false;
                }
            }
        }
    }

    /// `other values are invalid`: the list is all there is.
    pub(super) fn refuses(&self, segment: &Segment) -> bool {
        let words = self.reading.words(segment.tokens.clone());
        let refusals = ["非法", "报错", "无效", "不支持", "invalid", "not supported"];
        refusals.iter().any(|refusal| words.contains(refusal))
    }
}
