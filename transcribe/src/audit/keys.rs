//! Where the keys and values of a documented answer stand in its text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::rows::string_length;

/// The first place of each key of a JSON text, by its path without numbers: `Set.Id`. Mistakes in the text do not
/// matter.
pub(super) fn keys(text: &str) -> BTreeMap<String, Range<usize>> {
    let mut keys = BTreeMap::new();
    let mut path: Vec<String> = Vec::new();
    let mut open: Vec<char> = Vec::new();
    let mut last: Option<(String, Range<usize>)> = None;
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let mut length = first.len_utf8();
        match first {
            '"' => {
                length = string_length(text.get(at..).unwrap_or_default());
                let inner = text.get(at + 1..(at + length).saturating_sub(1).max(at + 1)).unwrap_or_default();
                last = Some((inner.to_owned(), at..at + length));
            }
            ':' if open.last() == Some(&'{') => {
                if let Some((name, place)) = last.take() {
                    path.truncate(open.iter().filter(|open| **open == '{').count() - 1);
                    path.push(name);
                    keys.entry(path.join(".")).or_insert(place);
                }
            }
            '{' | '[' => open.push(first),
            '}' | ']' => {
                open.pop();
            }
            _ => {}
        }
        at += length;
        if open.len() > 64 {
            break;
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_paths_without_numbers() {
        let text = r#"{"a": [{"b": 1}, {"b": "x:y" "c": {"d": 2}}], "e": 3}"#;
        let found: Vec<_> = keys(text).into_iter().map(|(path, at)| (path, text[at].to_owned())).collect();
        let expected = [("a", "\"a\""), ("a.b", "\"b\""), ("a.c", "\"c\""), ("a.c.d", "\"d\""), ("e", "\"e\"")];
        assert_eq!(found, expected.map(|(path, key)| (path.to_owned(), key.to_owned())));
        assert!(keys("{\"a").is_empty() && keys("}}:{\":").is_empty());
    }
}
