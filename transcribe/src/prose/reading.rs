//! A description cut into tokens, with the questions that all readers ask of it.

use std::ops::Range;

use super::cues::Cue;
use super::facts::{Described, Fact};
use super::indices::LETTERS;
use super::text::{self, Text};
use super::tokens::{self, Token, TokenKind};

/// Something that a reader found, not yet weighed against what the others found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub fact: Fact,
    /// The tokens that say it.
    pub tokens: Range<usize>,
    /// Why it may not hold.
    pub doubt: Option<&'static str>,
}

/// A description cut into tokens.
pub(super) struct Reading<'a> {
    pub row: &'a Described<'a>,
    pub text: Text<'a>,
    pub tokens: Vec<Token>,
    /// For each opening bracket the token that closes it.
    closes: Vec<Option<usize>>,
    /// One bit for each cue that stands anywhere.
    cues: u128,
    /// For each token, and for the end, where its clause and its sentence begin.
    starts: Vec<(usize, usize)>,
    /// For each token the one that ends its sentence.
    ends: Vec<usize>,
}

pub(super) const ONLY_SOMETIMES: &str = "it holds only under a condition";

impl<'a> Reading<'a> {
    pub fn new(row: &'a Described<'a>) -> Self {
        let text = text::even_out(row.text);
        let tokens = tokens::tokens(&text.even);
        let closes = closes(&tokens);
        let cues = tokens.iter().fold(0, |cues, token| match token.kind {
            TokenKind::Cue(cue) => cues | bit(cue),
            _ => cues,
        });
        let (starts, ends) = (starts(&tokens), ends(&tokens));
        Reading { row, text, tokens, closes, cues, starts, ends }
    }

    /// The token that closes the bracket at `at`.
    pub fn close(&self, at: usize) -> Option<usize> {
        self.closes.get(at).copied().flatten()
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub fn cue(&self, at: usize) -> Option<Cue> {
        match self.kind(at) {
            Some(TokenKind::Cue(cue)) => Some(cue),
            _ => None,
        }
    }

    pub fn is_cue(&self, at: usize, cue: Cue) -> bool {
        self.cue(at) == Some(cue)
    }

    pub fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at) {
            Some(TokenKind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    pub fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(mark))
    }

    /// The text of a token; empty behind the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.text.slice(token.at.clone()))
    }

    /// The text of several tokens.
    pub fn words(&self, at: Range<usize>) -> &str {
        self.text.slice(self.bytes(at))
    }

    /// The bytes of the evened-out text that tokens take.
    pub fn bytes(&self, at: Range<usize>) -> Range<usize> {
        match (self.tokens.get(at.start), at.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if at.start < at.end => first.at.start..last.at.end,
            _ => 0..0,
        }
    }

    /// Nothing that any reader looks for: no cue, no number, no mark that links a value with its meaning.
    pub fn says_nothing(&self) -> bool {
        let telling = |token: &Token| match token.kind {
            TokenKind::Mark(mark) => ":(-=~|/、,".contains(mark),
            TokenKind::Cue(_) | TokenKind::Number | TokenKind::Quoted => true,
            // "Duration in seconds".
            TokenKind::Word => self.text.slice(token.at.clone()) == "in",
            _ => false,
        };
        !self.tokens.iter().any(telling)
    }

    /// All positions of a cue.
    pub fn all(&self, cue: Cue) -> impl Iterator<Item = usize> {
        let end = if self.has(cue) { self.tokens.len() } else { 0 };
        (0..end).filter(move |at| self.is_cue(*at, cue))
    }

    pub fn has(&self, cue: Cue) -> bool {
        self.cues & bit(cue) != 0
    }

    /// Whether a cue stands in these tokens.
    pub fn has_in(&self, mut tokens: Range<usize>, cue: Cue) -> bool {
        tokens.any(|at| self.is_cue(at, cue))
    }

    /// Whether a thought ends here: a mark, a line, the text.
    pub fn ends(&self, at: usize) -> bool {
        match self.kind(at) {
            None | Some(TokenKind::Break) => true,
            Some(TokenKind::Mark(mark)) => ",;。、)]!?".contains(mark),
            _ => false,
        }
    }

    /// Whether a sentence ends here.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(ends_sentence)
    }

    /// The tokens of the sentence around `at`.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let start = self.starts.get(at).map_or(self.tokens.len(), |(_, sentence)| *sentence);
        start..self.ends.get(at).copied().unwrap_or(self.tokens.len())
    }

    /// The first token of the clause around `at`: after the last comma, bracket or end of a sentence.
    pub fn clause_start(&self, at: usize) -> usize {
        self.starts.get(at).map_or(self.tokens.len(), |(clause, _)| *clause)
    }

    /// Passes over "is" and colons and opening quotes.
    pub fn skip_links(&self, mut at: usize) -> usize {
        while self.is_mark(at, ":\"") || self.is_cue(at, Cue::Is) {
            at += 1;
        }
        at
    }

    /// Whether the name is another row of the table.
    pub fn is_sibling(&self, name: &str) -> bool {
        name != self.row.name && self.sibling(name).is_some_and(|sibling| sibling != self.row.name)
    }

    /// The wire name that a word of the text stands for: itself, or before that its last part in the same list.
    pub fn sibling(&self, name: &str) -> Option<&'a str> {
        let siblings = self.row.siblings;
        let list = self.row.name.rsplit_once('.').map_or("", |(before, _)| before);
        let beside = siblings.iter().find(|sibling| sibling.rsplit_once('.') == Some((list, name)));
        let exact = || siblings.iter().find(|sibling| **sibling == name);
        beside.or_else(exact).copied().or_else(|| {
            let bare = |sibling: &str| sibling.strip_suffix(".N").or(sibling.strip_suffix(".n")) == Some(name);
            siblings.iter().find(|sibling| bare(sibling)).copied()
        })
    }

    /// Whether what the tokens around `at` say is said only for some case: a condition stands earlier in the sentence.
    pub fn conditional(&self, at: usize) -> bool {
        self.conditional_beside(at, &|_| false)
    }

    /// The same, with no regard to tokens that are known to say something else.
    pub fn conditional_beside(&self, at: usize, known: &dyn Fn(usize) -> bool) -> bool {
        let sentence = self.sentence(at);
        let condition = |token: usize| match self.cue(token).filter(|_| !known(token)) {
            Some(Cue::When) => {
                let then = (token..at).find(|then| self.is_cue(*then, Cue::Then));
                let title = then.is_some_and(|then| self.tells_what_it_is(then));
                !title && !self.leads_to_unset(token) && !self.leads_to_meaning(token)
            }
            Some(Cue::Then) => {
                !self.unset_before(token) && !self.is_cue(token + 1, Cue::Means) && !self.tells_what_it_is(token)
            }
            Some(Cue::Is) => token > 0 && self.is_sibling(self.word(token - 1)),
            _ => false,
        };
        // "It only counts when …; the values are": the condition has got its verdict.
        let verdict =
            |token: &usize| matches!(self.cue(*token), Some(Cue::Effective | Cue::Ineffective | Cue::Required));
        let start = (sentence.start..at).rev().find(verdict).map_or(sentence.start, |token| token + 1);
        (start..at).any(condition) || self.under_heading(sentence.start)
    }

    /// An earlier line announces a case: `When the type is A:`.
    pub fn under_heading(&self, start: usize) -> bool {
        (1..start).filter(|at| self.kind(*at) == Some(TokenKind::Break) && self.is_mark(at - 1, ":")).any(|heading| {
            let line = self.sentence(heading - 1);
            let case = |at: usize| {
                self.is_cue(at, Cue::Then) && !self.unset_before(at)
                    || self.is_cue(at, Cue::Is) && at > 0 && self.is_sibling(self.word(at - 1))
            };
            let settled = line.clone().any(|at| self.is_cue(at, Cue::Effective));
            (!settled && line.clone().any(case)) || line.clone().any(|at| self.is_cue(at, Cue::Cases))
        })
    }

    fn leads_to_unset(&self, at: usize) -> bool {
        (at..at + 4).any(|token| self.is_cue(token, Cue::Unset))
    }

    /// `若为1，表示…`: a value and what it means.
    fn leads_to_meaning(&self, at: usize) -> bool {
        (at..at + 6).any(|token| self.is_cue(token, Cue::Means))
    }

    /// `the size that is set when paging`, `whether to wait when it stops`: the clause says what the row is, not when something holds of it.
    fn tells_what_it_is(&self, then: usize) -> bool {
        let end = (then..self.tokens.len()).find(|at| self.ends(*at)).unwrap_or(self.tokens.len());
        if self.words(then + 1..end).starts_with("是否") {
            return true;
        }
        let verb = self.kind(then + 1) == Some(TokenKind::Han);
        let attribute = self.words(then + 1..end).split_once('的');
        verb && attribute.is_some_and(|(before, after)| !before.is_empty() && !after.is_empty())
    }

    fn unset_before(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|token| self.is_cue(token, Cue::Unset))
    }

    /// Whether a word is the name of the row, or the last part of it.
    pub fn is_own(&self, at: usize) -> bool {
        let last = self.row.name.rsplit('.').find(|part| !LETTERS.contains(part));
        self.word(at) == self.row.name || last == Some(self.word(at))
    }

    /// Whether the clause begins with a subject of its own: `the Windows kind must be …`.
    pub fn names_a_kind(&self, at: usize) -> bool {
        let first = (self.clause_start(at)..at).find(|at| !matches!(self.kind(*at), Some(TokenKind::Mark(_))));
        first.is_some_and(|at| {
            let kind = self.word(at).ends_with('型') && !self.word(at).ends_with("类型");
            self.kind(at) == Some(TokenKind::Han) && kind
        })
    }

    /// Whether what stands here is only an example: its cue stands earlier in the sentence.
    pub fn exemplary(&self, at: usize) -> bool {
        let mut token = self.sentence(at).start;
        while token < at {
            if self.is_cue(token, Cue::Example) {
                return true;
            }
            // An example in brackets is over when the bracket is.
            token = self.close(token).filter(|close| *close < at).unwrap_or(token) + 1;
        }
        false
    }
}

fn bit(cue: Cue) -> u128 {
    1u128.checked_shl(cue as u32).unwrap_or(0)
}

fn ends_sentence(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Break | TokenKind::Mark(';' | '。' | '!' | '?'))
}

/// For each token, and for the end, where its clause and its sentence begin.
fn starts(tokens: &[Token]) -> Vec<(usize, usize)> {
    let (mut clause, mut sentence) = (0, 0);
    let mut starts = Vec::with_capacity(tokens.len() + 1);
    for (at, token) in tokens.iter().enumerate() {
        starts.push((clause, sentence));
        if ends_sentence(token) {
            (clause, sentence) = (at + 1, at + 1);
        } else if matches!(token.kind, TokenKind::Mark(',' | '(' | '[' | '、' | ')')) {
            clause = at + 1;
        }
    }
    starts.push((clause, sentence));
    starts
}

/// For each token the one that ends its sentence.
fn ends(tokens: &[Token]) -> Vec<usize> {
    let mut end = tokens.len();
    let mut ends: Vec<usize> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate().rev() {
        if ends_sentence(token) {
            end = at;
        }
        ends.push(end);
    }
    ends.reverse();
    ends
}

fn closes(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut closes = vec![None; tokens.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenKind::Mark(mark) = token.kind else { continue };
        match mark {
            '(' | '[' => open.push(at),
            ')' | ']' => {
                // Half-open ranges close with the other bracket.
                if let Some(start) = open.pop() {
                    closes[start] = Some(at);
                }
            }
            _ => {}
        }
    }
    closes
}
