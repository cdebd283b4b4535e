//! Pages that are HTML from the first tag to the last: headings, paragraphs, lists and blocks of code around the tables.

use std::mem::take;
use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::BREAKS;
use crate::page::{BOLD, Block, BlockKind, Page, Text, TextBuilder};

/// Tags that a page of HTML begins with, and no page of Markdown.
const FIRST: &[&str] = &["html", "head", "body"];

/// Tags that a part of a page of HTML begins with; pages of Markdown may, too.
const FIRST_OF_PARTS: &[&str] = &["h1", "h2", "div", "article", "section", "main"];

/// Tags whose text nobody sees.
const HIDDEN: &[&str] = &["script", "style"];

/// Tags that begin and end text of their own, beside those that break lines.
const BLOCKS: &[&str] =
    &["section", "article", "main", "header", "footer", "nav", "aside", "blockquote", "dl", "dt", "dd", "hr", "body"];

/// Whether a page is HTML as a whole.
pub(in crate::page) fn is_document(page: &str) -> bool {
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::Doctype(_) => return true,
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                return FIRST.contains(&&*name) || FIRST_OF_PARTS.contains(&&*name) && !has_markdown(page);
            }
            Token::String(text) if !String::from_utf8_lossy(&text.value).trim_matches('\u{feff}').trim().is_empty() => {
                return false;
            }
            _ => {}
        }
    }
    false
}

/// Whether a line begins as only Markdown lets it begin: with the mark of a heading, of a table or of code.
fn has_markdown(page: &str) -> bool {
    page.lines()
        .map(str::trim_start)
        .any(|line| line.starts_with("# ") || line.starts_with(['|', '`']) || line.starts_with("##"))
}

/// Reads a page that is HTML as a whole.
pub(in crate::page) fn read(page: &str) -> Page {
    let mut reader = Reader::default();
    let emitter = DefaultEmitter::<usize>::new_with_span();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                reader.start(&String::from_utf8_lossy(&tag.name), tag.span.start..tag.span.end);
            }
            Token::EndTag(tag) => {
                if let Some(table) = reader.end(&String::from_utf8_lossy(&tag.name), tag.span.end) {
                    super::tables(page, table, &mut reader.blocks);
                }
            }
            Token::String(text) => {
                reader.text(&String::from_utf8_lossy(&text.value), text.span.start..text.span.end);
            }
            _ => {}
        }
    }
    reader.end_block();
    if let Some((start, _)) = reader.table {
        super::tables(page, start..page.len(), &mut reader.blocks);
    }
    Page { title: reader.title, blocks: reader.blocks, repairs: Vec::new() }
}

/// What the text that is being read will be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Paragraph,
    Heading(u8),
    Item,
    Code,
    Title,
}

#[derive(Default)]
struct Reader {
    title: Option<Text>,
    blocks: Vec<Block>,
    role: Role,
    text: TextBuilder,
    /// How many lists are open.
    lists: u8,
    /// Whether the text is in bold letters, and whether all that was read of the block is.
    bold: bool,
    all_bold: bool,
    /// Where the open table begins, and how many are open within it.
    table: Option<(usize, usize)>,
    hidden: bool,
}

impl Reader {
    fn start(&mut self, name: &str, at: Range<usize>) {
        match (name, &mut self.table) {
            ("table", Some((_, depth))) => *depth += 1,
            (_, Some(_)) => {}
            ("table", None) => {
                self.end_block();
                self.table = Some((at.start, 0));
            }
            ("b" | "strong", None) => self.bold = true,
            ("br", None) => self.text.push("\n", at),
            (name, None) => {
                self.hidden = HIDDEN.contains(&name);
                if let Some(role) = role(name).filter(|_| self.role != Role::Code) {
                    self.end_block();
                    self.role = role;
                }
                self.lists = self.lists.saturating_add(u8::from(is_list(name)));
            }
        }
    }

    /// The bytes of a table, when it ends here.
    fn end(&mut self, name: &str, at: usize) -> Option<Range<usize>> {
        match (name, &mut self.table) {
            ("table", Some((start, 0))) => {
                let table = *start..at;
                self.table = None;
                return Some(table);
            }
            ("table", Some((_, depth))) => *depth -= 1,
            (_, Some(_)) => {}
            ("b" | "strong", None) => self.bold = false,
            (name, None) => {
                self.hidden = false;
                if role(name).is_some_and(|ended| self.role != Role::Code || ended == Role::Code) {
                    self.end_block();
                }
                self.lists = self.lists.saturating_sub(u8::from(is_list(name)));
            }
        }
        None
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if self.table.is_some() || self.hidden || (self.text.is_empty() && text.trim().is_empty()) {
            return;
        }
        self.all_bold = (self.text.is_empty() || self.all_bold) && (self.bold || text.trim().is_empty());
        self.text.push(text, at);
    }

    fn end_block(&mut self) {
        let (text, role) = (take(&mut self.text).build(), take(&mut self.role));
        if text.is_blank() {
            return;
        }
        let text = if role == Role::Code { text } else { text.trimmed() };
        let at = text.at();
        let kind = match role {
            Role::Title => {
                self.title.get_or_insert(text);
                return;
            }
            Role::Heading(level) => BlockKind::Heading { level, text },
            Role::Paragraph if self.all_bold => BlockKind::Heading { level: BOLD, text },
            Role::Paragraph => BlockKind::Paragraph(text),
            Role::Item => BlockKind::Item { depth: self.lists.saturating_sub(1), text },
            Role::Code => BlockKind::Code(text),
        };
        self.blocks.push(Block { kind, at });
    }
}

fn is_list(name: &str) -> bool {
    matches!(name, "ul" | "ol")
}

/// What the text behind a tag is; none, when the tag stands within a text.
fn role(name: &str) -> Option<Role> {
    let level = || name.strip_prefix('h')?.parse().ok().filter(|level| (1..=6).contains(level));
    match name {
        "title" => Some(Role::Title),
        "pre" => Some(Role::Code),
        "li" => Some(Role::Item),
        name if BREAKS.contains(&name) || BLOCKS.contains(&name) => Some(Role::Paragraph),
        _ => level().map(Role::Heading),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(page: &str) -> Vec<String> {
        let shown = |block: Block| match block.kind {
            BlockKind::Heading { level, text } => format!("h{level} {}", text.as_str()),
            BlockKind::Paragraph(text) => format!("p {}", text.as_str()),
            BlockKind::Item { depth, text } => format!("li{depth} {}", text.as_str()),
            BlockKind::Table(table) => format!("table {}", table.rows.len()),
            BlockKind::Code(text) => format!("pre {}", text.as_str()),
        };
        read(page).blocks.into_iter().map(shown).collect()
    }

    #[test]
    fn what_stands_around_tables_is_read() {
        for (page, blocks) in [
            ("<h1>A<i>b</i></h1>text<p>more", vec!["h1 Ab", "p text", "p more"]),
            ("<p><b>Head</b></p><p><b>No</b> head", vec!["h7 Head", "p No head"]),
            ("<ul><li>a<ul><li>b</ul><li>c</ul>d", vec!["li0 a", "li1 b", "li0 c", "p d"]),
            ("<pre>a&amp;b\n<p>c</p></pre>", vec!["pre a&b\nc"]),
            ("<style>p {}</style><script>x</script>y", vec!["p y"]),
            ("<table><tr><td>a<table><tr><td>b</table><tr><td>c</table>d", vec!["table 1", "table 0", "p d"]),
            ("<p>a<table><tr><td>b<tr><td>c", vec!["p a", "table 1"]),
        ] {
            assert_eq!(seen(page), blocks, "{page}");
        }
    }

    #[test]
    fn documents_are_told_from_markdown_with_html_in_it() {
        for (page, expected) in [
            ("<!-- kept -->\n<!DOCTYPE html><p>", true),
            ("\u{feff} <html lang=en>", true),
            ("<div>\n\n# Markdown", false),
            ("# A\n\n<body>", false),
            ("", false),
        ] {
            assert_eq!(is_document(page), expected, "{page}");
        }
    }
}
