//! The address that the page names as this action's own, and the one that its examples call.

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

/// The address that a documented call goes to, without its parameters: none when a part of it is left to the reader.
pub(super) fn address(call: &str) -> Option<String> {
    let call = call.trim_start();
    let (scheme, rest) = call.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let whole = rest.get(..rest.find(|next: char| next == '?' || next.is_whitespace())?)?;
    let (host, path) = whole.split_once('/').unwrap_or((whole, ""));
    let is_host =
        host.contains('.') && host.bytes().all(|letter| letter.is_ascii_alphanumeric() || b".-:".contains(&letter));
    let is_path = path.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"/._-".contains(&letter));
    (is_host && is_path).then(|| format!("{scheme}://{host}/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_name_their_address() {
        for (call, expected) in [
            ("https://api.example.com/?Action=GetBox", Some("https://api.example.com/")),
            (" http://api.example.com\n?Action=GetBox", Some("http://api.example.com/")),
            ("https://box.example.com/v2/index.php?Action=GetBox", Some("https://box.example.com/v2/index.php")),
            ("https://<host>/?Action=GetBox", None),
            ("https://api.{region}.example.com/?Action=GetBox", None),
            ("https://localhost/?Action=GetBox", None),
            ("Action=GetBox&Address=https://a.example.com/?x", None),
            ("https://api.example.com/", None),
        ] {
            assert_eq!(address(call).as_deref(), expected, "{call}");
        }
    }
}
