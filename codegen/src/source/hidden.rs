//! Characters that cannot be seen.

/// Whether a character shows nothing of its own, or changes how others show: control characters, line breaks and tabs
/// among them, marks of direction, joiners, and blanks without a width. Where lines may break, callers make the exception.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::is_hidden;

    #[test]
    fn wide_letters_can_be_seen() {
        assert!("中文 – \"é\"".chars().all(|character| !is_hidden(character)));
        let hidden =
            ['\0', '\r', '\n', '\u{7f}', '\u{ad}', '\u{202e}', '\u{2067}', '\u{feff}', '\u{200b}', '\u{e0041}'];
        assert!(hidden.into_iter().all(is_hidden));
    }
}
