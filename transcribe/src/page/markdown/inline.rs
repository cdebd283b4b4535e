//! Text of a paragraph or a cell: emphasis goes, line breaks and links stay, and what only looks like HTML is text.

use std::ops::Range;

use super::copy::Copy;
use crate::page::html::{self, Shown};
use crate::page::{Cell, Link, TextBuilder};

/// Text that is being read.
pub(super) struct Inline<'c> {
    copy: &'c Copy,
    text: TextBuilder,
    links: Vec<Link>,
    /// Where the open link begins, and where it leads.
    open: Option<(usize, String)>,
    code: Vec<Range<usize>>,
    emphasis: usize,
    /// How many bytes of the text, blanks and marks around it aside, are not emphasized.
    plain: usize,
}

impl<'c> Inline<'c> {
    /// Nothing yet.
    pub(super) fn new(copy: &'c Copy) -> Self {
        Self {
            copy,
            text: TextBuilder::default(),
            links: Vec::new(),
            open: None,
            code: Vec::new(),
            emphasis: 0,
            plain: 0,
        }
    }

    pub(super) fn text(&mut self, text: &str, at: Range<usize>) {
        if self.emphasis == 0 {
            self.plain += text.trim_matches([' ', '\n', ':', '：', '.']).len();
        }
        self.text.push(text, self.copy.source(at));
    }

    /// Text in backquotes; what is in them is shown as it is.
    pub(super) fn code(&mut self, text: &str, at: Range<usize>) {
        let marks = (at.len().saturating_sub(text.len())) / 2;
        let start = self.text.len();
        self.text(text, at.start + marks..at.end.saturating_sub(marks).max(at.start + marks));
        self.code.push(start..self.text.len());
    }

    pub(super) fn html(&mut self, html: &str, at: Range<usize>) {
        match html::shown_tag(html) {
            Shown::Break => self.text("\n", at),
            Shown::Nothing => {}
            Shown::Raised => self.text("^", at),
            Shown::Text => self.text(html, at),
        }
    }

    pub(super) fn start_emphasis(&mut self) {
        self.emphasis += 1;
    }

    pub(super) fn end_emphasis(&mut self) {
        self.emphasis = self.emphasis.saturating_sub(1);
    }

    pub(super) fn start_link(&mut self, target: &str) {
        self.open = Some((self.text.len(), target.to_owned()));
    }

    pub(super) fn end_link(&mut self) {
        if let Some((start, target)) = self.open.take() {
            self.links.push(Link { part: start..self.text.len(), target });
        }
    }

    /// Whether all that can be read is emphasized.
    pub(super) fn is_all_emphasized(&self) -> bool {
        self.plain == 0 && !self.text.as_str().trim().is_empty()
    }

    pub(super) fn build(self) -> Cell {
        Cell { text: self.text.build(), links: self.links, code: self.code }
    }
}
