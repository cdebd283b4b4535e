//! Values without meanings that no words announce: what stands around them must tell that they are a list.

use super::lists::List;
use crate::prose::cues::Cue;
use crate::prose::facts::Kind;
use crate::prose::reading::Reading;
use crate::prose::tokens::TokenKind;

/// Whether bare words are plainly values: behind a title and a colon, between bars, or with the default among them.
pub(super) fn speaks_for_itself(reading: &Reading, list: &List) -> bool {
    let lines = is_column(reading, list);
    let words = list.entries.iter().all(|entry| {
        let word = reading.word(entry.value);
        !word.contains('.') && (lines || word.bytes().any(|byte| byte.is_ascii_alphabetic()))
    });
    let numbers = one_or_other(reading, list) || titled(reading, list) && list.entries.len() > 2;
    let words = words || reading.row.kind == Kind::Integer && numbers;
    let silent = list
        .tokens
        .clone()
        .all(|at| !matches!(reading.cue(at), Some(Cue::Format | Cue::Unit | Cue::Example | Cue::Separated)));
    let end = list.entries.last().map_or(0, |entry| entry.value + 1);
    let behind = list.tokens.end + usize::from(reading.is_mark(list.tokens.end, ",;"));
    let default = reading.is_cue(end, Cue::Default) || reading.is_cue(behind, Cue::Default);
    let stated = barred(reading, list) && reading.is_mark(list.tokens.end, ",");
    let bracket = reading.close(list.tokens.start.saturating_sub(1)) == Some(list.tokens.end)
        && reading.ends_sentence(list.tokens.end + 1);
    let open = list.open && reading.is_cue(behind, Cue::Open) && reading.ends(behind + 1);
    let ends = reading.ends_sentence(list.tokens.end)
        || stated
        || default
        || open
        || bracket
        || default_follows(reading, list);
    let forms = [titled, barred, alone, one_or_other, quoted, nothing_else, with_default, one_of_these];
    let told = lines || forms.iter().any(|form| form(reading, list));
    told && words && silent && list.clean && ends && !left_out(reading, list.entries[0].value)
}

/// `red, blue, green (late)`: only some values have a remark, in brackets.
pub(super) fn is_remarked(reading: &Reading, list: &List) -> bool {
    let mut labels = list.entries.iter().filter_map(|entry| entry.label.as_ref());
    list.entries.iter().any(|entry| entry.label.is_none())
        && labels.all(|label| label.start > 0 && reading.is_mark(label.start - 1, "("))
}

/// `Not needed for: red, blue`: what stands right before the list takes its values out, or heads a list of something else.
fn left_out(reading: &Reading, first: usize) -> bool {
    let line = |at: usize| reading.kind(at) == Some(TokenKind::Break);
    let before = (0..first).rev().find(|at| !line(*at)).unwrap_or(0);
    let title = reading.sentence(before).start..first;
    let heading =
        reading.words(title.clone()).trim_end_matches(|end: char| end.is_whitespace() || ":。.".contains(end));
    let cues = [Cue::Not, Cue::NotRequired, Cue::Ineffective, Cue::Example, Cue::Json];
    cues.iter().any(|cue| reading.has_in(title.clone(), *cue)) || OTHER_LISTS.iter().any(|word| heading.ends_with(word))
}

/// Words that end headings of lists of something else than values.
const OTHER_LISTS: &[&str] =
    &["参数", "注意", "规则", "要求", "满足", "说明", "条件", "步骤", "parameters", "Note", "note"];

/// `Colour: red, blue`.
fn titled(reading: &Reading, list: &List) -> bool {
    reading.is_mark(list.entries[0].value.saturating_sub(1), ":")
}

/// `red|blue`.
fn barred(reading: &Reading, list: &List) -> bool {
    let mut pairs = list.entries.windows(2);
    pairs.all(|pair| reading.is_mark(pair[0].value + 1, "|") && pair[0].value + 2 == pair[1].value)
}

/// Below a title and a colon each value has a line of its own.
pub(super) fn is_column(reading: &Reading, list: &List) -> bool {
    let first = list.entries[0].value;
    let line = |at: usize| reading.kind(at) == Some(TokenKind::Break);
    let begins = |at: usize| at.checked_sub(1).is_some_and(line);
    let below = first > 1
        && line(first - 1)
        && (0..first - 1).rev().find(|at| !line(*at)).is_some_and(|at| reading.is_mark(at, ":"));
    let own = list.entries.iter().all(|entry| begins(entry.value) && reading.ends(entry.value + 1));
    let rest = list.tokens.end..reading.tokens.len();
    list.entries.len() > 1 && below && own && rest.clone().all(|at| line(at) || reading.is_mark(at, "。"))
}

/// `…, red by default`, `(…), if not given red by default`: one of the values, right behind the list or its bracket.
pub(super) fn default_follows(reading: &Reading, list: &List) -> bool {
    let end = list.tokens.end + usize::from(reading.is_mark(list.tokens.end, ")"));
    let mut cue = end + 1;
    while matches!(reading.cue(cue), Some(Cue::Unset | Cue::Then)) {
        cue += 1;
    }
    let default = reading.word(reading.skip_links(cue + 1));
    let value = list.entries.iter().any(|entry| reading.word(entry.value) == default);
    reading.is_mark(end, ",;") && reading.is_cue(cue, Cue::Default) && value
}

/// `Colour, red, blue or green, one of the three`.
fn one_of_these(reading: &Reading, list: &List) -> bool {
    let closing = list.entries.last().map_or("", |entry| reading.word(entry.value + 1));
    let rows = reading.sentence(list.tokens.start).any(|at| reading.is_sibling(reading.word(at)));
    list.entries.len() > 1 && !rows && ["之一", "任一", "其一"].iter().any(|end| closing.ends_with(end))
}

/// `red, blue; red by default`: nothing stands before the list, and one of the values is the default.
fn alone(reading: &Reading, list: &List) -> bool {
    let value = |word: &str| list.entries.iter().any(|entry| reading.word(entry.value) == word);
    let mut defaults = reading.all(Cue::Default).map(|cue| reading.skip_links(cue + 1));
    list.entries[0].value == 0 && list.entries.len() > 1 && defaults.any(|at| value(reading.word(at)))
}

/// `"red", "blue"` at the beginning of a sentence; or behind its first words: `The colour, "red" or "blue"`, `The colour
/// ("red", "blue")`.
fn quoted(reading: &Reading, list: &List) -> bool {
    let quoted = |at: usize| reading.kind(at) == Some(TokenKind::Quoted);
    let first = list.entries[0].value;
    let start = reading.sentence(first).start;
    let worded = |at: usize| matches!(reading.kind(at), Some(TokenKind::Word | TokenKind::Han));
    let parted = |at: usize| reading.is_mark(at, ",、/|") || OR.contains(&reading.word(at)) || quoted(at);
    let bracketed = first > 0 && reading.is_mark(first - 1, "(") && reading.close(first - 1) == Some(list.tokens.end);
    let title_end = if bracketed || reading.is_mark(first.saturating_sub(1), ",") { first - 1 } else { first };
    let behind_title = title_end > start
        && (start..title_end).all(worded)
        && (first..list.tokens.end).all(parted)
        && !reading.is_mark(list.tokens.end, ",");
    list.entries.len() > 1 && list.entries.iter().all(|entry| quoted(entry.value)) && (first == start || behind_title)
}

/// `red,blue,green`: three values or more, and not another word but a title in other letters.
fn nothing_else(reading: &Reading, list: &List) -> bool {
    let name = |at: usize| reading.word(at).to_ascii_lowercase().ends_with("id");
    let lower = |at: usize| reading.word(at).bytes().any(|byte| byte.is_ascii_lowercase());
    let first = list.entries[0].value;
    let title = first > 1
        && reading.is_mark(first - 1, ",。")
        && (0..first - 1).all(|at| reading.kind(at) == Some(TokenKind::Han))
        && list.entries.iter().all(|entry| lower(entry.value));
    list.entries.len() > 2
        && (first == 0 || title)
        && (list.tokens.end..reading.tokens.len()).all(|at| title && reading.is_mark(at, "。"))
        && !list.entries.iter().any(|entry| name(entry.value))
        && !list.tokens.clone().any(|at| reading.is_cue(at, Cue::And) && reading.word(at) != "or")
}

/// `The colour, red/blue, red by default`, `The colour (red/blue), red by default`.
fn with_default(reading: &Reading, list: &List) -> bool {
    let title = list.entries[0].value == 2 && reading.kind(0) == Some(TokenKind::Han) && reading.is_mark(1, ",(");
    list.entries.len() > 1 && title && default_follows(reading, list)
}

/// `The colour, red or blue`: a title, and two values that are all the rest.
fn one_or_other(reading: &Reading, list: &List) -> bool {
    let [first, second] = &list.entries[..] else { return false };
    let title = first.value == 2 && reading.kind(0) == Some(TokenKind::Han) && reading.is_mark(1, ",");
    let or = reading.is_cue(first.value + 1, Cue::And) && OR.contains(&reading.word(first.value + 1));
    let lower = |at: usize| reading.word(at).bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let number = |at: usize| reading.kind(at) == Some(TokenKind::Number);
    let alike = lower(first.value) && lower(second.value) || number(first.value) && number(second.value);
    title && or && second.value == first.value + 2 && alike
}

const OR: &[&str] = &["或", "或者", "or"];
