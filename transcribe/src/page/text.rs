//! Text as it reads, each part of which knows where on the page it stands.

use std::ops::Range;

/// Text of a page without its markup; a line break of any kind is `\n`. Every byte can be traced to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    text: String,
    /// Where parts begin, in the text and on the page, in order.
    pieces: Vec<Piece>,
    /// Where the last part ends on the page.
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    text: usize,
    page: usize,
}

impl Text {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether nothing but blanks is there.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The place on the page, in bytes, of a byte of the text.
    pub fn place(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.text <= offset);
        let Some(piece) = next.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return self.end };
        let limit = self.pieces.get(next).map_or(self.end, |next| next.page.max(piece.page));
        (piece.page + (offset - piece.text)).min(limit)
    }

    /// The bytes of the page that hold the whole text.
    pub fn at(&self) -> Range<usize> {
        let start = self.pieces.first().map_or(self.end, |piece| piece.page);
        start..self.end.max(start)
    }

    /// The bytes of the page that hold a part of the text.
    pub fn range(&self, part: Range<usize>) -> Range<usize> {
        let start = self.place(part.start);
        let end = part.end.checked_sub(1).map_or(start, |last| self.place(last) + 1);
        start..end.max(start)
    }

    /// A part of the text; its bounds have to be those of characters.
    pub fn part(&self, part: Range<usize>) -> Self {
        let mut builder = TextBuilder::default();
        let text = self.text.get(part.clone()).unwrap_or_default();
        let first = self.pieces.partition_point(|piece| piece.text <= part.start);
        let last = self.pieces.partition_point(|piece| piece.text < part.end).max(first);
        let inner = self.pieces.get(first..last).unwrap_or_default().iter().map(|piece| piece.text);
        let mut start = part.start;
        for end in inner.chain(std::iter::once(part.end)) {
            if let Some(piece) = text.get(start - part.start..end - part.start) {
                builder.push(piece, self.place(start)..self.range(start..end).end);
            }
            start = end;
        }
        builder.build()
    }

    /// The text without blanks around it.
    pub fn trimmed(&self) -> Self {
        let text = self.text.trim();
        if text.len() == self.text.len() {
            return self.clone();
        }
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start..start + text.len())
    }

    /// The lines.
    pub fn lines(&self) -> impl Iterator<Item = Self> + '_ {
        let mut start = 0;
        self.text.split('\n').map(move |line| {
            let part = start..start + line.len();
            start = part.end + 1;
            self.part(part)
        })
    }

    /// The same text, all of which stands at one place: that of another page, where it is referred to.
    pub(crate) fn at_place(&self, place: usize) -> Self {
        let pieces = vec![Piece { text: 0, page: place }];
        Self { text: self.text.clone(), pieces, end: place }
    }

    /// Another text behind this one, with something in between.
    pub fn join(&mut self, between: &str, other: &Self) {
        let mut builder = TextBuilder { text: std::mem::take(self) };
        let end = if builder.is_empty() { other.at().start } else { builder.text.end };
        builder.push(between, end..end);
        builder.append(other);
        *self = builder.build();
    }
}

/// Makes a text out of parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct TextBuilder {
    text: Text,
}

impl TextBuilder {
    /// Adds a part that stands at that place of the page.
    pub(crate) fn push(&mut self, part: &str, page: Range<usize>) {
        if !part.is_empty() {
            self.text.pieces.push(Piece { text: self.text.text.len(), page: page.start });
            self.text.text.push_str(part);
        }
        self.text.end = page.end;
    }

    /// Adds a text that knows its own places.
    pub(crate) fn append(&mut self, other: &Text) {
        let offset = self.text.text.len();
        self.text.text.push_str(&other.text);
        let moved = other.pieces.iter().map(|piece| Piece { text: piece.text + offset, page: piece.page });
        self.text.pieces.extend(moved);
        self.text.end = other.end;
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.text.is_empty()
    }

    /// How much was added, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.text.text.len()
    }

    /// The text so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.text.text
    }

    /// The whole text.
    pub(crate) fn build(self) -> Text {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Text {
        let mut builder = TextBuilder::default();
        builder.push("ab", 10..12);
        builder.push("\n", 12..16);
        builder.push(" cd ", 16..20);
        builder.build()
    }

    #[test]
    fn bytes_are_traced_to_the_page() {
        let text = text();
        assert_eq!(text.as_str(), "ab\n cd ");
        assert_eq!([0, 1, 2, 3, 4].map(|offset| text.place(offset)), [10, 11, 12, 16, 17]);
        assert_eq!(text.range(4..6), 17..19);
        assert_eq!(text.at(), 10..20);
    }

    #[test]
    fn parts_keep_their_places() {
        let lines: Vec<_> = text().lines().map(|line| (line.trimmed().as_str().to_owned(), line.at())).collect();
        assert_eq!(lines, [("ab".to_owned(), 10..12), ("cd".to_owned(), 16..20)]);
        assert_eq!(text().trimmed().place(4), 17);
        let mut joined = text();
        joined.join("|", &text());
        assert_eq!((joined.as_str(), joined.place(8)), ("ab\n cd |ab\n cd ", 10));
    }
}
