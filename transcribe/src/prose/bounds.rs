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
        match chain(reading, at) {
            Some((measured, end)) => {
                found.extend(measured);
                at = end;
            }
            None => at += 1,
        }
    }
    found
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
