//! Cuts an evened-out description into tokens: words, numbers, quoted texts, cues, marks.

use std::ops::Range;

use super::cues::{self, Cue};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Latin letters and digits, with what joins them: `x86_64`, `cn-bj2`, `Tag.n.Key`, `10GB`.
    Word,
    /// Digits, perhaps with a fraction.
    Number,
    /// What stands between quotes, without them.
    Quoted,
    /// Chinese, or other letters, that are no cue.
    Han,
    /// A phrase of the table.
    Cue(Cue),
    /// A punctuation mark. A full stop of a sentence is `。` in English, too.
    Mark(char),
    /// The end of a line.
    Break,
}

/// A piece of the evened-out text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Its bytes; of a quoted text, those inside of the quotes.
    pub at: Range<usize>,
    /// White space stands before it.
    pub spaced: bool,
}

/// Cuts the text. Linear in its length.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, at: 0, spaced: false, tokens: Vec::new() };
    for (cue, at) in cues::find(text) {
        lexer.run(at.start);
        // A quoted text or a word may reach over the cue.
        if lexer.at == at.start {
            lexer.push(TokenKind::Cue(cue), at);
        }
    }
    lexer.run(text.len());
    barred(text, signed(lexer.tokens))
}

/// `-1: failed`: the dash in front of a value is its sign, where no range can stand.
fn signed(tokens: Vec<Token>) -> Vec<Token> {
    let mut signed: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let number =
            signed.last().is_some_and(|last| last.kind == TokenKind::Mark('-') && last.at.end == token.at.start)
                && token.kind == TokenKind::Number
                && !token.spaced;
        let before = signed.len().checked_sub(2).and_then(|at| signed.get(at)).map(|token| token.kind);
        let begins = matches!(
            before,
            None | Some(TokenKind::Break | TokenKind::Mark(',' | ';' | '。' | ':' | '、' | '|' | '('))
        );
        let told = matches!(
            tokens.peek().map(|next| next.kind),
            Some(TokenKind::Mark(':' | '(') | TokenKind::Han | TokenKind::Cue(Cue::Means | Cue::Is | Cue::And))
        );
        match signed.last_mut().filter(|_| number && begins && told) {
            Some(sign) => (sign.kind, sign.at.end) = (TokenKind::Number, token.at.end),
            None => signed.push(token),
        }
    }
    signed
}

/// `Deep Red|Pale Blue 2`: between bars, words with single spaces are one; so are those that are a line of their own, when
/// each begins with a capital letter.
fn barred(text: &str, tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    // Where the words begin that have stood behind the last mark.
    let mut start = 0;
    for token in tokens {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            joined.push(token);
            continue;
        }
        if matches!(token.kind, TokenKind::Break | TokenKind::Mark('|' | ',' | '。' | ';' | '(')) {
            join(text, &mut joined, start);
        }
        joined.push(token);
        start = joined.len();
    }
    join(text, &mut joined, start);
    joined
}

/// Makes one word of those that stand at the end, where what is before them begins a value.
fn join(text: &str, tokens: &mut Vec<Token>, start: usize) {
    let opener = start.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.kind);
    let (Some(first), Some(last)) = (tokens.get(start), tokens.last()) else { return };
    let (at, spaced) = (first.at.start..last.at.end, first.spaced);
    let capital = |word: &str| !word.starts_with(|first: char| first.is_ascii_lowercase());
    let begins = match opener {
        Some(TokenKind::Mark('|')) => true,
        Some(TokenKind::Break) => text.get(at.clone()).is_some_and(|words| words.split(' ').all(capital)),
        _ => false,
    };
    if begins && tokens.len() > start + 1 && first.kind == TokenKind::Word {
        tokens.truncate(start);
        tokens.push(Token { kind: TokenKind::Word, at, spaced });
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    spaced: bool,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    /// Cuts up to `end`, or a little further when a token reaches over it.
    fn run(&mut self, end: usize) {
        while self.at < end {
            let rest = &self.text[self.at..];
            let Some(first) = rest.chars().next() else { return };
            match first {
                '\n' => self.take(TokenKind::Break, 1),
                ' ' => {
                    self.at += 1;
                    self.spaced = true;
                }
                '"' => self.quoted(rest),
                '.' if !rest[1..].starts_with(|next: char| next.is_ascii_alphanumeric()) => {
                    self.take(TokenKind::Mark('。'), 1);
                }
                _ if first.is_ascii_alphanumeric() || first == '_' => self.word(rest),
                _ if first.is_alphabetic() => {
                    let length = self.text[self.at..end]
                        .find(|next: char| next.is_ascii() || !next.is_alphabetic())
                        .unwrap_or(end - self.at);
                    self.take(TokenKind::Han, length);
                }
                _ => self.take(TokenKind::Mark(first), first.len_utf8()),
            }
        }
    }

    fn take(&mut self, kind: TokenKind, length: usize) {
        self.push(kind, self.at..self.at + length);
    }

    fn push(&mut self, kind: TokenKind, at: Range<usize>) {
        self.at = at.end;
        self.tokens.push(Token { kind, at, spaced: self.spaced });
        self.spaced = false;
    }

    fn word(&mut self, rest: &str) {
        let length = word_length(rest.as_bytes());
        let word = &rest[..length];
        let number = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && word.matches('.').count() < 2;
        self.take(if number { TokenKind::Number } else { TokenKind::Word }, length);
    }

    /// Quotes around something that is itself a list, or that have no partner, are marks.
    fn quoted(&mut self, rest: &str) {
        let inside = rest[1..].split(['"', '\n']).next().unwrap_or_default();
        let closed = rest.as_bytes().get(inside.len() + 1) == Some(&b'"');
        let content = inside.trim();
        let plain = content.chars().any(char::is_alphanumeric) || matches!(content, "/" | "*" | "-");
        if closed && plain && content.len() <= 120 && !content.contains(['、', ',', ';']) {
            let start = self.at + 1 + (inside.len() - inside.trim_start().len());
            self.push(TokenKind::Quoted, start..start + content.len());
            self.at += 1 + (inside.len() - inside.trim_end().len());
        } else {
            self.take(TokenKind::Mark('"'), 1);
        }
    }
}

/// The length of the word or number at the start.
fn word_length(bytes: &[u8]) -> usize {
    let alphanumeric = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    // The bar of "I/O" parts no values.
    let mut at = if bytes.starts_with(b"I/O") && !alphanumeric(3) { 3 } else { 0 };
    let mut letters = at > 0;
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => letters |= !byte.is_ascii_digit(),
            Some(b'.') if alphanumeric(at + 1) => {}
            Some(b'-') if letters && alphanumeric(at + 1) => {}
            Some(b'\'') if letters && alphanumeric(at + 1) => {}
            _ => return at,
        }
        at += 1;
    }
}
