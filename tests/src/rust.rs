//! Rust files as texts: which paths they name, and how long their functions are.

/// A path that a file names: `crate::model::Row`, `serde_yaml::Value`, `quote!`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The path.
    pub path: String,
    /// Number of the line, from 1.
    pub line: usize,
}

/// The paths that a formatted file names in code: behind `use`, written out, or as a macro. Comments and texts do not
/// count.
pub fn named_paths(source: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let lines: Vec<String> = source.lines().map(code_of).collect();
    let mut number = 0;
    while let Some(line) = lines.get(number) {
        let start = number;
        let mut paths = Vec::new();
        match used(line) {
            Some(first) => {
                let mut tree = first.to_owned();
                while !tree.contains(';') && number + 1 < lines.len() {
                    number += 1;
                    tree.push_str(&lines[number]);
                }
                expand("", tree.trim_end().trim_end_matches(';'), &mut paths);
            }
            None => written(line, &mut paths),
        }
        found.extend(paths.into_iter().map(|path| Named { path, line: start + 1 }));
        number += 1;
    }
    found
}

/// What stands behind `use`, when the line begins one.
fn used(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) => rest.trim_start_matches(|letter: char| "(crate)super in".contains(letter) && letter != 'u'),
        None => line,
    };
    line.trim_start().strip_prefix("use ")
}

/// Every path of a `use` tree.
fn expand(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let own = tree.split(" as ").next().unwrap_or("").trim().trim_end_matches("self").trim_end_matches("::");
        let path = format!("{before}{own}");
        if !tree.is_empty() {
            paths.push(path.trim_end_matches("::").to_owned());
        }
        return;
    };
    let before = format!("{before}{}", tree[..open].trim());
    let inside = tree[open + 1..].trim().trim_end_matches('}');
    let mut depth = 0;
    let mut start = 0;
    for (index, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&before, &inside[start..index], paths);
                start = index + 1;
            }
            _ => {}
        }
    }
    // A closing brace of an inner group at the very end was trimmed above; `expand` does not miss it.
    expand(&before, &inside[start..], paths);
}

/// The paths of two segments or more, and the macros, of a line of code.
fn written(code: &str, paths: &mut Vec<String>) {
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    let mut rest = code;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_alphabetic() || letter == '_') {
        let end = rest[start..].find(|letter: char| !is_path(letter)).map_or(rest.len(), |end| start + end);
        let word = rest[start..end].trim_end_matches(':');
        if rest[end..].starts_with('!') && !rest[end..].starts_with("!=") {
            paths.push(format!("{word}!"));
        } else if word.contains("::") {
            paths.push(word.to_owned());
        }
        rest = &rest[end..];
    }
}

/// The line without its comment and without what stands in quotes.
pub fn code_of(line: &str) -> String {
    let mut code = String::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 0 {
            let (before, comment) = part.split_once("//").map_or((part, false), |(before, _)| (before, true));
            code.push_str(before);
            if comment {
                break;
            }
        }
    }
    code
}

/// The functions of a formatted file with the number of their lines, from the signature to the closing brace.
pub fn functions(source: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let Some(name) = function_name(line.trim_start()) else { continue };
        let closing = format!("{}}}", &line[..indent]);
        // A function on one line, or without a body, ends where it begins.
        let is_short = line.trim_end().ends_with(['}', ';']);
        let end = lines[start..].iter().position(|line| **line == closing).filter(|_| !is_short);
        found.push((name, end.map_or(1, |end| end + 1)));
    }
    found
}

fn function_name(line: &str) -> Option<String> {
    let mut words = line.split_whitespace().peekable();
    while words.peek().is_some_and(|word| word.starts_with("pub") || ["const", "async"].contains(word)) {
        words.next();
    }
    (words.next() == Some("fn")).then(|| words.next())??.split(['(', '<']).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        named_paths(source).into_iter().map(|named| named.path).collect()
    }

    #[test]
    fn paths_behind_use_are_found() {
        assert_eq!(paths("use crate::model::Row;"), ["crate::model::Row"]);
        assert_eq!(paths("pub(crate) use serde_yaml as yaml;"), ["serde_yaml"]);
        assert_eq!(paths("pub use super::one;"), ["super::one"]);
        assert_eq!(paths("    use a::{self, b};"), ["a", "a::b"]);
        assert_eq!(paths("use a::{\n    b::{c, d},\n    e,\n};\nuse f;"), ["a::b::c", "a::b::d", "a::e", "f"]);
        assert_eq!(paths("use {a::b, c::{d, e}};"), ["a::b", "c::d", "c::e"]);
    }

    #[test]
    fn paths_and_macros_in_code_are_found() {
        assert_eq!(paths("let one: crate::model::Row = x;"), ["crate::model::Row"]);
        assert_eq!(paths("let tokens = quote! { a };"), ["quote!"]);
        assert_eq!(paths("if one != two {}"), Vec::<String>::new());
    }

    #[test]
    fn comments_and_texts_name_nothing() {
        assert_eq!(paths("// use serde_yaml::Value;"), Vec::<String>::new());
        assert_eq!(paths("use a; // serde_yaml::Value"), ["a"]);
        assert_eq!(paths(r#"let text = "serde_yaml::Value";"#), Vec::<String>::new());
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(
            named_paths("\n\nuse a::{\n    b,\n};\nc::d();").iter().map(|named| named.line).collect::<Vec<_>>(),
            [3, 6]
        );
    }

    #[test]
    fn functions_end_at_their_brace() {
        let source = "impl A {\n    pub const fn one(&self) {\n        two()\n    }\n}\nfn two() {}\n";
        assert_eq!(functions(source), [("one".to_owned(), 3), ("two".to_owned(), 1)]);
    }
}
