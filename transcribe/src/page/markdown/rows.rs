//! Lines that are rows of tables.

/// How many cells a row has.
pub(super) fn cells(line: &str) -> usize {
    let line = line.trim();
    let open = line.strip_prefix('|').unwrap_or(line);
    pipes(if ends_open(line) { open } else { open.strip_suffix('|').unwrap_or(open) }) + 1
}

/// Whether the last cell of a row is not closed by a pipe.
pub(super) fn ends_open(line: &str) -> bool {
    let line = line.trim_end();
    let Some(rest) = line.strip_suffix('|') else { return true };
    let escapes = rest.len() - rest.trim_end_matches('\\').len();
    escapes % 2 == 1
}

/// Pipes that separate cells.
pub(super) fn pipes(line: &str) -> usize {
    let mut escaped = false;
    line.bytes()
        .filter(|byte| {
            let separates = *byte == b'|' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            separates
        })
        .count()
}

/// Whether the line stands between the header and the first row: dashes, colons and pipes.
pub(in crate::page) fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.contains('-')
        && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t'))
}

/// Whether the line is the beginning of a row as most pages write it.
pub(super) fn starts_row(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line != "|"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted() {
        for (line, count) in [("|a|b|", 2), ("a | b |", 2), ("|a|b", 2), (r"|a\|b|c|", 2), ("|a||", 2), (r"|a|b\|", 2)]
        {
            assert_eq!(cells(line), count, "{line}");
        }
        assert!(is_delimiter("|:-|--|") && !is_delimiter("----") && !is_delimiter("| a |"));
    }
}
