//! Who has to send a row, and for whom alone it means something: `sub-accounts must send it`.

use std::ops::Range;

use super::cues::Cue;
use super::facts::Fact;
use super::reading::{Candidate, Reading};

/// Kinds of callers that many pages tell apart, and the words for them.
const CALLERS: &[(&str, &[&str])] = &[
    (
        "sub-accounts",
        &["子账号", "子帐号", "子账户", "子帐户", "子用户", "sub-accounts", "sub-account", "subaccounts", "sub-users"],
    ),
    ("main accounts", &["主账号", "主帐号", "主账户", "主帐户", "main accounts", "root accounts"]),
    ("administrators", &["admin", "管理员", "administrators", "administrator", "admins"]),
];

/// What may stand around the caller in the clause.
const AROUND: &[&str] =
    &["操作", "调用", "使用", "用户", "账号", "身份", "的", "时", "for", "by", "when", "is", "are", "calls"];

/// Words that shut all others out.
const ALONE: &[&str] = &["仅当", "仅在", "仅", "只有", "只对", "只", "only"];

/// The callers that the description speaks of.
pub(super) fn candidates(reading: &Reading) -> Vec<Candidate> {
    if !reading.row.request {
        return Vec::new();
    }
    (0..reading.tokens.len()).filter_map(|at| at_cue(reading, at)).collect()
}

fn at_cue(reading: &Reading, at: usize) -> Option<Candidate> {
    let before = reading.clause_start(at)..at;
    match reading.cue(at)? {
        Cue::Required if reading.row.required != Some(true) => {
            let over = (at + 1..reading.tokens.len()).find(|end| reading.ends(*end));
            let behind = at + 1..over.unwrap_or(reading.tokens.len());
            let (tokens, callers) = [before, behind].into_iter().find_map(|part| callers(reading, part, false))?;
            Some(candidate(Fact::RequiredFor(callers), tokens, at))
        }
        Cue::Effective => {
            let (tokens, callers) = callers(reading, before, true)?;
            Some(candidate(Fact::OnlyFor(callers), tokens, at))
        }
        _ => None,
    }
}

fn candidate(fact: Fact, tokens: Range<usize>, verdict: usize) -> Candidate {
    Candidate { fact, tokens: tokens.start.min(verdict)..tokens.end.max(verdict + 1), doubt: None }
}

/// The callers that these tokens name, when they say nothing else.
fn callers(reading: &Reading, tokens: Range<usize>, alone: bool) -> Option<(Range<usize>, &'static str)> {
    let words = reading.words(tokens.clone()).trim().to_ascii_lowercase();
    let rest = ALONE.iter().find_map(|word| words.strip_prefix(word));
    if alone && rest.is_none() {
        return None;
    }
    let mut rest = rest.unwrap_or(&words).trim();
    loop {
        let named = |(_, words): &&(&str, &[&str])| words.contains(&rest);
        if let Some((callers, _)) = CALLERS.iter().find(named) {
            return Some((tokens, *callers));
        }
        let shorter = |word: &&str| rest.strip_prefix(*word).or_else(|| rest.strip_suffix(*word));
        rest = AROUND.iter().find_map(shorter)?.trim();
    }
}
