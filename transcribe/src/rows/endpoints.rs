//! The address that the page names as this action's own.

use super::sections::{Content, Part};
use crate::dialect::is_host_title;
use crate::names::words;
use crate::page::{Block, BlockKind, Text};
use crate::report::{Notes, Weight};

/// The whole address: the page names the host, and an example calls it there.
pub(super) fn endpoint(blocks: &[Block], sections: &[Part<'_>], notes: &mut Notes) -> Option<Text> {
    let host = blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Item { text, .. } => text.lines().find_map(|line| named_in(&line)),
        _ => None,
    })?;
    let called = sections.iter().find_map(|part| match &part.content {
        Content::Shown(text) => called(text, host.as_str()),
        _ => None,
    });
    if called.is_none() {
        let text = format!("calls go to `{}`, but no example shows the whole address; add `endpoint`", host.as_str());
        notes.say(Weight::Guess, host.at().start, text);
    }
    called
}

/// The host of a line such as `host: api.example.com`.
fn named_in(line: &Text) -> Option<Text> {
    let end = line.as_str().find([':', '：'])?;
    if !is_host_title(line.as_str().get(..end)?) {
        return None;
    }
    let behind = line.part(end..line.as_str().len());
    let (_, at) = words(behind.as_str()).find(|(word, _)| word.matches('.').count() > 1)?;
    Some(behind.part(at))
}

/// The address on this host that a text calls, without its parameters.
fn called(text: &Text, host: &str) -> Option<Text> {
    let whole = text.as_str();
    let start = whole.match_indices("http").map(|(at, _)| at).find(|at| {
        let rest = whole.get(*at..).unwrap_or_default();
        let authority = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://"));
        let behind = authority.and_then(|rest| rest.strip_prefix(host));
        behind.is_some_and(|behind| behind.starts_with(['/', '?']))
    })?;
    let length = whole.get(start..)?.find(|next: char| next == '?' || next.is_whitespace())?;
    Some(text.part(start..start + length))
}
