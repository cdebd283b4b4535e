//! HTML -> page: tables, also those whose cells and rows are not closed, and text that is shown as it is.

mod document;
mod nested;
mod spans;

use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Block, BlockKind, Cell, Link, Table, TextBuilder};
pub(super) use document::{is_document, read};
use nested::Outer;
use spans::Spans;

/// What a tag shows to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A line break.
    Break,
    /// Nothing.
    Nothing,
    /// The letters behind it are raised: a footnote, or a power.
    Raised,
    /// It is no tag of HTML, but text in angle brackets: `array<string>`.
    Text,
}

/// Tags that break lines.
const BREAKS: &[&str] = &["br", "p", "div", "li", "ul", "ol"];

/// Tags that show nothing.
const SILENT: &[&str] = &[
    "a",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "font",
    "span",
    "code",
    "sup",
    "sub",
    "small",
    "img",
    "td",
    "th",
    "tr",
    "table",
    "tbody",
    "thead",
    "pre",
    "blockquote",
    "center",
    "details",
    "summary",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "del",
    "kbd",
    "colgroup",
    "col",
];

/// What a piece of HTML, a tag or a comment, shows.
pub(super) fn shown_tag(html: &str) -> Shown {
    if html.starts_with("<!--") {
        return Shown::Nothing;
    }
    let name = html.trim_start_matches(['<', '/']);
    let length = name.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(name.len());
    let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
    match name.as_str() {
        name if BREAKS.contains(&name) => Shown::Break,
        "sup" if !html.starts_with("</") => Shown::Raised,
        name if SILENT.contains(&name) => Shown::Nothing,
        _ => Shown::Text,
    }
}

/// Text in `<pre>`, without the tags in it.
pub(super) fn shown(page: &str, at: Range<usize>) -> Block {
    let mut text = TextBuilder::default();
    let mut start = at.start;
    let source = page.get(at.clone()).unwrap_or_default();
    for (open, _) in source.match_indices('<') {
        let open = at.start + open;
        let rest = page.get(open..at.end).unwrap_or_default();
        let Some(close) = rest.find(['>', '\n']).filter(|close| rest.as_bytes().get(*close) == Some(&b'>')) else {
            continue;
        };
        if open < start || shown_tag(rest) == Shown::Text {
            continue;
        }
        text.push(page.get(start..open).unwrap_or_default(), start..open);
        start = open + close + 1;
    }
    text.push(page.get(start..at.end).unwrap_or_default(), start..at.end);
    Block { kind: BlockKind::Code(text.build()), at }
}

/// Adds the tables of a part of the page, and the text around them.
pub(super) fn tables(page: &str, at: Range<usize>, blocks: &mut Vec<Block>) {
    let source = page.get(at.clone()).unwrap_or_default();
    let spans = Spans::of(source.len());
    let mut builder = Builder {
        blocks,
        offset: at.start,
        table: None,
        row: None,
        cell: None,
        link: None,
        code: None,
        spans,
        heads: Heads::default(),
        outer: Vec::new(),
        inner: Vec::new(),
    };
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for token in Tokenizer::new_with_emitter(source, emitter).flatten() {
        builder.token(token);
    }
    builder.end_all(at.end);
}

struct Builder<'b> {
    blocks: &'b mut Vec<Block>,
    /// Where the part begins on the page.
    offset: usize,
    table: Option<(Table, usize)>,
    row: Option<Vec<Cell>>,
    cell: Option<Open>,
    /// Where the open link begins, and where it leads.
    link: Option<(usize, String)>,
    /// Where the open code begins.
    code: Option<usize>,
    spans: Spans,
    heads: Heads,
    /// The tables in whose cells this one stands, the outermost first.
    outer: Vec<Outer>,
    /// What stands in cells and is no text; it follows the outermost table.
    inner: Vec<Block>,
}

/// Whether the cells are those of a head (`<th>`).
#[derive(Clone, Copy, Debug, Default)]
struct Heads {
    /// Those of the row that is being read.
    row: bool,
    /// Those of the first row of the table.
    table: bool,
}

/// A cell that is being read.
struct Open {
    text: TextBuilder,
    links: Vec<Link>,
    code: Vec<Range<usize>>,
    /// How many rows and columns it takes.
    takes: (usize, usize),
}

impl Builder<'_> {
    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let value = |key: &str| {
                    tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
                };
                self.start(&name, &value, self.offset + tag.span.start..self.offset + tag.span.end);
            }
            Token::EndTag(tag) => {
                self.end(&String::from_utf8_lossy(&tag.name), self.offset + tag.span.end);
            }
            Token::String(text) => {
                let at = self.offset + text.span.start..self.offset + text.span.end;
                self.text(&String::from_utf8_lossy(&text.value), at);
            }
            _ => {}
        }
    }

    fn start(&mut self, name: &str, value: &dyn Fn(&str) -> Option<String>, at: Range<usize>) {
        match name {
            "table" => self.begin_table(at.start),
            "tr" => {
                self.end_row();
                self.row = Some(Vec::new());
            }
            "td" | "th" => {
                self.end_cell();
                self.heads.row = name == "th" && (self.heads.row || self.row.as_ref().is_none_or(Vec::is_empty));
                self.row.get_or_insert_default();
                let count = |key: &str| value(key).and_then(|value| value.trim().parse().ok()).unwrap_or(1);
                let takes = (count("rowspan"), count("colspan"));
                self.cell = Some(Open { text: TextBuilder::default(), links: Vec::new(), code: Vec::new(), takes });
            }
            "a" => {
                let start = self.cell.as_ref().map_or(0, |cell| cell.text.len());
                self.link = Some((start, value("href").unwrap_or_default()));
            }
            "code" => self.code = self.cell.as_ref().map(|cell| cell.text.len()),
            name if BREAKS.contains(&name) => self.text("\n", at),
            "sup" => self.text("^", at),
            name if SILENT.contains(&name) => {}
            name => self.text(&format!("<{name}>"), at),
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        match name {
            "table" => self.end_table(at),
            "tr" => self.end_row(),
            "td" | "th" => self.end_cell(),
            "a" => {
                if let Some(((start, target), cell)) = self.link.take().zip(self.cell.as_mut()) {
                    cell.links.push(Link { part: start..cell.text.len(), target });
                }
            }
            "code" => {
                if let Some((start, cell)) = self.code.take().zip(self.cell.as_mut()) {
                    cell.code.push(start..cell.text.len());
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if let Some(cell) = &mut self.cell {
            cell.text.push(text, at);
        } else if !text.trim().is_empty() {
            let mut paragraph = TextBuilder::default();
            paragraph.push(text, at.clone());
            self.blocks.push(Block { kind: BlockKind::Paragraph(paragraph.build()), at });
        }
    }

    fn end_cell(&mut self) {
        if let Some(Open { text, links, code, takes: (rows, columns) }) = self.cell.take() {
            let cell = Cell { text: text.build(), links, code };
            self.spans.push(self.row.get_or_insert_default(), cell, rows, columns);
        }
        (self.link, self.code) = (None, None);
    }

    /// Rows without cells are slips of the pen.
    fn end_row(&mut self) {
        self.end_cell();
        let Some(mut row) = self.row.take().filter(|row| !row.is_empty()) else { return };
        self.spans.fill(&mut row);
        let Some((table, _)) = &mut self.table else { return };
        if table.header.is_empty() {
            (table.header, self.heads.table) = (row, self.heads.row);
        } else {
            table.rows.push(row);
        }
    }

    /// Ends the table that is being read; one within a cell goes into that cell.
    fn end_table(&mut self, end: usize) {
        self.end_row();
        self.spans.end_table();
        let table = self.table.take().filter(|(table, _)| !table.header.is_empty());
        let table = table.map(|(table, start)| (table, start..end));
        match self.outer.pop() {
            Some(outer) => self.go_on(outer, table),
            None => {
                self.blocks.extend(table.map(|(table, at)| Block { kind: BlockKind::Table(table), at }));
                self.blocks.append(&mut self.inner);
            }
        }
    }
}
