//! Cells that are struck through, `~~Mode~~`: the row is still told of, and out of use.

use crate::page::Cell;

const MARK: &str = "~~";

/// A row's cells without the lines through them, and whether there is one through the first.
pub(super) fn unstruck(cells: &[Cell]) -> (Vec<Cell>, bool) {
    let struck = cells.first().is_some_and(|cell| inner(cell).is_some());
    (cells.iter().map(|cell| inner(cell).unwrap_or_else(|| cell.clone())).collect(), struck)
}

/// What the line is drawn through, when that is the whole cell.
fn inner(cell: &Cell) -> Option<Cell> {
    let text = cell.text.as_str();
    let inside = text.trim().strip_prefix(MARK)?.strip_suffix(MARK)?;
    let start = text.find(MARK)? + MARK.len();
    (!inside.is_empty() && !inside.contains(MARK)).then(|| Cell::plain(cell.text.part(start..start + inside.len())))
}
