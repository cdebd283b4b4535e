//! The parts of a page -> the draft of an action.

use super::actions::Part;
use super::columns::Columns;
use super::footnotes::Footnotes;
use super::models::{self, Loose};
use super::sections::{self, Content};
use super::structures::Structures;
use super::{
    Source, endpoints, errors, examples, flattened, nested, request, shapes, tables, unlisted, unrecognised, untyped,
};
use crate::dialect::{Dialect, Section};
use crate::draft::{Draft, Kind, Row};
use crate::page::{Block, BlockKind, Table, Text};
use crate::report::{Notes, Weight};

/// Most tables of an action, beside those of its parameters and its answer.
const MOST_TABLES: usize = 500;

/// Reads the part of a page that is about one action. A part without parameters and answer documents no action.
pub(super) fn draft(
    part: &Part<'_>,
    sections: &[sections::Part<'_>],
    source: Source<'_>,
    dialect: &Dialect,
    notes: &mut Notes,
) -> Option<Draft> {
    let documents = |part: &sections::Part<'_>| matches!(part.section, Section::Request | Section::Response);
    if !sections.iter().any(documents) {
        return None;
    }
    let mut draft = Draft {
        action: part.action.clone(),
        named_at: part.named_at.clone(),
        page: source.path.to_owned(),
        section: part.section.clone(),
        language: language(source.text.get(part.at.clone()).unwrap_or_default(), dialect),
        endpoint: endpoints::endpoint(part.blocks, sections, notes),
        paging: None,
        introduction: introduction(part, dialect),
        remarks: remarks(part, dialect),
        request: Vec::new(),
        response: Vec::new(),
        models: Vec::new(),
        rules: Vec::new(),
        errors: Vec::new(),
        examples: examples::examples(sections, notes),
        errata: Vec::new(),
        at: part.at.clone(),
    };
    let (mut loose, mut aside) = (Vec::new(), Vec::new());
    for part in sections {
        if let Content::Table(table) = part.content {
            sort((part, table), &mut draft, (&mut loose, &mut aside), dialect, notes);
        }
    }
    tell_aside(&draft, &loose, &aside, notes);
    let beside = loose.iter_mut().flat_map(|table| &mut table.rows);
    Footnotes::of(part.blocks).put(draft.request.iter_mut().chain(&mut draft.response).chain(beside));
    models::place(&mut draft, loose, notes);
    Some(draft)
}

/// A table that is no list of parameters: its section, the table, and where it stands.
type Aside<'p> = (Section, &'p Table, usize);

/// Says which tables are left out. The first of a section whose heading announces rows, and that has no others, should
/// have been read.
fn tell_aside(draft: &Draft, loose: &[Loose], aside: &[Aside<'_>], notes: &mut Notes) {
    let mut empty = Vec::new();
    for (section, rows) in [(Section::Request, &draft.request), (Section::Response, &draft.response)] {
        if rows.is_empty() && loose.iter().all(|table| table.request != (section == Section::Request)) {
            empty.push(section);
        }
    }
    for (section, table, at) in aside {
        match empty.iter().position(|open| open == section).filter(|_| table.header.len() > 1) {
            Some(open) => {
                empty.remove(open);
                unrecognised::without_columns(table, *at, notes);
            }
            None => left_out(table, *at, notes),
        }
    }
}

/// What stands above the tables.
fn introduction(part: &Part<'_>, dialect: &Dialect) -> Vec<Text> {
    let begins = |text: &Text| dialect.section(text.as_str()) == Some(Section::Request);
    let mut texts = Vec::new();
    for block in part.blocks {
        match &block.kind {
            BlockKind::Table(_) => break,
            BlockKind::Heading { text, .. } if begins(text) => break,
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Item { text, .. } => {
                texts.push(text.clone());
            }
            BlockKind::Code(_) => {}
        }
    }
    texts
}

/// Most texts beside the tables that are looked at.
const MOST_REMARKS: usize = 200;

/// What stands beside and below the tables, but for what is shown as an example.
fn remarks(part: &Part<'_>, dialect: &Dialect) -> Vec<Text> {
    let is_table = |block: &&Block| matches!(block.kind, BlockKind::Table(_));
    let mut example = false;
    let text = |block: &Block| match &block.kind {
        BlockKind::Heading { text, .. } => {
            let section = dialect.section(text.as_str());
            example = matches!(section, Some(Section::Example | Section::ExampleRequest | Section::ExampleResponse));
            None
        }
        BlockKind::Paragraph(text) | BlockKind::Item { text, .. } => (!example).then(|| text.clone()),
        _ => None,
    };
    part.blocks.iter().skip_while(|block| !is_table(block)).filter_map(text).take(MOST_REMARKS).collect()
}

/// The rows of a table that stands on a page without actions; none, when it holds no fields.
pub(super) fn fields(table: &Table, dialect: &Dialect, notes: &mut Notes) -> Vec<Row> {
    let columns = Columns::of(table, dialect);
    if columns.hold_fields() { tables::rows(table, &columns, dialect, notes) } else { Vec::new() }
}

/// The language of a text: that of the provider's pages, unless it has none of its letters.
fn language(text: &str, dialect: &Dialect) -> &'static str {
    let is_ours = |character: char| !character.is_ascii() && character.is_alphabetic();
    if text.chars().any(is_ours) { dialect.language } else { "en" }
}

/// Puts a table where it belongs.
fn sort<'p>(
    (part, table): (&sections::Part<'p>, &'p Table),
    draft: &mut Draft,
    (loose, aside): (&mut Vec<Loose>, &mut Vec<Aside<'p>>),
    dialect: &Dialect,
    notes: &mut Notes,
) {
    let columns = Columns::of(table, dialect);
    let about_rows = matches!(
        part.section,
        Section::Request
            | Section::Response
            | Section::ResponseItem
            | Section::Models
            | Section::Errors
            | Section::Other
    );
    if columns.hold_errors() || (part.section == Section::Errors && columns.has(crate::dialect::Column::Code)) {
        draft.errors.extend(errors::rows(table, &columns, dialect, notes));
        return;
    }
    if !columns.hold_rows() || !about_rows || part.section == Section::Errors {
        if part.section != Section::Common {
            if columns.hold_fields() && part.section != Section::Errors {
                unannounced(table, part.at.start, notes);
            } else {
                aside.push((part.section, table, part.at.start));
            }
        }
        return;
    }
    let is_first = match part.section {
        Section::Request => draft.request.is_empty(),
        Section::Response => draft.response.is_empty(),
        _ => false,
    };
    if !is_first && !columns.hold_fields() {
        aside.push((part.section, table, part.at.start));
        return;
    }
    if loose.len() >= MOST_TABLES {
        notes.say(Weight::NotUnderstood, part.at.start, "there are too many tables; this one is left out");
        return;
    }
    let rows = tables::rows(table, &columns, dialect, notes);
    match part.section {
        Section::Request if is_first => draft.request = rows,
        Section::Response if is_first => draft.response = rows,
        _ => loose.push(Loose {
            request: part.section == Section::Request,
            main: matches!(part.section, Section::Request | Section::Response),
            caption: part.caption.clone(),
            name: part.own_name(),
            rows,
            at: part.at.clone(),
        }),
    }
}

/// A table like those of parameters, below headings that announce none.
fn unannounced(table: &Table, at: usize, notes: &mut Notes) {
    let heads: Vec<_> = table.header.iter().map(|cell| cell.trimmed()).collect();
    let text = "no heading says whether this table holds parameters or fields, so that it is left out; if it does, add the \
                heading to the words of the dialect";
    notes.say(Weight::NotUnderstood, at, format!("{text}: {}", heads.join(" | ")));
}

/// A table of words and what they mean is no list of parameters.
fn left_out(table: &Table, at: usize, notes: &mut Notes) {
    let heads: Vec<_> = table.header.iter().map(|cell| cell.trimmed()).collect();
    notes.say(Weight::Read, at, format!("a table that is not a list of parameters is left out: {}", heads.join(" | ")));
}

/// Puts together what the tables of an action say, when the structures of all pages are known.
pub(super) fn finish(draft: &mut Draft, service: &str, structures: &Structures, dialect: &Dialect, notes: &mut Notes) {
    models::named_in_descriptions(draft, notes);
    structures.bring(draft, service, notes);
    flattened::unflatten(draft, dialect, notes);
    nested::nest(draft, notes);
    request::expand(draft, notes);
    untyped::settle(draft, dialect, notes);
    name_action(draft, dialect);
    shapes::fit(draft, notes);
    once(draft);
    refer(draft);
    undefined(draft);
    unlisted::add(draft, dialect, notes);
    unresolved(draft, notes);
    request::unique(&mut draft.response, notes);
    for model in &mut draft.models {
        request::unique(&mut model.rows, notes);
    }
    forget_unused(draft, notes);
}

/// An error that several tables list with the same message is one.
fn once(draft: &mut Draft) {
    let mut seen = std::collections::BTreeSet::new();
    draft.errors.retain(|error| {
        let message = error.message.as_ref().map(|cell| cell.trimmed().to_owned());
        seen.insert((error.code.trimmed().to_owned(), message))
    });
}

/// The parameter that names the action always has its name.
fn name_action(draft: &mut Draft, dialect: &Dialect) {
    for row in draft.request.iter_mut().filter(|row| row.name == dialect.action_parameter) {
        row.constant = Some(draft.action.clone());
        row.kind = Kind::Text;
    }
}

fn all_rows(draft: &mut Draft) -> impl Iterator<Item = &mut Row> {
    draft.response.iter_mut().chain(draft.models.iter_mut().flat_map(|model| &mut model.rows))
}

/// Types are written as their model is called in the spec.
fn refer(draft: &mut Draft) {
    let names: Vec<_> = draft.models.iter().map(|model| (model.printed.clone(), model.name.clone())).collect();
    for row in all_rows(draft) {
        let Kind::Model(name) = &mut row.kind else { continue };
        if names.iter().any(|(_, known)| known == name) {
            continue;
        }
        let same =
            |printed: &Option<String>| printed.as_deref().is_some_and(|printed| printed.eq_ignore_ascii_case(name));
        if let Some((_, known)) = names.iter().find(|(printed, _)| same(printed)) {
            *name = known.clone();
        }
    }
}

/// Remembers the types that the page does not define, before an example tells more of them.
fn undefined(draft: &mut Draft) {
    let names: std::collections::BTreeSet<_> = draft.models.iter().map(|model| model.name.clone()).collect();
    for row in all_rows(draft) {
        if let Kind::Model(name) = &row.kind
            && !names.contains(name)
        {
            row.unresolved = Some(name.clone());
        }
    }
}

/// Types that neither the page nor its example defines.
fn unresolved(draft: &mut Draft, notes: &mut Notes) {
    let names: Vec<_> = draft.models.iter().map(|model| model.name.clone()).collect();
    for row in all_rows(draft) {
        let Kind::Model(name) = &row.kind else { continue };
        if !names.contains(name) {
            let text = format!("`{name}`, the type of `{}`, is not on the page; its fields are not known", row.name);
            notes.say(Weight::NotUnderstood, row.at.start, text);
            row.kind = Kind::Object;
        }
    }
}

/// Models that only parameters have are written out there; what nothing has is left out with a word.
fn forget_unused(draft: &mut Draft, notes: &mut Notes) {
    let mut used = std::collections::BTreeSet::new();
    let mut open: Vec<&Row> = draft.response.iter().collect();
    while let Some(row) = open.pop() {
        if let Kind::Model(name) = &row.kind
            && used.insert(name.clone())
        {
            open.extend(draft.models.iter().filter(|model| model.name == *name).flat_map(|model| &model.rows));
        }
    }
    let sent: std::collections::BTreeSet<_> = draft.request.iter().map(|row| row.at.start).collect();
    draft.models.retain(|model| {
        let written_out = model.rows.iter().any(|row| sent.contains(&row.at.start));
        if let Some(name) = model.printed.as_ref().filter(|_| !used.contains(&model.name) && !written_out) {
            let text = format!(
                "no row has the type `{name}`, so that it is left out; write it into the spec where it belongs"
            );
            notes.say(Weight::NotUnderstood, model.at.start, text);
        }
        used.contains(&model.name)
    });
}
