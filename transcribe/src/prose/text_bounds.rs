//! What a bound is a bound of where the row is a text: its length, or the number that it holds.

use super::cues::Cue;
use super::measures::{Measured, Role, is_listed};
use super::reading::Reading;
use super::tokens::TokenKind;
use super::{numbers, separators};

/// Words that tell that a text row holds a number.
const QUANTITIES: &[&str] = &[
    "数量",
    "次数",
    "时长",
    "个数",
    "大小",
    "端口",
    "时间",
    "周期",
    "阈值",
    "宽",
    "高",
    "数",
    "天",
    "dpi",
    "权重",
    "间隔",
    "容量",
    "百分比",
    "价格",
    "份",
    "行",
    "条",
];
/// Words that tell that it holds words.
const TEXTS: &[&str] = &[
    "名",
    "备注",
    "描述",
    "密码",
    "内容",
    "签名",
    "说明",
    "标题",
    "标签",
    "字符",
    "name",
    "Name",
    "escription",
    "emark",
    "assword",
    "comment",
];

/// `a mask of 16 to 28 bits`: what is bounded is a part of the text.
pub(super) fn of_a_part(words: &str) -> bool {
    ["掩码", "mask"].iter().any(|part| words.contains(part))
}

/// A range on a text is one of its length, unless the text holds a number.
pub(super) fn role(reading: &Reading, measured: &Measured) -> Option<Role> {
    if reading.has(Cue::Base64) {
        return None;
    }
    let whole = &reading.text.even;
    let separated = separators::separator(reading).is_some();
    let wordy = TEXTS.iter().any(|word| whole.contains(word) || reading.row.name.contains(word));
    // "At most 20": so many entries, when nothing speaks of what they are.
    if is_listed(reading.row) && !wordy && is_upper_count(reading, measured) && (!separated || reading.row.list) {
        return Some(Role::Items);
    }
    if separated || comma_default(reading) {
        return (measured.bounds.len() == 2).then_some(Role::Entry);
    }
    if reading.has_in(reading.clause_start(measured.tokens.start)..measured.tokens.start, Cue::And) {
        return None;
    }
    if counts_others(reading, measured.tokens.end) {
        return None;
    }
    let united = measured.bounds.iter().any(|bound| bound.number.unit.is_some());
    let subject = reading.words(0..measured.tokens.start);
    // "The greatest value" is one of a number, and so is a default in figures.
    let valued = !reading.row.list && measured.cued && reading.words(measured.tokens.clone()).contains('值');
    let counted = reading.all(Cue::Default).any(|cue| numbers::number(reading, reading.skip_links(cue + 1)).is_some());
    let quantity = QUANTITIES.iter().any(|word| subject.contains(word)) || reading.has(Cue::Range) || valued || counted;
    match (wordy, quantity || united) {
        (false, true) => Some(Role::Number),
        (true, false) if measured.cued && !united => Some(Role::Length),
        _ => None,
    }
}

/// `at most 20`, `up to 20`: one whole number without a unit, behind words that count.
pub(super) fn is_upper_count(reading: &Reading, measured: &Measured) -> bool {
    let [bound] = &measured.bounds[..] else { return false };
    let counts = bound.side.upper && bound.side.inclusive && bound.number.unit.is_none() && !bound.number.characters;
    counts && reading.is_cue(measured.tokens.start, Cue::AtMost) && reading.ends(measured.tokens.end)
}

/// `at most 50 variables`: what follows the number is a thing of which there are several.
fn counts_others(reading: &Reading, at: usize) -> bool {
    let word = reading.word(at);
    reading.kind(at) == Some(TokenKind::Word) && word.is_ascii() && word.ends_with('s') && !word.ends_with("ss")
}

/// The default is several numbers: `3,7`.
fn comma_default(reading: &Reading) -> bool {
    let glued = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced);
    let pair = |at: usize| {
        reading.kind(at) == Some(TokenKind::Number)
            && reading.is_mark(at + 1, ",")
            && reading.kind(at + 2) == Some(TokenKind::Number)
            && glued(at + 1)
            && glued(at + 2)
    };
    reading.all(Cue::Default).any(|cue| pair(reading.skip_links(cue + 1)))
}
