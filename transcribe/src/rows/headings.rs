//! Headings that name actions, and those that only look like it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::dialect::{Dialect, Section};
use crate::names::{is_action, words};
use crate::page::{Block, BlockKind, Page};

/// A heading that names an action.
#[derive(Clone, Debug)]
pub(super) struct Headed {
    /// The number of its block.
    pub(super) index: usize,
    /// The action.
    pub(super) action: String,
    /// Where it is named.
    pub(super) at: Range<usize>,
    /// Number or title of the section.
    pub(super) section: String,
}

/// Finds the name in a heading, which may be nothing but the name if it is of a high rank.
type Name = fn(&str, bool) -> Option<(String, Range<usize>)>;

/// The headings that name actions, `2.1 Title - Action` or `# Action`; where none of them announces anything, and several
/// that name actions among other words do, these.
pub(super) fn actions(page: &Page, dialect: &Dialect) -> Vec<Headed> {
    let found = all(page, dialect, in_heading);
    let outline = Outline::of(page, dialect);
    let found = retain(page, found, |headed, own| documents(own, dialect) || !outline.is_structure(headed));
    let announced = retain(page, found.clone(), |_, own| documents(own, dialect));
    let others = if announced.is_empty() { among_words(page, dialect) } else { Vec::new() };
    if others.len() > 1 { others } else { found }
}

/// Headings with the name of an action among other words, `接口：SendSms（发送短信）`, below which parameters or an answer
/// are announced.
pub(super) fn among_words(page: &Page, dialect: &Dialect) -> Vec<Headed> {
    let found = all(page, dialect, |heading, _| only_name(heading));
    retain(page, found, |_, own| documents(own, dialect))
}

/// Headings like those of the actions that were read, of the same rank, with names that were not.
pub(super) fn unread(page: &Page, dialect: &Dialect, is_read: impl Fn(&str) -> bool) -> Vec<Headed> {
    let level = |headed: &Headed| match page.blocks.get(headed.index).map(|block| &block.kind) {
        Some(BlockKind::Heading { level, .. }) => Some(*level),
        _ => None,
    };
    let found = all(page, dialect, |heading, alone| in_heading(heading, alone).or_else(|| only_name(heading)));
    let (read, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|headed| is_read(&headed.action));
    let levels: BTreeSet<_> = read.iter().map(level).collect();
    others.into_iter().filter(|headed| levels.contains(&level(headed))).collect()
}

fn all(page: &Page, dialect: &Dialect, name: Name) -> Vec<Headed> {
    page.blocks.iter().enumerate().filter_map(|(index, block)| headed(index, block, dialect, name)).collect()
}

/// The headings that a test holds for, which is given what stands from them to the next one.
fn retain(page: &Page, found: Vec<Headed>, holds: impl Fn(&Headed, &[Block]) -> bool) -> Vec<Headed> {
    let ends: Vec<_> = found.iter().skip(1).map(|next| next.index).chain([page.blocks.len()]).collect();
    let parts = found.into_iter().zip(ends);
    let parts = parts.filter(|(headed, end)| holds(headed, page.blocks.get(headed.index..*end).unwrap_or_default()));
    parts.map(|(headed, _)| headed).collect()
}

/// What tells headings of structures from those of actions.
struct Outline<'p> {
    /// The headings that stand below one that announces parameters or an answer, by the number of their block.
    inside: BTreeSet<usize>,
    /// The words of tables that may be names of structures, with the first block that has them.
    spoken: BTreeMap<&'p str, usize>,
}

impl<'p> Outline<'p> {
    fn of(page: &'p Page, dialect: &Dialect) -> Self {
        let mut outline = Self { inside: BTreeSet::new(), spoken: BTreeMap::new() };
        // The headings above, each of a higher rank than the next, and whether it announces something.
        let mut above: Vec<(u8, bool)> = Vec::new();
        for (index, block) in page.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Heading { level, text } => {
                    while above.last().is_some_and(|(other, _)| other >= level) {
                        above.pop();
                    }
                    if above.last().is_some_and(|(_, announces)| *announces) {
                        outline.inside.insert(index);
                    }
                    let section = dialect.section(text.as_str());
                    above.push((*level, matches!(section, Some(Section::Request | Section::Response))));
                }
                BlockKind::Table(table) => {
                    let cells = table.rows.iter().flatten();
                    let names = cells.flat_map(|cell| words(cell.text.as_str())).map(|(word, _)| word);
                    for name in names.filter(|name| is_action(name)) {
                        outline.spoken.entry(name).or_insert(index);
                    }
                }
                _ => {}
            }
        }
        outline
    }

    /// Whether the heading stands below one that announces parameters or an answer, or a table before it speaks of it.
    fn is_structure(&self, headed: &Headed) -> bool {
        let spoken = self.spoken.get(headed.action.as_str()).is_some_and(|index| *index < headed.index);
        spoken || self.inside.contains(&headed.index)
    }
}

/// The action that a heading names.
fn headed(index: usize, block: &Block, dialect: &Dialect, name: Name) -> Option<Headed> {
    let BlockKind::Heading { level: level @ 1..=3, text } = &block.kind else { return None };
    if dialect.section(text.as_str()).is_some() {
        return None;
    }
    let (action, part) = name(text.as_str(), *level <= 2)?;
    let number: String = text.as_str().trim().chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let section = if number.is_empty() { action.clone() } else { number.trim_end_matches('.').to_owned() };
    Some(Headed { index, action, at: text.range(part), section })
}

pub(super) fn in_heading(heading: &str, alone: bool) -> Option<(String, Range<usize>)> {
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

/// Words that may stand beside the name of an action.
const BESIDE: &[&str] = &["api", "action", "interface", "operation", "method", "beta"];

/// An action that is the only name in a heading: `接口：SendSms（发送短信）`.
fn only_name(heading: &str) -> Option<(String, Range<usize>)> {
    let mut found = words(heading).filter(|(word, _)| !BESIDE.contains(&word.to_ascii_lowercase().as_str()));
    let (name, part) = found.find(|(word, _)| word.contains(|letter: char| letter.is_ascii_alphabetic()))?;
    // `UHost` and the like are products.
    let several = name.chars().filter(char::is_ascii_uppercase).count() > 1;
    let worded = name.chars().nth(1).is_some_and(|second| second.is_ascii_lowercase());
    let alone = !found.any(|(word, _)| word.contains(|letter: char| letter.is_ascii_alphabetic()));
    (several && worded && alone && is_action(name)).then(|| (name.to_owned(), part))
}

/// Whether parameters or an answer are announced.
fn documents(blocks: &[Block], dialect: &Dialect) -> bool {
    let announces = |text: &str| matches!(dialect.section(text), Some(Section::Request | Section::Response));
    let shows = |text: &str| matches!(dialect.section(text), Some(Section::ExampleRequest | Section::ExampleResponse));
    // What is headed like an example may be a table.
    let mut shown = false;
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Heading { text, .. } => {
            shown = shows(text.as_str());
            announces(text.as_str())
        }
        BlockKind::Paragraph(text) => text.lines().any(|line| announces(line.as_str())),
        BlockKind::Table(_) => shown,
        _ => false,
    })
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
    }

    #[test]
    fn names_stand_among_words() {
        for (heading, action) in [
            ("接口：SendSms（发送短信）", Some("SendSms")),
            ("获取主机 DescribeHosts", Some("DescribeHosts")),
            ("SendSms API", Some("SendSms")),
            ("创建UHost主机", None),
            ("Send a message", None),
            ("SetThing and GetThing", None),
        ] {
            assert_eq!(only_name(heading).map(|(action, _)| action).as_deref(), action, "{heading}");
        }
    }
}
