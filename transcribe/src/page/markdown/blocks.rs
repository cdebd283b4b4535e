//! Events of pulldown-cmark -> blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::copy::Copy;
use super::inline::Inline;
use crate::page::{BOLD, Block, BlockKind, Cell, Table, TextBuilder};

/// Adds the blocks of a mended part of the page.
pub(super) fn blocks(copy: &Copy, blocks: &mut Vec<Block>) {
    let mut reader =
        Reader { copy, blocks, inline: None, depth: 0, table: Table::default(), row: Vec::new(), code: None };
    for (event, at) in Parser::new_ext(copy.as_str(), Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, at);
    }
}

struct Reader<'c, 'b> {
    copy: &'c Copy,
    blocks: &'b mut Vec<Block>,
    /// The text that is being read, if one is.
    inline: Option<Inline<'c>>,
    /// How many lists are open.
    depth: usize,
    table: Table,
    row: Vec<Cell>,
    code: Option<TextBuilder>,
}

impl<'c> Reader<'c, '_> {
    fn event(&mut self, event: Event<'c>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push(&text, self.copy.source(at)),
                None => self.inline().text(&text, at),
            },
            Event::Code(text) => self.inline().code(&text, at),
            Event::InlineHtml(html) | Event::Html(html) => self.inline().html(&html, at),
            Event::SoftBreak | Event::HardBreak => self.inline().text("\n", at),
            _ => {}
        }
    }

    /// The text that is being read. Text between blocks, as HTML may have it, begins one.
    fn inline(&mut self) -> &mut Inline<'c> {
        self.inline.get_or_insert_with(|| Inline::new(self.copy))
    }

    fn start(&mut self, tag: Tag<'c>, at: Range<usize>) {
        match tag {
            Tag::List(_) => {
                self.item(&at);
                self.depth += 1;
            }
            Tag::CodeBlock(_) => {
                self.item(&at);
                self.code = Some(TextBuilder::default());
            }
            Tag::Table(_) => {
                self.item(&at);
                self.table = Table::default();
            }
            Tag::Strong | Tag::Emphasis => self.inline().start_emphasis(),
            Tag::Link { dest_url, .. } => self.inline().start_link(&dest_url),
            Tag::TableCell | Tag::Heading { .. } | Tag::Item => self.inline = Some(Inline::new(self.copy)),
            Tag::Paragraph if self.depth > 0 => self.inline().text("\n", at.start..at.start),
            Tag::Paragraph | Tag::HtmlBlock => self.inline = Some(Inline::new(self.copy)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.inline().end_emphasis(),
            TagEnd::Link => self.inline().end_link(),
            TagEnd::Heading(level) => {
                let text = self.take().text;
                self.push(BlockKind::Heading { level: level as u8, text }, at);
            }
            TagEnd::Paragraph if self.depth > 0 => {}
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.paragraph(at),
            TagEnd::Item => self.item(&at),
            TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::CodeBlock => {
                let text = self.code.take().unwrap_or_default().build();
                self.push(BlockKind::Code(text), at);
            }
            TagEnd::TableCell => {
                let cell = self.take();
                self.row.push(cell);
            }
            TagEnd::TableHead => self.table.header = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.table.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => {
                let table = std::mem::take(&mut self.table);
                self.push(BlockKind::Table(table), at);
            }
            _ => {}
        }
    }

    fn take(&mut self) -> Cell {
        self.inline.take().map(Inline::build).unwrap_or_default()
    }

    /// Ends an entry of a list, when there is something in it.
    fn item(&mut self, at: &Range<usize>) {
        let Some(inline) = self.inline.take() else { return };
        let text = inline.build().text.trimmed();
        if !text.is_blank() {
            let start = text.at().start;
            let depth = u8::try_from(self.depth.saturating_sub(1)).unwrap_or(u8::MAX);
            let kind = if self.depth > 0 { BlockKind::Item { depth, text } } else { BlockKind::Paragraph(text) };
            let end = self.copy.source(at.clone()).end;
            self.blocks.push(Block { kind, at: start..end.max(start) });
        }
    }

    /// Ends a paragraph. One that is in bold letters, or slanted ones, from end to end is a heading.
    fn paragraph(&mut self, at: Range<usize>) {
        let Some(inline) = self.inline.take() else { return };
        let emphasized = inline.is_all_emphasized();
        let text = inline.build().text;
        let kind = if emphasized && !text.as_str().trim().contains('\n') {
            BlockKind::Heading { level: BOLD, text: text.trimmed() }
        } else {
            BlockKind::Paragraph(text)
        };
        self.push(kind, at);
    }

    fn push(&mut self, kind: BlockKind, at: Range<usize>) {
        self.blocks.push(Block { kind, at: self.copy.source(at) });
    }
}
