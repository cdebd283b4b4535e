//! Joins segments into one list of values, and says how sure that list is.

use std::ops::Range;

use super::segments::Segment;
use super::shapes::{self, Shape};
use crate::prose::cues::Cue;
use crate::prose::reading::Reading;

/// A value of a list and what it means, as tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::prose) struct Entry {
    pub value: usize,
    pub label: Option<Range<usize>>,
}

/// A list of values as it stands in the text.
#[derive(Debug, Clone)]
pub(in crate::prose) struct List {
    pub entries: Vec<Entry>,
    /// All tokens from the first entry to the last.
    pub tokens: Range<usize>,
    /// The text says that there are more.
    pub open: bool,
    /// Nothing in or behind the list speaks against it.
    pub clean: bool,
    /// Meanings stand beside the values.
    pub paired: bool,
}

/// How the entries of a list look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Bare,
    ValueFirst,
    LabelFirst,
    /// `value, label; value, label`
    Alternating,
}

struct Joiner<'a> {
    reading: &'a Reading<'a>,
    segments: &'a [Segment],
    list: List,
    form: Option<Form>,
    /// A sentence of prose ended since the last entry.
    away: bool,
    /// The list has been named: its first entry stood behind a title.
    titled: bool,
}

/// What to do after a segment.
enum Next {
    Go,
    End,
    /// The segment should have been part of the list, and is not understood.
    Break,
}

/// The list that begins with the first segment.
pub(super) fn join<'a>(reading: &'a Reading<'a>, segments: &'a [Segment]) -> Option<List> {
    let start = segments.first()?.tokens.start;
    let list = List { entries: Vec::new(), tokens: start..start, open: false, clean: true, paired: false };
    let mut joiner = Joiner { reading, segments, list, form: None, away: false, titled: false };
    let mut end = segments.len();
    for at in 0..segments.len() {
        match joiner.take(at) {
            Next::Go => {}
            Next::End => {
                end = at;
                break;
            }
            Next::Break => {
                joiner.list.clean = false;
                end = at;
                break;
            }
        }
    }
    joiner.look_behind(end);
    let mut list = joiner.list;
    list.paired =
        !matches!(joiner.form, None | Some(Form::Bare)) || list.entries.iter().any(|entry| entry.label.is_some());
    (!list.entries.is_empty()).then_some(list)
}

impl Joiner<'_> {
    fn take(&mut self, at: usize) -> Next {
        let segment = self.segments[at].clone();
        let first = self.list.entries.is_empty();
        match shapes::shape(self.reading, segment.tokens.clone()) {
            Shape::Titled(shape) if first => {
                self.titled = true;
                self.pair(*shape, &segment)
            }
            Shape::Value(value) if self.is_numbering(at, value) => Next::Go,
            Shape::Value(value) => self.bare(value, &segment, at),
            Shape::LabelFirst(label, value) => self.labelled(label, value, &segment, at),
            shape @ (Shape::ValueFirst(..) | Shape::ValueBracket(..)) => self.pair(shape, &segment),
            Shape::Trailing(value, text) => self.trailing(value, text, &segment),
            Shape::Stop(cue) => {
                self.list.open |= matches!(cue, Cue::Others | Cue::Open);
                if matches!(cue, Cue::Others) && !first {
                    self.list.clean = false;
                }
                Next::End
            }
            Shape::Titled(_) | Shape::Prose => self.prose(&segment),
        }
    }

    /// `1、first: …`: the number counts the entries.
    fn is_numbering(&self, at: usize, value: usize) -> bool {
        let number =
            self.reading.word(value).parse::<usize>().is_ok_and(|number| number == self.list.entries.len() + 1);
        let next = self.segments.get(at + 1);
        number
            && next.is_some_and(|next| {
                next.after == '、'
                    && matches!(
                        shapes::shape(self.reading, next.tokens.clone()),
                        Shape::ValueFirst(..) | Shape::ValueBracket(..)
                    )
            })
    }

    fn add(&mut self, value: usize, label: Option<Range<usize>>, segment: &Segment, form: Form) -> Next {
        let word = |at: usize| self.reading.word(at);
        if let Some(known) = self.list.entries.iter().position(|entry| word(entry.value) == word(value)) {
            // A list may be explained once more, line by line.
            self.list.entries[known].label = self.list.entries[known].label.take().or(label);
            return Next::Go;
        }
        self.form.get_or_insert(form);
        self.list.open |= label.as_ref().is_some_and(|label| {
            label
                .clone()
                .any(|at| self.reading.is_cue(at, Cue::Open) && self.reading.ends(at + 1) && form == Form::Bare)
        });
        self.list.entries.push(Entry { value, label });
        self.list.tokens.end = segment.tokens.end;
        self.away = false;
        Next::Go
    }

    fn bare(&mut self, value: usize, segment: &Segment, at: usize) -> Next {
        match self.form {
            None => self.add(value, None, segment, Form::Bare),
            Some(Form::Bare) if segment.after == '。' => Next::End,
            Some(Form::Bare) => self.add(value, None, segment, Form::Bare),
            Some(Form::Alternating)
                if self.list.entries.last().is_some_and(|last| last.label.is_some()) && !self.away =>
            {
                self.add(value, None, segment, Form::Alternating)
            }
            // "type: a, b, c": what looked like a label names the list.
            Some(Form::LabelFirst) if self.list.entries.len() == 1 && !segment.starts_anew() => {
                self.form = Some(Form::Bare);
                self.titled = true;
                self.list.entries[0].label = None;
                self.add(value, None, segment, Form::Bare)
            }
            Some(Form::ValueFirst) if self.brackets() && !segment.starts_anew() => {
                self.add(value, None, segment, Form::ValueFirst)
            }
            Some(Form::ValueFirst | Form::LabelFirst) if self.within_label(segment, at) => Next::Go,
            _ => Next::Break,
        }
    }

    /// Whether the labels so far stand in brackets.
    fn brackets(&self) -> bool {
        self.list
            .entries
            .iter()
            .filter_map(|entry| entry.label.as_ref())
            .all(|label| self.reading.is_mark(label.start - 1, "("))
    }

    /// A comma inside of a label: the next entry follows a stronger mark.
    fn within_label(&self, segment: &Segment, at: usize) -> bool {
        let paired = |next: &&Segment| {
            matches!(
                shapes::shape(self.reading, next.tokens.clone()),
                Shape::ValueFirst(..) | Shape::LabelFirst(..) | Shape::ValueBracket(..)
            )
        };
        let next = self.segments[at + 1..].iter().find(paired);
        !segment.starts_anew() && (next.is_some_and(|next| next.starts_anew()) || self.list.tokens.end == 0)
    }

    fn pair(&mut self, shape: Shape, segment: &Segment) -> Next {
        let (value, label) = match shape {
            Shape::ValueFirst(value, label) | Shape::ValueBracket(value, label) => (value, label),
            _ => return Next::Break,
        };
        let known = self.list.entries.iter().any(|entry| self.reading.word(entry.value) == self.reading.word(value));
        let bracket = self.reading.is_mark(label.start.saturating_sub(1), "(");
        match self.form {
            _ if known => self.add(value, Some(label), segment, Form::ValueFirst),
            None => self.add(value, Some(label), segment, Form::ValueFirst),
            Some(Form::ValueFirst) if self.away && segment.after != '\n' => Next::Break,
            Some(Form::ValueFirst) => self.add(value, Some(label), segment, Form::ValueFirst),
            Some(Form::Bare) if bracket && !segment.starts_anew() => self.add(value, Some(label), segment, Form::Bare),
            Some(Form::Bare) if segment.after == '。' => Next::End,
            _ => Next::Break,
        }
    }

    fn labelled(&mut self, label: Range<usize>, value: usize, segment: &Segment, at: usize) -> Next {
        match self.form {
            None => self.add(value, Some(label), segment, Form::LabelFirst),
            Some(Form::LabelFirst) if self.away => Next::Break,
            Some(Form::LabelFirst) => self.add(value, Some(label), segment, Form::LabelFirst),
            Some(Form::Bare) if segment.starts_anew() => Next::End,
            Some(Form::ValueFirst) if self.within_label(segment, at) => Next::Go,
            _ => Next::Break,
        }
    }

    /// A value with more text behind it can only be the last one of a bare list.
    fn trailing(&mut self, value: usize, text: usize, segment: &Segment) -> Next {
        let open = self.reading.is_cue(text, Cue::Open);
        let closing = open
            || CLOSINGS.iter().any(|closing| self.reading.word(text).starts_with(closing))
            || self.reading.is_cue(text, Cue::Default);
        match self.form {
            Some(Form::Bare) | None if closing && !(segment.starts_anew() && self.form.is_some()) => {
                self.list.open |= open;
                let done = self.add(value, None, segment, Form::Bare);
                if self.reading.is_cue(text, Cue::Default) { done } else { Next::End }
            }
            Some(Form::Bare) if segment.starts_anew() => Next::End,
            Some(Form::ValueFirst | Form::LabelFirst | Form::Alternating) if segment.after != '\n' => {
                self.prose(segment)
            }
            _ => Next::Break,
        }
    }

    fn prose(&mut self, segment: &Segment) -> Next {
        match self.form {
            None => Next::End,
            Some(Form::Bare) if self.list.entries.len() == 1 && segment.after == ',' && !self.titled => {
                self.form = Some(Form::Alternating);
                self.explain(segment)
            }
            Some(Form::Alternating)
                if self.list.entries.last().is_some_and(|last| last.label.is_none()) && segment.after == ',' =>
            {
                self.explain(segment)
            }
            Some(Form::Bare) if matches!(segment.after, '、' | '/' | '|' | '&') => Next::Break,
            Some(Form::Bare) => Next::End,
            Some(_) => {
                self.away |= matches!(segment.after, '。' | '\n');
                Next::Go
            }
        }
    }

    fn explain(&mut self, segment: &Segment) -> Next {
        if let Some(last) = self.list.entries.last_mut() {
            last.label = Some(segment.tokens.clone());
        }
        self.list.tokens.end = segment.tokens.end;
        Next::Go
    }

    /// A further value with its meaning behind the end makes the list doubtful.
    fn look_behind(&mut self, end: usize) {
        for segment in self.segments.iter().skip(end) {
            if let Shape::ValueFirst(value, _) | Shape::ValueBracket(value, _) =
                shapes::shape(self.reading, segment.tokens.clone())
            {
                let known =
                    self.list.entries.iter().any(|entry| self.reading.word(entry.value) == self.reading.word(value));
                let alike = self
                    .list
                    .entries
                    .first()
                    .is_some_and(|entry| self.reading.kind(entry.value) == self.reading.kind(value));
                let number = self.reading.kind(value) == Some(crate::prose::tokens::TokenKind::Number);
                if !known && alike && !number {
                    self.list.clean = false;
                }
            }
        }
    }
}

/// What may stand behind the last value of a list.
const CLOSINGS: &[&str] =
    &["两种", "三种", "四种", "五种", "六种", "种", "这", "四", "三", "两", "协议", "类型", "格式", "模式", "方式"];
