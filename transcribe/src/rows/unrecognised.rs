//! Tables of parameters that belong to no action: what is missing for the page to be read.

use std::ops::Range;

use super::actions;
use super::columns::Columns;
use super::sections::{Content, Part};
use crate::dialect::{Dialect, Section};
use crate::page::{Block, BlockKind, Cell, Table};
use crate::report::{Notes, Weight};

/// Most headings that are named, and most columns of a table.
const SHOWN: usize = 6;

/// Says that an action is named, and that no heading tells which of its tables are parameters.
pub(super) fn without_sections(part: &actions::Part<'_>, sections: &[Part<'_>], dialect: &Dialect, notes: &mut Notes) {
    // A word that only looks like the name of an action stands on many pages with tables of other things.
    let holds = |columns: Columns| if part.headed { !columns.hold_errors() } else { columns.hold_fields() };
    let found = tables(sections).find(|(table, _)| holds(Columns::of(table, dialect)));
    let Some((table, at)) = found else { return };
    let action = &part.action;
    let announced = "says that parameters or fields follow, so that";
    let (nothing, left_out) = (nothing_that(part.blocks), heads(table));
    let text = if part.headed {
        format!(
            "`{action}` is named here, and {nothing} {announced} {left_out} and all other tables of the action are left \
             out; add such a heading to the words of the dialect, or leave the page out by a list (`--pages`)"
        )
    } else {
        format!(
            "`{action}` is taken for the action's name, though no heading has it, and {nothing} {announced} {left_out} and \
             all other tables of the page are left out; if the page documents an action, begin it with a heading that \
             ends in its name (`# Title - SetThing`), and head its tables with words of the dialect; if not, leave it \
             out by a list (`--pages`)"
        )
    };
    notes.say(Weight::NotUnderstood, at.start, text);
}

/// Says that an action seems to be named beside those that were read.
pub(super) fn without_spec(action: &str, at: usize, notes: &mut Notes) {
    let text =
        format!("`{action}` is named as the actions are that were read, and has no spec; write one if it is an action");
    notes.say(Weight::Guess, at, text);
}

/// Says that a heading announces rows, and that the columns of its only tables are not known.
pub(super) fn without_columns(table: &Table, at: usize, notes: &mut Notes) {
    let text = format!(
        "the heading above announces rows, and no dialect knows what the columns of {} hold, so that it is left out; add \
         its heads to the words of the dialect",
        heads(table),
    );
    notes.say(Weight::NotUnderstood, at, text);
}

/// Says that there are tables of parameters, and nothing that names an action.
pub(super) fn without_action(sections: &[Part<'_>], dialect: &Dialect, notes: &mut Notes) {
    let Some((table, at)) = tables(sections).find(|(table, _)| Columns::of(table, dialect).hold_fields()) else {
        return;
    };
    let text = format!(
        "{} looks like parameters or fields, and nothing names an action: no heading, no `{}=` in an example, and not the \
         file's name; name the file after the action, or leave the page out by a list (`--pages`)",
        heads(table),
        dialect.action_parameter,
    );
    notes.say(Weight::NotUnderstood, at.start, text);
}

/// The tables that may hold rows of an action.
fn tables<'p>(sections: &[Part<'p>]) -> impl Iterator<Item = (&'p Table, Range<usize>)> {
    let aside = |section| matches!(section, Section::Common | Section::Errors | Section::Models);
    sections.iter().filter(move |part| !aside(part.section)).filter_map(|part| match part.content {
        Content::Table(table) if table.header.len() > 1 => Some((table, part.at.clone())),
        _ => None,
    })
}

/// The headings that do not announce anything, as the subject of a sentence.
fn nothing_that(blocks: &[Block]) -> String {
    let headings = blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Heading { text, .. } => Some(format!("`{}`", text.as_str().trim())),
        _ => None,
    });
    let headings: Vec<_> = headings.take(SHOWN).collect();
    if headings.is_empty() {
        "no heading".to_owned()
    } else {
        format!("none of the headings ({})", headings.join(", "))
    }
}

fn heads(table: &Table) -> String {
    let heads: Vec<_> = table.header.iter().take(SHOWN).map(Cell::trimmed).collect();
    format!("the table `{}`", heads.join(" | "))
}
