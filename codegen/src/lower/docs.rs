//! Text of strangers -> documentation that shows it and does nothing else: no code that a test would run, no link but an
//! address that shows where it leads, no HTML, no hidden character.

use crate::rust::Docs;
use crate::vocabulary::is_hidden;

/// Longest line, without what stands before it in the file.
const WIDTH: usize = 100;

/// Collects paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct DocsBuilder {
    lines: Vec<String>,
}

impl DocsBuilder {
    /// Text of a spec, as a paragraph.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.markdown(&escaped(text))
    }

    /// A paragraph of our own, in Markdown.
    pub(super) fn markdown(&mut self, text: &str) -> &mut Self {
        let lines = wrapped(text, WIDTH);
        if lines.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
        self
    }

    /// Entries of a list, in Markdown.
    pub(super) fn list(&mut self, entries: &[String]) -> &mut Self {
        if entries.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        for entry in entries {
            for (index, line) in wrapped(entry, WIDTH - 2).into_iter().enumerate() {
                self.lines.push(format!("{}{line}", if index == 0 { "* " } else { "  " }));
            }
        }
        self
    }

    /// What was collected.
    pub(super) fn build(&self) -> Docs {
        Docs(self.lines.clone())
    }
}

/// A text that says something: a blank one is no documentation.
pub(super) fn said(text: &Option<String>) -> Option<&String> {
    text.as_ref().filter(|text| !text.trim().is_empty())
}

/// Literal text in backquotes; what cannot stand in them is shown without.
pub(super) fn code(text: &str) -> String {
    let visible: String =
        text.chars().map(|character| if is_hidden(character) { '\u{fffd}' } else { character }).collect();
    if visible.trim().is_empty() {
        return if text.is_empty() { "an empty text".to_owned() } else { "a blank text".to_owned() };
    }
    if visible.contains('`') || visible.trim() != visible || visible.chars().count() > 300 {
        return format!("“{}”", escaped(&visible));
    }
    format!("`{visible}`")
}

/// Makes every character of Markdown and rustdoc show itself. Balanced single backquotes stay: they mark names.
pub(super) fn escaped(text: &str) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown = String::with_capacity(flat.len());
    let mut rest = flat.as_str();
    while let Some(character) = rest.chars().next() {
        if let Some(span) = code_span(rest) {
            shown.push_str(span);
            rest = &rest[span.len()..];
            continue;
        }
        if let Some(address) = address(rest).filter(|_| shown.ends_with([' ', '(', '“']) || shown.is_empty()) {
            shown.push_str(&if names_a_user(address) { code(address) } else { format!("<{address}>") });
            rest = &rest[address.len()..];
            continue;
        }
        let next = rest[character.len_utf8()..].chars().next();
        let inside_word = shown.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        match character {
            '_' if inside_word => shown.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' => shown.extend(['\\', character]),
            _ if is_hidden(character) => shown.push('\u{fffd}'),
            _ => shown.push(character),
        }
        rest = &rest[character.len_utf8()..];
    }
    shown
}

/// `name` in single backquotes at the start of the text: nothing in it can end it early.
fn code_span(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('`')?;
    let length = inner.find('`')?;
    let content = &inner[..length];
    let lonely = !inner[length + 1..].starts_with('`') && !content.is_empty() && content.trim() == content;
    (lonely && !content.chars().any(is_hidden)).then(|| &text[..length + 2])
}

/// A web address at the start of the text; rustdoc wants them in angle brackets.
fn address(text: &str) -> Option<&str> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let allowed = |character: char| character.is_ascii_alphanumeric() || "-._~/?#=%+@:".contains(character);
    let length = text.find(|character| !allowed(character)).unwrap_or(text.len());
    let address = text[..length].trim_end_matches(['.', ':', '?']);
    (address.len() > scheme.len()).then_some(address)
}

/// Whether what looks like the host of an address is the name of a user there, and so leads elsewhere than it says.
fn names_a_user(address: &str) -> bool {
    address.split('/').nth(2).is_some_and(|authority| authority.contains('@'))
}

/// Breaks a paragraph into lines; no line begins with something that Markdown would take for a list, a heading or a rule.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in words(text) {
        let size = word.chars().count();
        if length > 0 && length + 1 + size > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += size;
    }
    if length > 0 {
        lines.push(line);
    }
    lines.into_iter().map(harmless_start).collect()
}

/// What stands between blanks. What stands in backquotes is not broken: a line of it could begin with anything.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    let words = text.split(move |character| {
        let is_mark = character == '`' && (quoted || !escaped);
        quoted ^= is_mark;
        escaped = character == '\\' && !escaped && !quoted;
        character == ' ' && !quoted
    });
    words.filter(|word| !word.is_empty())
}

fn harmless_start(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['-', '+', '#', '=', ':']) { format!("\\{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_shows_itself() {
        for (text, shown) in [
            ("plain `name` and snake_case", "plain `name` and snake_case"),
            ("```rust\npanic!()\n```", "\\`\\`\\`rust panic!() \\`\\`\\`"),
            ("    indented", "indented"),
            ("<script>&amp;[x](y)", "\\<script\\>\\&amp;\\[x\\](y)"),
            ("see https://a.example/b.", "see <https://a.example/b>."),
            ("see https://a.example@b.example/c", "see `https://a.example@b.example/c`"),
            ("a*/b \u{202e}c\u{0}", "a\\*/b \u{fffd}c\u{fffd}"),
        ] {
            assert_eq!(escaped(text), shown);
        }
        let lines = |text: &str| DocsBuilder::default().text(text).build().0;
        assert_eq!(lines("1. x"), ["1\\. x"]);
        assert_eq!(lines("- x"), ["\\- x"]);
        assert_eq!(code("a`b"), "“a\\`b”");
    }

    #[test]
    fn what_is_quoted_stays_on_its_line() {
        let long = "x".repeat(WIDTH - 4);
        let lines = |text: &str| DocsBuilder::default().text(text).build().0;
        assert_eq!(lines(&format!("{long} `A - B` C")), [long.as_str(), "`A - B` C"]);
        assert_eq!(lines(&format!("{long} ` - B")), [format!("{long} \\`").as_str(), "\\- B"]);
        assert_eq!(lines(&format!("`{long} \\` - B - C")), [format!("`{long} \\`").as_str(), "\\- B - C"]);
    }
}
