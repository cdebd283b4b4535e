//! Bounds that stand in words: `at most 100`, `最小值：0`, `长度不超过64`.

use super::cues::Cue;
use super::measures::{Bound, Measured, Side};
use super::numbers;
use super::reading::Reading;
use super::tokens::TokenKind;

/// The bounds of a description.
pub(super) fn measured(reading: &Reading) -> Vec<Measured> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        if let Some(measured) = around_name(reading, at) {
            at = measured.tokens.end;
            found.push(measured);
            continue;
        }
        match exact(reading, at).or_else(|| within(reading, at)).or_else(|| chain(reading, at)) {
            Some((measured, end)) => {
                found.extend(measured);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// `32 characters long`: no more, and no fewer only where the length is said to be fixed.
fn exact(reading: &Reading, start: usize) -> Option<(Option<Measured>, usize)> {
    if !reading.is_cue(start, Cue::Length) {
        return None;
    }
    let fixed = |at: usize| reading.is_cue(at, Cue::Only) || reading.word(at).ends_with("固定");
    let first = (start + 1..start + 4).find(|at| numbers::number(reading, *at).is_some())?;
    let link = |at: usize| reading.is_cue(at, Cue::Is) || reading.is_mark(at, ":") || fixed(at);
    let number = numbers::number(reading, first).filter(|_| (start + 1..first).all(link))?;
    let over =
        reading.ends(number.end) && !reading.is_mark(number.end, "、") || reading.word(number.end).starts_with('的');
    // Long ones in `位` are the bits of a key.
    let bits = reading.word(number.end - 1) == "位" && number.value() > 64.0;
    if !number.characters || bits || !over {
        return None;
    }
    let end = number.end;
    let is_fixed = start.checked_sub(1).is_some_and(fixed) || (start + 1..first).any(fixed);
    let low = Bound { number: number.clone(), side: Side { upper: false, inclusive: true } };
    let mut bounds = vec![low, Bound { number, side: AT_MOST }];
    if !is_fixed {
        bounds.remove(0);
    }
    Some((Some(Measured { bounds, tokens: start..end, cued: true, length: true }), end))
}

/// Words behind a number of characters or of things that bound it.
const WITHIN: &[(&str, Side)] = &[
    ("以内", AT_MOST),
    ("之内", AT_MOST),
    ("及以内", AT_MOST),
    ("以上", Side { upper: false, inclusive: true }),
    ("及以上", Side { upper: false, inclusive: true }),
];

/// `within 20 characters`, in Chinese the other way round.
fn within(reading: &Reading, start: usize) -> Option<(Option<Measured>, usize)> {
    let mut number = numbers::number(reading, start)?;
    let behind = reading.word(number.end);
    let word = behind.strip_prefix('字').unwrap_or(behind);
    number.characters |= word != behind;
    let (rest, side) = WITHIN.iter().find_map(|(known, side)| Some((word.strip_prefix(known)?, side)))?;
    let before = start.checked_sub(1);
    let bounded = |at: usize| reading.is_mark(at, "-~") || reading.cue(at).is_some_and(|cue| self::side(cue).is_some());
    let (end, length) = (number.end + 1, number.characters);
    let over = rest.starts_with(['且', '并', '的']) || rest.is_empty() && reading.ends(end);
    let counted = number.characters || number.pieces;
    (over && counted && !before.is_some_and(bounded)).then(|| {
        let bounds = vec![Bound { number, side: *side }];
        (Some(Measured { bounds, tokens: start..end, cued: true, length }), end)
    })
}

/// A run of cues that ends in a number; the token after it.
fn chain(reading: &Reading, start: usize) -> Option<(Option<Measured>, usize)> {
    // "The length is limited to 64" bounds it without another word.
    let limited = reading.is_cue(start, Cue::Length) && reading.word(start).contains('限');
    let mut side = if limited { AT_MOST } else { side(reading.cue(start)?)? };
    // "(end - begin) < 10" bounds no row.
    if !reading.word(start).starts_with(char::is_alphabetic) && start > 0 && reading.is_mark(start - 1, ")") {
        return None;
    }
    let mut at = start + 1;
    let mut limit = start + 8;
    let mut length = limited;
    while at < limit {
        match reading.cue(at) {
            Some(Cue::Length) => length = true,
            Some(Cue::Is | Cue::Max | Cue::Min | Cue::Supports) => {}
            // "最大不超过", "最小大于": the later word tells whether the bound itself counts.
            Some(cue) if self::side(cue).is_some_and(|next| next.upper == side.upper) => side = self::side(cue)?,
            // "10 or more" and the like stand behind the number.
            Some(_) => return None,
            None if reading.is_mark(at, ":") => {}
            None if filler(reading, at) => limit = at + 3,
            None => break,
        }
        at += 1;
    }
    let number = numbers::grouped(reading, at)?;
    // A range, or a product.
    if reading.is_mark(number.end, "-~*/:") {
        return None;
    }
    let end = number.end;
    let bound = Bound { number, side };
    Some((Some(Measured { bounds: vec![bound], tokens: start..end, cued: true, length }), end))
}

/// `20 ≤ Size < 500`: the name stands between both bounds.
fn around_name(reading: &Reading, at: usize) -> Option<Measured> {
    let low = numbers::number(reading, at)?;
    let upper = |cue: usize| {
        side(reading.cue(cue)?).filter(|side| side.upper && !reading.word(cue).contains(char::is_alphabetic))
    };
    let (first, name) = (upper(low.end)?, low.end + 1);
    let second = upper(name + 1).filter(|_| matches!(reading.kind(name), Some(TokenKind::Word | TokenKind::Han)))?;
    let high = numbers::number(reading, name + 2)?;
    let end = high.end;
    let low = Bound { number: low, side: Side { upper: false, inclusive: first.inclusive } };
    let bounds = vec![low, Bound { number: high, side: second }];
    Some(Measured { bounds, tokens: at..end, cued: true, length: false })
}

/// Words between "at most" and the number.
const FILLERS: &[&str] = &[
    "可以", "可", "指定", "查询", "返回", "输入", "能", "允许", "限制", "设置", "传入", "传", "填写", "删除", "购买",
    "创建", "申请", "配置", "操作", "修改", "获取", "上传", "只能", "一次", "支持", "包含", "绑定", "添加", "选择",
    "同时", "值",
];

fn filler(reading: &Reading, at: usize) -> bool {
    let mut rest = reading.word(at);
    while let Some(shorter) = FILLERS.iter().find_map(|filler| rest.strip_prefix(filler)) {
        rest = shorter;
    }
    reading.kind(at) == Some(TokenKind::Han) && rest.is_empty()
}

const AT_MOST: Side = Side { upper: true, inclusive: true };

fn side(cue: Cue) -> Option<Side> {
    Some(match cue {
        Cue::Min | Cue::AtLeast => Side { upper: false, inclusive: true },
        Cue::Max | Cue::AtMost => AT_MOST,
        Cue::Above => Side { upper: false, inclusive: false },
        Cue::Below => Side { upper: true, inclusive: false },
        _ => return None,
    })
}
