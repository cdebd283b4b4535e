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
pub(super) enum Form {
    Bare,
    ValueFirst,
    LabelFirst,
    /// `value, label; value, label`
    Alternating,
}

pub(super) struct Joiner<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) segments: &'a [Segment],
    pub(super) list: List,
    pub(super) form: Option<Form>,
    /// A sentence of prose ended since the last entry.
    pub(super) away: bool,
    /// The list has been named: its first entry stood behind a title.
    pub(super) titled: bool,
    /// What stood before the second entry.
    pub(super) major: Option<char>,
    /// What stood before each entry of a bare list.
    marks: Vec<char>,
}

/// Cues that may begin the meaning of a value.
const STARTS_OF_LABELS: &[Cue] =
    &[Cue::Not, Cue::Unset, Cue::Format, Cue::Others, Cue::NotRequired, Cue::Range, Cue::Length, Cue::Unit];

/// What to do after a segment.
pub(super) enum Next {
    Go,
    End,
    /// The segment should have been part of the list, and is not understood.
    Break,
}

/// The list that begins with the first segment.
pub(super) fn join<'a>(reading: &'a Reading<'a>, segments: &'a [Segment]) -> Option<List> {
    let start = segments.first()?.tokens.start;
    let list = List { entries: Vec::new(), tokens: start..start, open: false, clean: true, paired: false };
    let mut joiner =
        Joiner { reading, segments, list, form: None, away: false, titled: false, major: None, marks: Vec::new() };
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
    joiner.pair_up();
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
        match segment.shape.clone() {
            Shape::Stop(cue) if STARTS_OF_LABELS.contains(&cue) && self.expects_label(at) => {
                self.form = Some(Form::Alternating);
                self.explain(&segment)
            }
            Shape::Stop(Cue::Others) if self.goes_on_in_label(&segment) => Next::Go,
            Shape::ValueFirst(_, label) if first && self.heads_bare(at, &label) => {
                self.titled = true;
                self.add(label.start, None, &segment, Form::Bare)
            }
            Shape::Titled(shape) if first => {
                self.titled = true;
                match *shape {
                    Shape::LabelFirst(label, value) => self.labelled(label, value, &segment, at),
                    shape => self.pair(shape, &segment),
                }
            }
            // `c: works, but slowly d: rests`: the meaning goes on to the next value.
            Shape::Titled(shape) if matches!(*shape, Shape::ValueFirst(..)) && self.is_paired() => {
                self.pair(*shape, &segment)
            }
            Shape::Value(value) if self.is_numbering(at, value) => Next::Go,
            Shape::Value(value) if self.begins_chapter(value, &segment) => Next::Break,
            Shape::ValueFirst(value, _) if self.goes_on_with_number(value, &segment) => Next::Go,
            Shape::Value(value) => self.bare(value, &segment, at),
            Shape::LabelFirst(label, value) => self.labelled(label, value, &segment, at),
            shape @ (Shape::ValueFirst(..) | Shape::ValueBracket(..)) => self.pair(shape, &segment),
            Shape::Trailing(value, text) => self.trailing(value, text, &segment, at),
            Shape::Stop(Cue::Others) if self.refuses(&segment) => Next::End,
            Shape::Stop(cue) => {
                self.list.open |= matches!(cue, Cue::Others | Cue::Open);
                if matches!(cue, Cue::Others) && !first {
                    self.list.clean = false;
                }
                Next::End
            }
            Shape::Titled(_) | Shape::Prose => self.prose(&segment, at),
        }
    }

    /// Whether the entries so far are values and their meanings, and nothing else stands between.
    fn is_paired(&self) -> bool {
        matches!(self.form, Some(Form::ValueFirst | Form::Alternating)) && !self.away
    }

    /// `1、first: …`: the number counts the entries.
    fn is_numbering(&self, at: usize, value: usize) -> bool {
        let number =
            self.reading.word(value).parse::<usize>().is_ok_and(|number| number == self.list.entries.len() + 1);
        let next = self.segments.get(at + 1);
        number
            && next.is_some_and(|next| {
                next.after == '、' && matches!(next.shape, Shape::ValueFirst(..) | Shape::ValueBracket(..))
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
        self.marks.push(segment.after);
        self.list.entries.push(Entry { value, label });
        if self.list.entries.len() == 2 {
            self.major = Some(segment.after);
        }
        self.list.tokens.end = segment.tokens.end;
        self.away = false;
        Next::Go
    }

    fn bare(&mut self, value: usize, segment: &Segment, at: usize) -> Next {
        match self.form {
            None => self.add(value, None, segment, Form::Bare),
            Some(Form::Bare) if segment.after == '。' => Next::End,
            Some(Form::Bare) => self.add(value, None, segment, Form::Bare),
            Some(Form::Alternating | Form::ValueFirst) if self.alternates(segment, at) => {
                self.add(value, None, segment, Form::Alternating)
            }
            Some(Form::LabelFirst) if self.is_titled(segment) => self.add_behind_title(value, segment),
            Some(Form::ValueFirst) if self.brackets() && !segment.starts_anew() => {
                self.add(value, None, segment, Form::ValueFirst)
            }
            Some(Form::ValueFirst | Form::LabelFirst) if self.within_label(segment, at) => Next::Go,
            // `a and b only go with …`: a sentence of its own about something else.
            Some(Form::ValueFirst | Form::LabelFirst)
                if segment.after == '。' && self.reading.is_cue(value + 1, Cue::And) =>
            {
                self.away = true;
                Next::Go
            }
            Some(_) if self.is_mentioned(value, segment) => Next::End,
            _ => Next::Break,
        }
    }

    /// `type: a, b, c`: what looked like a label names the list.
    fn is_titled(&self, segment: &Segment) -> bool {
        self.list.entries.len() == 1 && !segment.starts_anew()
    }

    fn add_behind_title(&mut self, value: usize, segment: &Segment) -> Next {
        (self.form, self.titled) = (Some(Form::Bare), true);
        self.list.entries.iter_mut().for_each(|entry| entry.label = None);
        self.add(value, None, segment, Form::Bare)
    }

    /// `value, label; value, label`, perhaps after pairs in another spelling.
    fn alternates(&self, segment: &Segment, at: usize) -> bool {
        let labelled = self.list.entries.last().is_some_and(|last| last.label.is_some());
        let explained = self.segments.get(at + 1).is_some_and(|next| {
            next.after == ',' && matches!(next.shape, Shape::Prose | Shape::Stop(_) | Shape::Trailing(..))
        });
        labelled && !self.away && (self.form == Some(Form::Alternating) || (explained && segment.starts_anew()))
    }

    /// Whether the labels so far stand in brackets.
    fn brackets(&self) -> bool {
        self.list
            .entries
            .iter()
            .filter_map(|entry| entry.label.as_ref())
            .all(|label| self.reading.is_mark(label.start - 1, "("))
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
            // `fixed (Fixed) | Free (Free)`: the labels of these stand outside of the brackets.
            Some(Form::LabelFirst) if bracket && label.len() == 1 && shapes::is_value(self.reading, label.start) => {
                self.add(label.start, Some(value..value + 1), segment, Form::LabelFirst)
            }
            Some(Form::Alternating) if segment.starts_anew() || segment.after == ',' => {
                self.add(value, Some(label), segment, Form::Alternating)
            }
            Some(Form::ValueFirst) => self.add(value, Some(label), segment, Form::ValueFirst),
            Some(Form::Bare) if bracket && (!segment.starts_anew() || segment.after == '\n') => {
                self.add(value, Some(label), segment, Form::Bare)
            }
            Some(Form::Bare) if segment.after == '。' => Next::End,
            _ => Next::Break,
        }
    }

    fn labelled(&mut self, label: Range<usize>, value: usize, segment: &Segment, at: usize) -> Next {
        match self.form {
            None => self.add(value, Some(label), segment, Form::LabelFirst),
            Some(Form::LabelFirst) if self.away => Next::Break,
            Some(Form::LabelFirst) => self.add(value, Some(label), segment, Form::LabelFirst),
            Some(Form::Bare) if segment.starts_anew() && self.list.entries.len() > 1 => Next::End,
            Some(Form::ValueFirst) if self.within_label(segment, at) => Next::Go,
            _ => Next::Break,
        }
    }

    /// A value with more text behind it can only be the last one of a bare list.
    fn trailing(&mut self, value: usize, text: usize, segment: &Segment, at: usize) -> Next {
        let open = self.reading.is_cue(text, Cue::Open);
        let several = !self.list.entries.is_empty();
        let closing = open || several && closes(self.reading.word(text)) || self.reading.is_cue(text, Cue::Default);
        let default = self.reading.has_in(segment.tokens.clone(), Cue::Default);
        match self.form {
            Some(Form::LabelFirst) if default && self.is_titled(segment) => self.add_behind_title(value, segment),
            Some(Form::LabelFirst) if default => Next::End,
            Some(Form::ValueFirst) if self.away => Next::End,
            Some(Form::ValueFirst) if closing && self.brackets() && !segment.starts_anew() => {
                self.add(value, None, segment, Form::ValueFirst);
                Next::End
            }
            Some(Form::Bare) | None if closing && !(segment.starts_anew() && self.form.is_some()) => {
                self.list.open |= open;
                let done = self.add(value, None, segment, Form::Bare);
                if self.reading.is_cue(text, Cue::Default) { done } else { Next::End }
            }
            Some(Form::Bare) if segment.starts_anew() && segment.after != '\n' => Next::End,
            Some(Form::Bare | Form::Alternating) if self.expects_label(at) => {
                self.form = Some(Form::Alternating);
                self.explain(segment)
            }
            Some(Form::ValueFirst | Form::Alternating) if self.heads_line(value, text, segment) => {
                self.add(value, Some(text..segment.tokens.end), segment, Form::ValueFirst)
            }
            Some(_) if self.away || self.is_mentioned(value, segment) => Next::End,
            Some(_) if self.within_label(segment, at) => Next::Go,
            Some(_) if segment.after == '。' => {
                self.away = true;
                Next::Go
            }
            _ => Next::Break,
        }
    }

    fn prose(&mut self, segment: &Segment, at: usize) -> Next {
        match self.form {
            None => Next::End,
            Some(Form::Bare) if self.list.entries.len() == 1 && segment.after == ',' && !self.titled => {
                self.form = Some(Form::Alternating);
                self.explain(segment)
            }
            Some(Form::Alternating) if self.expects_label(at) => self.explain(segment),
            Some(Form::Bare) if matches!(segment.after, '、' | '/' | '|' | '&') => Next::Break,
            Some(Form::Bare) => Next::End,
            // A line of its own that holds a value in a way not understood.
            Some(_) if segment.after == '\n' && self.holds_value(segment) => Next::Break,
            // `0: off; 1~90: how bright`: a whole range stands for one of the values.
            Some(_)
                if shapes::is_range(self.reading, segment.tokens.start)
                    && self.reading.is_mark(segment.tokens.start + 3, ":-") =>
            {
                Next::Break
            }
            Some(_) => {
                self.away |= matches!(segment.after, '。' | '\n');
                Next::Go
            }
        }
    }

    fn holds_value(&self, segment: &Segment) -> bool {
        let linked = |at: &usize| self.reading.is_mark(*at, ":(") && shapes::is_value(self.reading, at + 1);
        segment.tokens.clone().any(|at| linked(&at)) || shapes::is_value(self.reading, segment.tokens.start)
    }

    /// `red, warm; blue, cold`: meanings of one word look like values.
    fn pair_up(&mut self) {
        let inner = |mark: &char| *mark == ',';
        let mixed = self.marks.iter().any(inner) && self.marks.iter().skip(1).any(|mark| matches!(mark, ';' | '\n'));
        if self.form != Some(Form::Bare) || !mixed {
            return;
        }
        let even = self.marks.len().is_multiple_of(2);
        if !even || self.marks.iter().enumerate().any(|(at, mark)| inner(mark) != (at % 2 == 1)) {
            self.list.clean = false;
            return;
        }
        let entries = std::mem::take(&mut self.list.entries);
        let pairs = entries.chunks_exact(2);
        self.list.entries =
            pairs.map(|pair| Entry { value: pair[0].value, label: Some(pair[1].value..pair[1].value + 1) }).collect();
        self.form = Some(Form::Alternating);
    }
}

/// Whether the word stands behind the last value of a list: `a and b, both kinds`.
pub(super) fn closes(word: &str) -> bool {
    CLOSINGS.iter().any(|closing| word.starts_with(closing))
}

/// What may stand behind the last value of a list.
const CLOSINGS: &[&str] = &[
    "两种",
    "三种",
    "四种",
    "五种",
    "六种",
    "种",
    "这",
    "四",
    "三",
    "两",
    "二",
    "之一",
    "其中之一",
    "任一",
    "中的一",
    "核",
    "协议",
    "类型",
    "格式",
    "模式",
    "方式",
];
