//! What is said of a text that is no YAML.

use super::node::SyntaxError;
use crate::diag::{Code, Diagnostic};
use crate::source::{At, Spot};

/// What to write instead, by words of the parser's message. The last is for all others.
const HELP: [(&str, &str); 8] = [
    ("expected ',' or '}'", "close the braces in which this stands, and put texts with commas or braces in quotes"),
    ("expected ',' or ']'", "close the brackets in which this stands, and put texts with commas or brackets in quotes"),
    ("expected <block end>", "keys of one map begin in the same column"),
    ("expected key", "keys of one map begin in the same column"),
    (
        "mapping values are not allowed",
        "put texts with `: ` in them in quotes, and begin the keys of a map in one column",
    ),
    ("could not find expected ':'", "a key is followed by `: `; put texts of several lines in quotes"),
    ("unexpected end of stream", "close the quotes"),
    ("", "texts with `: `, ` #`, brackets or quotes in them stand in quotes"),
];
const CANNOT_BEGIN: &str = "cannot start any token";

pub(super) fn diagnostic(error: &SyntaxError, file: u32, text: &str) -> Diagnostic {
    // The parser says what is wrong and where, and then, of a text in brackets, where that began.
    let (problem, context) = error.message.split_once(", ").unwrap_or((&error.message, ""));
    let (problem, place) = placed(problem);
    let (context, begin) = placed(context);
    let place = place.or(error.place);
    let comma = if context.is_empty() { "" } else { ", " };
    let spot = place.map_or(Spot::File, |(line, column)| Spot::Line(line, column));
    let diagnostic = Diagnostic::new(Code::Syntax, format!("this is not YAML: {problem}{comma}{context}"));
    let diagnostic = diagnostic.at(At { file, spot }, "");
    let diagnostic = match begin.filter(|begin| Some(*begin) != place) {
        Some((line, column)) => diagnostic.at(At { file, spot: Spot::Line(line, column) }, "it began here"),
        None => diagnostic,
    };
    diagnostic.help(help(problem, place.and_then(|place| character(text, place))))
}

fn help(problem: &str, found: Option<char>) -> String {
    match found {
        Some('\t') if problem.contains(CANNOT_BEGIN) => "indent with spaces: YAML takes no tabs".to_owned(),
        Some(found) if problem.contains(CANNOT_BEGIN) => format!("put a text that begins with `{found}` in quotes"),
        _ => HELP.iter().find(|(words, _)| problem.contains(words)).map_or("", |(_, help)| help).to_owned(),
    }
}

/// A part of a message without the place at its end, and that place: line and column from 1.
fn placed(message: &str) -> (&str, Option<(u32, u32)>) {
    let Some((before, place)) = message.rsplit_once(" at line ") else { return (message, None) };
    let place =
        place.split_once(" column ").and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    (before, place)
}

fn character(text: &str, (line, column): (u32, u32)) -> Option<char> {
    text.lines().nth(line.checked_sub(1)? as usize)?.chars().nth(column.checked_sub(1)? as usize)
}
