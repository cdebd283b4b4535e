//! A mended copy of a part of the page, whose bytes can be traced back.

use std::ops::Range;

/// A copy.
#[derive(Clone, Debug, Default)]
pub(super) struct Copy {
    text: String,
    /// Where copied parts begin, in the copy and on the page.
    pieces: Vec<(usize, usize)>,
}

impl Copy {
    /// Copies a part of the page.
    pub(super) fn copy(&mut self, page: &str, part: Range<usize>) {
        let end = part.end;
        if let Some(text) = page.get(part.clone()).filter(|text| !text.is_empty()) {
            self.pieces.push((self.text.len(), part.start));
            self.text.push_str(text);
        }
        self.pieces.push((self.text.len(), end));
    }

    /// Puts something in that is not on the page.
    pub(super) fn insert(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The text of the copy.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the page that a part of the copy is from.
    pub(super) fn source(&self, part: Range<usize>) -> Range<usize> {
        let start = self.place(part.start);
        let end = part.end.checked_sub(1).map_or(start, |last| self.place(last) + 1);
        start..end.max(start)
    }

    fn place(&self, offset: usize) -> usize {
        let next = self.pieces.partition_point(|(copy, _)| *copy <= offset);
        let Some((copy, page)) = next.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        let limit = self.pieces.get(next).map_or(usize::MAX, |(_, page)| *page);
        (page + (offset - copy)).min(limit.max(*page))
    }
}
