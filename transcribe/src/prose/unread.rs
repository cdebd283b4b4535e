//! Words that announce a constraint which no reader found: nothing is skipped without a word.

use std::ops::Range;

use super::cues::Cue;
use super::facts::{Doubt, Fact, Kind};
use super::indices::LETTERS;
use super::measures::is_listed;
use super::reading::{Candidate, Reading};
use super::tokens::TokenKind;

/// What is announced, whether a fact is of that kind, and what to say when there is none.
struct Announcement {
    cues: &'static [Cue],
    /// Which facts tell what was announced.
    tells: fn(&Fact) -> bool,
    /// Whether a fact of another sentence tells it as well.
    anywhere: bool,
    line_to_add: &'static str,
    why: &'static str,
}

/// What says the bounds of a number; those of texts and lists have keys of their own.
const BOUNDS: &str = "min: … or max: …";

/// What tells repetition from there being several.
const REPETITION: &[&str] = &["重复", "多次", "repeat", "times", "than once"];

/// What says that a parameter is sent several times under one name.
const REPEATED: &str = "list: repeated";

const ANNOUNCEMENTS: &[Announcement] = &[
    Announcement {
        cues: &[Cue::Required],
        tells: is_condition,
        anywhere: false,
        line_to_add: "required_for: …",
        why: "it must be sent in a case that is not understood",
    },
    Announcement {
        cues: &[Cue::Effective],
        tells: is_condition,
        anywhere: false,
        line_to_add: "only_for: …",
        why: "it has effect only in a case that is not understood",
    },
    Announcement {
        cues: &[Cue::OneOf, Cue::SomeOf, Cue::NotTogether],
        tells: is_condition,
        anywhere: true,
        line_to_add: "exactly_one: […], at_least_one: […] or at_most_one: […], among the rules",
        why: "which rows it can or must go together with is not understood",
    },
    Announcement {
        cues: &[Cue::Allowed],
        tells: |fact| {
            let form = matches!(fact, Fact::Format(_) | Fact::Pattern(_));
            form || matches!(fact, Fact::Allowed { .. } | Fact::Min { .. } | Fact::Max { .. }) || is_measure(fact)
        },
        anywhere: true,
        line_to_add: "allowed: […]",
        why: "values are announced and not understood",
    },
    Announcement {
        cues: &[Cue::Range, Cue::Min, Cue::Max, Cue::AtLeast, Cue::AtMost],
        tells: |fact| {
            matches!(fact, Fact::Min { .. } | Fact::Max { .. } | Fact::Allowed { .. } | Fact::MultipleOf(_))
                || is_measure(fact)
        },
        anywhere: true,
        line_to_add: BOUNDS,
        why: "a bound is stated, and of what is not understood",
    },
    Announcement {
        cues: &[Cue::MadeOf],
        tells: |fact| matches!(fact, Fact::Pattern(_) | Fact::Allowed { .. }),
        anywhere: true,
        line_to_add: "pattern: …",
        why: "which characters it is made of is not understood",
    },
    Announcement {
        cues: &[Cue::Default],
        tells: |fact| matches!(fact, Fact::Default(_) | Fact::DefaultBehaviour(_)),
        anywhere: true,
        line_to_add: "default: …",
        why: "what is assumed is stated and not understood",
    },
    Announcement {
        cues: &[Cue::Repeated],
        tells: |fact| matches!(fact, Fact::Separated(_)),
        anywhere: true,
        line_to_add: REPEATED,
        why: "it may be sent several times, and how is not understood",
    },
];

fn is_condition(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::RequiredWhen { .. }
            | Fact::Requires(_)
            | Fact::Needs { .. }
            | Fact::OnlyWhen { .. }
            | Fact::RequiredFor(_)
            | Fact::OnlyFor(_)
            | Fact::ExactlyOne(_)
            | Fact::AtLeastOne(_)
            | Fact::AtMostOne(_)
    )
}

fn is_measure(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::MinLength(_)
            | Fact::MaxLength(_)
            | Fact::MinItems(_)
            | Fact::MaxItems(_)
            | Fact::ItemMin(_)
            | Fact::ItemMax(_)
    )
}

/// What is announced in the description of a parameter, and not found; each kind once.
pub(super) fn doubts(reading: &Reading, found: &[Candidate]) -> Vec<Doubt> {
    if !reading.row.request {
        return Vec::new();
    }
    ANNOUNCEMENTS.iter().filter_map(|announced| doubt(reading, announced, found)).collect()
}

fn doubt(reading: &Reading, announced: &Announcement, found: &[Candidate]) -> Option<Doubt> {
    let cue = |at: &usize| reading.cue(*at).is_some_and(|cue| announced.cues.contains(&cue));
    let at = (0..reading.tokens.len()).filter(cue).find(|at| {
        let sentence = reading.sentence(*at);
        let told = found.iter().filter(|candidate| (announced.tells)(&candidate.fact));
        let mut told = told.filter(|candidate| {
            announced.anywhere || candidate.tokens.start < sentence.end && sentence.start < candidate.tokens.end
        });
        let part = found.iter().any(|candidate| candidate.tokens.contains(at));
        told.next().is_none() && !part && matters(reading, *at)
    })?;
    let line_to_add = match reading.row {
        row if announced.line_to_add == REPEATED && !row.list => "type: […], list: repeated",
        row if announced.line_to_add != BOUNDS || row.kind.is_number() && !is_listed(row) => announced.line_to_add,
        row if is_listed(row) => "min_items: … or max_items: …",
        _ => "min_length: … or max_length: …",
    };
    let line_to_add = line_to_add.to_owned();
    let at = reading.text.origin(reading.bytes(reading.clause_start(at)..at + 1));
    Some(Doubt { at, line_to_add, why: announced.why })
}

/// Whether the words announce something that the row could have.
fn matters(reading: &Reading, at: usize) -> bool {
    let clause = reading.clause_start(at);
    if reading.is_cue(at, Cue::MadeOf) {
        return reading.row.kind == Kind::Text;
    }
    if reading.exemplary(at) || (clause..at).any(|token| reading.is_cue(token, Cue::Not)) {
        return false;
    }
    match reading.cue(at) {
        // Names with numbers say how.
        Some(Cue::Repeated) if reading.row.list && !REPETITION.iter().any(|word| reading.word(at).contains(word)) => {
            false
        }
        Some(Cue::Repeated) => !LETTERS.iter().any(|letter| reading.row.name.ends_with(&format!(".{letter}"))),
        Some(Cue::Required) => {
            reading.row.required != Some(true)
                && !(is_adjective(reading, at) && reading.word(at + 1).starts_with("参数"))
        }
        // "Whether it is in effect" tells what the row is.
        Some(Cue::Effective) => !is_adjective(reading, at) && !reading.words(clause..at).starts_with("是否"),
        Some(Cue::Allowed) => {
            let kinds = [TokenKind::Word, TokenKind::Number, TokenKind::Quoted];
            // Values may stand in lines of their own.
            let rest = at + 1..reading.tokens.len();
            !matches!(reading.row.kind, Kind::Boolean | Kind::Object)
                && says(reading, rest, &kinds)
                && !refers(reading, at)
        }
        Some(Cue::Range | Cue::Min | Cue::Max | Cue::AtLeast | Cue::AtMost) => {
            let start = reading.skip_links(at + 1);
            let end = (start + 1..reading.tokens.len()).find(|token| reading.is_mark(*token, ",;。"));
            says(reading, start..end.unwrap_or(reading.tokens.len()), &[TokenKind::Number]) && !refers(reading, at)
        }
        _ => true,
    }
}

/// `必需参数`: the word stands before what it tells of.
fn is_adjective(reading: &Reading, at: usize) -> bool {
    reading.kind(at + 1) == Some(TokenKind::Han) && reading.tokens.get(at + 1).is_some_and(|next| !next.spaced)
}

fn says(reading: &Reading, mut tokens: Range<usize>, kinds: &[TokenKind]) -> bool {
    tokens.any(|token| reading.kind(token).is_some_and(|kind| kinds.contains(&kind)))
}

/// Words that send the reader elsewhere for the values.
const ELSEWHERE: &[&str] = &["参考", "参见", "参照", "请见", "详见", "查看", "接口", "获取", "控制台", "refer", "see"];

fn refers(reading: &Reading, at: usize) -> bool {
    let words = reading.words(at..reading.sentence(at).end);
    ELSEWHERE.iter().any(|word| words.contains(word))
}
