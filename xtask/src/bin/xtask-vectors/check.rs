//! Expected and computed, side by side.

use tablature_runtime::sign::{Target, sign};

use crate::case::Case;

/// Stands where two texts begin to differ.
const MARK: &str = ">>>";

/// What differs, for the eye; none when the case is reproduced.
pub(crate) fn differences(case: &Case) -> Option<String> {
    let target = Target::new(case.method, &case.host, &case.path);
    let signed = sign(case.scheme, &target, case.parameters.clone(), &case.credentials);
    let compared = [
        ("string to sign", case.string_to_sign.as_str(), signed.expose_string_to_sign()),
        ("signature", case.signature.as_str(), signed.signature()),
    ];
    let found: Vec<String> =
        compared.iter().filter_map(|(what, expected, computed)| difference(what, expected, computed)).collect();
    (!found.is_empty()).then(|| format!("{} (`{}`) differs\n{}", case.provider, case.id.escape_debug(), found.concat()))
}

fn difference(what: &str, expected: &str, computed: &str) -> Option<String> {
    if expected == computed {
        return None;
    }
    let same: usize = expected
        .chars()
        .zip(computed.chars())
        .take_while(|(left, right)| left == right)
        .map(|(left, _)| left.len_utf8())
        .sum();
    let shown = |text: &str| format!("{}{MARK}{}", escaped(&text[..same]), escaped(&text[same..]));
    Some(format!(
        "  {what}, from byte {} on ({MARK})\n    expected  {}\n    computed  {}\n",
        same + 1,
        shown(expected),
        shown(computed),
    ))
}

/// On one line, with everything escaped that cannot be seen.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '\'' => out.push(letter),
            _ => out.extend(letter.escape_debug()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_marked() {
        let found = difference("text", "GET\n中a", "GET\n中é \u{202e}\"").expect("they differ");
        let lines: Vec<&str> = found.lines().map(str::trim_start).collect();
        assert_eq!(lines[0], "text, from byte 8 on (>>>)");
        assert_eq!(lines[1], r"expected  GET\n中>>>a");
        assert_eq!(lines[2], r#"computed  GET\n中>>>é \u{202e}""#);
    }

    #[test]
    fn one_may_be_the_start_of_the_other() {
        let found = difference("text", "ab", "abc").expect("they differ");
        assert!(found.contains("expected  ab>>>\n") && found.contains("computed  ab>>>c\n"), "{found}");
        assert!(difference("text", "é", "é").is_none());
        assert!(difference("text", "é", "è").is_some_and(|found| found.contains("byte 1")), "same first byte");
    }
}
