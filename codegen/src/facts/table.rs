//! Columns of text.

use unicode_width::UnicodeWidthStr;

/// Widest line of a table; the last column is broken to keep it.
const WIDTH: usize = 120;

/// Lines with columns, each as wide as its widest cell; the last one takes the rest.
pub(super) fn columns(header: &[&str], rows: &[Vec<String>], text: &mut String) {
    let last = header.len() - 1;
    let widths: Vec<usize> = (0..last)
        .map(|column| {
            rows.iter().map(|row| row[column].width()).chain([header[column].width()]).max().unwrap_or(0).min(40)
        })
        .collect();
    let indent = 2 + widths.iter().map(|width| width + 2).sum::<usize>();
    line(header.iter().copied(), &widths, indent, text);
    for row in rows {
        line(row.iter().map(String::as_str), &widths, indent, text);
    }
}

fn line<'c>(cells: impl Iterator<Item = &'c str>, widths: &[usize], indent: usize, text: &mut String) {
    let start = text.len();
    text.push_str("  ");
    for (column, cell) in cells.enumerate() {
        match widths.get(column) {
            Some(width) => {
                text.push_str(cell);
                text.push_str(&" ".repeat(width.saturating_sub(cell.width()) + 2));
            }
            None => {
                let broken = wrapped(cell, WIDTH.saturating_sub(indent).max(40));
                text.push_str(&broken.join(&format!("\n{}", " ".repeat(indent))));
            }
        }
    }
    let kept = text[start..].trim_end().len();
    text.truncate(start + kept);
    text.push('\n');
}

/// Breaks a text at blanks.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().map_or(0, |line| line.width());
        if last > 0 && last + 1 + word.width() > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
