//! The sections of a page, and what stands in each.

use std::ops::Range;

use crate::dialect::{Dialect, Section};
use crate::names::{anchor, is_name};
use crate::page::{Block, BlockKind, Table, Text};

/// Something in a section.
#[derive(Clone, Debug)]
pub(super) struct Part<'p> {
    /// What the section is about.
    pub(super) section: Section,
    /// The words that stand directly above it.
    pub(super) caption: Option<Caption>,
    /// The heading below that of the section, if there is one.
    pub(super) heading: Option<Text>,
    /// What it is.
    pub(super) content: Content<'p>,
    /// The bytes of the page that hold it.
    pub(super) at: Range<usize>,
}

/// What can be in a section.
#[derive(Clone, Debug)]
pub(super) enum Content<'p> {
    /// The section itself begins.
    Start,
    /// A table.
    Table(&'p Table),
    /// Text of an example, as the page has it.
    Shown(Text),
}

/// Words above a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Caption {
    /// The words.
    pub(super) text: Text,
    /// Whether they are a heading.
    pub(super) heading: bool,
    /// The address of the heading on its page.
    pub(super) anchor: String,
}

/// Walks through the blocks.
pub(super) fn sections<'p>(blocks: &'p [Block], page: &str, dialect: &Dialect) -> Vec<Part<'p>> {
    let section = Section::Description;
    let mut walk = Walk { page, dialect, section, level: 0, caption: None, heading: None, parts: Vec::new() };
    for block in blocks {
        walk.block(block);
    }
    walk.parts
}

struct Walk<'p, 's> {
    page: &'s str,
    dialect: &'s Dialect,
    section: Section,
    /// Level of the heading that began the section.
    level: u8,
    caption: Option<Caption>,
    /// The heading below that of the section.
    heading: Option<Text>,
    parts: Vec<Part<'p>>,
}

impl<'p> Walk<'p, '_> {
    fn block(&mut self, block: &'p Block) {
        match &block.kind {
            BlockKind::Heading { level, text } => self.heading(*level, text),
            BlockKind::Paragraph(text) => self.paragraph(text),
            BlockKind::Item { text, .. } => self.item(text),
            BlockKind::Table(table) => {
                let caption = self.caption.take();
                self.push(caption, Content::Table(table), block.at.clone());
            }
            BlockKind::Code(text) => self.shown(text),
        }
    }

    fn heading(&mut self, level: u8, text: &Text) {
        let bare = text.as_str().split('{').next().unwrap_or_default();
        match self.dialect.section(bare) {
            Some(section) => self.begin(section, level, text),
            // A heading of the same rank that is no name of a structure ends the section.
            // What stands in bold letters within an example says of what kind it is: JSON, XML.
            None if level == crate::page::BOLD && self.is_example() => {}
            None if level <= self.level && self.section != Section::Models && !is_name(bare.trim()) => {
                self.section = Section::Other;
                self.level = level;
                self.below(text);
            }
            None => self.below(text),
        }
    }

    /// A heading within the section.
    fn below(&mut self, text: &Text) {
        self.caption = Some(Caption::new(text, true));
        self.heading = Some(text.clone());
    }

    fn begin(&mut self, section: Section, level: u8, text: &Text) {
        self.section = section;
        self.level = level;
        self.heading = None;
        let caption = Some(Caption::new(text, true));
        self.push(caption.clone(), Content::Start, text.at());
        self.caption = caption.filter(|_| section == Section::ResponseItem);
    }

    /// An entry of a list may head what stands in it.
    fn item(&mut self, text: &Text) {
        match self.dialect.section(text.as_str()).filter(|_| text.as_str().trim().ends_with([':', '：'])) {
            Some(section) => self.begin(section, crate::page::BOLD, text),
            None => self.caption = Some(Caption::new(text, false)),
        }
    }

    /// Lines of text may be headings that have lost their marks.
    fn paragraph(&mut self, text: &Text) {
        let mut start = None;
        for line in text.lines().map(|line| line.trimmed()).filter(|line| !line.is_blank()) {
            if line.as_str().len() < 60
                && let Some(section) = self.dialect.section(line.as_str())
            {
                self.lines(start.take(), line.at().start);
                self.begin(section, crate::page::BOLD, &line);
                continue;
            }
            start.get_or_insert(line.at().start);
            if !self.is_example() {
                self.caption = Some(Caption::new(&line, false));
            }
        }
        self.lines(start, text.at().end);
    }

    /// Text of an example that stands in no block of code.
    fn lines(&mut self, start: Option<usize>, end: usize) {
        let Some(start) = start.filter(|_| self.is_example()) else { return };
        let mut shown = crate::page::TextBuilder::default();
        shown.push(self.page.get(start..end).unwrap_or_default(), start..end);
        self.shown(&shown.build());
    }

    fn is_example(&self) -> bool {
        matches!(self.section, Section::Example | Section::ExampleRequest | Section::ExampleResponse)
    }

    fn shown(&mut self, text: &Text) {
        if !text.is_blank() {
            self.push(None, Content::Shown(text.clone()), text.at());
        }
    }

    fn push(&mut self, caption: Option<Caption>, content: Content<'p>, at: Range<usize>) {
        self.parts.push(Part { section: self.section, caption, heading: self.heading.clone(), content, at });
    }
}

impl Part<'_> {
    /// The name of the structure that the words above a table are, or the heading among models.
    pub(super) fn own_name(&self) -> Option<String> {
        let heading = self.heading.as_ref().filter(|_| self.section == Section::Models);
        let mut texts = self.caption.iter().map(|caption| &caption.text).chain(heading);
        texts.find_map(|text| {
            let bare = text.as_str().split('{').next()?.trim().trim_matches(['*', '`']).trim();
            is_name(bare).then(|| bare.to_owned())
        })
    }
}

impl Caption {
    fn new(text: &Text, heading: bool) -> Self {
        Self { anchor: anchor(text.as_str()), text: text.clone(), heading }
    }
}
