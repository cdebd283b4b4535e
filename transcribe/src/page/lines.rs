//! Bytes of a page -> lines and columns.

/// A place as people count: from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the line.
    pub line: usize,
    /// Number of the character in its line.
    pub column: usize,
}

/// Finds lines and columns in a text.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters stand before each block of [`BLOCK`] bytes, so that long lines cost no more than short ones.
    counts: Vec<usize>,
}

const BLOCK: usize = 1 << 10;

impl<'t> Lines<'t> {
    /// Of this text.
    pub fn new(text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(index, _)| index + 1);
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |before, block| {
            *before += characters(block);
            Some(*before)
        });
        let counts = std::iter::once(0).chain(blocks).collect();
        Self { text, starts: std::iter::once(0).chain(ends).collect(), counts }
    }

    /// The place of a byte. Beyond the end, the place behind the last character.
    pub fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let end = offset.min(self.text.len()).max(start);
        Place { line, column: self.before(end) - self.before(start) + 1 }
    }

    /// How many characters begin before a byte.
    fn before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.counts.get(block).copied().unwrap_or_default() + characters(rest)
    }
}

/// Every character has one byte that is no continuation of another.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

impl std::fmt::Display for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let lines = Lines::new("ab\n镜像x\n");
        let places = [0, 1, 3, 6, 9, 10, 99].map(|offset| lines.place(offset).to_string());
        assert_eq!(places, ["1:1", "1:2", "2:1", "2:2", "2:3", "2:4", "3:1"]);
    }
}
