//! Tables beside the main ones: structures with a name that types refer to, and structures of certain rows, of which
//! only the words above the table tell whose they are.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::owners::{Owners, Table, can_have_fields, last};
use super::sections::Caption;
use crate::draft::{Draft, Kind, Model, Row};
use crate::names;
use crate::report::{Notes, Weight};

/// A table that is not the first of its section.
#[derive(Clone, Debug)]
pub(super) struct Loose {
    /// Whether it stands among the parameters.
    pub(super) request: bool,
    /// Whether it stands in the section of the parameters, or in that of the answer.
    pub(super) main: bool,
    /// The words above it.
    pub(super) caption: Option<Caption>,
    /// The name of the structure, when they are one.
    pub(super) name: Option<String>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// Where it stands.
    pub(super) at: Range<usize>,
}

/// Finds an owner for each table: the rows of which it is the structure.
pub(super) fn place(draft: &mut Draft, tables: Vec<Loose>, notes: &mut Notes) {
    let rows = draft.request.iter().chain(&draft.response).chain(tables.iter().flat_map(|table| &table.rows));
    let types: BTreeSet<String> = rows.filter_map(type_name).collect();
    let mut known = Owners::of(draft);
    for mut table in tables {
        if table.rows.is_empty() {
            continue;
        }
        let owners = table.caption.as_ref().and_then(|caption| known.find(caption, table.request));
        // Words that no row has as its type may be the name of a row.
        let name = table.name.take().filter(|name| owners.is_none() || types.contains(&name.to_ascii_lowercase()));
        if let Some(name) = name {
            define(draft, name, table, (&mut known, notes));
        } else if let Some(owners) = owners {
            table.drop_prefix(&owners);
            attach(draft, table, &owners, &mut known);
        } else if table.continues(draft) {
            continued(draft, table, &mut known);
        } else if table.is_spoken_of_beside(draft) {
            let text =
                "the words above the table speak of its rows and of those before it; it is taken to go on with them";
            notes.say(Weight::Guess, table.at.start, text);
            go_on(draft, table, &mut known);
        } else if let Some(owner) = table.only_candidate(draft) {
            let text = format!("the table is taken to hold the fields of `{owner}`, which has no other");
            notes.say(Weight::Guess, table.at.start, text);
            attach(draft, table, &[owner], &mut known);
        } else if table.has_no_owner(draft) {
            let text = "no row can hold fields; the table is taken to go on with those before it";
            notes.say(Weight::Guess, table.at.start, text);
            go_on(draft, table, &mut known);
        } else {
            let text = "the page does not say of what this table holds the fields; it is left out";
            notes.say(Weight::NotUnderstood, table.at.start, text);
        }
    }
}

/// The name of a row's type, in small letters, when it is a structure.
fn type_name(row: &Row) -> Option<String> {
    match &row.kind {
        Kind::Model(name) => Some(name.to_ascii_lowercase()),
        _ => None,
    }
}

impl Loose {
    fn side<'d>(&self, draft: &'d Draft) -> &'d [Row] {
        if self.request { &draft.request } else { &draft.response }
    }

    fn side_name(&self) -> Table {
        if self.request { Table::Request } else { Table::Response }
    }

    /// Rows of the structure of `data` may be called `data.x`.
    fn drop_prefix(&mut self, owners: &[String]) {
        for owner in owners {
            let prefix = format!("{}.", last(owner));
            let has = |name: &str| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(&prefix));
            if self.rows.iter().all(|row| has(&row.name)) {
                for row in &mut self.rows {
                    row.name = row.name.get(prefix.len()..).unwrap_or_default().to_owned();
                }
                // A number may follow the name of the list.
                if self.rows.iter().all(|row| row.name.split('.').next().is_some_and(names::is_mark)) {
                    for row in &mut self.rows {
                        row.name = row.name.split_once('.').map_or_else(String::new, |(_, rest)| rest.to_owned());
                    }
                }
            }
        }
        self.rows.retain(|row| !row.name.is_empty());
    }

    /// Whether the names of all rows begin with those of rows that are there already.
    fn continues(&self, draft: &Draft) -> bool {
        let known = |name: &str| {
            let first = names::parts(name).first().map_or("", |(first, _)| *first);
            let rows = self.side(draft).iter().chain(draft.models.iter().flat_map(|model| &model.rows));
            name.contains('.') && rows.into_iter().any(|row| last(&row.name).eq_ignore_ascii_case(first))
        };
        self.rows.iter().all(|row| known(&row.name))
    }

    /// Whether the words above the table speak of one of its rows and of one of the rows before it: these stand beside
    /// each other.
    fn is_spoken_of_beside(&self, draft: &Draft) -> bool {
        let Some(caption) = self.caption.as_ref().filter(|_| self.main) else { return false };
        let words: BTreeSet<&str> = names::words(caption.text.as_str()).map(|(word, _)| word).collect();
        let says = |row: &Row| words.contains(row.name.as_str());
        self.rows.iter().any(says) && self.side(draft).iter().any(says)
    }

    /// Whether the table stands among rows none of which can have fields.
    fn has_no_owner(&self, draft: &Draft) -> bool {
        let side = self.side(draft);
        self.main && !side.is_empty() && !side.iter().any(can_have_fields)
    }

    /// The only row that can have fields and has none.
    fn only_candidate(&self, draft: &Draft) -> Option<String> {
        let open = |row: &&Row| {
            can_have_fields(row) && !matches!(&row.kind, Kind::Model(name) if model(draft, name).is_some())
        };
        let mut rows = self.side(draft).iter().filter(open);
        let first = rows.next()?;
        rows.next().is_none().then(|| first.name.clone())
    }
}

/// A model by its name, however its letters are written.
pub(super) fn model<'d>(draft: &'d Draft, name: &str) -> Option<&'d Model> {
    let exact = draft.models.iter().find(|model| model.name == name);
    let printed = |model: &&Model| model.printed.as_deref().is_some_and(|printed| printed.eq_ignore_ascii_case(name));
    exact.or_else(|| draft.models.iter().find(printed))
}

fn define(draft: &mut Draft, name: String, table: Loose, (owners, notes): (&mut Owners, &mut Notes)) {
    if let Some(known) = model(draft, &name) {
        let same = known.rows.iter().map(|row| &row.name).eq(table.rows.iter().map(|row| &row.name));
        let weight = if same { Weight::Read } else { Weight::NotUnderstood };
        notes.say(weight, table.at.start, format!("`{name}` is defined a second time; the first definition counts"));
        return;
    }
    let spec_name = free_name(draft, &name);
    owners.add(Table::Model, &table.rows);
    draft.models.push(Model { name: spec_name, printed: Some(name), rows: table.rows, at: table.at });
}

fn attach(draft: &mut Draft, table: Loose, owners: &[String], known: &mut Owners) {
    let name = free_name(draft, &names::model(owners.first().map_or("Item", String::as_str)));
    let request = table.request;
    let side = if request { &mut draft.request } else { &mut draft.response };
    let rows = side.iter_mut().chain(draft.models.iter_mut().flat_map(|model| &mut model.rows));
    for row in rows.filter(|row| can_have_fields(row) && owners.contains(&row.name)) {
        row.kind = Kind::Model(name.clone());
    }
    known.add(Table::Model, &table.rows);
    draft.models.push(Model { name, printed: None, rows: table.rows, at: table.at });
}

/// Rows that stand beside those of the main table.
fn go_on(draft: &mut Draft, table: Loose, known: &mut Owners) {
    known.add(table.side_name(), &table.rows);
    let side = if table.request { &mut draft.request } else { &mut draft.response };
    side.extend(table.rows);
}

/// Rows whose names say where they belong, beside those of the rows that hold them.
fn continued(draft: &mut Draft, table: Loose, known: &mut Owners) {
    let own = table.side_name();
    for mut row in table.rows {
        let first = names::parts(&row.name).first().map_or(String::new(), |(first, _)| (*first).to_owned());
        let side = if table.request { &mut draft.request } else { &mut draft.response };
        let holds = |known: &Row| last(&known.name).eq_ignore_ascii_case(&first);
        let (name, target) = match side.iter().position(holds) {
            Some(_) => (own, side),
            None => match draft.models.iter_mut().find(|model| model.rows.iter().any(holds)) {
                Some(model) => (Table::Model, &mut model.rows),
                None => (own, side),
            },
        };
        let Some(index) = target.iter().rposition(|known| holds(known) || known.name.starts_with(&format!("{first}.")))
        else {
            continue;
        };
        if let Some(owner) = target.iter().find(|known| holds(known)) {
            let rest = row.name.get(first.len()..).unwrap_or_default();
            let marked = rest.split('.').nth(1).is_some_and(names::is_mark);
            let base =
                if marked { owner.name.trim_end_matches(".n").trim_end_matches(".N") } else { owner.name.as_str() };
            row.name = format!("{base}{rest}");
        }
        known.add(name, std::slice::from_ref(&row));
        target.insert(index + 1, row);
    }
}

/// Gives rows whose type is any list or object the structure that their description names, when it names one.
pub(super) fn named_in_descriptions(draft: &mut Draft, notes: &mut Notes) {
    let printed = draft.models.iter().filter_map(|model| Some((model.printed.clone()?, model.name.clone())));
    let known: BTreeMap<String, String> = printed.collect();
    let rows = draft.request.iter_mut().chain(&mut draft.response);
    for row in rows.chain(draft.models.iter_mut().flat_map(|model| &mut model.rows)) {
        let untyped = matches!(row.kind, Kind::Object | Kind::Unknown) && can_have_fields(row);
        let Some(description) = row.cells.description.as_ref().filter(|_| untyped) else { continue };
        let words: BTreeSet<_> = names::words(description.text.as_str()).map(|(word, _)| word).collect();
        let mut named = words.into_iter().filter(|word| *word != row.name).filter_map(|word| known.get_key_value(word));
        if let (Some((printed, name)), None) = (named.next(), named.next()) {
            let text = format!("`{}` holds `{printed}`, which its description names", row.name);
            notes.say(Weight::Read, description.text.at().start, text);
            row.kind = Kind::Model(name.clone());
        }
    }
}

/// A name for a model that no other has, and that is no type of the spec language.
pub(super) fn free_name(draft: &Draft, wish: &str) -> String {
    const BASIC: &[&str] = &["string", "int", "float", "bool", "any", "object"];
    let wish = if BASIC.contains(&wish) { format!("{wish}_") } else { wish.to_owned() };
    let taken = |name: &str| draft.models.iter().any(|model| model.name.eq_ignore_ascii_case(name));
    if !taken(&wish) {
        return wish;
    }
    (2..).map(|number| format!("{wish}{number}")).find(|name| !taken(name)).unwrap_or(wish)
}
