//! Which actions a page documents, and which part of it belongs to each.

use std::ops::Range;

use super::Source;
use super::headings::{self, Headed};
use crate::dialect::{Dialect, Section, normal};
use crate::names::{is_action, words};
use crate::page::{Block, BlockKind, Page, Text};

/// A part of a page that documents one action.
#[derive(Clone, Debug)]
pub(super) struct Part<'p> {
    /// The action.
    pub(super) action: String,
    /// Where it is named; empty, when only the file's name says it.
    pub(super) named_at: Range<usize>,
    /// Whether a heading names it.
    pub(super) headed: bool,
    /// Number or title of the section, when there are several.
    pub(super) section: Option<String>,
    /// What belongs to it.
    pub(super) blocks: &'p [Block],
    /// The bytes of the page that it takes.
    pub(super) at: Range<usize>,
}

/// The actions of a page, in its order.
pub(super) fn parts<'p>(page: &'p Page, source: Source<'_>, dialect: &Dialect) -> Vec<Part<'p>> {
    let headed = headings::actions(page, dialect);
    if headed.len() < 2 {
        let named = headed.into_iter().next().map(|headed| (headed.action, headed.at, true));
        let elsewhere = || named_elsewhere(page, source, dialect).map(|(action, at)| (action, at, false));
        let whole = |(action, named_at, headed)| Part {
            action,
            named_at,
            headed,
            section: None,
            blocks: &page.blocks,
            at: 0..source.text.len(),
        };
        return named.or_else(elsewhere).map(whole).into_iter().collect();
    }
    let ends: Vec<_> = headed.iter().skip(1).map(|next| next.index).chain([page.blocks.len()]).collect();
    let part = |(headed, end): (Headed, usize)| {
        let blocks = page.blocks.get(headed.index..end).unwrap_or_default();
        let first = blocks.first().map_or(0, |block| block.at.start);
        let after = page.blocks.get(end).map_or(source.text.len(), |block| block.at.start);
        let Headed { action, at: named_at, section, .. } = headed;
        Part { action, named_at, headed: true, section: Some(section), blocks, at: first..after.max(first) }
    };
    headed.into_iter().zip(ends).map(part).collect()
}

/// An action that is named by the page's title, its first line, an example, words that introduce it, a heading with other
/// words, the file's name or the first word of a text, in this order.
fn named_elsewhere(page: &Page, source: Source<'_>, dialect: &Dialect) -> Option<(String, Range<usize>)> {
    let whole = |text: &Text| is_action(text.as_str().trim()).then(|| (text.as_str().trim().to_owned(), text.at()));
    page.title
        .as_ref()
        .and_then(whole)
        .or_else(|| first_line(page))
        .or_else(|| sent(source.text))
        .or_else(|| described(page, dialect, is_introduced))
        .or_else(|| headings::among_words(page, dialect).into_iter().next().map(|headed| (headed.action, headed.at)))
        .or_else(|| file_name(source.path).filter(|(action, _)| has_several_words(action)))
        .or_else(|| described(page, dialect, |before, word| before.is_empty() && has_several_words(word)))
        .or_else(|| file_name(source.path))
}

fn first_line(page: &Page) -> Option<(String, Range<usize>)> {
    let BlockKind::Paragraph(text) = &page.blocks.first()?.kind else { return None };
    let line = text.lines().next()?;
    let (action, part) = headings::in_heading(line.as_str(), true)?;
    Some((action, line.range(part)))
}

/// The action that an example sends: `?Action=DescribeImages`.
fn sent(text: &str) -> Option<(String, Range<usize>)> {
    let found = ["Action=", "action="]
        .into_iter()
        .flat_map(|key| text.match_indices(key).take(8).map(move |(at, _)| at + key.len()));
    found.filter_map(|start| word_at(text, start)).find(|(word, _)| is_action(word))
}

fn word_at(text: &str, start: usize) -> Option<(String, Range<usize>)> {
    let rest = text.get(start..)?;
    let length = rest.find(|character: char| !character.is_ascii_alphanumeric()).unwrap_or(rest.len());
    Some((rest.get(..length)?.to_owned(), start..start + length))
}

/// Words in front of the name of an action.
const INTRODUCTIONS: &[&str] = &["接口名:", "接口名称:", "接口(", "action字段为", "action 字段为", "api name:"];

/// Whether the words before a name say that an action follows.
fn is_introduced(before: &str, _: &str) -> bool {
    let spaced = before.replace(' ', "");
    INTRODUCTIONS.iter().any(|words| spaced.ends_with(words.trim_end_matches(':')))
}

/// Whether a name is put together of several words: a single one may begin any sentence.
fn has_several_words(name: &str) -> bool {
    name.chars().filter(char::is_ascii_uppercase).count() > 1
}

/// The action that the text names, by the words before it.
fn described(page: &Page, dialect: &Dialect, names: fn(&str, &str) -> bool) -> Option<(String, Range<usize>)> {
    for block in &page.blocks {
        let text = match &block.kind {
            BlockKind::Paragraph(text) => text,
            BlockKind::Heading { text, .. } if dialect.section(text.as_str()) == Some(Section::Request) => return None,
            _ => continue,
        };
        for line in text.lines() {
            for (word, part) in words(line.as_str()).filter(|(word, _)| is_action(word)) {
                let before = normal(line.as_str().get(..part.start).unwrap_or_default());
                if names(&before, word) {
                    return Some((word.to_owned(), line.range(part)));
                }
            }
        }
    }
    None
}

/// `57-ModifyLoadBalancerListener.md`.
fn file_name(path: &str) -> Option<(String, Range<usize>)> {
    let name = path.rsplit('/').next()?;
    let stem =
        name.split('.').next()?.trim_start_matches(|first: char| first.is_ascii_digit() || matches!(first, '-' | '_'));
    is_action(stem).then(|| (stem.to_owned(), 0..0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_actions() {
        assert_eq!(file_name("a/57-SetThing.md"), Some(("SetThing".to_owned(), 0..0)));
    }
}
