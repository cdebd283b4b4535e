//! Where a page is Markdown and where it is HTML. HTML that Markdown would break at the next blank line is found first.

use std::ops::Range;

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// Lines of Markdown, each with its line break.
    Markdown(Vec<Range<usize>>),
    /// Tables in HTML.
    Html(Range<usize>),
    /// Text shown as it is (`<pre>`).
    Shown(Range<usize>),
}

/// The lines of a text from that byte on, each with its line break.
pub(in crate::page) fn lines(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = from;
    text.get(from..).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end;
        range
    })
}

/// Splits the page.
pub(super) fn regions(text: &str, from: usize) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut markdown = Vec::new();
    let mut fence = None;
    let mut open: Option<Element> = None;
    let last_close = text.rfind("</pre>").unwrap_or_default();
    for line in lines(text, from) {
        let content = text.get(line.clone()).unwrap_or_default();
        if let Some(element) = &mut open {
            let (tag, start) = (element.tag, element.start);
            if let Some(end) = element.end_in(content) {
                regions.push(tag.region(start..line.start + end));
                open = None;
                push_rest(&mut markdown, line.start + end..line.end, text);
            } else if is_heading(content) && (tag == Tag::Table || line.start > last_close) {
                regions.push(tag.region(start..line.start));
                open = None;
                markdown.push(line);
            }
            continue;
        }
        fence = fence_after(fence, content);
        if fence.is_none()
            && let Some((tag, at)) = Tag::first_in(content)
        {
            push_rest(&mut markdown, line.start..line.start + at, text);
            flush(&mut regions, &mut markdown);
            let start = line.start + at;
            let mut element = Element { tag, start, depth: 0 };
            match element.end_in(content.get(at..).unwrap_or_default()) {
                Some(end) => {
                    regions.push(tag.region(start..start + end));
                    push_rest(&mut markdown, start + end..line.end, text);
                }
                None => open = Some(element),
            }
            continue;
        }
        markdown.push(line);
    }
    if let Some(Element { tag, start, .. }) = open {
        regions.push(tag.region(start..text.len()));
    }
    flush(&mut regions, &mut markdown);
    regions
}

fn push_rest(markdown: &mut Vec<Range<usize>>, rest: Range<usize>, text: &str) {
    if text.get(rest.clone()).is_some_and(|rest| !rest.trim().is_empty()) {
        markdown.push(rest);
    }
}

fn flush(regions: &mut Vec<Region>, markdown: &mut Vec<Range<usize>>) {
    if !markdown.is_empty() {
        regions.push(Region::Markdown(std::mem::take(markdown)));
    }
}

/// An element that has begun.
struct Element {
    tag: Tag,
    start: usize,
    /// How many of its kind are open; tables stand in cells of others.
    depth: usize,
}

impl Element {
    /// Where the element ends in its next line.
    fn end_in(&mut self, line: &str) -> Option<usize> {
        let (_, open, close) = Tag::ALL.iter().find(|(tag, ..)| *tag == self.tag)?;
        let lower = line.to_ascii_lowercase();
        for (at, _) in lower.match_indices('<') {
            let rest = lower.get(at..).unwrap_or_default();
            if rest.starts_with(open) {
                self.depth += usize::from(self.tag == Tag::Table || self.depth == 0);
            } else if rest.starts_with(close) {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    return Some(at + close.len());
                }
            }
        }
        None
    }
}

/// Elements that are read as HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Table,
    Pre,
}

impl Tag {
    const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::Table, "<table", "</table>"), (Self::Pre, "<pre", "</pre>")];

    /// The first such element that begins in a line that is no row of a table in Markdown.
    fn first_in(line: &str) -> Option<(Self, usize)> {
        if line.trim_start().starts_with('|') || !line.contains('<') {
            return None;
        }
        let lower = line.to_ascii_lowercase();
        Self::ALL.iter().filter_map(|(tag, open, _)| Some((*tag, lower.find(open)?))).min_by_key(|(_, at)| *at)
    }

    fn region(self, at: Range<usize>) -> Region {
        if self == Self::Table { Region::Html(at) } else { Region::Shown(at) }
    }
}

/// Whether a line is a heading of Markdown.
pub(in crate::page) fn is_heading(line: &str) -> bool {
    let line = line.trim_start();
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with([' ', '\t'])
}

/// The fence that is open after a line: its character, and how many of them.
pub(super) fn fence_after(open: Option<(char, usize)>, line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let Some(first) = line.chars().next().filter(|first| matches!(first, '`' | '~')) else { return open };
    let count = line.chars().take_while(|character| *character == first).count();
    let rest = line.get(count..).unwrap_or_default().trim();
    match open {
        Some((character, least)) => {
            let closes = character == first && count >= least && rest.is_empty();
            if closes { None } else { open }
        }
        None => (count >= 3 && !rest.contains('`')).then_some((first, count)),
    }
}
