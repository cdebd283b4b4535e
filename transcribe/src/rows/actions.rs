//! Which actions a page documents, and which part of it belongs to each.

use std::ops::Range;

use super::Source;
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
    let blocks = page.blocks.iter().enumerate();
    let headed: Vec<_> = blocks.filter_map(|(index, block)| headed(index, block, dialect)).collect();
    let ends = headed.iter().skip(1).map(|(index, ..)| *index).chain([page.blocks.len()]);
    let actions = headed.iter().zip(ends).filter(|((start, name, ..), end)| {
        let (before, own) = page.blocks.get(..*end).unwrap_or_default().split_at(*start);
        documents(own, dialect) || !(mentions(before, name) || is_inside(before, own, dialect))
    });
    let headed: Vec<_> = actions.map(|(headed, _)| headed.clone()).collect();
    if headed.len() < 2 {
        let named = headed.into_iter().next().map(|(_, action, at, _)| (action, at, true));
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
    let ends: Vec<_> = headed.iter().skip(1).map(|(index, ..)| *index).chain([page.blocks.len()]).collect();
    let part = |((start, action, named_at, section), end): ((usize, String, Range<usize>, Option<String>), usize)| {
        let blocks = page.blocks.get(start..end).unwrap_or_default();
        let first = blocks.first().map_or(0, |block| block.at.start);
        let after = page.blocks.get(end).map_or(source.text.len(), |block| block.at.start);
        Part { action, named_at, headed: true, section, blocks, at: first..after.max(first) }
    };
    headed.into_iter().zip(ends).map(part).collect()
}

/// An action that a heading names: `2.1 Title - Action`, or `# Action`; with the number or title of the section.
fn headed(index: usize, block: &Block, dialect: &Dialect) -> Option<(usize, String, Range<usize>, Option<String>)> {
    let BlockKind::Heading { level: level @ 1..=3, text } = &block.kind else { return None };
    if dialect.section(text.as_str()).is_some() {
        return None;
    }
    let (action, part) = in_heading(text.as_str(), *level <= 2)?;
    let number: String = text.as_str().trim().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let section = if number.is_empty() { action.clone() } else { number.trim_end_matches('.').to_owned() };
    Some((index, action, text.range(part), Some(section)))
}

/// Whether parameters or an answer are announced.
fn documents(blocks: &[Block], dialect: &Dialect) -> bool {
    let announces = |text: &str| matches!(dialect.section(text), Some(Section::Request | Section::Response));
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Heading { text, .. } => announces(text.as_str()),
        BlockKind::Paragraph(text) => text.lines().any(|line| announces(line.as_str())),
        _ => false,
    })
}

/// Whether the heading of a part stands below one that announces parameters or an answer.
fn is_inside(before: &[Block], own: &[Block], dialect: &Dialect) -> bool {
    let heading = |block: &Block| match &block.kind {
        BlockKind::Heading { level, text } => Some((*level, dialect.section(text.as_str()))),
        _ => None,
    };
    let Some((own, _)) = own.first().and_then(heading) else { return false };
    let above = before.iter().rev().filter_map(heading).find(|(level, _)| *level < own);
    above.is_some_and(|(_, section)| matches!(section, Some(Section::Request | Section::Response)))
}

/// Whether a table speaks of it, so that it is a structure and no action.
fn mentions(blocks: &[Block], name: &str) -> bool {
    let mut cells = blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Table(table) => table.rows.as_slice(),
        _ => &[],
    });
    cells.any(|row| row.iter().any(|cell| words(cell.text.as_str()).any(|(word, _)| word == name)))
}

fn in_heading(heading: &str, alone: bool) -> Option<(String, Range<usize>)> {
    let end = heading.find('{').unwrap_or(heading.len());
    let text = heading.get(..end)?.trim_end();
    let start = text.rfind([' ', '-', '—', '–', '\u{a0}']).map_or(0, |at| at + text.get(at..).map_or(1, first_length));
    let name = text.get(start..)?;
    let before = text.get(..start)?.trim_end();
    let named = before.ends_with(['-', '—', '–']) || (before.is_empty() && alone);
    // A single word may head any section.
    let words = name.chars().filter(char::is_ascii_uppercase).count();
    (named && is_action(name) && (words > 1 || !before.is_empty())).then(|| (name.to_owned(), start..text.len()))
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// An action that is named by the page's title, its first line, an example, the text or the file's name, in this order.
fn named_elsewhere(page: &Page, source: Source<'_>, dialect: &Dialect) -> Option<(String, Range<usize>)> {
    let whole = |text: &Text| is_action(text.as_str().trim()).then(|| (text.as_str().trim().to_owned(), text.at()));
    page.title
        .as_ref()
        .and_then(whole)
        .or_else(|| first_line(page))
        .or_else(|| sent(source.text))
        .or_else(|| described(page, dialect))
        .or_else(|| file_name(source.path))
}

fn first_line(page: &Page) -> Option<(String, Range<usize>)> {
    let BlockKind::Paragraph(text) = &page.blocks.first()?.kind else { return None };
    let line = text.lines().next()?;
    let (action, part) = in_heading(line.as_str(), true)?;
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

/// The action that the text names: in brackets behind a word for action, or as its first word.
fn described(page: &Page, dialect: &Dialect) -> Option<(String, Range<usize>)> {
    for block in &page.blocks {
        let text = match &block.kind {
            BlockKind::Paragraph(text) => text,
            BlockKind::Heading { text, .. } if dialect.section(text.as_str()) == Some(Section::Request) => return None,
            _ => continue,
        };
        for line in text.lines() {
            for (word, part) in words(line.as_str()).filter(|(word, _)| is_action(word)) {
                let before = normal(line.as_str().get(..part.start).unwrap_or_default());
                let spaced = before.replace(' ', "");
                let introduced = |words: &&str| spaced.ends_with(words.trim_end_matches(':'));
                if before.is_empty() || INTRODUCTIONS.iter().any(introduced) {
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
    fn headings_name_actions() {
        for (heading, action) in [
            ("2.1 获取信息 - DescribeThing", Some("DescribeThing")),
            ("Get it - DescribeThing", Some("DescribeThing")),
            ("DescribeThing {#DescribeThing .reference}", Some("DescribeThing")),
            ("获取-DescribeThing", Some("DescribeThing")),
            ("What it does", None),
            ("Overview of things", None),
        ] {
            assert_eq!(in_heading(heading, true).map(|(action, _)| action).as_deref(), action, "{heading}");
        }
        assert_eq!(file_name("a/57-SetThing.md"), Some(("SetThing".to_owned(), 0..0)));
    }
}
