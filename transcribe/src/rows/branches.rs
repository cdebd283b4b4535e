//! Rows that stand below others: `└Id` below `Images` is the field `Id` of an entry of `Images`.

use std::collections::BTreeSet;

use crate::dialect::is_branch;
use crate::draft::Row;
use crate::names;
use crate::page::Cell;
use crate::report::{Notes, Weight};

/// Deepest row that is followed; deeper ones are no documentation.
const DEEPEST: usize = 12;

/// A cell without what draws its branch, and how far that reaches.
pub(super) fn unbranched(cell: &Cell) -> (usize, Cell) {
    let text = cell.text.as_str();
    let rest = text.trim_start_matches(|character: char| is_branch(character) || character.is_whitespace());
    let drawn = text.get(..text.len() - rest.len()).unwrap_or_default();
    // Blanks of the markup say nothing; those that a page takes pains to show do.
    let depth = drawn.chars().filter(|character| !character.is_ascii_whitespace()).count();
    if depth == 0 { (0, cell.clone()) } else { (depth, Cell::plain(cell.text.part(drawn.len()..text.len()))) }
}

/// The rows that the next row may stand below.
#[derive(Debug, Default)]
pub(super) struct Branches {
    /// How far each is drawn in, and what the names of rows below it begin with.
    open: Vec<(usize, String)>,
}

impl Branches {
    /// Gives a row that is drawn so far in its full name.
    pub(super) fn place(&mut self, row: &mut Row, depth: usize, notes: &mut Notes) {
        while self.open.last().is_some_and(|(above, _)| *above >= depth) {
            self.open.pop();
        }
        if let Some((_, owner)) = self.open.last() {
            if !is_within(&row.name, owner) {
                row.name = format!("{owner}.{}", row.name);
            }
        } else if depth > 0 {
            let text = format!("`{}` is drawn as part of another row, and there is none above it", row.name);
            notes.say(Weight::Guess, row.at.start, text);
        }
        if self.open.len() < DEEPEST {
            let numbered = names::parts(&row.name).last().is_some_and(|(_, list)| *list);
            let below = if row.list && !numbered { format!("{}.n", row.name) } else { row.name.clone() };
            self.open.push((depth, below));
        }
    }
}

/// Whether a name already says what it stands in, `Plan.Hour` below `Plan`, with marks of lists or without.
fn is_within(name: &str, owner: &str) -> bool {
    let parts = |name: &str| names::parts(name).into_iter().map(|(part, _)| part.to_owned()).collect::<Vec<_>>();
    let (name, owner) = (parts(name), parts(owner));
    name.len() > owner.len() && name.starts_with(&owner)
}

/// The names of rows that others stand below.
pub(super) fn owners(rows: &[Row]) -> BTreeSet<String> {
    let above = |row: &Row| {
        let parts = names::parts(&row.name);
        let names = parts.iter().take(parts.len().saturating_sub(1)).map(|(part, _)| *part);
        names.collect::<Vec<_>>().join(".")
    };
    rows.iter().map(above).filter(|name| !name.is_empty()).collect()
}
