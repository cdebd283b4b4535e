//! Markdown -> page. Real pages break the rules of Markdown, so that their lines are mended first; what was mended is
//! read by pulldown-cmark, and places are traced back.

mod blocks;
mod copy;
mod front;
mod inline;
mod regions;
mod rows;
mod tables;

use super::{Page, html};
use regions::Region;
pub(super) use regions::{is_heading, lines};
pub(super) use rows::is_delimiter;

/// Reads a page that is written in Markdown, with HTML in between.
pub(super) fn read(text: &str) -> Page {
    let (title, start) = front::matter(text);
    let mut page = Page { title, blocks: Vec::new(), repairs: Vec::new() };
    for region in regions::regions(text, start) {
        match region {
            Region::Markdown(lines) => {
                let copy = tables::mended(text, &lines, &mut page.repairs);
                blocks::blocks(&copy, &mut page.blocks);
            }
            Region::Html(at) => html::tables(text, at, &mut page.blocks),
            Region::Shown(at) => page.blocks.push(html::shown(text, at)),
        }
    }
    page
}
