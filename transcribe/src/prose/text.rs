//! A description with one spelling for each mark: full-width punctuation, curly quotes and Markdown are evened out,
//! and each byte of the result knows where it came from.

use std::ops::Range;

/// The evened-out text.
pub(super) struct Text<'a> {
    original: &'a str,
    /// Bullets, links' targets and tags are gone, quotes are `"`, full-width marks are their ASCII counterparts.
    pub even: String,
    /// For each byte of `even`, and for its end, the byte of the original that it stands for.
    origin: Vec<usize>,
}

impl Text<'_> {
    /// Where these bytes of `even` stand in the original.
    pub fn origin(&self, at: Range<usize>) -> Range<usize> {
        let place = |byte: usize| self.origin.get(byte).copied().unwrap_or(self.original.len());
        let start = place(at.start);
        if at.is_empty() {
            return start..start;
        }
        let last = place(at.end - 1);
        let length = self.original[last..].chars().next().map_or(0, char::len_utf8);
        start..last + length
    }

    /// The text between two bytes of `even`; empty when they do not fit.
    pub fn slice(&self, at: Range<usize>) -> &str {
        self.even.get(at).unwrap_or_default()
    }
}

/// The one spelling of a character.
fn even_char(char: char) -> char {
    match char {
        '｡' => '。',
        '\u{ff5e}' | '〜' | '∼' => '~',
        '【' | '〔' | '［' => '[',
        '】' | '〕' | '］' => ']',
        '“' | '”' | '「' | '」' | '『' | '』' | '《' | '》' | '`' | '‘' | '’' => '"',
        '—' | '–' | '−' | '―' | '‐' | '‑' => '-',
        '\u{a0}' | '\u{3000}' | '\t' | '\r' => ' ',
        '•' | '·' | '●' => '*',
        '\u{ff01}'..='\u{ff5d}' => char::from_u32(char as u32 - 0xfee0).unwrap_or(char),
        other => other,
    }
}

const ENTITIES: &[(&str, char)] =
    &[("&nbsp;", ' '), ("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"'), ("&#96;", '"'), ("&#124;", '|')];

/// The HTML tags that stand in descriptions.
const TAGS: &[&str] = &[
    "a", "b", "big", "br", "code", "dd", "del", "div", "dl", "dt", "em", "font", "hr", "i", "img", "kbd", "li", "ol",
    "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt",
    "u", "ul", "var",
];

/// Evens out a description. Linear in its length.
pub(super) fn even_out(original: &str) -> Text<'_> {
    let out = Text { original, even: String::with_capacity(original.len()), origin: Vec::new() };
    Evener { original, out, brackets: Vec::new(), line_start: true }.run()
}

struct Evener<'a> {
    original: &'a str,
    out: Text<'a>,
    /// Where the open square brackets stand in the result.
    brackets: Vec<usize>,
    /// Nothing but spaces since the last line break.
    line_start: bool,
}

impl<'a> Evener<'a> {
    fn run(mut self) -> Text<'a> {
        let mut at = 0;
        while let Some(char) = self.original[at..].chars().next() {
            at += self.step(at, char);
        }
        self.out.origin.push(self.original.len());
        self.out
    }

    /// Takes what stands at `at`; says how many bytes it was.
    fn step(&mut self, at: usize, char: char) -> usize {
        let rest = &self.original[at..];
        let length = char.len_utf8();
        if self.line_start
            && let Some(bullet) = bullet(rest)
        {
            return bullet;
        }
        let gap = rest[length..].starts_with("  ");
        match char {
            '-' if gap => self.put(at, '\n'),
            '&' => return self.entity(at, rest),
            '<' => return self.tag(at, rest),
            '*' if rest.starts_with("**") => return 2,
            '\\' => match rest[length..].chars().next() {
                Some(next) if next.is_ascii_alphanumeric() => self.put(at, '/'),
                _ => {}
            },
            '.' if rest.starts_with("..") && self.out.even.ends_with(|last: char| last.is_ascii_digit()) => {
                let dots = rest.len() - rest.trim_start_matches('.').len();
                let range = rest[dots..].starts_with(|next: char| next.is_ascii_digit());
                self.put(at, if range { '~' } else { '.' });
                return if range { dots } else { length };
            }
            '\'' => self.apostrophe(at, rest),
            '[' => {
                self.brackets.push(self.out.even.len());
                self.put(at, '[');
            }
            ']' => return self.close_bracket(at, rest),
            '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            _ => self.put(at, even_char(char)),
        }
        length
    }

    fn put(&mut self, at: usize, char: char) {
        self.out.even.push(char);
        self.out.origin.resize(self.out.even.len(), at);
        self.line_start = char == '\n' || (self.line_start && char == ' ');
    }

    /// A quote, unless it stands inside a word.
    fn apostrophe(&mut self, at: usize, rest: &str) {
        let after = rest[1..].chars().next().is_some_and(|next| next.is_ascii_alphanumeric());
        let before = self.out.even.ends_with(|last: char| last.is_ascii_alphanumeric());
        self.put(at, if before && after { '\'' } else { '"' });
    }

    fn entity(&mut self, at: usize, rest: &str) -> usize {
        match ENTITIES.iter().find(|(name, _)| rest.starts_with(name)) {
            Some((name, char)) => {
                self.put(at, *char);
                name.len()
            }
            None => {
                self.put(at, '&');
                1
            }
        }
    }

    /// An HTML tag leaves a space, or a line break when it is one. A tag has at most 200 bytes. Anything else in such
    /// brackets stands for a value: `<address>`.
    fn tag(&mut self, at: usize, rest: &str) -> usize {
        let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
        let name = name.split(|end: char| !end.is_ascii_alphanumeric()).next().unwrap_or_default();
        let end = rest.bytes().take(200).position(|byte| byte == b'>');
        match end {
            Some(end) if TAGS.contains(&name) => {
                self.put(at, if matches!(name, "br" | "li") { '\n' } else { ' ' });
                end + 1
            }
            _ => {
                self.put(at, '<');
                1
            }
        }
    }

    /// `](target)` goes, and so does the bracket that opened the link.
    fn close_bracket(&mut self, at: usize, rest: &str) -> usize {
        let open = self.brackets.pop();
        let target = rest.strip_prefix("](").and_then(|rest| {
            let end = rest.bytes().take(400).position(|byte| byte == b')')?;
            rest.get(..end).filter(|target| target.contains(['/', '#']) || target.contains(".md"))
        });
        match (target, open) {
            (Some(target), Some(open)) => {
                self.out.even.replace_range(open..open + 1, " ");
                self.put(at, ' ');
                target.len() + 3
            }
            _ => {
                self.put(at, ']');
                1
            }
        }
    }
}

/// The length of a list mark that begins a line.
fn bullet(rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|mark| "-*>+•·●".contains(*mark))?;
    let length = mark.len_utf8();
    let next = rest[length..].chars().next()?;
    let glued = match mark {
        '>' => !matches!(next, '=' | '0'..='9'),
        '*' => next.is_ascii_alphabetic(),
        _ => false,
    };
    (next == ' ' || glued).then_some(length)
}
