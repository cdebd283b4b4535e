//! What is said of a text that is no YAML.

use super::node::SyntaxError;
use crate::diag::{Code, Diagnostic};
use crate::source::{At, Spot};

/// What to write instead, by words of the parser's message. The last is for all others.
const HELP: [(&str, &str); 14] = [
    ("expected ',' or '}'", "close the braces in which this stands, and put texts with commas or braces in quotes"),
    ("expected ',' or ']'", "close the brackets in which this stands, and put texts with commas or brackets in quotes"),
    ("expected <block end>", "keys of one map begin in the same column"),
    ("expected key", "keys of one map begin in the same column"),
    (
        "expected '-' indicator",
        "entries of a list begin with `- `, in one column; what is not a list has no `- ` at all",
    ),
    ("expected node content", "a value, or nothing but the closing sign, follows a comma"),
    (
        "mapping values are not allowed",
        "put texts with `: ` in them in quotes, and begin the keys of a map in one column",
    ),
    (
        "could not find expected ':'",
        "a key is followed by `: `; further lines of a text are indented further than its key",
    ),
    ("unexpected end of stream", "close the quotes"),
    ("unknown escape character", "write patterns in single quotes, where a backslash stands for itself"),
    ("expected alphabetic or numeric character", "put a text that begins with `*` or `&` in quotes"),
    (
        "more than one document",
        "a file holds one spec: remove the line `---`, and give another action a file of its own",
    ),
    ("values in one file", "a spec is one action; split the file"),
    ("", "texts with `: `, ` #`, brackets or quotes in them stand in quotes"),
];
const CANNOT_BEGIN: &str = "cannot start any token";

pub(super) fn diagnostic(error: &SyntaxError, file: u32, text: &str) -> Diagnostic {
    // The parser says what is wrong and where, and then, of a text in brackets, where that began.
    let (problem, context) = error.message.split_once(", ").unwrap_or((&error.message, ""));
    let (problem, place) = placed(problem);
    let (context, begin) = placed(context);
    let place = place.or(error.place).or_else(|| second_document(problem, text));
    let comma = if context.is_empty() { "" } else { ", " };
    let spot = place.map_or(Spot::File, |(line, column)| Spot::Line(line, column));
    let diagnostic = Diagnostic::new(Code::Syntax, format!("this is not YAML: {problem}{comma}{context}"));
    let diagnostic = diagnostic.at(At { file, spot }, "");
    let diagnostic = match begin.filter(|begin| Some(*begin) != place) {
        Some((line, column)) => diagnostic.at(At { file, spot: Spot::Line(line, column) }, "it began here"),
        None => diagnostic,
    };
    let part = |(line, column): (u32, u32)| Part::of(text, line, column);
    diagnostic.help(help(problem, place.map(part), begin.map(part)))
}

/// A line, parted at a place.
struct Part<'t> {
    number: u32,
    before: &'t str,
    behind: &'t str,
}

impl<'t> Part<'t> {
    /// At a line and a column, both from 1.
    fn of(text: &'t str, number: u32, column: u32) -> Self {
        let line = text.lines().nth((number as usize).saturating_sub(1)).unwrap_or_default();
        let column =
            line.char_indices().nth((column as usize).saturating_sub(1)).map_or(line.len(), |(index, _)| index);
        let (before, behind) = line.split_at(column);
        Self { number, before, behind }
    }

    fn found(&self) -> Option<char> {
        self.behind.chars().next()
    }
}

fn help(problem: &str, place: Option<Part<'_>>, begin: Option<Part<'_>>) -> String {
    let found = place.as_ref().and_then(Part::found);
    match found {
        Some('\t') if problem.contains(CANNOT_BEGIN) => return "indent with spaces: YAML takes no tabs".to_owned(),
        Some('`') if problem.contains(CANNOT_BEGIN) => {
            return "put a text that begins with a backquote in quotes".to_owned();
        }
        Some(found) if problem.contains(CANNOT_BEGIN) => {
            return format!("put a text that begins with `{found}` in quotes");
        }
        _ => {}
    }
    let usual = HELP.iter().find(|(words, _)| problem.contains(words)).map_or("", |(_, help)| help);
    let in_braces = problem.contains("expected ',' or");
    if (in_braces || problem.contains("expected key"))
        && place.as_ref().is_some_and(|place| place.before.ends_with('\'') && !place.before.ends_with("''"))
    {
        return "an apostrophe inside of single quotes is written twice; or use double quotes".to_owned();
    }
    if in_braces && let Some(help) = in_braces_help(found, place.as_ref(), begin.as_ref()) {
        return help.to_owned();
    }
    if problem.contains("expected ':'")
        && let Some(help) = begin.and_then(|begin| colon_help(begin.behind))
    {
        return help.to_owned();
    }
    usual.to_owned()
}

/// What went wrong between the opening brace and the place at which the parser noticed.
fn in_braces_help(found: Option<char>, place: Option<&Part<'_>>, begin: Option<&Part<'_>>) -> Option<&'static str> {
    let opened = begin.map_or("", |begin| begin.behind);
    if opened.contains(['，', '：']) {
        return Some("write `,` and `:` between keys and values; those of Chinese texts are other signs");
    }
    let same_line = place.map(|place| place.number) == begin.map(|begin| begin.number);
    match found {
        Some(':') if same_line => return Some("put the text with `: ` in it in quotes"),
        Some('[') if place.is_some_and(|place| place.before.ends_with(char::is_alphanumeric)) => {
            return Some("a list's type is written in brackets: `[Image]`; put texts with brackets in them in quotes");
        }
        _ => {}
    }
    if opened.matches('"').count() % 2 == 1 {
        return Some("close the double quotes in the line where this began");
    }
    opened.contains(" #").then_some("put the text with ` #` in it in quotes: what follows is a comment")
}

/// What is wrong with a key that no colon follows.
fn colon_help(line: &str) -> Option<&'static str> {
    if line.contains('：') {
        return Some("write `: ` behind the key; the colon of Chinese texts is another sign");
    }
    let (key, value) = line.split_once(':')?;
    (!value.starts_with(' ') && key.chars().all(|one| one.is_alphanumeric() || one == '_'))
        .then_some("a blank follows the colon")
}

/// Where a second document begins, which the parser does not say.
fn second_document(problem: &str, text: &str) -> Option<(u32, u32)> {
    let line = text.lines().enumerate().skip(1).find(|(_, line)| line.starts_with("---"));
    line.filter(|_| problem.contains("more than one document")).map(|(index, _)| (index as u32 + 1, 1))
}

/// A part of a message without the place at its end, and that place: line and column from 1.
fn placed(message: &str) -> (&str, Option<(u32, u32)>) {
    let Some((before, place)) = message.rsplit_once(" at line ") else { return (message, None) };
    let place =
        place.split_once(" column ").and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    (before, place)
}
