//! Which rows turn the pages of an answer: the provider's usual ones, or others that are called like such.

use std::collections::BTreeMap;

use crate::dialect::{Turning, is_mostly_of_others, turning};
use crate::draft::{Basis, Constraint, Draft, Kind, Property, Row};
use crate::report::{Notes, Weight};
use crate::write::{Settings, named_rows};

/// A way to turn pages: by an offset, or by the number of the page.
struct Style {
    start: (&'static str, Turning),
    size: (&'static str, Turning),
}

const STYLES: [Style; 2] = [
    Style { start: ("offset", Turning::Offset), size: ("limit", Turning::Limit) },
    Style { start: ("page", Turning::Page), size: ("size", Turning::Size) },
];

/// The two parameters that turn pages.
struct Pair<'d> {
    style: &'static Style,
    start: &'d Row,
    size: &'d Row,
}

/// Why it is not certain which rows turn pages, and what can be done.
#[derive(Clone)]
struct Doubt {
    why: String,
    remedy: Remedy,
}

/// What a person can do.
#[derive(Clone, Copy, PartialEq)]
enum Remedy {
    /// Add the line, if it holds.
    Add,
    /// Add the line, and give the row another type.
    Mend,
    /// Nothing but a note: `paging` cannot say it.
    Note,
}

/// Finds the rows that turn pages. Where something looks like it and is not certain, the line to add is told.
pub(crate) fn find(draft: &mut Draft, settings: &Settings, notes: &mut Notes) {
    let usual = &settings.paging;
    let pairs: Vec<_> = STYLES.iter().filter_map(|style| pair(style, &draft.request, usual)).collect();
    let Some(pair) = pairs.iter().find(|pair| pair.is_usual(usual)).or(pairs.first()) else {
        return marks(draft, notes);
    };
    let others = pairs.iter().filter(|other| !std::ptr::eq(other.style, pair.style) && !pair.is_usual(usual));
    let other = others.map(|other| Doubt::new(format!("so does `{}`", other.start.name), Remedy::Add)).next();
    let (items, total) = (items(draft), total(&draft.response, usual));
    let listed = items.as_ref().ok().map(|(_, doubt)| doubt.clone());
    let doubts = [pair.doubt(usual), items.clone().err(), total.clone().err(), other, listed.flatten()];
    let mut rows: Vec<_> = items.ok().map(|(items, _)| ("items", items)).into_iter().collect();
    rows.extend(pair.said(&draft.request, usual));
    rows.extend(total.ok().flatten().map(|total| ("total", total)));
    let turns = format!("`{}` and `{}` seem to turn pages", pair.start.name, pair.size.name);
    let at = pair.start.at.start;
    let doubts: Vec<_> = doubts.into_iter().flatten().collect();
    if let Some(doubt) = doubts.iter().find(|doubt| doubt.remedy == Remedy::Note).or(doubts.first()) {
        let line = named_rows(&rows);
        let remedy = match doubt.remedy {
            Remedy::Add => format!("add to the action if it holds: paging: {line}"),
            Remedy::Mend => format!("if it is one, write `type: int` there, and for the action: paging: {line}"),
            Remedy::Note => "callers turn pages by themselves; say it in a note".to_owned(),
        };
        return notes.say(Weight::Guess, at, format!("{turns}, but {}; {remedy}", doubt.why));
    }
    if pair.is_numbered_from_one() == Some(false) && !pair.is_usual(usual) {
        notes.say(Weight::Guess, at, format!("{turns}; that the first page has the number 1 is taken for granted"));
    }
    draft.paging = Some(rows);
}

impl Doubt {
    fn new(why: String, remedy: Remedy) -> Self {
        Self { why, remedy }
    }
}

/// The parameters that turn pages in this way: those called as usual, or else the likeliest.
fn pair<'d>(style: &'static Style, request: &'d [Row], usual: &BTreeMap<&str, String>) -> Option<Pair<'d>> {
    let row = |(key, what): (&str, Turning)| {
        let named = usual.get(key).and_then(|name| request.iter().find(|row| row.name == *name));
        named.or_else(|| likeliest(request, what))
    };
    let (start, size) = (row(style.start)?, row(style.size)?);
    (start.name != size.name).then_some(Pair { style, start, size })
}

impl Pair<'_> {
    fn is_usual(&self, usual: &BTreeMap<&str, String>) -> bool {
        usual.get(self.style.start.0) == Some(&self.start.name) && usual.get(self.style.size.0) == Some(&self.size.name)
    }

    /// The keys that have to be said: what goes without saying is the usual name, unless another way to turn pages would
    /// go before.
    fn said(&self, request: &[Row], usual: &BTreeMap<&str, String>) -> Vec<(&'static str, String)> {
        let offset = usual.get("offset").filter(|_| self.style.start.1 == Turning::Page);
        let goes_before = offset.is_some_and(|name| request.iter().any(|row| row.name == *name));
        let rows = [(self.style.start.0, self.start, goes_before), (self.style.size.0, self.size, false)];
        let rows = rows.into_iter().filter(|(key, row, said)| *said || usual.get(key) != Some(&row.name));
        rows.map(|(key, row, _)| (key, row.name.clone())).collect()
    }

    /// Why these rows may not be those that turn pages.
    fn doubt(&self, usual: &BTreeMap<&str, String>) -> Option<Doubt> {
        let is_number = |row: &&Row| row.kind == Kind::Integer && !row.list && row.constant.is_none();
        if let Some(row) = [self.start, self.size].into_iter().find(|row| !is_number(row)) {
            return Some(Doubt::new(format!("`{}` is not a whole number", row.name), Remedy::Mend));
        }
        let is_page = self.style.start.1 == Turning::Page;
        let from_zero = is_page
            && (has(self.start, "min", "0")
                || has(self.start, "default", "0")
                || is_said_to_begin_with_zero(self.start));
        if from_zero {
            let why = "the first page has the number 0, and `paging` counts from 1";
            return Some(Doubt::new(why.to_owned(), Remedy::Note));
        }
        let other = is_mostly_of_others(&self.size.name) && !self.is_usual(usual);
        other.then(|| Doubt::new(format!("`{}` may be that of something else", self.size.name), Remedy::Add))
    }

    /// Whether the row says so; none, when pages have no numbers.
    fn is_numbered_from_one(&self) -> Option<bool> {
        let says = [("min", "1"), ("default", "1"), ("above", "0")];
        (self.style.start.1 == Turning::Page).then(|| says.iter().any(|(key, value)| has(self.start, key, value)))
    }
}

/// Whether the description says that the first page has the number 0.
fn is_said_to_begin_with_zero(row: &Row) -> bool {
    const SAYS: &[&str] =
        &["从0", "自0", "由0", "起始为0", "起始值为0", "from0", "at0", "with0", "0-based", "zero-based", "is0"];
    let description = row.cells.description.as_ref().map_or("", |cell| cell.text.as_str());
    let bare: String = description.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    // `0.5` and `05` begin alike.
    let ends = |rest: &str| !rest.trim_start_matches('.').starts_with(|next: char| next.is_ascii_digit());
    SAYS.iter().any(|words| bare.match_indices(words).any(|(at, _)| bare.get(at + words.len()..).is_some_and(ends)))
}

fn has(row: &Row, key: &str, value: &str) -> bool {
    let says =
        |constraint: &Constraint| matches!(&constraint.property, Property::Literal(k, v) if *k == key && v == value);
    row.constraints.iter().any(says)
}

fn likeliest(rows: &[Row], what: Turning) -> Option<&Row> {
    let ranked = rows.iter().filter_map(|row| Some((turning(&row.name, what)?, row)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, row)| row)
}

/// The name of the field that counts the entries of all pages, where it is not the usual one.
fn total(response: &[Row], usual: &BTreeMap<&str, String>) -> Result<Option<String>, Doubt> {
    let usual = usual.get("total").and_then(|name| response.iter().find(|row| row.name == *name));
    let counts = |row: &Row| matches!(row.kind, Kind::Integer | Kind::Unknown) && !row.list;
    match usual {
        Some(row) if counts(row) => Ok(None),
        Some(row) => Err(Doubt::new(format!("`{}` is not a whole number", row.name), Remedy::Mend)),
        None => Ok(likeliest(response, Turning::Total).filter(|row| counts(row)).map(|row| row.name.clone())),
    }
}

/// The name of the list to be turned, the only one of objects or else the only one; of several the first, with a doubt.
fn items(draft: &Draft) -> Result<(String, Option<Doubt>), Doubt> {
    let holds_objects = |row: &&Row| matches!(row.kind, Kind::Model(_) | Kind::Object | Kind::Unknown);
    let lists: Vec<_> = draft.response.iter().filter(|row| row.list && row.basis == Basis::Table).collect();
    let objects: Vec<_> = lists.iter().copied().filter(holds_objects).collect();
    match if objects.is_empty() { lists } else { objects }.as_slice() {
        [list] => {
            let why = || format!("`{}` is not a list of structures", list.name);
            let is_said = matches!(list.kind, Kind::Model(_));
            Ok((list.name.clone(), (!is_said).then(|| Doubt::new(why(), Remedy::Add))))
        }
        [] => Err(match draft.response.iter().find(|row| holds_list(row, draft)) {
            Some(row) => Doubt::new(
                format!("the entries stand inside of `{}`, where `paging` cannot point", row.name),
                Remedy::Note,
            ),
            None => Doubt::new("the answer has no list".to_owned(), Remedy::Note),
        }),
        [first, second, ..] => {
            let why = format!("the entries may be `{}` or `{}`", first.name, second.name);
            Ok((first.name.clone(), Some(Doubt::new(why, Remedy::Add))))
        }
    }
}

/// Whether an object has a list among its fields.
fn holds_list(row: &Row, draft: &Draft) -> bool {
    let Kind::Model(name) = &row.kind else { return false };
    draft.models.iter().any(|model| model.name == *name && model.rows.iter().any(|row| row.list))
}

/// Says that marks turn the pages, which no key can say.
fn marks(draft: &Draft, notes: &mut Notes) {
    let Some(mark) = likeliest(&draft.request, Turning::Token) else { return };
    if likeliest(&draft.response, Turning::Token).is_some() {
        let text = "that an answer gives the mark of the page behind it, and callers turn pages by themselves";
        let text = format!("no key of `{}` can say {text}; say it in a note", mark.name);
        notes.say(Weight::Guess, mark.at.start, text);
    }
}
