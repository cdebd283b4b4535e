//! From node numbers to lines and columns: the second, location-only pass over a file.

use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::Spot;

/// A place as people name it, and the bytes that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Bytes of the text.
    pub bytes: Range<usize>,
}

/// Finds places in one file; reads the file at most once.
pub struct Locator<'t> {
    text: &'t str,
    lines: Vec<usize>,
    nodes: Option<Vec<Range<usize>>>,
    /// The place that was found last: its byte and its column. Places come in order, and a line can be long.
    last: (usize, usize),
}

impl<'t> Locator<'t> {
    /// A locator for the text of one file.
    pub fn new(text: &'t str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(index, _)| index + 1)).collect();
        Self { text, lines, nodes: None, last: (0, 1) }
    }

    /// The location of a spot; the start of the file when the text has no such node.
    pub fn locate(&mut self, spot: Spot) -> Location {
        let bytes = match spot {
            Spot::File => 0..0,
            Spot::Line(line, column) => self.offset(line as usize, column as usize),
            Spot::Node(node) => {
                let text = self.text;
                let nodes = self.nodes.get_or_insert_with(|| node_ranges(text));
                nodes.get(node as usize).cloned().unwrap_or(0..0)
            }
        };
        let line = self.lines.partition_point(|start| *start <= bytes.start);
        let start = self.lines[line - 1];
        let (known, column) = if (start..=bytes.start).contains(&self.last.0) { self.last } else { (start, 1) };
        let column = column + self.text[known..bytes.start].chars().count();
        self.last = (bytes.start, column);
        Location { line, column, bytes }
    }

    /// The bytes of a line, counted from 1, without its end.
    pub fn line(&self, line: usize) -> Range<usize> {
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line).map_or(self.text.len(), |next| next - 1).max(start);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    fn offset(&self, line: usize, column: usize) -> Range<usize> {
        let Some(start) = self.lines.get(line.saturating_sub(1)).copied() else {
            return self.text.len()..self.text.len();
        };
        let rest = &self.text[start..];
        let rest = &rest[..rest.find('\n').unwrap_or(rest.len())];
        let skipped = rest.char_indices().nth(column.saturating_sub(1));
        let begin = start + skipped.map_or(rest.len(), |(index, _)| index);
        let end = begin + skipped.map_or(0, |(_, character)| character.len_utf8());
        begin..end
    }
}

/// The bytes of every node of the document, in the order in which the loader numbers them.
fn node_ranges(text: &str) -> Vec<Range<usize>> {
    let mut bytes_of = ByteIndex::new(text);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut open = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::Scalar(..) => ranges.push(trimmed(text, bytes_of.range(span))),
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                let start = bytes_of.range(span).start;
                open.push(ranges.len());
                ranges.push(start..first_line_end(text, start));
            }
            Event::MappingEnd | Event::SequenceEnd => {
                let end = bytes_of.range(span).end;
                let Some(range) = open.pop().and_then(|node| ranges.get_mut(node)) else { continue };
                if text[range.clone()].starts_with(['{', '[']) && (range.start..range.end).contains(&end) {
                    range.end = range.start + text[range.start..end].trim_end().len();
                }
            }
            Event::StreamEnd => break,
            _ => {}
        }
    }
    ranges
}

/// A scalar's range without the blanks around it; block texts are cut to their first line.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let shown = &text[range.clone()];
    let lead = shown.len() - shown.trim_start().len();
    let shown = shown.trim();
    let end = shown.find('\n').unwrap_or(shown.len());
    let start = if shown.is_empty() { range.start } else { range.start + lead };
    start..start + end
}

fn first_line_end(text: &str, start: usize) -> usize {
    let line = text[start..].lines().next().unwrap_or("");
    let opened = line.chars().next().is_some_and(|character| character == '{' || character == '[');
    start + if opened { line.trim_end().len() } else { line.chars().next().map_or(0, char::len_utf8) }
}

/// Turns the parser's character positions into byte positions, going forward only.
pub(super) struct ByteIndex<'t> {
    text: &'t str,
    characters: usize,
    bytes: usize,
}

impl<'t> ByteIndex<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, characters: 0, bytes: 0 }
    }

    pub(super) fn range(&mut self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        let end = start
            + self.text[start..]
                .char_indices()
                .nth(span.end.index().saturating_sub(span.start.index()))
                .map_or(self.text.len() - start, |(index, _)| index);
        start..end
    }

    fn byte(&mut self, character: usize) -> usize {
        if character < self.characters {
            (self.characters, self.bytes) = (0, 0);
        }
        let rest = &self.text[self.bytes..];
        let skipped = rest.char_indices().nth(character - self.characters).map_or(rest.len(), |(index, _)| index);
        self.bytes += skipped;
        self.characters = character;
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, node: u32) -> (usize, usize, String) {
        let found = Locator::new(text).locate(Spot::Node(node));
        (found.line, found.column, text[found.bytes].to_owned())
    }

    #[test]
    fn nodes_are_counted_in_document_order() {
        let text = "# first\na: 1\n中: { b: [x, 'y z'] }\n";
        assert_eq!(shown(text, 1), (2, 1, "a".to_owned()));
        assert_eq!(shown(text, 2), (2, 4, "1".to_owned()));
        assert_eq!(shown(text, 3), (3, 1, "中".to_owned()));
        assert_eq!(shown(text, 4), (3, 4, "{ b: [x, 'y z'] }".to_owned()));
        assert_eq!(shown(text, 7), (3, 10, "x".to_owned()));
        assert_eq!(shown(text, 8), (3, 13, "'y z'".to_owned()));
        assert_eq!(shown(text, 6), (3, 9, "[x, 'y z']".to_owned()));
    }

    #[test]
    fn a_place_outside_of_the_text_is_its_edge() {
        assert_eq!(shown("a: 1\n", 99), (1, 1, String::new()));
        let found = Locator::new("a").locate(Spot::Line(7, 7));
        assert_eq!((found.line, found.column), (1, 2));
    }
}
