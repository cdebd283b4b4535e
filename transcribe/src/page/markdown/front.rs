//! The lines in front of a page that speak about it: `---`, keys, `---`.

use std::ops::Range;

use crate::page::{Text, TextBuilder};

/// The page's title and the byte at which the page itself begins.
pub(super) fn matter(text: &str) -> (Option<Text>, usize) {
    let mut lines = super::regions::lines(text, 0);
    let is_rule = |line: &Range<usize>| text.get(line.clone()).is_some_and(|line| line.trim_end() == "---");
    if !lines.next().as_ref().is_some_and(is_rule) {
        return (None, 0);
    }
    let mut title = None;
    for line in lines.take(40) {
        if is_rule(&line) {
            return (title, line.end);
        }
        title = title.or_else(|| value(text, line, "title:"));
    }
    (None, 0)
}

fn value(text: &str, line: Range<usize>, key: &str) -> Option<Text> {
    let value = text.get(line.clone())?.strip_prefix(key)?;
    let bare = value.trim().trim_matches(['"', '\'']);
    let start = line.start + key.len() + value.find(bare)?;
    let mut builder = TextBuilder::default();
    builder.push(bare, start..start + bare.len());
    (!bare.is_empty()).then(|| builder.build())
}
