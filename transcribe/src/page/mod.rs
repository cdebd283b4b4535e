//! A page of documentation, whatever it is written in: headings, tables, lists, paragraphs and blocks of code, in order,
//! each with its place.

mod html;
mod lines;
mod markdown;
mod plain;
mod text;

use std::ops::Range;

pub use lines::{Lines, Place};
pub use text::Text;
pub(crate) use text::TextBuilder;

use crate::dialect::Dialect;

/// A page as it was read.
#[derive(Clone, Debug)]
pub struct Page {
    /// What stands in front of the text as its title (`title:` of a front matter).
    pub title: Option<Text>,
    /// What stands on the page, in order.
    pub blocks: Vec<Block>,
    /// What had to be mended to read it.
    pub repairs: Vec<Repair>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The bytes of the page that hold it.
    pub at: Range<usize>,
}

/// What stands on pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading. Level 1 to 6; a line in bold letters that stands alone is of level [`BOLD`].
    Heading {
        /// 1 to 6, or [`BOLD`].
        level: u8,
        /// What it says.
        text: Text,
    },
    /// Running text; its lines are as on the page.
    Paragraph(Text),
    /// An entry of a list.
    Item {
        /// How many lists it stands in, beside the outermost.
        depth: u8,
        /// What it says.
        text: Text,
    },
    /// A table.
    Table(Table),
    /// Text that is shown as it is.
    Code(Text),
}

/// The level of a heading that is none in the markup: a line in bold letters.
pub const BOLD: u8 = 7;

/// A table. Rows may have fewer or more cells than the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row.
    pub header: Vec<Cell>,
    /// All further rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: Text,
    /// Where its links lead, with the part of the text that is the link.
    pub links: Vec<Link>,
    /// The bytes of the text that the page shows as code.
    pub code: Vec<Range<usize>>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The bytes of the text that are the link.
    pub part: Range<usize>,
    /// Where it leads, as the page writes it.
    pub target: String,
}

/// Something about the markup that had to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What was done.
    pub what: &'static str,
    /// Where, in bytes of the page.
    pub at: usize,
}

impl Cell {
    /// What it says, without blanks around it.
    pub fn trimmed(&self) -> &str {
        self.text.as_str().trim()
    }

    /// A cell without links and code.
    pub(crate) fn plain(text: Text) -> Self {
        Self { text, links: Vec::new(), code: Vec::new() }
    }
}

impl Page {
    /// Reads a page. Nothing that stands on it can make this fail; what no reader understands is a paragraph.
    pub fn read(text: &str, dialect: &Dialect) -> Self {
        if html::is_document(text) {
            html::read(text)
        } else if plain::is_plain(text, dialect) {
            plain::read(text, dialect)
        } else {
            markdown::read(text)
        }
    }
}
